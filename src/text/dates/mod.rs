//! Dates in running text: `Friday 14 June 2024`, `Fri 14 Jun`, `June 14`, `14/06/2024`, `14.6.24`, `2024-06-14`,
//! `dydd Gwener 14 Mehefin`, `vendredi 14 juin`. Numbers alone are read day first, as in the United Kingdom.

mod forms;
mod lists;
mod meant;
mod names;
mod series;
mod tokens;
mod weekdays;

pub(crate) use lists::series;
pub(crate) use meant::is_meant;
pub(crate) use names::weekday_like;
pub(crate) use series::{Mismatch, Series};

use crate::finding::Span;
use forms::{day_first, in_numbers, month_first};
use std::iter;
use time::{Date, Duration, Month, Weekday};
use tokens::{is_number, tokens};
use weekdays::sharing;

const A_LEAP_YEAR: i32 = 2000;
/// The most months between dates that are written together.
const HALF_A_YEAR: u8 = 6;
/// How far from today a 29 February without a year may be and still be meant.
const AROUND: Duration = Duration::days(300);

/// A date as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct WrittenDate {
    /// All of it, including the weekday.
    pub(crate) span: Span,
    day: u8,
    month: Month,
    /// The year, if it was written with this date or with the end date of its range.
    pub(crate) year: Option<i32>,
    /// The name of the weekday.
    pub(crate) weekday: Option<(Span, Weekday)>,
}

impl WrittenDate {
    /// Whether there is no such day: 31 June, 29 February 2023. A 29 February without a year does exist if one falls
    /// within the months around today.
    pub(crate) fn is_no_day(&self, today: Option<Date>) -> bool {
        match (self.year, today) {
            (Some(year), _) => self.in_year(year).is_none(),
            (None, _) if self.in_year(A_LEAP_YEAR).is_none() => true,
            (None, Some(today)) => {
                let near = |day: &Date| (*day - today).abs() <= AROUND;
                !self.candidates(Some(today)).iter().any(near) && self.in_year(A_LEAP_YEAR + 1).is_none()
            }
            (None, None) => false,
        }
    }

    /// Its day and month, as numbers.
    pub(crate) fn day_and_month(&self) -> (u8, u8) {
        (self.day, self.month.into())
    }

    fn in_year(&self, year: i32) -> Option<Date> {
        Date::from_calendar_date(year, self.month, self.day).ok()
    }

    /// The dates it can mean: one if the year is known, otherwise that of last year, this year and next year. None if
    /// there is no such day, such as 31 June.
    pub(crate) fn candidates(&self, today: Option<Date>) -> Vec<Date> {
        let years = match (self.year, today.map(Date::year)) {
            (Some(year), _) => year..=year,
            (None, Some(year)) => year - 1..=year + 1,
            (None, None) => return Vec::new(),
        };
        years.filter_map(|year| self.in_year(year)).collect()
    }

    /// The date it means; without a year, the one nearest to today.
    pub(crate) fn date(&self, today: Option<Date>) -> Option<Date> {
        let distance = |date: &Date| today.map(|today| (*date - today).whole_days().abs());
        self.candidates(today).into_iter().min_by_key(distance)
    }
}

/// All dates in a text, in order.
pub(crate) fn dates(text: &str) -> Vec<WrittenDate> {
    if !text.contains(|c: char| c.is_ascii_digit()) {
        return Vec::new();
    }
    let tokens = tokens(text);
    let mut dates: Vec<WrittenDate> = Vec::new();
    let number = |at: usize| tokens.get(at).copied().is_some_and(is_number);
    // Every form begins with a number, or with a month before one.
    for at in (0..tokens.len()).filter(|&at| number(at) || number(at + 1)) {
        let found =
            in_numbers(&tokens, at).or_else(|| day_first(&tokens, at)).or_else(|| month_first(&tokens, at));
        // `14 June 15` does not make a second date out of the same words.
        let start = dates.last().map_or(0, |last| last.span.end);
        let with_earlier = iter::successors(found, |later| sharing(&tokens, later));
        let first = dates.len();
        dates.extend(with_earlier.take_while(|found| start <= found.span.start));
        dates.get_mut(first..).into_iter().for_each(<[WrittenDate]>::reverse);
    }
    // The year in `10 June to 14 June 2022` belongs to both dates.
    for at in (1..dates.len()).rev() {
        let later = dates.get(at).copied();
        if let (Some(later), Some(date)) = (later, dates.get_mut(at - 1))
            && later.span.start - date.span.end <= " until and on ".len()
        {
            // `31 December and 1 January 2025` are in different years.
            let turns = i32::from(date.month as u8 > later.month as u8 + HALF_A_YEAR);
            date.year = date.year.or(later.year.map(|year| year - turns));
        }
    }
    dates
}
