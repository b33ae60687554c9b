//! Bank holidays of the United Kingdom, by nation.
//!
//! They follow from the Banking and Financial Dealings Act 1971 and yearly proclamations that have been the same since
//! 1978 but for a few years' exceptions. So they are computed, and a test holds them against the
//! dates that GOV.UK publishes. A holiday proclaimed later is known with the next version; until then `closed` of the rule
//! kind `hours` has it.

use serde::Deserialize;
use time::{Date, Duration, Month, Weekday};

/// A nation of the United Kingdom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Nation {
    England,
    Wales,
    Scotland,
    NorthernIreland,
}

/// Whether it is a bank holiday there. A weekend is none by itself; its substitute day is.
pub(crate) fn is_bank_holiday(date: Date, nation: Nation) -> bool {
    holidays(date.year(), nation).contains(&Some(date))
}

/// The bank holidays of a year; `None` stands for dates out of the calendar's range.
fn holidays(year: i32, nation: Nation) -> Vec<Option<Date>> {
    use Month::{August, December, January, July, June, March, May, November, September};
    let scotland = nation == Nation::Scotland;
    let northern_ireland = nation == Nation::NorthernIreland;
    let on = |month, day| Date::from_calendar_date(year, month, day).ok();
    let mut fixed = vec![on(January, 1), on(December, 25), on(December, 26)];
    let mut days = vec![easter(year, -2)];
    if scotland {
        fixed.extend([on(January, 2), on(November, 30)]);
        days.push(monday_from(on(August, 1)));
    } else {
        days.extend([easter(year, 1), monday_from(on(August, 25))]);
    }
    if northern_ireland {
        fixed.extend([on(March, 17), on(July, 12)]);
    }
    // Moved to a weekday that means something.
    days.push(if year == 2020 { on(May, 8) } else { monday_from(on(May, 1)) });
    days.push(match year {
        2012 => on(June, 4),
        2022 => on(June, 2),
        _ => monday_from(on(May, 25)),
    });
    // Added by proclamation: jubilees, a state funeral, a coronation, Scotland in the World Cup.
    days.extend(match year {
        2012 => vec![on(June, 5)],
        2022 => vec![on(June, 3), on(September, 19)],
        2023 => vec![on(May, 8)],
        2026 if scotland => vec![on(June, 15)],
        _ => Vec::new(),
    });
    with_substitutes(&mut days, fixed);
    days
}

/// Adds holidays of fixed date; one at a weekend is kept on the next working day that is free.
fn with_substitutes(days: &mut Vec<Option<Date>>, mut fixed: Vec<Option<Date>>) {
    let weekend = |date: &Option<Date>| {
        date.is_some_and(|date| matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday))
    };
    fixed.sort_unstable();
    days.extend(fixed.iter().filter(|date| !weekend(date)));
    for date in fixed.iter().filter(|date| weekend(date)) {
        let mut day = date.and_then(Date::next_day);
        while day.is_some() && (weekend(&day) || days.contains(&day)) {
            day = day.and_then(Date::next_day);
        }
        days.push(day);
    }
}

/// The first Monday on or after a day.
fn monday_from(day: Option<Date>) -> Option<Date> {
    let day = day?;
    day.checked_add(Duration::days((7 - i64::from(day.weekday().number_days_from_monday())) % 7))
}

/// So many days after Easter Sunday (the “anonymous” Gregorian computus; Meeus, Astronomical Algorithms, chapter 8).
fn easter(year: i32, after: i64) -> Option<Date> {
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let days = i64::from(epact + weekday - 7 * late + 21);
    Date::from_calendar_date(year, Month::March, 1).ok()?.checked_add(Duration::days(days + after))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What GOV.UK has published, <https://www.gov.uk/bank-holidays.json> (Crown copyright, Open Government Licence
    /// v3.0), as the Python package `govuk-bank-holidays` 0.19 keeps it, and what was proclaimed on 4 February 2026.
    const PUBLISHED: &str = include_str!("../tests/data/bank-holidays.txt");

    #[test]
    fn as_published() {
        let mut lines = 0;
        for line in PUBLISHED.lines().filter(|line| !line.starts_with('#')) {
            let (what, dates) = line.split_once(": ").unwrap();
            let (nation, year) = what.split_once(' ').unwrap();
            let nation = match nation {
                "scotland" => Nation::Scotland,
                "northern-ireland" => Nation::NorthernIreland,
                _ => Nation::England,
            };
            let mut computed: Vec<_> = holidays(year.parse().unwrap(), nation)
                .into_iter()
                .flatten()
                .map(|date| format!("{:02}-{:02}", u8::from(date.month()), date.day()))
                .collect();
            computed.sort();
            computed.dedup();
            assert_eq!(computed.join(" "), dates, "{what}");
            lines += 1;
        }
        assert!(lines >= 3 * 15, "{lines}");
    }
}
