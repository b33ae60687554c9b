//! Words, spaces and marks that stand there twice.
//!
//! # What it finds
//! - `words`: a word straight after itself in the same line, whatever its case: `the the`. Not what English says
//!   twice (`had had`, `that that`, `very very`), single letters but `a`, numbers and names (`Duran Duran`).
//! - `spaces`: two or more spaces between words. Not at the start or end of a line, where they are seen.
//! - `marks`: `!!`, `???`, `,,`, `..` and more than three dots. Not `?!`, `...`, or anything in a link.
//!
//! The fix keeps one.
//!
//! # Why an organisation wants it
//! A slip that spelling checkers miss, and the GDS style for word repetition.
//!
//! # Settings
//! | setting | meaning |
//! |---|---|
//! | `find` | which of `words`, `spaces` and `marks`; all of them if absent |
//! | `allow` | words that may be repeated |
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

use super::places::is_taken;
use super::{Look, Match, Matcher, RuleKind, RuleLiterals, SettingsError, settings};
use crate::finding::{Edit, Fix, Span};
use crate::text::entities::cursor::{char_at, char_before, run_end};
use crate::text::normalise::folded;
use crate::text::segment::TokenKind;
use serde::Deserialize;
use serde_json::Value;

/// The kind `repetition`.
pub(super) struct Repetition;

/// What people say twice.
const SAID_TWICE: &str = " had that very really so no now there ha bye many much far long knock blah tut hear hip her you do is go well yes aye boo chop night again more araf bach mwy ";

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
    fn find(&self, look: &Look<'_>) -> Vec<Match> {
        let mut matches = Vec::new();
        if self.find.contains(&What::Words) {
            self.words(look, &mut matches);
        }
        let text = look.draft().text();
        if self.find.contains(&What::Spaces) {
            // Those between words that are there twice go with the words.
            let words: Vec<Span> = matches.iter().flat_map(|found| found.spans.iter().copied()).collect();
            spaces(text, &words, &mut matches);
        }
        if self.find.contains(&What::Marks) {
            marks(look, &mut matches);
        }
        matches
    }
}

impl Settings {
    fn words(&self, look: &Look<'_>, matches: &mut Vec<Match>) {
        let same = |one: Span, other: Span| {
            let gap = look.draft().slice(Span::new(one.end, other.start));
            let (first, second) = (look.draft().slice(one), look.draft().slice(other));
            first.eq_ignore_ascii_case(second)
                && !gap.is_empty()
                && gap.chars().all(|character| matches!(character, ' ' | '\t' | '\u{a0}'))
                && !self.may_repeat(second)
        };
        let tokens = look.reading.tokens();
        let runs = tokens.chunk_by(|one, other| {
            one.kind == TokenKind::Word && other.kind == TokenKind::Word && same(one.span, other.span)
        });
        for run in runs.filter(|run| run.len() > 1) {
            let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
            let span = Span::new(first.span.start, last.span.end);
            let edit = Edit { span: Span::new(first.span.end, span.end), insert: String::new() };
            let label = format!("Write “{}” once", look.reading.word(first));
            matches.push(Match { fix: Some(Fix { label, edits: vec![edit] }), ..Match::at(span) });
        }
    }

    fn may_repeat(&self, word: &str) -> bool {
        let name = word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase);
        let short = word.chars().nth(1).is_none() && !word.eq_ignore_ascii_case("a");
        let plain = folded(word);
        name || short
            || !word.contains(char::is_alphabetic)
            || SAID_TWICE.contains(&format!(" {plain} "))
            || self.allow.contains(&plain)
    }
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

fn marks(look: &Look<'_>, matches: &mut Vec<Match>) {
    let text = look.draft().text();
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
        if !is_taken(look.reading.entities(), span, |entity| entity.span) {
            matches.push(once(span, keep, format!("Change to “{keep}”")));
        }
    }
}

fn once(span: Span, keep: &str, label: String) -> Match {
    let edits = vec![Edit { span, insert: keep.to_owned() }];
    Match { fix: Some(Fix { label, edits }), ..Match::at(span) }
}
