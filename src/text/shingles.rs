//! How similar two posts are, without keeping either of them.
//!
//! A post is kept as the numbers of its shingles: every three words in a row (Broder, “On the resemblance and
//! containment of documents”, 1997; three instead of more because posts are short). Similarity is the share of shingles
//! that two posts have in common, out of all that they have between them. Links do not count, so the same line with a
//! different link is still the same line. Case and disguises do not count either.
//!
//! The words cannot be read back, but whoever guesses three words can check the guess. So the numbers stay on the
//! machine, like the posts themselves.

use super::hash;
use super::normalise::folded;

/// How many words a shingle has.
const WORDS: usize = 3;

/// The shingles of a text, sorted. A text of fewer words is one shingle; one without words has none.
#[must_use]
pub fn shingles(text: &str) -> Vec<u32> {
    of_folded(&folded(text))
}

/// The shingles of a text in the form of [`folded`].
pub(crate) fn of_folded(text: &str) -> Vec<u32> {
    let words: Vec<&str> = words(text).collect();
    let mut shingles: Vec<u32> = words.windows(WORDS.min(words.len()).max(1)).map(number).collect();
    shingles.sort_unstable();
    shingles.dedup();
    shingles
}

/// The words of a text, without links.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    let is_link = |token: &str| {
        let dotted = token.split_once('.').is_some_and(|(_, rest)| rest.starts_with(char::is_alphanumeric));
        token.contains("://") || dotted && token.contains('/')
    };
    let tokens = text.split_whitespace().filter(move |token| !is_link(token));
    tokens.flat_map(|token| token.split(|c: char| !c.is_alphanumeric())).filter(|word| !word.is_empty())
}

fn number(words: &[&str]) -> u32 {
    let characters = words.iter().flat_map(|word| word.chars().chain([' ']));
    characters.fold(hash::EMPTY, hash::join)
}

/// How much two sorted lists of shingles have in common, as a percentage. Texts without words have nothing in common.
#[must_use]
pub fn alike(one: &[u32], other: &[u32]) -> usize {
    let shared = one.iter().filter(|shingle| other.binary_search(shingle).is_ok()).count();
    let all = one.len() + other.len() - shared;
    (shared * 100).checked_div(all).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_alike(one: &str, other: &str, percent: usize) {
        assert_eq!(alike(&shingles(one), &shingles(other)), percent, "{one} | {other}");
    }

    #[test]
    fn likeness() {
        assert_alike("Apply for a blue badge today", "APPLY for a blue badge, today!", 100);
        assert_alike("Apply for a badge https://gov.uk/a", "Apply for a badge gov.uk/b", 100);
        assert_alike("Apply for a blue badge today", "Apply for a blue badge online today", 50);
        assert_alike("Apply for a blue badge today", "Bins are late this week again", 0);
        assert_alike("Thanks", "thanks", 100);
        assert_alike("", "", 0);
    }
}
