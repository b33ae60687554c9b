//! Repeated words, spaces and punctuation marks: `the the`, `!!`.
//!
//! # What it finds
//! Whatever `find` lists:
//!
//! - `words`: a word straight after itself in the same line, in any case: `the the`. It does not find what people
//!   say twice (`had had`, `very very`, `nous nous engageons`) or need twice (`log in in Welsh`,
//!   `who to talk to to get help`), single letters other than `a`, numbers, acronyms (`US us`), or names
//!   (`Duran Duran`).
//! - `spaces`: two or more spaces between words. Spaces at the start or end of a line do not count.
//! - `marks`: `!!`, `???`, `,,`, `..`, and more than three dots. It does not find `?!`, `...`, or marks in a link.
//!
//! The fix keeps one. There is no fix where it depends on the meaning (`a road in in Leeds`).
//!
//! # Why an organisation wants it
//! Spelling checkers miss these slips. The Vale styles of the Government Digital Service also have a rule for
//! repeated words.
//!
//! # Example
//! ```yaml
//! id: plain/repetition
//! kind: repetition
//! severity: note
//! message: "“{words}” is there twice."
//! source: {title: "GDS Vale styles"}
//! find: [words, spaces]
//! ```
//!
//! # Settings
//! | setting | meaning | if absent |
//! |---|---|---|
//! | `find` | a list of `words`, `spaces` and `marks` | all three |
//! | `allow` | words that may be repeated | none |

mod doubles;

use super::places::is_taken;
use super::{Input, Match, Matcher, RuleKind, RuleLiterals, SettingsError, settings};
use crate::finding::{Edit, Fix, Span};
use crate::text::entities::cursor::{char_at, char_before, run_end};
use crate::text::normalise::folded;
use crate::text::segment::{Token, TokenKind};
use doubles::{Double, judge};
use serde::Deserialize;
use serde_json::Value;

/// The kind `repetition`.
pub(super) struct Repetition;

#[derive(Clone, Copy, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum What {
    Words,
    Spaces,
    Marks,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    #[serde(default = "all")]
    find: Vec<What>,
    #[serde(default)]
    allow: Vec<String>,
}

fn all() -> Vec<What> {
    vec![What::Words, What::Spaces, What::Marks]
}

impl RuleKind for Repetition {
    fn id(&self) -> &'static str {
        "repetition"
    }

    fn compile(&self, value: &Value, _: RuleLiterals<'_>) -> Result<Box<dyn Matcher>, SettingsError> {
        let mut settings: Settings = settings(value)?;
        if settings.find.is_empty() {
            return Err(SettingsError::at("find", "Nothing is looked for. Write words, spaces or marks."));
        }
        settings.allow.iter_mut().for_each(|word| *word = folded(word));
        Ok(Box::new(settings))
    }
}

impl Matcher for Settings {
    fn find(&self, input: &Input<'_>) -> Vec<Match> {
        let mut matches = Vec::new();
        if self.find.contains(&What::Words) {
            self.words(input, &mut matches);
        }
        let text = input.draft().text();
        if self.find.contains(&What::Spaces) {
            // Spaces between repeated words go with the words.
            let words: Vec<Span> = matches.iter().flat_map(|found| found.spans.iter().copied()).collect();
            spaces(text, &words, &mut matches);
        }
        if self.find.contains(&What::Marks) {
            marks(input, &mut matches);
        }
        matches
    }
}

impl Settings {
    fn words(&self, input: &Input<'_>, matches: &mut Vec<Match>) {
        let same = |one: &Token, other: &Token| {
            let gap = input.draft().slice(Span::new(one.span.end, other.span.start));
            let (first, second) = (input.reading.word(one), input.reading.word(other));
            one.kind == TokenKind::Word
                && other.kind == TokenKind::Word
                && first.eq_ignore_ascii_case(second)
                && !gap.is_empty()
                && gap.chars().all(|character| matches!(character, ' ' | '\t' | '\u{a0}'))
                && !self.may_repeat(first, second)
        };
        for run in input.reading.tokens().chunk_by(same).filter(|run| run.len() > 1) {
            let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
            let word = input.reading.word(first);
            let double = judge(&folded(word), &before(input, first));
            let is_name = input.reading.verbatim().name_around(first.span).is_some();
            // The first `A` may belong to a name, as in `vitamin A a day`.
            let lettered = word == "A" && !input.reading.starts_a_sentence(first.span.start);
            if is_name || lettered || double == Double::Needed {
                continue;
            }
            let span = Span::new(first.span.start, last.span.end);
            let edits = vec![Edit { span: Span::new(first.span.end, span.end), insert: String::new() }];
            let fix = Fix { label: format!("Write “{word}” once"), edits };
            matches.push(Match { fix: Some(fix).filter(|_| double == Double::Slip), ..Match::at(span) });
        }
    }

    fn may_repeat(&self, first: &str, second: &str) -> bool {
        let in_capitals = |word: &str| !word.contains(char::is_lowercase);
        let name = second.starts_with(char::is_uppercase) && !in_capitals(second);
        let acronym = first.chars().nth(1).is_some() && in_capitals(first) && !in_capitals(second);
        let short = second.chars().nth(1).is_none() && !second.eq_ignore_ascii_case("a");
        name || acronym
            || short
            || !second.contains(char::is_alphabetic)
            || self.allow.contains(&folded(second))
    }
}

/// The earlier words of the sentence, folded.
fn before(input: &Input<'_>, word: &Token) -> Vec<String> {
    let (tokens, sentences) = (input.reading.tokens(), input.reading.sentences());
    let next = sentences.partition_point(|sentence| sentence.span.start <= word.span.start);
    let sentence = next.checked_sub(1).and_then(|last| sentences.get(last));
    let tokens = sentence.and_then(|sentence| tokens.get(sentence.tokens.clone())).unwrap_or_default();
    let earlier = tokens.iter().take_while(|token| token.span.start < word.span.start);
    let words = earlier.filter(|token| token.kind == TokenKind::Word);
    words.map(|token| folded(input.reading.word(token))).collect()
}

fn spaces(text: &str, words: &[Span], matches: &mut Vec<Match>) {
    let mut at = 0;
    while let Some(found) = text.get(at..).and_then(|rest| rest.find([' ', '\u{a0}'])) {
        let start = at + found;
        at = run_end(text, start, |character| matches!(character, ' ' | '\u{a0}'));
        let run = Span::new(start, at);
        let inside = |side: Option<char>| side.is_some_and(|character| !character.is_whitespace());
        let several = text.get(start..at).is_some_and(|run| run.chars().nth(1).is_some());
        let free = !is_taken(words, run, |&word| word);
        if several && free && inside(char_before(text, start)) && inside(char_at(text, at)) {
            matches.push(once(run, " ", "Leave one space".to_owned()));
        }
    }
}

fn marks(input: &Input<'_>, matches: &mut Vec<Match>) {
    let text = input.draft().text();
    let mut at = 0;
    while let Some(found) = text.get(at..).and_then(|rest| rest.find(['!', '?', '.', ',', ';'])) {
        let start = at + found;
        let first = char_at(text, start).unwrap_or_default();
        let shouts = |mark: char| matches!(mark, '!' | '?');
        at = run_end(text, start, |mark| mark == first || (shouts(mark) && shouts(first)));
        let (run, span) = (text.get(start..at).unwrap_or_default(), Span::new(start, at));
        let one = run.chars().all(|mark| mark == first);
        let keep = match (first, run.len()) {
            (_, 1) | ('.', 3) => continue,
            // `../` is a path.
            ('.', 2) if char_at(text, at) == Some('/') => continue,
            ('.', 4..) => "...",
            (_, 2) if !one => continue,
            _ if one => run.get(..1).unwrap_or_default(),
            _ => "?",
        };
        if !is_taken(input.reading.entities(), span, |entity| entity.span) {
            matches.push(once(span, keep, format!("Change to “{keep}”")));
        }
    }
}

fn once(span: Span, keep: &str, label: String) -> Match {
    let edits = vec![Edit { span, insert: keep.to_owned() }];
    Match { fix: Some(Fix { label, edits }), ..Match::at(span) }
}
