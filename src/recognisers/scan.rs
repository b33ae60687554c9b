//! The input and output of a recogniser.

use crate::finding::Span;
use crate::reading::Reading;
use crate::reading::patterns::{Lazy, SearchLimit};

/// It has the shape, but so do other things.
pub const POSSIBLE: u8 = 30;
/// The shape is rarely anything else, or a cue word is nearby.
pub const LIKELY: u8 = 60;
/// Shape, checksum and surrounding words agree.
pub const CERTAIN: u8 = 90;

/// Something that may be what a recogniser looks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    /// Where, in bytes of the text that was scanned.
    pub span: Span,
    /// How certain it is, from 0 to 100.
    pub score: u8,
}

impl Candidate {
    /// A candidate from `start` up to `end`.
    #[must_use]
    pub const fn new(start: usize, end: usize, score: u8) -> Self {
        Self { span: Span::new(start, end), score }
    }
}

/// A text, ready for recognisers.
#[derive(Debug, Clone, Copy)]
pub struct Scan<'a> {
    /// The text in the form of [`normal`](crate::text::normalise::normal), with digits for look-alike letters, see
    /// [`Digits`](crate::text::digits::Digits).
    pub text: &'a str,
    /// The text before look-alike letters became digits; offsets are the same.
    pub written: &'a str,
    /// How many digits it has.
    pub digits: usize,
    /// The pattern that the policy gives, and how far it may still be searched for.
    pub pattern: Option<(&'a Lazy, &'a SearchLimit)>,
}

impl<'a> Scan<'a> {
    /// The normal view of a draft, with the pattern that the policy gives.
    #[must_use]
    pub fn of(reading: &'a Reading<'_>, pattern: Option<&'a Lazy>) -> Self {
        let (digits, text) = reading.digits();
        let pattern = pattern.map(|pattern| (pattern, reading.search_limit()));
        Self { text, written: reading.normal().text(), digits, pattern }
    }
}

/// Chooses among overlapping candidates: the most certain, then the longest. The result is in text order.
#[must_use]
pub fn settle(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    candidates.sort_by_key(|Candidate { span, score }| {
        (u8::MAX - score, usize::MAX - (span.end - span.start), span.start)
    });
    let mut settled: Vec<Candidate> = Vec::new();
    for candidate in candidates {
        // The settled ones stay in text order, so only neighbours can overlap.
        let place = settled.partition_point(|other| other.span.end <= candidate.span.start);
        if !settled.get(place).is_some_and(|next| next.span.overlaps(candidate.span)) {
            settled.insert(place, candidate);
        }
    }
    settled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_surest_and_then_the_longest_wins() {
        let all = vec![
            Candidate::new(0, 5, 30),
            Candidate::new(12, 14, 30),
            Candidate::new(3, 9, 60),
            Candidate::new(3, 7, 60),
        ];
        assert_eq!(settle(all), [Candidate::new(3, 9, 60), Candidate::new(12, 14, 30)]);
    }
}
