//! The weekday of a written date: `Friday 14 June`, `Friday (14 June)`, `14 June 2024 (Friday)`, `14/06/2024, Friday`,
//! and of a day that shares the month of the next date: `Friday 14 and Saturday 15 June`.

use super::names::weekday;
use super::{Token, WrittenDate, after_ordinal, day};
use crate::finding::Span;

/// What may stand between a weekday and its date.
const BETWEEN: [&str; 5] = [",", "(", "the", "y", "le"];
/// What joins two days that share a month.
const JOINS: &str = " and to until & - – — / , a ac tan et au ";
/// What stands behind a weekday that belongs to the date in front of it, and not to a list of days.
const ENDS: &str = " . , ; ! ? : ) | at from ";

/// Adds the weekday in front of the token at `at`, or else the one behind the date.
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

/// `Friday`, `Friday the` and `Friday (` in front of a token, but for the last of `Tuesday to Friday`.
fn before<'a>(tokens: &[Token<'a>], at: usize) -> Option<Token<'a>> {
    let mut before = tokens.get(..at)?.iter().rev().skip_while(|token| BETWEEN.contains(&token.text));
    let is_weekday = |token: &&Token<'_>| weekday(token.text).is_some();
    let named = before.next().filter(is_weekday)?;
    let to = before.next().is_some_and(|join| matches!(join.text, "to" | "-" | "–"));
    (!to || !before.next().as_ref().is_some_and(is_weekday)).then_some(*named)
}

/// `(Friday)` and `, Friday` behind a date.
fn behind<'a>(tokens: &[Token<'a>], end: usize) -> Option<Token<'a>> {
    let rest = tokens.get(tokens.partition_point(|token| token.span.start < end)..)?;
    let (sign, rest) = rest.split_first().filter(|(sign, _)| matches!(sign.text, "(" | ","))?;
    let (named, rest) = rest.split_first()?;
    let ends = |next: &Token<'_>| is_one_of(ENDS, next.text) && (next.text == ")" || sign.text == ",");
    let is_its_own = rest.first().map_or(sign.text == ",", ends);
    (is_its_own && weekday(named.text).is_some()).then_some(*named)
}

/// The day in front of a date that shares its month and year: `Friday 14` of `Friday 14 and Saturday 15 June`.
pub(super) fn sharing(tokens: &[Token<'_>], later: &WrittenDate) -> Option<WrittenDate> {
    let at = tokens.partition_point(|token| token.span.start < later.span.start);
    let joined =
        at.checked_sub(1).filter(|&at| tokens.get(at).is_some_and(|join| is_one_of(JOINS, join.text)))?;
    // Its ordinal, if it has one, is the token in front of the join.
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

fn is_one_of(list: &str, word: &str) -> bool {
    list.split(' ').any(|one| one == word)
}
