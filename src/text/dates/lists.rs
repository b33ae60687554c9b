//! Lists of weekdays and lists of days, and which of them belong together.

use super::forms::{after_ordinal, day, year_after};
use super::names::{month, weekday, weekday_in_list};
use super::series::Series;
use super::tokens::{Token, tokens};
use super::weekdays::{gap, is_closed, is_one_of, opens};
use super::{WrittenDate, dates};
use crate::finding::Span;
use time::Weekday;

/// Words and signs that join the days of a list.
const ALSO: &str = "and & + , / or a ac neu et ou";
/// Words and signs that lead from the first of several days to the last.
const THROUGH: &str = "to until till - – — i tan hyd au à";
/// Words and signs that may come between a join and a day.
const ARTICLES: &str = "the y yr le la les dydd ddydd nos du des ' ’ r";
/// Words before weekdays on which something happens every week.
const AGAIN: &str = "open opens closed every each agor gau bob ouvert ouverte fermé fermée chaque les";

/// One or more days.
#[derive(Debug, Clone)]
pub(super) struct List<T> {
    pub(super) days: Vec<T>,
    /// Whether it is a range from its first day to its last.
    pub(super) through: bool,
}

/// All series in a text.
pub(crate) fn series(text: &str) -> Vec<Series> {
    let tokens = tokens(text);
    let mut runs: Vec<Run> = Vec::new();
    if tokens.iter().filter(|token| weekday(token.text).is_some()).nth(1).is_none() {
        return Vec::new();
    }
    for date in dates(text).into_iter().filter(|date| date.weekday.is_none()) {
        let run = Run::of(&tokens, date);
        match runs.last_mut().and_then(|last| Some((through_between(&tokens, last.end, run.start)?, last))) {
            Some((through, last)) => {
                last.end = run.end;
                last.dates.through |= through || run.dates.through;
                last.dates.days.extend(run.dates.days);
            }
            None => runs.push(run),
        }
    }
    runs.into_iter().filter_map(|run| run.with_weekdays(&tokens)).collect()
}

/// Dates with only joins between them, from one token up to another.
struct Run {
    start: usize,
    end: usize,
    dates: List<WrittenDate>,
}

impl Run {
    /// A date with the days that share its month: `15 and 16 June`, `June 15 and 16`.
    fn of(tokens: &[Token<'_>], date: WrittenDate) -> Self {
        let dates = List { days: vec![date], through: false };
        let mut run =
            Self { start: place(tokens, date.span.start), end: place(tokens, date.span.end), dates };
        while run.take_before(tokens).is_some() {}
        if tokens.get(run.start).is_some_and(|token| month(token.text).is_some()) {
            while run.take_after(tokens).is_some() {}
        }
        run
    }

    /// Takes in the day before it, if that is an earlier one: `15 and` in `15 and 16 June`.
    fn take_before(&mut self, tokens: &[Token<'_>]) -> Option<()> {
        let first = *self.dates.days.first()?;
        let (end, through) = join_before(tokens, self.start)?;
        let number = [end.checked_sub(1)?, end.saturating_sub(2)].into_iter().find(|&number| {
            tokens.get(number).is_some_and(|token| day(token.text).is_some())
                && after_ordinal(tokens, number) == end
        })?;
        let day = day(tokens.get(number)?.text).filter(|&day| day < first.day)?;
        let span = Span::new(tokens.get(number)?.span.start, tokens.get(end - 1)?.span.end);
        self.dates.days.insert(0, WrittenDate { span, day, ..first });
        self.dates.through |= through;
        self.start = number;
        Some(())
    }

    /// Takes in the day after it, if that is a later one: `and 16` in `June 15 and 16`.
    fn take_after(&mut self, tokens: &[Token<'_>]) -> Option<()> {
        let last = *self.dates.days.last()?;
        let (number, through) = join_after(tokens, self.end)?;
        let day = day(tokens.get(number)?.text).filter(|&day| day > last.day)?;
        let end = after_ordinal(tokens, number);
        let span = Span::new(tokens.get(number)?.span.start, tokens.get(end - 1)?.span.end);
        let (year, year_end) = year_after(tokens, end - 1, span.end);
        self.dates.days.push(WrittenDate { span, day, ..last });
        self.dates.days.iter_mut().for_each(|date| date.year = date.year.or(year));
        self.dates.through |= through;
        self.end = place(tokens, year_end);
        Some(())
    }

    /// The run with the weekdays before it or, failing that, after it, if there are several.
    fn with_weekdays(self, tokens: &[Token<'_>]) -> Option<Series> {
        let gap = gap(tokens, self.start);
        let last = self.start.checked_sub(gap + 1);
        let before = last.map(|last| listed_before(tokens, last)).filter(|(list, _)| list.days.len() > 1);
        if let Some((weekdays, start)) = before {
            let word = start.checked_sub(1).and_then(|word| tokens.get(word));
            let again = word.is_some_and(|word| is_one_of(AGAIN, &word.text.to_lowercase()));
            let comma = tokens.get(self.start - gap..self.start)?.iter().any(|token| token.text == ",");
            let apart = again || comma && weekdays.through;
            return Some(Series { weekdays, dates: self.dates, apart });
        }
        let sign = opens(tokens, self.end)?;
        let (weekdays, end) = listed_behind(tokens, after_articles(tokens, self.end + 1));
        let several = weekdays.days.len() > 1 && self.dates.days.len() > 1;
        let apart = sign == "," && weekdays.through;
        (several && is_closed(tokens, sign, end)).then_some(Series { weekdays, dates: self.dates, apart })
    }
}

/// The weekdays of a list that ends with the token at `last`, and where the list begins.
pub(super) fn listed_before(tokens: &[Token<'_>], last: usize) -> (List<(Span, Weekday)>, usize) {
    let mut named_days = List { days: Vec::new(), through: false };
    let (mut start, mut next, mut leads) = (last, Some(last), false);
    while let Some(named) = next.and_then(|at| named(tokens, at)) {
        named_days.days.insert(0, named);
        named_days.through |= leads;
        start = next.unwrap_or(start);
        (next, leads) = match join_before(tokens, start) {
            Some((end, through)) => (end.checked_sub(1), through),
            None => (None, false),
        };
    }
    (named_days, start)
}

/// The weekdays of a list that begins with the token at `first`, and the place after it.
pub(super) fn listed_behind(tokens: &[Token<'_>], first: usize) -> (List<(Span, Weekday)>, usize) {
    let mut list = List { days: Vec::new(), through: false };
    let (mut end, mut next, mut leads) = (first, Some(first), false);
    while let Some((at, named)) = next.and_then(|at| Some((at, named(tokens, at)?))) {
        list.days.push(named);
        list.through |= leads;
        end = at + 1;
        (next, leads) = match join_after(tokens, end) {
            Some((next, through)) => (Some(next), through),
            None => (None, false),
        };
    }
    (list, end)
}

fn named(tokens: &[Token<'_>], at: usize) -> Option<(Span, Weekday)> {
    let token = tokens.get(at)?;
    Some((token.span, weekday_in_list(token.text)?))
}

/// The first token that begins at or after this offset.
fn place(tokens: &[Token<'_>], offset: usize) -> usize {
    tokens.partition_point(|token| token.span.start < offset)
}

/// Where the join before a day begins, and whether it makes a range up to that day: ` and the `, `, and `, ` a’r `,
/// `–`.
fn join_before(tokens: &[Token<'_>], at: usize) -> Option<(usize, bool)> {
    let before = tokens.get(..at)?;
    let join = before.iter().rposition(|token| !is_one_of(ARTICLES, token.text))?;
    let comma = join.checked_sub(1).filter(|&comma| is_comma(tokens, comma));
    Some((comma.unwrap_or(join), leads_through(tokens.get(join)?)?))
}

/// Where the day after a join begins, and whether the join makes a range up to that day.
fn join_after(tokens: &[Token<'_>], at: usize) -> Option<(usize, bool)> {
    let word = tokens.get(at + 1).filter(|_| is_comma(tokens, at)).and_then(leads_through);
    let join = if word.is_some() { at + 1 } else { at };
    Some((after_articles(tokens, join + 1), leads_through(tokens.get(join)?)?))
}

/// The place after any articles.
pub(super) fn after_articles(tokens: &[Token<'_>], at: usize) -> usize {
    let rest = tokens.get(at..).unwrap_or_default();
    at + rest.iter().take_while(|token| is_one_of(ARTICLES, token.text)).count()
}

fn through_between(tokens: &[Token<'_>], end: usize, start: usize) -> Option<bool> {
    join_before(tokens, start).filter(|(join, _)| *join == end).map(|(_, through)| through)
}

fn is_comma(tokens: &[Token<'_>], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.text == ",")
}

/// Whether a word or sign makes a range of the days that it joins; `None` if it does not join days.
fn leads_through(token: &Token<'_>) -> Option<bool> {
    match token.text {
        join if is_one_of(THROUGH, join) => Some(true),
        join if is_one_of(ALSO, join) => Some(false),
        _ => None,
    }
}
