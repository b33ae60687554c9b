//! Places in a draft, sorted, so that finding one among thousands is a binary search.

use crate::Span;

/// Places, sorted by where they start.
#[derive(Debug, Default)]
pub(crate) struct SpanIndex {
    starts: Vec<usize>,
    /// For each place, the furthest end of it and all places before it.
    ends: Vec<usize>,
}

impl SpanIndex {
    pub(crate) fn new(spans: impl Iterator<Item = Span>) -> Self {
        let mut spans: Vec<Span> = spans.collect();
        spans.sort_unstable_by_key(|span| span.start);
        let furthest = |furthest: &mut usize, span: &Span| {
            *furthest = span.end.max(*furthest);
            Some(*furthest)
        };
        Self {
            ends: spans.iter().scan(0, furthest).collect(),
            starts: spans.into_iter().map(|span| span.start).collect(),
        }
    }

    /// Whether one of the places contains this one.
    pub(crate) fn covers(&self, span: Span) -> bool {
        self.end_before(span.start + 1).is_some_and(|end| end >= span.end)
    }

    /// The furthest end of the places that start before a byte.
    pub(crate) fn end_before(&self, at: usize) -> Option<usize> {
        let before = self.starts.partition_point(|&start| start < at);
        self.ends.get(before.checked_sub(1)?).copied()
    }

    /// The first start at or after a byte.
    pub(crate) fn start_from(&self, at: usize) -> Option<usize> {
        self.starts.get(self.starts.partition_point(|&start| start < at)).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn spans() -> impl Strategy<Value = Vec<Span>> {
        let span = (0..20_usize, 0..6_usize).prop_map(|(start, length)| Span::new(start, start + length));
        prop::collection::vec(span, 0..8)
    }

    proptest! {
        #[test]
        fn finds_what_a_look_at_all_finds(spans in spans(), at in 0..20_usize, length in 0..6_usize) {
            let index = SpanIndex::new(spans.iter().copied());
            let place = Span::new(at, at + length);
            prop_assert_eq!(index.covers(place), spans.iter().any(|span| span.contains(place)));
            let starts = || spans.iter().map(|span| span.start);
            prop_assert_eq!(index.start_from(at), starts().filter(|&start| start >= at).min());
            let before = spans.iter().filter(|span| span.start < at);
            prop_assert_eq!(index.end_before(at), before.map(|span| span.end).max());
        }
    }
}
