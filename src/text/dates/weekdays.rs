//! The weekday of a written date: `Friday 14 June`, `Friday (14 June)`, `14 June 2024 (Friday)`, `14/06/2024, Friday`;
//! and that of a day that shares the month of the next date: `Friday 14 and Saturday 15 June`.

use super::WrittenDate;
use super::forms::{after_ordinal, day};
use super::lists::{after_articles, listed_before, listed_behind};
use super::names::weekday;
use super::tokens::Token;
use crate::finding::Span;

/// Words and signs that may come between a weekday and its date.
const BETWEEN: [&str; 5] = [",", "(", "the", "y", "le"];
/// Words and signs that join two days that share a month.
const JOINS: &str = " and to until & - – — / , a ac tan et au ";
/// Words and signs after a weekday that belongs to the date before it, and not to a list of days.
const ENDS: &str = " . , ; ! ? : ) | at from ";

/// Adds the weekday before the token at `at` or, failing that, the one after the date.
#[allow(clippy::unnecessary_wraps, reason = "each form of a date ends with it")]
pub(super) fn with_weekday(tokens: &[Token<'_>], at: usize, mut date: WrittenDate) -> Option<WrittenDate> {
    if let Some(named) = before(tokens, at) {
        date.weekday = weekday(named.text).map(|weekday| (named.span, weekday));
        date.span.start = named.span.start;
    } else if let Some(named) = behind(tokens, date.span.end) {
        date.weekday = weekday(named.text).map(|weekday| (named.span, weekday));
        date.span.end = named.span.end;
    }
    Some(date)
}

/// `Friday`, `Friday the` and `Friday (` before a token, unless it is the end of a range such as `Tuesday to Friday`.
fn before<'a>(tokens: &[Token<'a>], at: usize) -> Option<Token<'a>> {
    let last = at.checked_sub(1 + gap(tokens, at))?;
    let named = tokens.get(last).filter(|token| weekday(token.text).is_some())?;
    (listed_before(tokens, last).0.days.len() == 1).then_some(*named)
}

/// How many tokens are between a weekday and the date that begins with the token at `at`.
pub(super) fn gap(tokens: &[Token<'_>], at: usize) -> usize {
    let before = tokens.get(..at).unwrap_or_default().iter().rev();
    before.take_while(|token| BETWEEN.contains(&token.text)).count()
}

/// `(Friday)` and `, Friday` after a date.
fn behind<'a>(tokens: &[Token<'a>], end: usize) -> Option<Token<'a>> {
    let at = tokens.partition_point(|token| token.span.start < end);
    let sign = opens(tokens, at)?;
    let at = after_articles(tokens, at + 1);
    let named = tokens.get(at).filter(|token| weekday(token.text).is_some())?;
    let is_its_own = listed_behind(tokens, at).0.days.len() == 1 && is_closed(tokens, sign, at + 1);
    is_its_own.then_some(*named)
}

/// The sign between a date and the weekdays after it.
pub(super) fn opens<'a>(tokens: &[Token<'a>], at: usize) -> Option<&'a str> {
    tokens.get(at).map(|token| token.text).filter(|sign| matches!(*sign, "(" | ","))
}

/// Whether weekdays after a date end with the token at `at`, and belong to that date.
pub(super) fn is_closed(tokens: &[Token<'_>], sign: &str, at: usize) -> bool {
    let ends = |next: &Token<'_>| is_one_of(ENDS, next.text) && (next.text == ")" || sign == ",");
    tokens.get(at).map_or(sign == ",", ends)
}

/// The day before a date whose month and year it shares: `Friday 14` in `Friday 14 and Saturday 15 June`.
pub(super) fn sharing(tokens: &[Token<'_>], later: &WrittenDate) -> Option<WrittenDate> {
    let at = tokens.partition_point(|token| token.span.start < later.span.start);
    let joined =
        at.checked_sub(1).filter(|&at| tokens.get(at).is_some_and(|join| is_one_of(JOINS, join.text)))?;
    // Its ordinal ending, if it has one, is the token before the join.
    let number = [joined.checked_sub(1), joined.checked_sub(2)].into_iter().flatten().find(|&number| {
        tokens.get(number).is_some_and(|token| day(token.text).is_some())
            && after_ordinal(tokens, number) == joined
    })?;
    let token = tokens.get(number)?;
    let day = day(token.text).filter(|&day| day < later.day)?;
    let named = before(tokens, number)?;
    let end = tokens.get(joined - 1)?.span.end;
    let weekday = Some((named.span, weekday(named.text)?));
    Some(WrittenDate { span: Span::new(named.span.start, end), day, weekday, ..*later })
}

pub(super) fn is_one_of(list: &str, word: &str) -> bool {
    list.split(' ').any(|one| one == word)
}
