//! Weekdays that do not match their dates, and dates that do not exist.

use super::super::places::is_taken;
use super::super::{Input, Match};
use crate::finding::{Edit, Fix, Span};
use crate::text::dates::{Mismatch, Series, WrittenDate, is_meant, series, weekday_like};
use time::{Date, Duration};

/// Finds what the check `weekday` looks for.
pub(super) fn find(input: &Input<'_>, dates: &[WrittenDate], today: Option<Date>) -> Vec<Match> {
    if dates.is_empty() {
        return Vec::new();
    }
    let single =
        |date: &WrittenDate| no_such_day(input, date, today).or_else(|| wrong_weekday(input, date, today));
    let mut found: Vec<Match> = dates.iter().filter_map(single).collect();
    for series in series(input.reading.normal().text()) {
        found.extend(in_series(input, &series, today));
    }
    found
}

/// How far back and ahead a date without a year may be, for its weekday to decide which year is meant.
const BACK: Duration = Duration::days(200);
const AHEAD: Duration = Duration::days(330);

fn is_near(day: Date, today: Option<Date>) -> bool {
    today.is_some_and(|today| (-BACK..=AHEAD).contains(&(day - today)))
}

/// `31 June`, if it is meant as a date. With a weekday, it always is.
fn no_such_day(input: &Input<'_>, date: &WrittenDate, today: Option<Date>) -> Option<Match> {
    if !date.is_no_day(today) {
        return None;
    }
    let whole = input.reading.from_normal(date.span);
    let is_in_link = || is_taken(input.reading.entities(), whole, |entity| entity.span);
    let meant = date.weekday.is_some() || is_meant(input.reading.normal().text(), date.span) && !is_in_link();
    let fields = vec![("expected", "date that does not exist".to_owned())];
    meant.then(|| Match { fields, ..Match::at(whole) })
}

fn wrong_weekday(input: &Input<'_>, date: &WrittenDate, today: Option<Date>) -> Option<Match> {
    let (span, weekday) = date.weekday?;
    // In December, “Tuesday 14 July” is in last summer or the next one.
    let meant = |day: &Date| date.year.is_some() || is_near(*day, today);
    if date.candidates(today).iter().filter(|day| meant(day)).any(|day| day.weekday() == weekday) {
        return None;
    }
    let whole = input.reading.from_normal(date.span);
    let right = date.date(today)?.weekday();
    let name = weekday_like(input.reading.normal().slice(span), right)?;
    let span = input.reading.from_normal(span);
    Some(Match { fix: Some(change(span, &name)), fields: vec![("expected", name)], ..Match::at(whole) })
}

/// The wrong weekdays of `Saturday and Sunday 16 and 17 June`. If more than one is wrong, either the weekdays or the
/// days may be wrong, so there is no fix.
fn in_series(input: &Input<'_>, series: &Series, today: Option<Date>) -> Vec<Match> {
    let wrong = |Mismatch { weekday, date, right, alone }| {
        let name = weekday_like(input.reading.normal().slice(weekday), right)?;
        let (weekday, date) = (input.reading.from_normal(weekday), input.reading.from_normal(date));
        let fix = alone.then(|| change(weekday, &name));
        let mut spans = vec![weekday, date];
        spans.sort_by_key(|span| span.start);
        Some(Match { spans, fix, fields: vec![("expected", name)], ..Match::default() })
    };
    let mismatches = series.mismatches(today, |day| is_near(*day, today));
    mismatches.into_iter().filter_map(wrong).collect()
}

fn change(weekday: Span, name: &str) -> Fix {
    Fix {
        label: format!("Change to “{name}”"), edits: vec![Edit { span: weekday, insert: name.to_owned() }]
    }
}
