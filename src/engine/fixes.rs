//! The checks that every fix of every rule has to pass before it is offered. A finding loses its fix if the fix
//!
//! - would change a name or a quotation (see [`verbatim`](crate::text::verbatim)),
//! - would join words, as in `e.g.this` becoming `for examplethis`,
//! - would write a word that nobody wants to publish by accident, or
//! - would write words that a rule of the same policy objects to.
//!
//! The last check is cheap: a rule is asked about the changed text only if the new words contain one of its literals.

use super::Engine;
use crate::Draft;
use crate::finding::{Edit, Span, apply, in_order};
use crate::reading::Reading;
use crate::rules::{Evaluator, Hit, Match};
use crate::text::entities::cursor::{char_at, char_before};
use crate::text::normalise::normal;
use crate::text::segment::unwanted::adds_unwanted;

/// A rule, by its index in the policy, and its matches in a draft.
pub(super) type Matched = (usize, Vec<Match>);

/// How many fixes are tried in one draft. After that, a fix stays only if no rule has a literal in it.
const MOST_TRIED: usize = 12;
/// How many bytes around the new words are searched for literals that they complete.
const AROUND: usize = 40;

impl Engine {
    /// Removes the fixes that would do harm. The findings stay.
    pub(super) fn keep_harmless_fixes(&self, evaluator: &Evaluator<'_>, all: &mut [Matched]) {
        let mut trial = Trial { engine: self, evaluator, matched: &*all, tried: 0 };
        let mut harmful = Vec::new();
        for (of_rule, (_, matches)) in all.iter().enumerate() {
            let nths = matches.iter().enumerate().filter(|(_, found)| trial.does_harm(found));
            harmful.extend(nths.map(|(nth, _)| (of_rule, nth)).collect::<Vec<_>>());
        }
        for (of_rule, nth) in harmful {
            if let Some(found) = all.get_mut(of_rule).and_then(|(_, matches)| matches.get_mut(nth)) {
                found.fix = None;
            }
        }
    }
}

/// Tries the fixes of a draft, one after the other.
struct Trial<'t, 'a> {
    engine: &'a Engine,
    evaluator: &'t Evaluator<'a>,
    /// The matches in the draft, in the order of the rules.
    matched: &'t [Matched],
    tried: usize,
}

/// The place of an edit in the draft, and the place of the new words in the changed text.
#[derive(Clone, Copy)]
struct Place {
    old: Span,
    new: Span,
}

impl Trial<'_, '_> {
    fn does_harm(&mut self, found: &Match) -> bool {
        let Some(fix) = &found.fix else { return false };
        let reading = self.evaluator.reading;
        fix.edits.iter().any(|edit| !reading.verbatim().may_change(edit.span, &found.spans))
            || fix.edits.iter().any(|edit| {
                // Fancy letters count as the plain ones they stand for.
                let before = reading.draft().slice(edit.span);
                edit.insert.contains(char::is_alphabetic)
                    && adds_unwanted(&edit.insert, normal(before).text())
            })
            || fix.edits.iter().any(|edit| joins_words(reading.draft().text(), edit))
            || self.is_objected_to(&fix.edits)
    }

    fn is_objected_to(&mut self, edits: &[Edit]) -> bool {
        let concerned = self.concerned(edits);
        if concerned.is_empty() {
            return false;
        }
        self.tried += 1;
        self.tried > MOST_TRIED || self.objects(edits, &concerned)
    }

    /// The rules with a literal in the new words, or with one that the new words complete.
    fn concerned(&self, edits: &[Edit]) -> Vec<usize> {
        let text = self.evaluator.reading.draft().text();
        let first = edits.iter().map(|edit| edit.span.start).min().unwrap_or_default();
        let last = edits.iter().map(|edit| edit.span.end).max().unwrap_or_default();
        let start = text.floor_char_boundary(first.saturating_sub(AROUND));
        let end = text.ceil_char_boundary(text.len().min(last + AROUND));
        let moved = edits.iter().map(|edit| {
            let span = Span::new(edit.span.start - start, edit.span.end - start);
            Edit { span, insert: edit.insert.clone() }
        });
        let moved: Vec<Edit> = moved.collect();
        let window = Draft::new(&apply(text.get(start..end).unwrap_or_default(), &moved));
        let (reading, places) = (Reading::new(&window, None), places(&moved));
        let is_new = |hit: &Hit| {
            let span = reading.from_folded(hit.span);
            places.iter().any(|place| changes(span, place.new))
        };
        let mut rules = Vec::new();
        self.engine.literals.scan(reading.folded().text()).each(self.engine.rules.len(), |rule, hits| {
            if hits.iter().any(is_new) {
                rules.push(rule);
            }
        });
        rules
    }

    /// Whether one of the rules matches in the new words but did not in the old ones.
    fn objects(&self, edits: &[Edit], rules: &[usize]) -> bool {
        let draft = Draft::new(&apply(self.evaluator.reading.draft().text(), edits));
        let places = places(edits);
        let reading = Reading::new(&draft, self.evaluator.facts.context.site.as_deref());
        let literal_hits = self.engine.literals.scan(reading.folded().text());
        let evaluator = self.engine.evaluator(&reading, self.evaluator.facts, &literal_hits);
        rules.iter().any(|&rule| {
            let Some(hits) = literal_hits.of(rule) else { return false };
            let found = self.engine.matches(rule, hits, &evaluator);
            let spans = || found.iter().flat_map(|found| found.spans.iter().copied());
            let is_new =
                |place: &Place| spans().any(|span| changes(span, place.new)) && !self.had(rule, place.old);
            places.iter().any(is_new)
        })
    }

    /// Whether a rule found something at this place in the original draft.
    fn had(&self, rule: usize, old: Span) -> bool {
        let nth = self.matched.binary_search_by_key(&rule, |&(rule, _)| rule);
        let found = nth.ok().and_then(|nth| self.matched.get(nth)).map(|(_, matches)| matches.as_slice());
        let mut spans = found.unwrap_or_default().iter().flat_map(|found| found.spans.iter().copied());
        spans.any(|span| changes(span, old))
    }
}

/// Whether an edit removes what separates two words.
fn joins_words(text: &str, edit: &Edit) -> bool {
    let Span { start, end } = edit.span;
    let old = text.get(start..end).unwrap_or_default();
    let joined = |one: Option<char>, other: Option<char>| {
        one.is_some_and(char::is_alphanumeric) && other.is_some_and(char::is_alphanumeric)
    };
    let (before, after) = (char_before(text, start), char_at(text, end));
    let (first, last) = (old.chars().next(), old.chars().next_back());
    if edit.insert.is_empty() {
        return joined(before, after) && !joined(before, first) && !joined(last, after);
    }
    let (new_first, new_last) = (edit.insert.chars().next(), edit.insert.chars().next_back());
    !old.is_empty()
        && (joined(before, new_first) && !joined(before, first)
            || joined(new_last, after) && !joined(last, after))
}

/// Whether a finding at `span` is affected by an edit of `place`: they overlap, or `place` is empty and inside `span`.
fn changes(span: Span, place: Span) -> bool {
    span.start < place.end && place.start < span.end
}

/// Where each edit is, before and after the changes.
fn places(edits: &[Edit]) -> Vec<Place> {
    let (mut removed, mut added) = (0, 0);
    let place = |edit: &Edit| {
        let start = edit.span.start + added - removed;
        removed += edit.span.end - edit.span.start;
        added += edit.insert.len();
        Place { old: edit.span, new: Span::new(start, start + edit.insert.len()) }
    };
    in_order(edits).into_iter().map(place).collect()
}
