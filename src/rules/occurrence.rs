//! Too many or too few of something, or something in the wrong place.
//!
//! # What it finds
//! Counts what `of`, `sign` or `pattern` names. More than `max`: the superfluous ones are marked. Fewer than
//! `min`: the draft, or the line or sentence that lacks them. With `at` only those in that position count, and
//! none is allowed unless `max` says so: `of: hashtags, at: [middle], within: sentence` finds hashtags amid a
//! sentence.
//!
//! The position is told by the words around: at the `start` no word comes before, at the `end` none behind,
//! and in the `middle` there are words on both sides. Hashtags, mentions, links and emoji are no words here;
//! where there are no words at all everything is at the end.
//!
//! # Why an organisation wants it
//! One or two hashtags, three emoji at most and behind the text, the link last, one exclamation mark, no
//! sixty words without a line break.
//!
//! # Settings
//! | setting | meaning |
//! |---|---|
//! | `of` | `words`, `characters`, `lines` (that are not empty), `hashtags`, `mentions`, `emoji` or `links` |
//! | `sign` | instead of `of`: a sign or words, such as `"!"` |
//! | `pattern` | instead of `of`: a regular expression, whatever the case |
//! | `max`, `min` | the most and the fewest there may be |
//! | `at` | which positions count: `start`, `middle`, `end`; all if absent |
//! | `within` | where they are counted: in the whole `draft` (default), in each `line` or each `sentence` |
//! | `except` | those that do not count: `"#NHS"`, whatever the case |
//! | `remove` | whether one click removes the superfluous ones, `false` if absent |
//!
//! The message may say `{count}`, `{max}` and `{min}`.
//!
//! # Example
//! ```yaml
//! id: access/emoji
//! kind: occurrence
//! severity: warn
//! message: "{count} emoji are read out one by one. Keep at most {max}."
//! source: {title: "Accessible social media"}
//! of: emoji
//! max: 3
//! ```

use super::places::{Of, What, inside, lines};
use super::{Input, Match, Matcher, RuleKind, RuleLiterals, SettingsError, only_for, replacement, settings};
use crate::finding::{Fix, Span};
use crate::reading::patterns::Lazy;
use crate::text::normalise::{folded, normal};
use crate::text::segment::TokenKind;
use serde::Deserialize;
use serde_json::Value;

/// The kind `occurrence`.
pub(super) struct Occurrence;

#[derive(Clone, Copy, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum At {
    Start,
    Middle,
    End,
}

#[derive(Clone, Copy, Default, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Within {
    #[default]
    Draft,
    Line,
    Sentence,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    of: Option<Of>,
    sign: Option<String>,
    pattern: Option<String>,
    max: Option<usize>,
    min: Option<usize>,
    #[serde(default)]
    at: Vec<At>,
    #[serde(default)]
    within: Within,
    #[serde(default)]
    except: Vec<String>,
    #[serde(default)]
    remove: bool,
}

struct Counting {
    what: What,
    max: Option<usize>,
    min: usize,
    at: Vec<At>,
    within: Within,
    except: Vec<String>,
    remove: bool,
}

impl RuleKind for Occurrence {
    fn id(&self) -> &'static str {
        "occurrence"
    }

    fn compile(
        &self,
        value: &Value,
        mut literals: RuleLiterals<'_>,
    ) -> Result<Box<dyn Matcher>, SettingsError> {
        let Settings { of, sign, pattern, max, min, at, within, except, remove } = settings(value)?;
        let what = match (of, sign, pattern) {
            (Some(of), None, None) => What::Of(of),
            (None, Some(sign), None) if !sign.is_empty() => What::Sign(normal(&sign).text().to_owned()),
            (None, None, Some(pattern)) => {
                let lazy = Lazy::new(&pattern, true, literals.trust())
                    .map_err(|message| SettingsError::at("pattern", message))?;
                lazy.required().into_iter().flatten().for_each(|literal| literals.name(literal));
                // None of them may be too few.
                if min.is_some_and(|min| min > 0) {
                    literals.ask_always();
                }
                What::Pattern(lazy.into())
            }
            _ => {
                let message = "Say what is counted: one of “of”, “sign” and “pattern”, and only one.";
                return Err(SettingsError::at("of", message));
            }
        };
        let max = max.or((!at.is_empty() && min.is_none()).then_some(0));
        let min = min.unwrap_or_default();
        if max.is_none() && min == 0 {
            return Err(SettingsError::at(
                "max",
                "Any number is fine like this. Write “max”, “min” or “at”.",
            ));
        }
        if max.is_some_and(|max| max < min) {
            return Err(SettingsError::at("max", "The most is less than the fewest. Write a larger “max”."));
        }
        only_for("a rule with “max”", max.is_some(), "remove", remove)?;
        let except = except.iter().map(|one| folded(one)).collect();
        Ok(Box::new(Counting { what, max, min, at, within, except, remove }))
    }
}

impl Matcher for Counting {
    fn find(&self, input: &Input<'_>) -> Vec<Match> {
        let mut all = self.what.places(input);
        all.retain(|&span| {
            self.except.is_empty() || !self.except.contains(&folded(input.draft().slice(span)))
        });
        let whole = Span::new(0, input.draft().text().len());
        match self.within {
            Within::Draft => self.judged(input, whole, &all).into_iter().collect(),
            Within::Line => {
                lines(input).into_iter().filter_map(|line| self.judged(input, line, &all)).collect()
            }
            Within::Sentence => {
                let sentences = input.reading.sentences().iter();
                sentences.filter_map(|sentence| self.judged(input, sentence.span, &all)).collect()
            }
        }
    }

    fn fields(&self) -> Vec<&'static str> {
        ["count", "min"].into_iter().chain(self.max.map(|_| "max")).collect()
    }
}

impl Counting {
    /// What is wrong in one unit of the draft.
    fn judged(&self, input: &Input<'_>, unit: Span, all: &[Span]) -> Option<Match> {
        let mut found = inside(all, unit, |&span| span).to_vec();
        if !self.at.is_empty() {
            let words = inside(input.reading.tokens(), unit, |token| token.span).iter();
            let words: Vec<Span> =
                words.filter(|token| token.kind == TokenKind::Word).map(|word| word.span).collect();
            found.retain(|&span| self.at.contains(&position(span, &words)));
        }
        let (count, max) = (found.len(), self.max.unwrap_or(usize::MAX));
        if (self.min..=max).contains(&count) {
            return None;
        }
        let mut fields = vec![("count", count.to_string()), ("min", self.min.to_string())];
        fields.extend(self.max.map(|max| ("max", max.to_string())));
        if count < self.min {
            let spans = if self.within == Within::Draft { Vec::new() } else { vec![unit] };
            return Some(Match { spans, fields, ..Match::default() });
        }
        let spans = self.joined(found.get(max..)?);
        let fix = self.remove.then(|| Fix {
            label: "Remove what is too much".to_owned(),
            edits: replacement::removals(input.draft().text(), &spans),
        });
        Some(Match { spans, fix, fields, question: None })
    }

    /// Words and characters that are too many are marked as one place.
    fn joined(&self, spans: &[Span]) -> Vec<Span> {
        match (&self.what, spans.first(), spans.last()) {
            (What::Of(Of::Words | Of::Characters), Some(first), Some(last)) => {
                vec![Span::new(first.start, last.end)]
            }
            _ => spans.to_vec(),
        }
    }
}

fn position(span: Span, words: &[Span]) -> At {
    let before = words.first().is_some_and(|first| first.end <= span.start);
    let behind = words.last().is_some_and(|last| last.start >= span.end);
    match (before, behind) {
        (true, true) => At::Middle,
        (false, true) => At::Start,
        _ => At::End,
    }
}
