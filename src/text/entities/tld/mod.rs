//! Top-level domains: the reason why `example.com` is a link and `file.txt` is not.
//!
//! The lists are those of twitter-text 3.1.0 (Copyright 2018 Twitter, Inc., Apache License 2.0), written by
//! `tests/oracle/tables.mjs`. X uses them, so newer top-level domains are left out on purpose. Later changes (npm
//! `tlds` 1.261.0, MIT License) matter to Bluesky only, and are kept separately.

use super::cursor::{char_at, run_end, starts_with_ignoring_case};

/// The domains of ASCII letters, one per line, sorted.
static ASCII: &str = include_str!("ascii.txt");

/// All others, one per line, in the order in which they are tried: the first that matches wins.
static OTHER: &str = include_str!("other.txt");

/// Those of [`ASCII`] that have left the root zone, sorted.
static GONE: &str = include_str!("gone.txt");

/// Those of ASCII letters that have joined the root zone, sorted.
static ADDED: &str = include_str!("added.txt");

/// The longest domain of [`ASCII`].
const LONGEST: usize = 18;

/// The end of the top-level domain that begins at this offset, if one does.
///
/// ```ignore
/// assert_eq!(end("example.com/", 8), Some(11));
/// assert_eq!(end("example.com2", 8), None);
/// ```
pub(crate) fn end(text: &str, at: usize) -> Option<usize> {
    // The end of a sentence.
    if char_at(text, at).is_none_or(|next| next.is_ascii() && !next.is_ascii_alphanumeric()) {
        return None;
    }
    let word_end = run_end(text, at, |character| character.is_ascii_alphanumeric());
    let known = text.get(at..word_end).is_some_and(is_known) && may_end(text, word_end);
    if known {
        return Some(word_end);
    }
    // All others have a non-ASCII letter near the beginning; checking that saves searching the list.
    let other = char_at(text, word_end).is_some_and(|next| !next.is_ascii());
    if other { other_end(text, at) } else { punycode_end(text, at) }
}

/// Whether this is a top-level domain of ASCII letters, in any case.
pub(crate) fn is_known(word: &str) -> bool {
    let mut lowered = [0; LONGEST];
    let Some(buffer) = lowered.get_mut(..word.len()) else { return false };
    buffer.copy_from_slice(word.as_bytes());
    buffer.make_ascii_lowercase();
    has_line(ASCII, buffer)
}

/// Whether this is a top-level domain of ASCII letters in the root zone of 2026, in lower case.
pub(crate) fn is_current(word: &str) -> bool {
    let lower = !word.bytes().any(|byte| byte.is_ascii_uppercase());
    lower && (is_known(word) && !has_line(GONE, word.as_bytes()) || has_line(ADDED, word.as_bytes()))
}

/// Whether the sorted lines include this one.
fn has_line(lines: &str, wanted: &[u8]) -> bool {
    let bytes = lines.as_bytes();
    let in_line = |at: usize| bytes.get(at).is_some_and(|&byte| byte != b'\n');
    let (mut low, mut high) = (0, bytes.len());
    while low < high {
        let (mut start, mut end) = (low.midpoint(high), low.midpoint(high));
        while start > low && in_line(start - 1) {
            start -= 1;
        }
        while in_line(end) {
            end += 1;
        }
        let Some(line) = bytes.get(start..end) else { return false };
        match line.cmp(wanted) {
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Less => low = end + 1,
            std::cmp::Ordering::Greater => high = start.saturating_sub(1).max(low),
        }
    }
    false
}

fn other_end(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let ends = OTHER.lines().filter_map(|domain| Some(at + folded_prefix(rest, domain)?));
    ends.into_iter().find(|&end| may_end(text, end))
}

/// How many bytes of the text the prefix takes up, if the text begins with it in any case.
fn folded_prefix(text: &str, prefix: &str) -> Option<usize> {
    let mut characters = text.chars();
    for wanted in prefix.chars() {
        let found = characters.next()?;
        if found != wanted && upper(found) != upper(wanted) {
            return None;
        }
    }
    Some(text.len() - characters.as_str().len())
}

/// Upper case as in JavaScript's case-insensitive patterns: one character for one, never into ASCII.
fn upper(character: char) -> char {
    if character.is_ascii() {
        return character.to_ascii_uppercase();
    }
    let mut mapped = character.to_uppercase();
    match (mapped.next(), mapped.next()) {
        (Some(one), None) if !one.is_ascii() => one,
        _ => character,
    }
}

/// Any domain in its ASCII form: `xn--` and at least one more letter, digit or hyphen.
fn punycode_end(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let start = at + 4;
    let end = run_end(text, start, |character| character.is_ascii_alphanumeric() || character == '-');
    (starts_with_ignoring_case(rest, "xn--") && end > start).then_some(end)
}

/// Whether a top-level domain may end here: not before a character that would continue it.
fn may_end(text: &str, at: usize) -> bool {
    !char_at(text, at).is_some_and(|next| next.is_ascii_alphanumeric() || matches!(next, '@' | '+' | '-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_domain_of_the_lists_is_found() {
        for domain in ASCII.lines().chain(OTHER.lines()) {
            assert_eq!(end(domain, 0), Some(domain.len()), "{domain}");
            assert_eq!(end(&domain.to_uppercase(), 0), Some(domain.to_uppercase().len()), "{domain}");
        }
        assert_eq!(ASCII.lines().map(str::len).max(), Some(LONGEST));
        assert!(ASCII.lines().is_sorted());
    }

    #[test]
    fn what_carries_a_word_on_undoes_it() {
        for text in ["com2", "com-", "com@", "com+", "comm", "co_", "", "xn--", "-"] {
            assert_eq!(end(text, 0), if text == "co_" { Some(2) } else { None }, "{text}");
        }
    }

    #[test]
    fn the_root_zone_has_changed_since() {
        assert!(is_current("uk") && is_current("music") && !is_current("vista") && !is_current("UK"));
        assert!(is_known("vista") && !is_known("music") && !is_known("txt"));
        assert!(GONE.lines().is_sorted() && ADDED.lines().is_sorted() && GONE.lines().all(is_known));
    }

    #[test]
    fn the_longer_of_two_is_tried_first() {
        assert_eq!(end("嘉里大酒店", 0), Some("嘉里大酒店".len()));
        assert_eq!(end("嘉里大", 0), Some("嘉里".len()));
        assert_eq!(end("XN--p1ai/", 0), Some(8));
        assert_eq!(end("РФ", 0), Some("РФ".len()));
    }
}
