//! Words and phrases that should not be in a post.
//!
//! # What it finds
//! Each of `terms`, as whole words, whatever the case, spacing and disguise (`lаbour` with a Cyrillic `а`).
//! A term inside one of the phrases in `except` is fine.
//!
//! # Why an organisation wants it
//! Party names on a corporate account, words to avoid from a style guide, project names under embargo.
//!
//! # Settings
//! | setting | meaning |
//! |---|---|
//! | `terms` | the words and phrases |
//! | `except` | phrases in which they are allowed |
//! | `case` | `ignore` (default), or `exact`: only as written in `terms` |
//! | `replace` | what one click puts in their place; empty to remove them |
//!
//! # Example
//! ```yaml
//! id: words/utilise
//! kind: term
//! severity: warn
//! message: "Write “use”: “{words}” is harder to read."
//! source: {title: "GOV.UK style guide"}
//! terms: [utilise, utilize]
//! replace: use
//! ```

use super::{Hit, Look, Match, Matcher, RuleKind, RuleLiterals, SettingsError, replacement, settings};
use crate::finding::Span;
use crate::text::normalise;
use serde::Deserialize;
use serde_json::Value;

/// The kind `term`.
pub(super) struct Term;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    terms: Vec<String>,
    #[serde(default)]
    except: Vec<String>,
    #[serde(default)]
    case: Case,
    replace: Option<String>,
}

/// Whether case matters.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Case {
    #[default]
    Ignore,
    Exact,
}

struct Terms {
    /// The terms as they look in the normal view.
    listed: Vec<String>,
    case: Case,
    replace: Option<String>,
}

impl RuleKind for Term {
    fn id(&self) -> &'static str {
        "term"
    }

    fn compile(
        &self,
        value: &Value,
        mut literals: RuleLiterals<'_>,
    ) -> Result<Box<dyn Matcher>, SettingsError> {
        let Settings { terms, except, case, replace } = settings(value)?;
        check_phrases("terms", &terms)?;
        if terms.is_empty() {
            return Err(SettingsError::at("terms", "There are no terms. List at least one."));
        }
        check_phrases("except", &except)?;
        // Hits tell terms from exceptions by their place in this order.
        terms.iter().chain(&except).for_each(|phrase| literals.name(phrase));
        let listed = terms.iter().map(|term| normalise::normal(term).text().to_owned()).collect();
        Ok(Box::new(Terms { listed, case, replace }))
    }
}

/// Refuses phrases without a letter, digit or sign in them, which would match nowhere or everywhere.
pub(super) fn check_phrases(setting: &str, phrases: &[String]) -> Result<(), SettingsError> {
    let empty = phrases.iter().position(|phrase| normalise::folded(phrase).trim().is_empty());
    empty.map_or(Ok(()), |nth| {
        Err(SettingsError::at(
            &format!("{setting}[{nth}]"),
            "This entry is empty. Remove it, or write a word.",
        ))
    })
}

impl Matcher for Terms {
    fn find(&self, look: &Look<'_>) -> Vec<Match> {
        let whole = look.hits.iter().filter(|hit| is_whole(look.reading.folded().text(), hit.span));
        let (mut terms, exceptions): (Vec<&Hit>, Vec<&Hit>) =
            whole.partition(|hit| hit.literal < self.listed.len());
        terms.retain(|hit| self.case == Case::Ignore || self.is_exact(look, hit));
        terms.retain(|hit| !exceptions.iter().any(|except| contains(except.span, hit.span)));
        longest(&terms.iter().map(|hit| hit.span).collect::<Vec<_>>())
            .map(|span| {
                let span = look.reading.from_folded(span);
                let fix = self.replace.as_deref().map(|by| replacement::fix(look.draft().text(), span, by));
                Match { fix, ..Match::at(span) }
            })
            .collect()
    }
}

impl Terms {
    fn is_exact(&self, look: &Look<'_>, hit: &Hit) -> bool {
        let words = look.reading.normal().slice(look.reading.normal_of_folded(hit.span));
        let term = self.listed.get(hit.literal).map_or("", String::as_str);
        words.split_whitespace().eq(term.split_whitespace())
    }
}

fn contains(outer: Span, inner: Span) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// Whether the literal at `span` is made of whole words: no letter or digit goes on at either end.
pub(crate) fn is_whole(text: &str, span: Span) -> bool {
    let inside = text.get(span.start..span.end).unwrap_or_default();
    let before = text.get(..span.start).and_then(|part| part.chars().next_back());
    let after = text.get(span.end..).and_then(|part| part.chars().next());
    let joined = |inner: Option<char>, outer: Option<char>| {
        inner.is_some_and(char::is_alphanumeric) && outer.is_some_and(char::is_alphanumeric)
    };
    !joined(inside.chars().next(), before) && !joined(inside.chars().next_back(), after)
}

/// Of spans that overlap, the one that starts first, and of those the longest. They come in the order of the
/// text, and so the longest of those that start together comes last.
fn longest(spans: &[Span]) -> impl Iterator<Item = Span> {
    let mut end = 0;
    let starts = spans.chunk_by(|left, right| left.start == right.start);
    starts.filter_map(<[Span]>::last).copied().filter(move |span| {
        let free = span.start >= end;
        if free {
            end = span.end;
        }
        free
    })
}
