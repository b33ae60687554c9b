//! The words of a text, as far as addresses need them.

use crate::finding::Span;

/// Every run of letters, digits, apostrophes and dashes.
pub(super) fn words(text: &str) -> Vec<Span> {
    let mut words: Vec<Span> = Vec::new();
    for (at, character) in text.char_indices() {
        let end = at + character.len_utf8();
        let part = character.is_alphanumeric() || matches!(character, '\'' | '-');
        match words.last_mut() {
            Some(word) if part && word.end == at => word.end = end,
            _ if part => words.push(Span::new(at, end)),
            _ => {}
        }
    }
    words
}

/// Whether the word is one of those in the list, which is in lower case with spaces between.
pub(super) fn is_one_of(list: &str, word: &str) -> bool {
    let mut listed = list.as_bytes().split(|&byte| byte == b' ');
    !word.is_empty() && listed.any(|one| one.eq_ignore_ascii_case(word.as_bytes()))
}

/// Whether the word starts with a capital.
pub(super) fn is_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Whether the word is a number such as houses have (`12`, `12a`, `12-14`), and not part of a price or a time.
pub(super) fn is_house_number(text: &str, word: Span) -> bool {
    let written = text.get(word.start..word.end).unwrap_or_default();
    let digits = written.trim_end_matches(|last: char| last.is_ascii_alphabetic());
    let number = |part: &str| (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let range = digits.split_once('-').is_some_and(|(first, last)| number(first) && number(last));
    let before = text.get(..word.start).and_then(|before| before.chars().next_back());
    let free = before.is_none_or(|before| before.is_whitespace() || "(,\"':".contains(before));
    free && (number(digits) || range) && written.len() - digits.len() <= 1 && !digits.starts_with('0')
}
