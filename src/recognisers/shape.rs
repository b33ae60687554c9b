//! Codes of a fixed shape, such as postcodes and registration marks.

use super::Candidate;
use super::cues::{ends_word, starts_word};
use crate::finding::Span;
use crate::text::digits::figure;

/// Every code that has one of the shapes and is a word of its own. Where several fit, the first one counts.
///
/// In a shape, `A` is a letter from A to Z in either case, `9` is a digit and `X` is either. A space is up to two
/// spaces or dashes; `_` allows dots and slashes as well. `0` is a digit or a look-alike letter; there must be fewer
/// such letters than digits, and none may be part of a word (`Call 0300`). Anything else matches itself.
pub(super) fn find(text: &str, shapes: &[&str]) -> Vec<Span> {
    let mut found = Vec::new();
    let (mut free, mut before) = (0, b' ');
    for (start, byte) in text.bytes().enumerate() {
        // This check comes first, because most bytes are inside a word.
        let inside = std::mem::replace(&mut before, byte).is_ascii_alphanumeric();
        if inside || !byte.is_ascii_alphanumeric() || start < free || !starts_word(text, start) {
            continue;
        }
        let ends = shapes.iter().filter_map(|shape| end(text.as_bytes(), start, shape));
        if let Some(end) = ends.into_iter().find(|&end| ends_word(text, end)) {
            found.push(Span::new(start, end));
            free = end;
        }
    }
    found
}

/// The codes of these shapes that `score` accepts.
pub(super) fn scored(
    text: &str,
    shapes: &[&str],
    score: impl Fn(&str, Span) -> Option<u8>,
) -> Vec<Candidate> {
    let found = find(text, shapes).into_iter();
    found.filter_map(|span| Some(Candidate { span, score: score(text, span)? })).collect()
}

fn end(text: &[u8], start: usize, shape: &str) -> Option<usize> {
    let mut at = start;
    let (mut digits, mut letters) = (0, 0);
    for part in shape.bytes() {
        let next = text.get(at).copied();
        let fits = match part {
            b' ' | b'_' => {
                let gap =
                    |byte: &&u8| matches!(byte, b' ' | b'-') || (part == b'_' && matches!(byte, b'.' | b'/'));
                at += text.iter().skip(at).take(2).take_while(gap).count();
                continue;
            }
            b'A' => next?.is_ascii_alphabetic(),
            b'9' => next?.is_ascii_digit(),
            b'0' => {
                let digit = next?.is_ascii_digit();
                *(if digit { &mut digits } else { &mut letters }) += 1;
                figure(next?).is_some() && (digit || is_in_number(text, at))
            }
            b'X' => next?.is_ascii_alphanumeric(),
            other => next? == other,
        };
        if !fits {
            return None;
        }
        at += 1;
    }
    (letters == 0 || letters < digits).then_some(at)
}

/// Whether the letter here is next to digits, or has only other capital Os next to it (`AB OO 12 34 C`).
fn is_in_number(text: &[u8], at: usize) -> bool {
    let (before, after) = text.split_at_checked(at).unwrap_or_default();
    let inside = |byte: &&u8| byte.is_ascii_alphanumeric();
    let run = || before.iter().rev().take_while(inside).chain(after.iter().take_while(inside));
    run().any(u8::is_ascii_digit) || run().all(|byte| *byte == b'O')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_are_whole_words() {
        assert_eq!(find("to AB12 CDE, XAB12CDE or ab12-cdef", &["AA99 AAA"]), [Span::new(3, 11)]);
        assert_eq!(find("A1. 2", &["A9_9"]), [Span::new(0, 5)]);
        assert_eq!(find("A1. 2", &["A9 9"]), []);
    }

    #[test]
    fn letters_that_pass_for_digits_are_the_lesser_part() {
        assert_eq!(find("AB1O23, ABlO2O", &["AA0000"]), [Span::new(0, 6)]);
    }

    #[test]
    fn letters_of_a_word_are_no_digits() {
        assert_eq!(find("Call 0300, AB OO 12, ABl0 12", &["AA00_00"]), [Span::new(21, 28)]);
        assert_eq!(find("AB OO 12 34", &["AA_00_00_00"]), [Span::new(0, 11)]);
    }
}
