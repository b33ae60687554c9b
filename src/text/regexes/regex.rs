//! Finds the matches of a regular expression.
//!
//! Parser, automaton and meaning are those of the `regex` crate; only the search is our own, see
//! `docs/decisions/0010-regular-expressions.md`. A match is tried only [where one can start](super::starts), by
//! [backtracking](super::attempt). When that has taken too many steps, the rest of the text is searched by
//! simulating all states at once, which takes no more time than the text is long, and no more memory than the pattern.

use super::attempt::{Attempts, Outcome};
use super::required::required;
use super::starts::Starts;
use crate::Span;
use regex_automata::nfa::thompson::pikevm::PikeVM;
use regex_automata::nfa::thompson::{BuildError, NFA};
use regex_automata::util::primitives::NonMaxUsize;
use regex_automata::{Input, PatternID};
use regex_syntax::hir::Hir;
use std::ops::Range;

/// How many bytes of one text are read by simulation. Each match may read all the rest (as those of `a[^b]*b|a` in a text of
/// nothing but `a`), so this is enough for every text of four thousand bytes. What is not read then is one match.
const MOST_SIMULATED: usize = 1 << 23;

/// A regular expression, ready to match.
#[derive(Debug)]
pub struct Regex {
    nfa: NFA,
    starts: Starts,
    /// How many bytes of a match are before a literal that it requires at most, if there is an end to it.
    before: Option<usize>,
}

impl Regex {
    /// Builds what has been parsed.
    ///
    /// # Errors
    /// It would take more than `limit` bytes.
    pub(super) fn new(hir: &Hir, limit: usize) -> Result<Self, Box<BuildError>> {
        let config = NFA::config().nfa_size_limit(Some(limit));
        let nfa = NFA::compiler().configure(config).build_from_hir(hir)?;
        Ok(Self { starts: Starts::of(&nfa), nfa, before: required(hir).and_then(|required| required.before) })
    }

    /// The one that matches nowhere.
    pub(super) fn never() -> Self {
        let nfa = NFA::never_match();
        Self { starts: Starts::of(&nfa), nfa, before: None }
    }

    /// How many groups it has, the whole match not counted.
    #[must_use]
    pub fn groups(&self) -> usize {
        self.nfa.group_info().group_len(PatternID::ZERO).saturating_sub(1)
    }

    /// Its matches in a text, from left to right, none of which overlap. A match of nothing is none.
    pub fn matches<'r, 't>(&'r self, text: &'t str) -> Matches<'r, 't> {
        Matches {
            regex: self,
            text,
            at: 0,
            ranges: vec![Range { start: 0, end: text.len() }],
            attempts: Some(Attempts::new(&self.nfa, text)),
            unread: Some(MOST_SIMULATED),
        }
    }

    /// Whether it matches somewhere in a text.
    #[must_use]
    pub fn is_match(&self, text: &str) -> bool {
        self.matches(text).next().is_some()
    }
}

/// The matches of a regular expression in a text.
#[derive(Debug)]
pub struct Matches<'r, 't> {
    regex: &'r Regex,
    text: &'t str,
    /// Where the next match can start at the earliest.
    at: usize,
    /// Where matches can start, the next range last.
    ranges: Vec<Range<usize>>,
    /// Nothing once they have become too long.
    attempts: Option<Attempts<'r, 't>>,
    /// How many bytes may still be read by simulation; nothing once they have been too many.
    unread: Option<usize>,
}

impl Matches<'_, '_> {
    /// Only those that may have one of the literals that the pattern requires at these places, which are in the order of
    /// the text.
    #[must_use]
    pub fn around(self, literals: impl Iterator<Item = Span>) -> Self {
        let mut ranges: Vec<Range<usize>> = Vec::new();
        for Span { start, end } in literals {
            let first = self.regex.before.map_or(0, |before| start.saturating_sub(before));
            match ranges.last_mut().filter(|range| first <= range.end) {
                Some(range) => range.end = range.end.max(end),
                None => ranges.push(first..end),
            }
        }
        ranges.reverse();
        Self { ranges, ..self }
    }

    /// The groups of the next match.
    fn slots(&mut self) -> Option<Vec<Option<usize>>> {
        while let Some(attempts) = &mut self.attempts {
            let range = self.ranges.last()?;
            let within = self.text.as_bytes().get(..range.end).unwrap_or(self.text.as_bytes());
            let Some(at) = self.regex.starts.next(within, self.at.max(range.start)) else {
                self.ranges.pop();
                continue;
            };
            self.at = at;
            match attempts.attempt(at) {
                Outcome::Matched => return Some(attempts.slots().to_vec()),
                Outcome::Failed => self.at += 1,
                Outcome::TooLong => self.attempts = None,
            }
        }
        self.simulated()
    }

    /// The same, by simulating all states at once.
    fn simulated(&mut self) -> Option<Vec<Option<usize>>> {
        self.unread = self.unread?.checked_sub(self.text.len() - self.at);
        if self.unread.is_none() {
            return Some(vec![Some(self.at), Some(self.text.len())]);
        }
        let simulation = PikeVM::new_from_nfa(self.regex.nfa.clone()).ok()?;
        let mut slots = vec![None; self.regex.nfa.group_info().slot_len()];
        let input = Input::new(self.text).range(self.at..);
        simulation.search_slots(&mut simulation.create_cache(), &input, &mut slots)?;
        Some(slots.into_iter().map(|slot| slot.map(NonMaxUsize::get)).collect())
    }
}

impl<'r> Iterator for Matches<'r, '_> {
    type Item = Match<'r>;

    fn next(&mut self) -> Option<Match<'r>> {
        while self.at < self.text.len() {
            let slots = self.slots()?;
            let found = Match { nfa: &self.regex.nfa, slots, is_rest: self.unread.is_none() };
            let Span { start, end } = found.span();
            // Behind nothing, the next character.
            let one = || self.text.get(end..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
            self.at = if end > start { end } else { end + one() };
            if end > start {
                return Some(found);
            }
        }
        None
    }
}

/// A place where a regular expression matches.
#[derive(Debug)]
pub struct Match<'r> {
    nfa: &'r NFA,
    /// Where each group starts and ends: two for each.
    slots: Vec<Option<usize>>,
    is_rest: bool,
}

impl Match<'_> {
    /// Whether this is no match, but all the rest of a text that would take too long to search.
    #[must_use]
    pub fn is_rest(&self) -> bool {
        self.is_rest
    }

    /// Where the whole match is, in bytes.
    #[must_use]
    pub fn span(&self) -> Span {
        self.group(0).unwrap_or(Span::new(0, 0))
    }

    /// Where a group is, if it is part of the match; the whole match is group 0.
    #[must_use]
    pub fn group(&self, nth: usize) -> Option<Span> {
        let slot = |nth: usize| self.slots.get(nth).copied().flatten();
        Some(Span::new(slot(2 * nth)?, slot(2 * nth + 1)?))
    }

    /// Where the group of this name is, if it is part of the match.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<Span> {
        self.group(self.nfa.group_info().to_index(PatternID::ZERO, name)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const LIMIT: usize = 1 << 20;

    fn ours(pattern: &str) -> Regex {
        Regex::new(&regex_syntax::parse(pattern).unwrap(), LIMIT).unwrap()
    }

    /// Patterns of every form, over few letters.
    fn patterns() -> impl Strategy<Value = String> {
        let leaf = prop::sample::select(vec![
            "a",
            "b",
            "é",
            " ",
            "ab",
            r"\b",
            r"\B",
            r"\w",
            r"\d",
            r"\s",
            ".",
            "^",
            "$",
            "[ab]",
            "[^a]",
            "[a-é]",
            "(?m:^)",
            "(?s:.)",
            r"\b{start}",
            "",
        ]);
        leaf.prop_map(ToOwned::to_owned).prop_recursive(5, 24, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 1..4).prop_map(|parts| parts.concat()),
                prop::collection::vec(inner.clone(), 2..4)
                    .prop_map(|parts| format!("(?:{})", parts.join("|"))),
                inner.clone().prop_map(|one| format!("({one})")),
                (inner, prop::sample::select(vec!["*", "+", "?", "*?", "+?", "??", "{2}", "{1,3}"]))
                    .prop_map(|(one, times)| format!("(?:{one}){times}")),
            ]
        })
    }

    fn assert_same(pattern: &str, text: &str) {
        let oracle = regex::Regex::new(pattern).unwrap();
        let groups = |found: regex::Captures<'_>| -> Vec<_> {
            found.iter().map(|group| group.map(|group| Span::new(group.start(), group.end()))).collect()
        };
        let expected = oracle.captures_iter(text).filter(|found| !found[0].is_empty()).map(groups);
        let groups =
            |found: Match<'_>| (0..oracle.captures_len()).map(|nth| found.group(nth)).collect::<Vec<_>>();
        assert!(ours(pattern).matches(text).map(groups).eq(expected), "{pattern} {text}");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]

        #[test]
        fn finds_what_the_regex_crate_finds(pattern in patterns(), text in "[ab1_ é🚌\n.]{0,16}") {
            assert_same(&pattern, &text);
        }
    }

    #[test]
    fn what_takes_too_long_is_found_all_the_same() {
        for (pattern, text) in [
            ("(?:a|a)*c", format!("{}c", "a".repeat(40))),
            ("(?:a*)*b|(a)(?:é|b)", format!("{} aé ab", "a".repeat(200))),
            ("[a-z ]*[0-9](x)?", format!("{} 1x", "of the ".repeat(300))),
            ("(?:)*?b", "aab".to_owned()),
            ("(?:a|é|x)*b?", "aé".repeat(20_000)),
        ] {
            assert_same(pattern, &text);
        }
    }

    #[test]
    fn of_matches_that_each_read_all_the_rest_the_last_is_all_that_is_left() {
        assert_same("a[^b]*b|a", &"a".repeat(2_000));
        let regex = ours("a[^b]*b|a");
        let found: Vec<_> = regex.matches(&"a".repeat(30_000)).collect();
        let (last, others) = found.split_last().unwrap();
        assert!(others.len() > 200 && others.iter().all(|found| !found.is_rest()));
        assert!(last.is_rest() && last.span() == Span::new(others.len(), 30_000));
    }

    proptest! {
        #[test]
        fn around_literals_are_all_there_are(
            text in "[ab ]{0,30}",
            start in prop::sample::select(vec!["[ab]*", "[ab]{0,2}", "", "b?(?: |a)"]),
            end in prop::sample::select(vec!["", " *b+"]),
        ) {
            let regex = ours(&format!("{start}a b{end}"));
            let places = text.match_indices("a b").map(|(at, found)| Span::new(at, at + found.len()));
            let spans = |matches: Matches<'_, '_>| matches.map(|found| found.span()).collect::<Vec<_>>();
            prop_assert_eq!(spans(regex.matches(&text).around(places)), spans(regex.matches(&text)));
        }
    }
}
