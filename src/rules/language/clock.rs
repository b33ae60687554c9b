//! Times of day: what can come after the hour.

use super::figures::{SPACES, leading_digits};
use crate::text::language::Language;

/// What can come after the hour of a time, and how many hours it adds on a 12-hour clock.
const CLOCKS: [(&str, Option<u32>); 4] = [
    ("am|a.m|yb|y.b|y bore|du matin", Some(0)),
    ("pm|p.m|yp|y.p|yh|y.h|y prynhawn|yr hwyr|y nos|de l'après-midi|du soir", Some(12)),
    ("o'clock|o'r gloch|heures|heure", None),
    ("h", None),
];

/// How long the words are that make the number before them a time, and how many hours they add. In Welsh, `am` is a
/// word with another meaning.
pub(super) fn clock(behind: &str, language: Language) -> Option<(usize, Option<u32>)> {
    let text = behind.trim_start_matches(SPACES);
    let spaces = behind.len() - text.len();
    let is_there = |mark: &str| {
        let start = text.get(..mark.len()).or_else(|| text.get(..mark.len() + "’".len() - 1));
        let length = start.filter(|start| start.to_lowercase().replace('’', "'") == mark)?.len();
        let ends = !text.get(length..)?.starts_with(char::is_alphanumeric);
        (ends && !(mark == "am" && spaces > 0 && language == Language::Welsh)).then_some(length)
    };
    let lengths = |marks: &'static str| marks.split('|').find_map(is_there);
    CLOCKS.iter().find_map(|(marks, late)| Some((spaces + lengths(marks)?, *late)))
}

/// The minutes after an hour, with the separator, and whether they can be nothing else: `10.30` may be a number.
pub(super) fn minutes(behind: &str) -> (&str, bool) {
    let text = behind.trim_start_matches(SPACES);
    let after = match text.strip_prefix('h') {
        Some(rest) => Some(rest.trim_start_matches(SPACES)),
        None => behind.strip_prefix([':', '.']),
    };
    let digits = after.map(leading_digits).filter(|digits| digits.len() == 2 && *digits < "60");
    let (Some(after), Some(digits)) = (after, digits) else {
        return ("", false);
    };
    let length = behind.len() - after.len() + digits.len();
    (behind.get(..length).unwrap_or_default(), !behind.starts_with('.'))
}
