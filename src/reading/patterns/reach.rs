//! How far a search may read beyond the match that it finds, and how much work that is.
//!
//! A search continues after a match for as long as a match that it prefers may still come: `a[^b]*b|a` reads on from
//! each `a` for a `b`. Anything that a pattern repeats without end can take it further; any other characters occur only
//! a limited number of times in one match.

use regex_syntax::hir::{Class, Hir, HirKind, Repetition};
use std::slice;

/// How many ways are kept apart; if there are more, they are combined.
const MOST_WAYS: usize = 16;

/// What determines how far a search may read.
#[derive(Debug)]
pub(super) struct Reach {
    ways: Vec<Way>,
    /// How many copies of its parts the pattern is built from because of counts such as `{1,100}`. A search may follow
    /// that many ways through a text at the same time.
    pub(super) repeats: usize,
}

/// One choice among the alternatives of a pattern.
#[derive(Debug, Clone, Copy, Default)]
struct Way {
    /// The ASCII characters that it may repeat without end, with one bit each.
    endless: u128,
    /// Whether it may repeat any other character without end.
    endless_beyond_ascii: bool,
    /// The most characters in a match that are not repeated without end.
    others: usize,
}

impl Reach {
    pub(super) fn of(hir: &Hir) -> Self {
        Self { ways: ways(hir), repeats: repeats(hir) }
    }

    /// How many bytes after a match its search may have read.
    pub(super) fn beyond(&self, rest: &str) -> usize {
        self.ways.iter().map(|way| way.beyond(rest)).max().unwrap_or(rest.len())
    }
}

impl Way {
    fn of_others(others: usize) -> Self {
        Self { others, ..Self::default() }
    }

    fn beyond(self, rest: &str) -> usize {
        let stops = rest.char_indices().filter(|&(_, character)| !self.repeats(character));
        stops.skip(self.others).map(|(at, _)| at).next().unwrap_or(rest.len())
    }

    fn repeats(self, character: char) -> bool {
        if character.is_ascii() {
            (self.endless >> u32::from(character)) & 1 == 1
        } else {
            self.endless_beyond_ascii
        }
    }

    /// What either of two ways repeats without end, with the given number of other characters.
    fn with(self, way: Self, others: usize) -> Self {
        Self {
            endless: self.endless | way.endless,
            endless_beyond_ascii: self.endless_beyond_ascii || way.endless_beyond_ascii,
            others,
        }
    }

    fn then(self, next: Self) -> Self {
        self.with(next, self.others.saturating_add(next.others))
    }

    /// Collects all characters that are repeated without end.
    fn gather(&mut self, hir: &Hir) {
        match hir.kind() {
            HirKind::Repetition(Repetition { sub, .. }) => self.gather(sub),
            HirKind::Capture(capture) => self.gather(&capture.sub),
            HirKind::Concat(parts) | HirKind::Alternation(parts) => {
                for part in parts {
                    self.gather(part);
                }
            }
            HirKind::Literal(literal) => {
                literal.0.iter().for_each(|&byte| self.add(byte.into(), byte.into()));
            }
            HirKind::Class(Class::Unicode(class)) => {
                class.iter().for_each(|range| self.add(range.start().into(), range.end().into()));
            }
            HirKind::Class(Class::Bytes(class)) => {
                class.iter().for_each(|range| self.add(range.start().into(), range.end().into()));
            }
            HirKind::Empty | HirKind::Look(_) => {}
        }
    }

    fn add(&mut self, first: u32, last: u32) {
        (first..=last.min(127)).for_each(|code| self.endless |= 1 << code);
        self.endless_beyond_ascii |= last > 127;
    }
}

fn ways(hir: &Hir) -> Vec<Way> {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => vec![Way::default()],
        HirKind::Literal(literal) => vec![Way::of_others(literal.0.len())],
        HirKind::Class(_) => vec![Way::of_others(1)],
        HirKind::Capture(capture) => ways(&capture.sub),
        HirKind::Repetition(Repetition { max: None, sub, .. }) => {
            let mut way = Way::default();
            way.gather(sub);
            vec![way]
        }
        HirKind::Repetition(Repetition { max: Some(max), sub, .. }) => {
            let way = together(&ways(sub));
            vec![way.with(way, way.others.saturating_mul(times(*max)))]
        }
        HirKind::Alternation(branches) => few(branches.iter().flat_map(ways).collect()),
        HirKind::Concat(parts) => parts.iter().fold(vec![Way::default()], |before, part| {
            let next = ways(part);
            if before.len() * next.len() > MOST_WAYS {
                return vec![together(&before).then(together(&next))];
            }
            before.iter().flat_map(|one| next.iter().map(|other| one.then(*other))).collect()
        }),
    }
}

/// One way that reaches as far as each of these.
fn together(ways: &[Way]) -> Way {
    ways.iter().fold(Way::default(), |all, &way| all.with(way, all.others.max(way.others)))
}

fn few(ways: Vec<Way>) -> Vec<Way> {
    if ways.len() > MOST_WAYS { vec![together(&ways)] } else { ways }
}

/// Nested counts multiply; counts of adjacent parts add up; the pattern itself counts as one.
fn repeats(hir: &Hir) -> usize {
    let parts = match hir.kind() {
        HirKind::Repetition(Repetition { min, max, sub, .. }) => {
            return times(max.unwrap_or(*min).max(1)).saturating_mul(repeats(sub));
        }
        HirKind::Capture(capture) => slice::from_ref(&*capture.sub),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => parts.as_slice(),
        HirKind::Empty | HirKind::Literal(_) | HirKind::Class(_) | HirKind::Look(_) => &[],
    };
    parts.iter().fold(1, |sum: usize, part| sum.saturating_add(repeats(part) - 1))
}

fn times(count: u32) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reach(pattern: &str) -> Reach {
        Reach::of(&regex_syntax::parse(pattern).unwrap())
    }

    #[test]
    fn counts_multiply_when_nested_and_add_up_side_by_side() {
        let repeats = |pattern| reach(pattern).repeats;
        assert_eq!(repeats("noon|[a-z]+ *(?:a|b)?"), 1);
        assert_eq!(repeats("[a-z]{2,80}(x[a-z]){3}"), 82);
        assert_eq!(repeats("(?:[a-z]{1,60} ?){100,}"), 6_000);
        let many = format!("{}[a-z]{}", "(?:".repeat(9), "b){4000000000}".repeat(9));
        assert_eq!(repeats(&many), usize::MAX);
    }

    #[test]
    fn a_search_reads_on_while_a_longer_match_may_come() {
        let beyond = |pattern: &str, rest| reach(pattern).beyond(rest);
        assert_eq!(beyond("noon", "until midday"), 4);
        assert_eq!(beyond("[a-z]+", "day and night"), 3);
        assert_eq!(beyond("[0-9]+(?:,[0-9]+)*%?", ",000, or 5 more"), 6);
        assert_eq!(beyond("a[^b]*b|a", "aaéaa"), 6);
        assert_eq!(beyond("a[^b]*b|a", "aab and b and b"), 14);
        assert_eq!(beyond(r"n\s+\w+", "  1a2 cases? No!"), 15);
        assert_eq!(beyond("(?:é|ab)*", "abééc"), 6);
        assert_eq!(beyond("[a-z]{2,4}", "éé"), 4);
    }

    #[test]
    fn of_alternatives_the_one_that_reaches_furthest_counts() {
        let rest = "1,000 of them, and all the others";
        assert_eq!(reach(r"\b(?:[0-9,]+|[a-z ]+)\b").beyond(rest), 5);
        let many = "[0-9,]+|".repeat(MOST_WAYS) + "[a-z ]+";
        assert_eq!(reach(&format!("{many}|x[a-z ]*")).beyond(rest), rest.len());
    }
}
