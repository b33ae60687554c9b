//! Too many or too few hashtags, emoji, links, words or other things, or one in the wrong place.
//!
//! # What it finds
//! It counts what `of`, `sign` or `pattern` names, in the whole draft or in each line or sentence.
//!
//! - More than `max`: it marks those that go over. With `remove: true`, the fix removes them.
//! - Fewer than `min`: the finding is about the draft, or about the line or sentence that lacks them.
//!
//! With `at`, only those in that position count. Without `max` and `min`, none is allowed there:
//! `of: hashtags, at: [middle], within: sentence` finds hashtags in the middle of a sentence.
//!
//! The words of the draft, line or sentence decide the position: at the `start` there are none before, at the `end`
//! none after, and in the `middle` there are words on both sides. Hashtags, mentions, links and emoji are not words
//! here. Where there are no words, everything is at the end.
//!
//! # Why an organisation wants it
//! For house rules such as one or two hashtags, at most three emoji and all of them after the text, the link last,
//! one exclamation mark, or no sixty words without a line break.
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
//!
//! # Settings
//! A rule has one of `of`, `sign` and `pattern`, and at least one of `max`, `min` and `at`.
//!
//! | setting | meaning | if absent |
//! |---|---|---|
//! | `of` | `words`, `characters`, `lines` (that are not empty), `hashtags`, `mentions`, `emoji` or `links` | – |
//! | `sign` | a punctuation mark or words, such as `"!"`. Case matters. Those in links do not count | – |
//! | `pattern` | a regular expression, which ignores case. Matches inside links, addresses, handles and file names do not count, unless they contain `.` or `/` | – |
//! | `max` | the most there may be | with `at` and no `min`, 0; otherwise no limit |
//! | `min` | the fewest there may be | 0 |
//! | `at` | which positions count: a list of `start`, `middle` and `end` | all |
//! | `within` | where they are counted: in the `draft`, in each `line` or in each `sentence` | `draft` |
//! | `except` | those that do not count, in any case: `"#NHS"` | none |
//! | `remove` | with `max`: whether the fix removes those that go over | `false` |
//!
//! The message can use `{count}`, `{min}` and, if there is one, `{max}`.

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
                // None at all may be too few.
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
    /// What is wrong in one draft, line or sentence.
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

    /// Extra words and characters are marked as one place.
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
