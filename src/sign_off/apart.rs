//! Whether words are set apart, as a sign-off is, or belong to a sentence: “I met Alex Brown today” is not signed.

use crate::Span;
use crate::policy::Position;
use crate::reading::Reading;

/// Whether the text at this place, in bytes of the lowered view, can be the sign-off. With the position `start` it has
/// to begin a line or phrase, with `end` it has to end one, and with `own-line` both.
///
/// Punctuation, links and the places of `others` separate phrases, and so does a sign of the sign-off itself, as in
/// `^AB`. A comma or an apostrophe after it does not.
pub(super) fn is_apart(reading: &Reading<'_>, position: Position, place: Span, others: &[Span]) -> bool {
    let begins = || begins_a_phrase(reading, place, others);
    let ends = || ends_a_phrase(reading, place, others);
    match position {
        Position::Start => begins(),
        Position::End => ends(),
        Position::OwnLine => begins() && ends(),
    }
}

fn begins_a_phrase(reading: &Reading<'_>, place: Span, others: &[Span]) -> bool {
    let text = reading.lowered().text();
    let (before, rest) = text.split_at_checked(place.start).unwrap_or_default();
    let before = before.trim_end_matches(is_blank);
    let last = before.chars().next_back();
    if !(starts_with_word(rest) && last.is_some_and(char::is_alphanumeric)) {
        return true;
    }
    let ends_here = |other: &Span| other.end == before.len();
    let begins_there = |other: &Span| other.start == place.start && other.end > place.end;
    others.iter().any(|other| ends_here(other) || begins_there(other)) || {
        let last = Span::new(before.len() - last.map_or(0, char::len_utf8), before.len());
        let end = reading.from_lowered(last).end;
        reading.entities().binary_search_by_key(&end, |entity| entity.span.end).is_ok()
    }
}

fn ends_a_phrase(reading: &Reading<'_>, place: Span, others: &[Span]) -> bool {
    let text = reading.lowered().text();
    let (before, rest) = text.split_at_checked(place.end).unwrap_or_default();
    let behind = rest.trim_start_matches(is_blank);
    let goes_on = starts_with_word(behind) || behind.starts_with([',', '\'']);
    if !(goes_on && before.ends_with(char::is_alphanumeric)) {
        return true;
    }
    let start = text.len() - behind.len();
    let begins_here = |other: &Span| other.start == start;
    let ends_there = |other: &Span| other.end == place.end && other.start < place.start;
    others.iter().any(|other| begins_here(other) || ends_there(other)) || {
        let first = behind.chars().next().map_or(0, char::len_utf8);
        let start = reading.from_lowered(Span::new(start, start + first)).start;
        reading.entities().binary_search_by_key(&start, |entity| entity.span.start).is_ok()
    }
}

fn starts_with_word(text: &str) -> bool {
    text.starts_with(char::is_alphanumeric)
}

/// White space other than a line break.
pub(super) fn is_blank(character: char) -> bool {
    character.is_whitespace() && character != '\n'
}
