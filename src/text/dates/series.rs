//! Weekdays and days given in two lists: `Saturday and Sunday 15 and 16 June`, `Friday to Sunday 14–16 June`,
//! `15/16 June (Sat/Sun)`.

use super::WrittenDate;
use super::lists::List;
use crate::finding::Span;
use time::{Date, Duration, Weekday};

/// Weekdays and dates that belong together, with more than one weekday.
#[derive(Debug, Clone)]
pub(crate) struct Series {
    pub(super) weekdays: List<(Span, Weekday)>,
    pub(super) dates: List<WrittenDate>,
    /// Whether the dates may be the first and the last on which something happens on these weekdays.
    pub(super) apart: bool,
}

/// A weekday that does not match its date: `Sunday` in `Saturday and Sunday 15 and 17 June`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Mismatch {
    /// Where its weekday is.
    pub(crate) weekday: Span,
    /// Where its day is.
    pub(crate) date: Span,
    /// The actual weekday of that date.
    pub(crate) right: Weekday,
    /// Whether replacing this weekday alone is sure to make the series right.
    pub(crate) alone: bool,
}

impl Series {
    /// The weekdays that do not match their days, in the year in which they match best.
    pub(crate) fn mismatches(&self, today: Option<Date>, near: impl Fn(&Date) -> bool) -> Vec<Mismatch> {
        let written = self.dates.days.last().and_then(|date| date.year);
        let years = match (written, today) {
            (Some(year), _) => year..=year,
            (None, Some(today)) => today.year() - 1..=today.year() + 1,
            (None, None) => return Vec::new(),
        };
        let readings = years.filter_map(|year| self.in_year(year));
        let readings = readings.filter(|days| written.is_some() || days.first().is_some_and(&near));
        readings.map(|days| self.against(&days)).min_by_key(Vec::len).unwrap_or_default()
    }

    /// Its days, given the year of the last one.
    fn in_year(&self, year: i32) -> Option<Vec<Date>> {
        let mut days: Vec<Date> = Vec::new();
        for date in self.dates.days.iter().rev() {
            let turns = |day: &Date| days.last().is_some_and(|later| later < day);
            let day = date.in_year(days.last().map_or(year, |later| later.year()))?;
            days.push(if turns(&day) { date.in_year(day.year() - 1)? } else { day });
        }
        days.reverse();
        Some(days)
    }

    fn against(&self, days: &[Date]) -> Vec<Mismatch> {
        let Self { weekdays, dates, apart } = self;
        let named: Vec<Weekday> = weekdays.days.iter().map(|weekday| weekday.1).collect();
        let pairs: Vec<(usize, usize)> = match (named.len(), days.len()) {
            (_, 1) if weekdays.through => return Vec::new(),
            (_, 1) if days.iter().any(|day| named.contains(&day.weekday())) => return Vec::new(),
            (count, 1) => vec![(count - 1, 0)],
            (count, of) if weekdays.through || dates.through => vec![(0, 0), (count - 1, of - 1)],
            (count, of) if count == of => (0..count).zip(0..of).collect(),
            (count, _) => {
                // `Saturday and Sunday 15, 16, 22 and 23 June`
                let other = |(_, day): &(usize, &Date)| !named.contains(&day.weekday());
                days.iter().enumerate().filter(other).map(|(nth, _)| (nth.min(count - 1), nth)).collect()
            }
        };
        if (weekdays.through || dates.through) && (*apart && holds(&named, days) || is_long(days)) {
            return Vec::new();
        }
        let wrong = |&(nth, of): &(usize, usize)| {
            let (weekday, date) = (weekdays.days.get(nth)?, dates.days.get(of)?);
            let right = days.get(of)?.weekday();
            (right != weekday.1).then_some(Mismatch {
                weekday: weekday.0,
                date: date.span,
                right,
                alone: false,
            })
        };
        let mut wrong: Vec<Mismatch> = pairs.iter().filter_map(wrong).collect();
        if let [only] = wrong.as_mut_slice() {
            only.alone = named.len() == days.len() && !weekdays.through && !dates.through;
        }
        wrong
    }
}

/// Whether each of these weekdays occurs between the first and the last of the days.
fn holds(named: &[Weekday], days: &[Date]) -> bool {
    let (Some(&first), Some(&last)) = (days.first(), days.last()) else {
        return false;
    };
    let ahead =
        |weekday: &Weekday| (0..7).find(|&by| first.saturating_add(Duration::days(by)).weekday() == *weekday);
    named
        .iter()
        .all(|weekday| ahead(weekday).is_some_and(|by| first.saturating_add(Duration::days(by)) <= last))
}

/// Whether the days span more than one week: `Monday to Friday, 3 to 28 June`.
fn is_long(days: &[Date]) -> bool {
    days.first().zip(days.last()).is_some_and(|(first, last)| *last - *first >= Duration::days(7))
}

#[cfg(test)]
mod tests {
    use super::super::{series, weekday_like};
    use super::*;
    use proptest::prelude::*;
    use time::{Month, ext::NumericalDuration};

    /// Weekdays, days and the month, in English or Welsh, for consecutive days with these joins between them. Each
    /// weekday is `off` days from the right one.
    fn written(first: Date, joins: &[&str], off: i64, welsh: bool, behind: bool) -> String {
        let days = 0..=i64::try_from(joins.len()).unwrap();
        let (mut weekdays, mut numbers) = (Vec::new(), Vec::new());
        for by in days {
            let join = usize::try_from(by).unwrap().checked_sub(1).map_or("", |nth| joins[nth]);
            let weekday = (first + (by + off).days()).weekday();
            let name = weekday_like(if welsh { "Llun" } else { "Monday" }, weekday).unwrap();
            weekdays.push(format!("{join}{}{name}", if welsh { "dydd " } else { "" }));
            numbers.push(format!("{join}{}", (first + by.days()).day()));
        }
        let month = if welsh { "Gorffennaf" } else { "July" };
        let (weekdays, numbers) = (weekdays.concat(), numbers.concat());
        let dates = format!("{numbers} {month} {}", first.year());
        if behind { format!("{dates} ({weekdays})") } else { format!("{weekdays} {dates}") }
    }

    proptest! {
        #[test]
        fn each_day_has_its_weekday(
            day in 1u8..28, year in 2020..2040, off in 0i64..7, welsh: bool, behind: bool,
            joins in prop_oneof![
                Just(vec![" and "]), Just(vec!["/"]), Just(vec![" & "]), Just(vec![" a "]), Just(vec!["–"]),
                Just(vec![" to "]), Just(vec![", ", " and "]), Just(vec![", ", ", and "]), Just(vec![", ", ", ", " & "]),
            ],
        ) {
            let first = Date::from_calendar_date(year, Month::July, day).unwrap();
            let text = written(first, &joins, off, welsh, behind);
            let found = series(&text);
            prop_assert_eq!(found.len(), 1, "{}", text);
            let wrong = found[0].mismatches(None, |_| true);
            prop_assert_eq!(wrong.is_empty(), off == 0, "{}", text);
            prop_assert!(wrong.iter().all(|wrong| !wrong.alone), "{}", text);
        }
    }
}
