//! The forms of a written date, each read from the token that it begins with.

use super::WrittenDate;
use super::names::{month, weekday};
use super::tokens::{Token, is_number, token};
use super::weekdays::with_weekday;
use crate::finding::Span;
use time::Month;

/// `[Friday] 14[th] [of] June [2024]`, with the number at `at`.
pub(super) fn day_first(tokens: &[Token<'_>], at: usize) -> Option<WrittenDate> {
    let day = day(tokens.get(at)?.text)?;
    let mut next = after_ordinal(tokens, at);
    if token(tokens, next, 0).is_some_and(|token| matches!(token.text, "of" | "o")) {
        next += 1;
    }
    let named = token(tokens, next, 0)?;
    let month = month(named.text)?;
    let (year, end) = year_after(tokens, next, named.span.end);
    with_weekday(
        tokens,
        at,
        WrittenDate { span: Span::new(tokens.get(at)?.span.start, end), day, month, year, weekday: None },
    )
}

/// `[Friday,] June 14[th][, 2024]`, with the month at `at`.
pub(super) fn month_first(tokens: &[Token<'_>], at: usize) -> Option<WrittenDate> {
    let named = tokens.get(at)?;
    // `Mawrth 14 Mehefin` begins with a Tuesday, not with March.
    let is_month = named.text.starts_with(char::is_uppercase) && weekday(named.text).is_none();
    let month = month(named.text).filter(|_| is_month)?;
    let number = token(tokens, at, 1)?;
    let day = day(number.text)?;
    let next = after_ordinal(tokens, at + 1);
    // `June 14:30` is a time; `June 14.5` and `June 14%` are measurements.
    let sign = token(tokens, next, 0).filter(|sign| sign.span.start == number.span.end);
    let is_measure = sign.is_some_and(|sign| match sign.text {
        ":" | "%" => true,
        "." => token(tokens, next, 1).is_some_and(is_number),
        _ => false,
    });
    if is_measure {
        return None;
    }
    let (year, end) = year_after(tokens, next - 1, number.span.end);
    with_weekday(
        tokens,
        at,
        WrittenDate { span: Span::new(named.span.start, end), day, month, year, weekday: None },
    )
}

/// `14/06/2024`, `14.6.24`, `14-06-2024` and `2024-06-14`, with the first number at `at`.
pub(super) fn in_numbers(tokens: &[Token<'_>], at: usize) -> Option<WrittenDate> {
    let part = |by| token(tokens, at, by);
    let (first, sign, second, same, third) = (part(0)?, part(1)?, part(2)?, part(3)?, part(4)?);
    let touching = |left: Token<'_>, right: Token<'_>| left.span.end == right.span.start;
    let joined = [(first, sign), (sign, second), (second, same), (same, third)];
    if sign.text != same.text
        || !matches!(sign.text, "/" | "." | "-")
        || !joined.iter().all(|&(left, right)| touching(left, right))
    {
        return None;
    }
    // `1.2.24.5` is a version, `020-12-11-24` a telephone number.
    let goes_on = |other: Option<Token<'_>>| other.is_some_and(|other| other.text == sign.text);
    let more = part(5).filter(|more| touching(third, *more)).filter(|_| part(6).is_some_and(is_number));
    if goes_on(part(-1).filter(|before| touching(*before, first))) || goes_on(more) {
        return None;
    }
    let (day_text, year_text) =
        if first.text.len() == 4 { (third.text, first.text) } else { (first.text, third.text) };
    let year: i32 = year_text.parse().ok().filter(|_| matches!(year_text.len(), 2 | 4))?;
    let month = second.text.parse::<u8>().ok().and_then(|month| Month::try_from(month).ok())?;
    let year = Some(if year_text.len() == 2 { 2000 + year } else { year });
    let span = Span::new(first.span.start, third.span.end);
    with_weekday(tokens, at, WrittenDate { span, day: day(day_text)?, month, year, weekday: None })
}

/// The place after a number and its ending: `14th`, `14eg`, `1er`.
pub(super) fn after_ordinal(tokens: &[Token<'_>], number: usize) -> usize {
    let touches =
        |ending: &Token<'_>| tokens.get(number).is_some_and(|number| number.span.end == ending.span.start);
    let ending = token(tokens, number, 1).filter(touches);
    let known = "st nd rd th af ail il ydd edd ed fed eg ain er";
    number
        + 1
        + usize::from(
            ending.is_some_and(|ending| known.split(' ').any(|known| known == ending.text.to_lowercase())),
        )
}

/// The year after a date that ends with the token at `last`, and where the date then ends.
pub(super) fn year_after(tokens: &[Token<'_>], last: usize, end: usize) -> (Option<i32>, usize) {
    let comma = token(tokens, last, 1).is_some_and(|token| token.text == ",");
    let year = token(tokens, last, if comma { 2 } else { 1 });
    let number = year.and_then(|year| year.text.parse().ok().filter(|year| (1900..2200).contains(year)));
    (number, year.filter(|_| number.is_some()).map_or(end, |year| year.span.end))
}

pub(super) fn day(text: &str) -> Option<u8> {
    text.parse().ok().filter(|day| (1..=31).contains(day) && text.len() <= 2)
}
