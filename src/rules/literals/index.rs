//! Finds many literals in a text, in a time that hardly grows with their number.
//!
//! No literal starts at most places in a text, so speed depends on how quickly such a place is passed over. The first
//! bytes at a place are hashed. The hash selects a bucket, and one of the 64 marks of that bucket. If that mark is not
//! set, the place has cost a multiplication and a load. If it is set, the literals of the bucket are compared. They are
//! sorted, so thousands that start alike cost one binary search, and each knows the next shorter literal that it starts
//! with. (The marks are a Bloom filter with one hash function; the search among prefixes is that of Karp and Rabin.)
//!
//! Building the index is a sort. `docs/decisions/0008-literal-index.md` says why it is not an Aho–Corasick automaton.

use crate::finding::Span;
use std::iter;

/// How many first bytes each class hashes. A literal is in the first class for which it is long enough.
const WIDTHS: [usize; 3] = [4, 2, 1];
/// How many first bytes of a literal are compared as one number.
const HEAD: usize = size_of::<u64>();
/// A bucket has 64 marks. The six bits of a hash after those that select the bucket select the mark.
const MARK_BITS: u32 = 6;
/// Spreads the hashed bytes over the upper bits: Knuth's multiplicative hashing with the golden ratio.
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

/// The literals of a future index, joined into one string.
#[derive(Debug, Default)]
pub(super) struct Texts {
    joined: String,
    spans: Vec<Span>,
}

impl Texts {
    /// Adds a literal. Its number is the number of literals added before it.
    pub(super) fn push(&mut self, literal: &str) {
        let start = self.joined.len();
        self.joined.push_str(literal);
        self.spans.push(Span::new(start, self.joined.len()));
    }

    fn bytes(&self, span: Span) -> &[u8] {
        self.joined.as_bytes().get(span.start..span.end).unwrap_or_default()
    }
}

/// Literals, ready for the search.
#[derive(Debug)]
pub(super) struct Index {
    texts: Texts,
    classes: Vec<Class>,
}

/// The literals with the same number of hashed bytes.
#[derive(Debug)]
struct Class {
    /// The mask for the bytes that are hashed.
    hashed: u64,
    /// How many upper bits of a hash select its bucket.
    bucket_bits: u32,
    /// The marks of each bucket.
    marks: Vec<u64>,
    /// Where the entries of each bucket start, and finally where those of the last bucket end.
    starts: Vec<usize>,
    /// Sorted by bucket, and then by text.
    entries: Vec<Entry>,
}

/// A literal in its class.
#[derive(Debug, Clone, Copy)]
struct Entry {
    /// Its first bytes, as a number with the same sort order.
    head: u64,
    span: Span,
    literal: usize,
    /// The nearest entry before this one whose text is a prefix of this one's.
    shorter: Option<usize>,
}

impl Index {
    /// Builds the index. An empty literal is found nowhere.
    pub(super) fn new(texts: Texts) -> Self {
        let mut longer = usize::MAX;
        let classes = WIDTHS.map(|width| {
            let lengths = width..std::mem::replace(&mut longer, width);
            let spans = texts.spans.iter().enumerate().filter(|(_, span)| lengths.contains(&length(**span)));
            let entry =
                |(literal, &span)| Entry { head: head(texts.bytes(span)), span, literal, shorter: None };
            Class::new(width, spans.map(entry).collect(), &texts)
        });
        Self { classes: classes.into_iter().filter(|class| !class.entries.is_empty()).collect(), texts }
    }

    /// Calls `found` with the number and place of each literal in a text, even where they overlap.
    pub(super) fn each(&self, text: &str, mut found: impl FnMut(usize, Span)) {
        // Padded with zeros, so that every place has a full head.
        let padded = [text.as_bytes(), &[0; HEAD - 1]].concat();
        for class in &self.classes {
            for (at, bytes) in padded.array_windows().enumerate() {
                let hash = class.hash(u64::from_le_bytes(*bytes));
                if class.has_mark(hash) {
                    let rest = text.as_bytes().get(at..).unwrap_or_default();
                    class.each(hash, u64::from_be_bytes(*bytes), rest, &self.texts, |entry| {
                        found(entry.literal, Span::new(at, at + length(entry.span)));
                    });
                }
            }
        }
    }
}

impl Class {
    fn new(width: usize, mut entries: Vec<Entry>, texts: &Texts) -> Self {
        let bucket_bits = entries.len().next_power_of_two().trailing_zeros().max(1);
        let mut class = Self {
            hashed: u64::MAX >> (8 * (HEAD - width)),
            bucket_bits,
            marks: vec![0; 1 << bucket_bits],
            starts: Vec::with_capacity((1 << bucket_bits) + 1),
            entries: Vec::new(),
        };
        entries.sort_unstable_by(|one, other| {
            let bucket = |entry: &Entry| class.bucket(class.hash_of(entry));
            let numbers = bucket(one).cmp(&bucket(other)).then(one.head.cmp(&other.head));
            numbers.then_with(|| texts.bytes(one.span).cmp(texts.bytes(other.span)))
        });
        for (nth, entry) in entries.iter().enumerate() {
            let hash = class.hash_of(entry);
            let bucket = class.bucket(hash);
            // Empty buckets between the last one and this one start here too.
            class.starts.resize(bucket + 1, nth);
            let mark = class.mark(hash);
            class.marks.get_mut(bucket).into_iter().for_each(|marks| *marks |= mark);
        }
        class.starts.resize((1 << bucket_bits) + 1, entries.len());
        for nth in 0..entries.len() {
            let (before, from) = entries.split_at_mut(nth);
            if let Some(entry) = from.first_mut() {
                entry.shorter = start_of(texts.bytes(entry.span), before, texts);
            }
        }
        class.entries = entries;
        class
    }

    /// The hash of the first bytes at a place. They are little-endian, as most machines and WebAssembly load them.
    fn hash(&self, bytes: u64) -> u64 {
        (bytes & self.hashed).wrapping_mul(SPREAD)
    }

    fn hash_of(&self, entry: &Entry) -> u64 {
        self.hash(entry.head.swap_bytes())
    }

    #[allow(
        clippy::cast_possible_truncation,
        reason = "there are as many buckets as literals, all in memory"
    )]
    fn bucket(&self, hash: u64) -> usize {
        (hash >> (u64::BITS - self.bucket_bits)) as usize
    }

    fn mark(&self, hash: u64) -> u64 {
        1 << ((hash >> (u64::BITS - self.bucket_bits - MARK_BITS)) % u64::from(u64::BITS))
    }

    fn has_mark(&self, hash: u64) -> bool {
        self.marks.get(self.bucket(hash)).is_some_and(|marks| marks & self.mark(hash) != 0)
    }

    /// Calls `found` with each entry that is a prefix of a text with this hash and head.
    fn each(&self, hash: u64, head: u64, text: &[u8], texts: &Texts, mut found: impl FnMut(&Entry)) {
        let bucket = self.bucket(hash);
        let (Some(&start), Some(&end)) = (self.starts.get(bucket), self.starts.get(bucket + 1)) else {
            return;
        };
        let entries = self.entries.get(start..end).unwrap_or_default();
        // Prefixes of the text sort before it or are equal to it, and whatever is between them starts the same way.
        let before = entries.partition_point(|entry| {
            entry.head < head || entry.head == head && texts.bytes(entry.span) <= text
        });
        let last = entries.get(..before).and_then(<[Entry]>::last);
        for entry in iter::successors(last, |entry| self.entries.get(entry.shorter?)) {
            let alike = (entry.head ^ head).leading_zeros() / u8::BITS;
            if alike as usize >= length(entry.span).min(HEAD) && text.starts_with(texts.bytes(entry.span)) {
                found(entry);
            }
        }
    }
}

/// The nearest of the entries before a text that is a prefix of it. They all have their own `shorter`.
fn start_of(text: &[u8], before: &[Entry], texts: &Texts) -> Option<usize> {
    iter::successors(before.len().checked_sub(1), |nth| before.get(*nth)?.shorter)
        .find(|nth| before.get(*nth).is_some_and(|entry| text.starts_with(texts.bytes(entry.span))))
}

fn length(span: Span) -> usize {
    span.end - span.start
}

fn head(text: &[u8]) -> u64 {
    let mut head = [0; HEAD];
    head.iter_mut().zip(text).for_each(|(to, from)| *to = *from);
    u64::from_be_bytes(head)
}

#[cfg(test)]
mod tests {
    use super::*;
    use aho_corasick::AhoCorasick;
    use proptest::prelude::*;

    fn index(literals: &[impl AsRef<str>]) -> Index {
        let mut texts = Texts::default();
        for literal in literals {
            texts.push(literal.as_ref());
        }
        Index::new(texts)
    }

    fn found(literals: &[impl AsRef<str>], text: &str) -> Vec<(usize, Span)> {
        let mut all = Vec::new();
        index(literals).each(text, |literal, span| all.push((literal, span)));
        all.sort_unstable();
        all
    }

    #[test]
    fn a_literal_is_found_at_each_of_its_places() {
        assert_eq!(
            found(&["aa", "", "é"], "aaaé"),
            [(0, Span::new(0, 2)), (0, Span::new(1, 3)), (2, Span::new(3, 5))]
        );
        assert_eq!(found(&["minister", "minister of state", "mini", "mint"], "a minister of").len(), 2);
        // A zero does not end the text.
        assert_eq!(found(&["a\0", "b\0\0\0\0\0\0\0\0"], "a b\0").len(), 0);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        /// A small alphabet, of one to four bytes each, so that many literals share their starts and ends, and overlap.
        #[test]
        fn finds_what_aho_and_corasick_find(
            literals in prop::collection::vec("[ab\0é😀]{1,4}|[ab]{1,12}|a{1,20}", 0..60),
            text in "[ab\0é😀]{0,60}|[ab]{0,60}",
        ) {
            let oracle = AhoCorasick::new(&literals).unwrap();
            let mut expected: Vec<_> = oracle
                .find_overlapping_iter(&text)
                .map(|hit| (hit.pattern().as_usize(), Span::new(hit.start(), hit.end())))
                .collect();
            expected.sort_unstable();
            prop_assert_eq!(found(&literals, &text), expected);
        }
    }
}
