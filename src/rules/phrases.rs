//! The words and phrases that a rule looks for, for the kinds that list them.

use super::{Hit, Input, RuleLiterals, SettingsError};
use crate::finding::Span;
use crate::policy::Trust;
use crate::text::inflections::inflected;
use crate::text::normalise::{folded, normal};
use serde::Deserialize;

/// Whether case matters.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Case {
    #[default]
    Ignore,
    Exact,
}

/// A list of phrases, compiled.
pub(super) struct Phrases {
    /// The phrases as they are in the normal view.
    listed: Vec<String>,
    /// For each literal, the phrase that it is a form of.
    of_literal: Vec<u32>,
    case: Case,
    trust: Trust,
}

/// A phrase found in a draft.
pub(super) struct Found {
    /// Its index in the list.
    pub(super) nth: usize,
    /// Where it is in the draft.
    pub(super) span: Span,
}

impl Phrases {
    /// Names the phrases (with their forms, if they inflect) and then the exceptions: every literal after the forms is
    /// an exception. The phrases come from `setting`.
    pub(super) fn new(
        setting: &str,
        phrases: &[String],
        inflect: bool,
        except: &[String],
        case: Case,
        literals: &mut RuleLiterals<'_>,
    ) -> Result<Self, SettingsError> {
        check_phrases(setting, phrases)?;
        check_phrases("except", except)?;
        let listed: Vec<String> = phrases.iter().map(|phrase| normal(phrase).text().to_owned()).collect();
        let mut all = Self { listed, of_literal: Vec::new(), case, trust: literals.trust() };
        let mut sorted: Vec<&str> = all.listed.iter().map(String::as_str).collect();
        sorted.sort_unstable();
        for (nth, phrase) in (0..).zip(&all.listed) {
            let mut forms = if inflect { inflected(phrase) } else { Vec::new() };
            // A form that is listed itself is not a form of another phrase: `commenced: began` beside
            // `commence: begin`.
            forms.retain(|form| sorted.binary_search(&form.text.as_str()).is_err());
            for literal in std::iter::once(phrase).chain(forms.iter().map(|form| &form.text)) {
                literals.name(literal);
                all.of_literal.push(nth);
            }
        }
        for phrase in except {
            literals.name(phrase);
            // `labour-market` counts as `labour market`.
            if phrase.trim().contains(' ') {
                literals.name(&folded(phrase).trim().replace(' ', "-"));
            }
        }
        Ok(all)
    }

    /// Refuses a replacement that contains the phrase, which would then be found again.
    pub(super) fn check_replacement(
        &self,
        setting: &str,
        nth: usize,
        by: &str,
        except: &[String],
    ) -> Result<(), SettingsError> {
        if self.trust == Trust::Packed {
            return Ok(());
        }
        let form = |text: &str| if self.are_exact() { normal(text).text().to_owned() } else { folded(text) };
        let (phrase, by_form) = (form(self.phrase(nth)), form(by));
        let is_fine = || except.iter().any(|except| has_whole(&folded(by), &folded(except)));
        if !has_whole(&by_form, &phrase) || is_fine() {
            return Ok(());
        }
        let message =
            format!("“{by}” has “{phrase}” in it, so the fix would change nothing. Write something else.");
        Err(SettingsError::at(setting, message))
    }

    /// The phrase at this index in the list.
    pub(super) fn phrase(&self, nth: usize) -> &str {
        self.listed.get(nth).map_or("", String::as_str)
    }

    /// Whether the phrases are found only in the case in which they are listed.
    pub(super) fn are_exact(&self) -> bool {
        self.case == Case::Exact
    }

    /// Where the phrases are, as whole words and outside the exceptions. If some overlap, the first one counts; if they
    /// start together, the longest.
    pub(super) fn find(&self, input: &Input<'_>) -> Vec<Found> {
        let whole = input.hits.iter().filter(|hit| is_whole(input.reading.folded().text(), hit.span));
        let (mut hits, exceptions): (Vec<&Hit>, Vec<&Hit>) =
            whole.partition(|hit| hit.literal < self.of_literal.len());
        hits.retain(|hit| !self.are_exact() || self.is_as_listed(input, hit));
        hits.retain(|hit| !exceptions.iter().any(|except| except.span.contains(hit.span)));
        let mut end = 0;
        // Hits are in the order of the text, so the longest of those that start together is the last.
        let starts = hits.chunk_by(|left, right| left.span.start == right.span.start);
        starts
            .filter_map(<[&Hit]>::last)
            .filter(|hit| {
                let free = hit.span.start >= end;
                if free {
                    end = hit.span.end;
                }
                free
            })
            .map(|hit| Found { nth: self.nth(hit), span: input.reading.from_folded(hit.span) })
            .collect()
    }

    /// Whether the phrase is part of a name, such as a link or a handle, which another word would break. A phrase with
    /// a dot or a slash is itself meant for links.
    pub(super) fn is_in_a_name(&self, input: &Input<'_>, found: &Found) -> bool {
        let name = input.reading.verbatim().name_around(found.span);
        !self.phrase(found.nth).contains(['.', '/']) && name.is_some_and(|name| name != found.span)
    }

    fn nth(&self, hit: &Hit) -> usize {
        self.of_literal.get(hit.literal).map_or(0, |&nth| nth as usize)
    }

    fn is_as_listed(&self, input: &Input<'_>, hit: &Hit) -> bool {
        let words = input.reading.normal().slice(input.reading.normal_of_folded(hit.span));
        let same = |phrase: &str| words.split_whitespace().eq(phrase.split_whitespace());
        let phrase = self.phrase(self.nth(hit));
        same(phrase) || inflected(phrase).iter().any(|form| same(&form.text))
    }
}

/// Refuses empty phrases, which would match nowhere or everywhere.
pub(super) fn check_phrases(setting: &str, phrases: &[String]) -> Result<(), SettingsError> {
    let empty = phrases.iter().position(|phrase| normal(phrase).text().trim().is_empty());
    empty.map_or(Ok(()), |nth| {
        Err(SettingsError::at(
            &format!("{setting}[{nth}]"),
            "This entry is empty. Remove it, or write a word.",
        ))
    })
}

/// Whether a folded text contains a folded phrase as whole words.
pub(super) fn has_whole(text: &str, phrase: &str) -> bool {
    text.match_indices(phrase).any(|(at, _)| is_whole(text, Span::new(at, at + phrase.len())))
}

/// Whether the literal at `span` is made of whole words, without a letter or digit continuing it at either end.
pub(crate) fn is_whole(text: &str, span: Span) -> bool {
    let inside = text.get(span.start..span.end).unwrap_or_default();
    let before = text.get(..span.start).and_then(|part| part.chars().next_back());
    let after = text.get(span.end..).and_then(|part| part.chars().next());
    let joined = |inner: Option<char>, outer: Option<char>| {
        inner.is_some_and(char::is_alphanumeric) && outer.is_some_and(char::is_alphanumeric)
    };
    !joined(inside.chars().next(), before) && !joined(inside.chars().next_back(), after)
}
