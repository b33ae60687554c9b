//! Runs of ASCII. Most of a draft is ASCII, where a byte is a character. Handling a whole run at once is many times
//! faster than going character by character.

use crate::finding::Span;
use unicode_segmentation::UnicodeSegmentation;

/// How many bytes of ASCII a text begins with.
///
/// ```ignore
/// assert_eq!(ascii_run("gov.uk 🚌"), 7);
/// ```
pub(crate) fn ascii_run(text: &str) -> usize {
    const NOT_ASCII: u64 = 0x8080_8080_8080_8080;
    let bytes = text.as_bytes();
    let mut at = 0;
    // Eight bytes at a time; the first byte that is not ASCII is the lowest in the number.
    while let Some(eight) = bytes.get(at..).and_then(|rest| rest.first_chunk()) {
        let others = u64::from_le_bytes(*eight) & NOT_ASCII;
        if others != 0 {
            return at + others.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    while bytes.get(at).is_some_and(u8::is_ascii) {
        at += 1;
    }
    at
}

/// The grapheme clusters of a text that are not ASCII, in order, with their places. The ASCII character before each
/// stretch of them is included. It is a cluster of its own unless it is part of one, as in a keycap.
pub(crate) fn clusters_beyond_ascii(text: &str) -> impl Iterator<Item = (Span, &str)> {
    stretches_beyond_ascii(text).flat_map(move |stretch| {
        let clusters = text.get(stretch.start..stretch.end).unwrap_or_default().grapheme_indices(true);
        clusters.map(move |(at, cluster)| {
            let start = stretch.start + at;
            (Span::new(start, start + cluster.len()), cluster)
        })
    })
}

/// The stretches of a text that are not ASCII, each with the ASCII character before it. Every cluster that is not pure
/// ASCII begins inside one of them.
fn stretches_beyond_ascii(text: &str) -> impl Iterator<Item = Span> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let run = ascii_run(text.get(at..)?);
        let first = at + run;
        let start = first.saturating_sub(1).max(at);
        let mut end = first;
        while text.as_bytes().get(end).is_some_and(|byte| !byte.is_ascii()) {
            end += 1;
        }
        at = end;
        (end > first).then_some(Span::new(start, end))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn stretches_begin_with_the_character_in_front() {
        let stretches = stretches_beyond_ascii("é at 1️⃣ — b");
        assert!(stretches.eq([Span::new(0, 2), Span::new(6, 13), Span::new(13, 17)]));
        assert_eq!(stretches_beyond_ascii("plain").count(), 0);
    }

    proptest! {
        #[test]
        fn a_run_ends_before_the_first_other_character(text in "[a-z ]{0,20}\\PC{0,3}[a-z]{0,9}") {
            let expected = text.find(|character: char| !character.is_ascii()).unwrap_or(text.len());
            prop_assert_eq!(ascii_run(&text), expected);
        }

        #[test]
        fn clusters_are_those_of_the_whole_text(text in "[a1# \\u{e9}\\u{301}\\u{fe0f}\\u{20e3}\\u{200d}👩🏽🇬🇧가]{0,16}") {
            let is_more = |cluster: &&str| !cluster.is_ascii();
            let found = clusters_beyond_ascii(&text).filter(|(_, cluster)| is_more(cluster));
            let found: Vec<_> = found.map(|(span, cluster)| (span.start, cluster)).collect();
            let expected = text.grapheme_indices(true).filter(|(_, cluster)| is_more(cluster));
            prop_assert_eq!(found, expected.collect::<Vec<_>>());
        }
    }
}
