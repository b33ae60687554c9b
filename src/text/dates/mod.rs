//! Dates in running text: `Friday 14 June 2024`, `Fri 14 Jun`, `June 14`, `14/06/2024`, `14.6.24`, `2024-06-14`,
//! `dydd Gwener 14 Mehefin`, `vendredi 14 juin`. Numbers alone are read day first, as in the United Kingdom.

mod names;
mod weekdays;

pub(crate) use names::weekday_like;

use crate::finding::Span;
use names::{month, weekday};
use std::iter;
use time::{Date, Month, Weekday};
use weekdays::{sharing, with_weekday};

/// A date as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct WrittenDate {
    /// All of it, the weekday included.
    pub(crate) span: Span,
    day: u8,
    month: Month,
    /// The year, if it was written, or is written with the date that this one leads up to.
    pub(crate) year: Option<i32>,
    /// The name of the weekday.
    pub(crate) weekday: Option<(Span, Weekday)>,
}

impl WrittenDate {
    /// Whether there is no such day in any of the years it can mean: 31 June.
    pub(crate) fn is_no_day(&self, today: Option<Date>) -> bool {
        (self.year.is_some() || today.is_some()) && self.candidates(today).is_empty()
    }

    /// The dates it can mean: one if the year is known, otherwise that of last year, this year and next year.
    /// None of them if there is no such day, such as 31 June.
    pub(crate) fn candidates(&self, today: Option<Date>) -> Vec<Date> {
        let years = match (self.year, today.map(Date::year)) {
            (Some(year), _) => year..=year,
            (None, Some(year)) => year - 1..=year + 1,
            (None, None) => return Vec::new(),
        };
        years.filter_map(|year| Date::from_calendar_date(year, self.month, self.day).ok()).collect()
    }

    /// The date it means: without a year the one nearest to today.
    pub(crate) fn date(&self, today: Option<Date>) -> Option<Date> {
        let distance = |date: &Date| today.map(|today| (*date - today).whole_days().abs());
        self.candidates(today).into_iter().min_by_key(distance)
    }
}

/// A run of letters, a run of digits, or another character that is not white space.
#[derive(Clone, Copy)]
struct Token<'a> {
    text: &'a str,
    span: Span,
}

/// All dates in a text, in order.
pub(crate) fn dates(text: &str) -> Vec<WrittenDate> {
    if !text.contains(|c: char| c.is_ascii_digit()) {
        return Vec::new();
    }
    let tokens = tokens(text);
    let mut dates: Vec<WrittenDate> = Vec::new();
    let number = |at: usize| tokens.get(at).copied().is_some_and(is_number);
    // Every form begins with a number, or with a month in front of one.
    for at in (0..tokens.len()).filter(|&at| number(at) || number(at + 1)) {
        let found =
            in_numbers(&tokens, at).or_else(|| day_first(&tokens, at)).or_else(|| month_first(&tokens, at));
        // `14 June 15` is no second date of the same words.
        let start = dates.last().map_or(0, |last| last.span.end);
        let with_earlier = iter::successors(found, |later| sharing(&tokens, later));
        let first = dates.len();
        dates.extend(with_earlier.take_while(|found| start <= found.span.start));
        dates.get_mut(first..).into_iter().for_each(<[WrittenDate]>::reverse);
    }
    // The year of `10 June to 14 June 2022` is that of both.
    for at in (1..dates.len()).rev() {
        let later = dates.get(at).copied();
        if let (Some(later), Some(date)) = (later, dates.get_mut(at - 1))
            && later.span.start - date.span.end <= " until and on ".len()
        {
            date.year = date.year.or(later.year);
        }
    }
    dates
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let kind = |c: char| if c.is_alphabetic() { 1 } else { u8::from(c.is_ascii_digit()) * 2 };
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut before = 0;
    for (start, c) in text.char_indices().filter(|(_, c)| !c.is_whitespace()) {
        let end = start + c.len_utf8();
        match tokens.last_mut().filter(|last| kind(c) != 0 && before == kind(c) && last.span.end == start) {
            Some(last) => last.span.end = end,
            None => tokens.push(Token { text: "", span: Span::new(start, end) }),
        }
        before = kind(c);
    }
    for token in &mut tokens {
        token.text = text.get(token.span.start..token.span.end).unwrap_or_default();
    }
    tokens
}

/// The token so many places on, or back.
fn token<'a>(tokens: &[Token<'a>], at: usize, by: isize) -> Option<Token<'a>> {
    tokens.get(at.checked_add_signed(by)?).copied()
}

/// `[Friday] 14[th] [of] June [2024]`, with the number at `at`.
fn day_first(tokens: &[Token<'_>], at: usize) -> Option<WrittenDate> {
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
fn month_first(tokens: &[Token<'_>], at: usize) -> Option<WrittenDate> {
    let named = tokens.get(at)?;
    // `Mawrth 14 Mehefin` begins with a Tuesday, not with March.
    let is_month = named.text.starts_with(char::is_uppercase) && weekday(named.text).is_none();
    let month = month(named.text).filter(|_| is_month)?;
    let number = token(tokens, at, 1)?;
    let day = day(number.text)?;
    let next = after_ordinal(tokens, at + 1);
    // `June 14:30` is a time, `June 14.5` and `June 14%` are measures.
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

fn is_number(token: Token<'_>) -> bool {
    token.text.starts_with(|c: char| c.is_ascii_digit())
}

/// `14/06/2024`, `14.6.24`, `14-06-2024` and `2024-06-14`, with the first number at `at`.
fn in_numbers(tokens: &[Token<'_>], at: usize) -> Option<WrittenDate> {
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

/// The place behind a number and its ending: `14th`, `14eg`, `1er`.
fn after_ordinal(tokens: &[Token<'_>], number: usize) -> usize {
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

/// The year behind a date that ends with the token at `last`, and where the date then ends.
fn year_after(tokens: &[Token<'_>], last: usize, end: usize) -> (Option<i32>, usize) {
    let comma = token(tokens, last, 1).is_some_and(|token| token.text == ",");
    let year = token(tokens, last, if comma { 2 } else { 1 });
    let number = year.and_then(|year| year.text.parse().ok().filter(|year| (1900..2200).contains(year)));
    (number, year.filter(|_| number.is_some()).map_or(end, |year| year.span.end))
}

fn day(text: &str) -> Option<u8> {
    text.parse().ok().filter(|day| (1..=31).contains(day) && text.len() <= 2)
}
