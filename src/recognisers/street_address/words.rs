//! The words of a text, as far as address recognition needs them.

use crate::finding::Span;
use crate::recognisers::cues;

/// Every run of letters, digits, apostrophes and dashes, and of digits with slashes between.
pub(super) fn words(text: &str) -> Vec<Span> {
    let digit = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    let mut words: Vec<Span> = Vec::new();
    for (at, character) in text.char_indices() {
        let end = at + character.len_utf8();
        let slash = character == '/' && at > 0 && digit(at - 1) && digit(end);
        let part = character.is_alphanumeric() || matches!(character, '\'' | '-') || slash;
        match words.last_mut() {
            Some(word) if part && word.end == at => word.end = end,
            _ if part => words.push(Span::new(at, end)),
            _ => {}
        }
    }
    words
}

/// Whether the word is in the list, which is in lower case and separated by spaces.
pub(super) fn is_one_of(list: &str, word: &str) -> bool {
    let mut listed = list.as_bytes().split(|&byte| byte == b' ');
    !word.is_empty() && listed.any(|one| one.eq_ignore_ascii_case(word.as_bytes()))
}

/// Whether the word starts with a capital.
pub(super) fn is_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Whether the word can be a house number (`12`, `12a`, `12-14`, `12/14`) and is not part of a price, a time or a race
/// (`10k`).
pub(super) fn is_house_number(text: &str, word: Span) -> bool {
    let written = text.get(word.start..word.end).unwrap_or_default();
    let digits = written.trim_end_matches(|last: char| last.is_ascii_alphabetic() && !"kKm".contains(last));
    let number = |part: &str| (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let ascend = |first: &str, last: &str| first.parse::<u16>().ok() < last.parse::<u16>().ok();
    let range = digits
        .split_once('-')
        .is_some_and(|(first, last)| number(first) && number(last) && ascend(first, last));
    let before = text.get(..word.start).and_then(|before| before.chars().next_back());
    let free = before.is_none_or(|before| before.is_whitespace() || "(,\"':".contains(before))
        || before == Some('.') && cues::follows(text, word, "no");
    let one = number(digits) || range || is_one_side(digits);
    free && one && written.len() - digits.len() <= 1 && !digits.starts_with('0')
}

/// Whether these are two houses on the same side of a street: `12/14`, but not `24/7` or a date such as `3/4`.
fn is_one_side(digits: &str) -> bool {
    let houses = digits.split_once('/').map(|(first, last)| (first.parse::<u16>(), last.parse::<u16>()));
    matches!(houses, Some((Ok(first), Ok(last))) if last.checked_sub(first) == Some(2))
}

/// Whether the number marks a point in a list, with one point per line: `1 Mill Lane`, `2 Green Lane`.
pub(super) fn is_list_number(text: &str, word: Span) -> bool {
    let Some(number) = text.get(word.start..word.end).and_then(|written| written.parse::<usize>().ok())
    else {
        return false;
    };
    let (before, after) = text.split_at_checked(word.start).unwrap_or_default();
    let starts = |line: &str, number: usize| {
        let rest = line.strip_prefix(&number.to_string());
        rest.is_some_and(|rest| rest.starts_with(|next: char| !next.is_alphanumeric()))
    };
    let point = match number {
        1 => after.lines().nth(1).is_some_and(|next| starts(next, 2)),
        // Longer lists do not occur in posts.
        2..10 => {
            let points = (1..number).rev().zip(before.lines().rev());
            points.filter(|(number, line)| starts(line, *number)).count() == number - 1
        }
        _ => false,
    };
    point && (before.is_empty() || before.ends_with('\n'))
}
