//! Whether conditions hold for a draft in its context.

use super::condition::Condition;
use super::span_index::SpanIndex;
use super::{Input, LiteralHits, Match, Matcher};
use crate::Span;
use crate::facts::Facts;
use crate::reading::Reading;
use std::cell::RefCell;
use std::rc::Rc;

/// A draft in its context, as conditions see it. A rule inside a condition is matched only once.
pub(crate) struct Evaluator<'a> {
    pub(crate) reading: &'a Reading<'a>,
    pub(crate) facts: &'a Facts<'a>,
    pub(crate) literal_hits: &'a LiteralHits<'a>,
    /// How many rules the policy has, without those inside conditions.
    pub(crate) rules: usize,
    /// The rules inside conditions.
    pub(crate) inner: &'a [Box<dyn Matcher>],
    pub(crate) cache: RefCell<Vec<(usize, Rc<InnerMatches>)>>,
}

/// What a rule inside a condition matches.
#[derive(Default)]
pub(crate) struct InnerMatches {
    matches: bool,
    places: SpanIndex,
}

impl Evaluator<'_> {
    /// Whether a condition holds for a match at these places. There are no places if the match is about the whole
    /// draft.
    pub(crate) fn holds(&self, condition: &Condition, at: &[Span]) -> bool {
        match condition {
            Condition::All(all) => all.iter().all(|condition| self.holds(condition, at)),
            Condition::Any(any) => any.iter().any(|condition| self.holds(condition, at)),
            Condition::Not(condition) => !self.holds(condition, at),
            Condition::Scope(scope) => self.facts.are_in(scope),
            Condition::Matches(number) => self.inner_matches(*number).matches,
            Condition::Near(words, number) => {
                let known = self.inner_matches(*number);
                let near = |&span: &Span| self.is_near(span, &known.places, *words);
                if at.is_empty() { known.matches } else { at.iter().any(near) }
            }
        }
    }

    fn inner_matches(&self, number: usize) -> Rc<InnerMatches> {
        let known =
            self.cache.borrow().iter().find(|(known, _)| *known == number).map(|(_, found)| Rc::clone(found));
        known.unwrap_or_else(|| {
            let matcher = self.inner.get(number - self.rules);
            let hits = self.literal_hits.of(number);
            let found = matcher.zip(hits).map_or_else(Rc::default, |(matcher, hits)| {
                let found = matcher.find(&Input { reading: self.reading, facts: self.facts, hits });
                Rc::new(InnerMatches::new(&found))
            });
            self.cache.borrow_mut().push((number, Rc::clone(&found)));
            found
        })
    }

    /// Whether one of these places is at most this many words away: the nearest one before the span, or the nearest one
    /// after it.
    fn is_near(&self, span: Span, places: &SpanIndex, words: usize) -> bool {
        let few = |start: usize, end: usize| {
            let between = self.reading.draft().slice(Span::new(start, end.max(start)));
            let all = between.split_whitespace().filter(|word| word.contains(char::is_alphanumeric));
            all.take(words.saturating_add(1)).count() <= words
        };
        places.end_before(span.start).is_some_and(|end| few(end, span.start))
            || places.start_from(span.start).is_some_and(|start| few(span.end, start))
    }
}

impl InnerMatches {
    fn new(found: &[Match]) -> Self {
        let places = SpanIndex::new(found.iter().flat_map(|found| &found.spans).copied());
        Self { matches: !found.is_empty(), places }
    }
}
