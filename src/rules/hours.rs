//! Posts outside the hours in which somebody is there to answer, or inside them.
//!
//! # What it finds
//! A post that goes out outside the opening hours or, with `find: inside`, during them. Hours are UK time, with
//! British Summer Time, wherever the poster is. If it is not known when the post goes out, it finds nothing.
//!
//! The finding is about the whole draft, and has no fix.
//!
//! # Why an organisation wants it
//! A post brings replies, and somebody has to read them: the house rules of many public bodies promise hours. The
//! other way round, officials keep their own politics out of paid hours.
//!
//! # Example
//! ```yaml
//! id: hours/monitored
//! kind: hours
//! severity: warn
//! message: "Nobody reads replies at {time} on {day}. Schedule it for {next}."
//! source: {title: "Department of Health (Northern Ireland) social media policy"}
//! open: {mon-fri: "09:00-17:00"}
//! bank_holidays: northern-ireland
//! ```
//!
//! # Settings
//! | setting | meaning | if absent |
//! |---|---|---|
//! | `open` | the hours of a day, or of a range of days: `{mon-fri: "09:00-17:30", sat: "10:00-12:00, 13:00-15:00"}`. All other days are closed. Split hours over midnight: `17:00-24:00`, and `00:00-09:00` on the next day | required |
//! | `bank_holidays` | `england`, `wales`, `scotland` or `northern-ireland`: also closed on the bank holidays of that nation, which come from the list that is [packed with the policy](policies.md#bank-holidays) | they are days like any other |
//! | `closed` | other dates that are closed: `[2026-06-15]` | none |
//! | `find` | `outside` or `inside` | `outside` |
//!
//! The message can use `{time}` and `{day}`, when the post goes out, and `{next}`, the next opening time:
//! `9am on Monday 25 November`.

use super::{Input, Match, Matcher, RuleKind, RuleLiterals, SettingsError, settings};
use crate::Instant;
use crate::instant::{self, clock, day_and_month};
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;
use time::{Date, Time};

/// The kind `hours`.
pub(super) struct Hours;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    open: BTreeMap<String, String>,
    bank_holidays: Option<Nation>,
    #[serde(default)]
    closed: Vec<String>,
    #[serde(default)]
    find: Find,
}

#[derive(Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Find {
    #[default]
    Outside,
    Inside,
}

/// A nation of the United Kingdom, whose bank holidays can be closed days.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Nation {
    England,
    Wales,
    Scotland,
    NorthernIreland,
}

const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

struct Week {
    /// The hours of each day from Monday, as half-open ranges in order.
    open: [Vec<(Time, Time)>; 7],
    closed: Vec<Date>,
    find: Find,
}

impl RuleKind for Hours {
    fn id(&self) -> &'static str {
        "hours"
    }

    fn compile(&self, value: &Value, _: RuleLiterals<'_>) -> Result<Box<dyn Matcher>, SettingsError> {
        let Settings { open, bank_holidays, closed, find } = settings(value)?;
        let closed = closed.iter().enumerate().map(closed_day).collect::<Result<_, _>>()?;
        if bank_holidays.is_some() {
            return Err(SettingsError::at("bank_holidays", NO_LIST));
        }
        let mut week = Week { open: Default::default(), closed, find };
        for (days, hours) in &open {
            let wrong = |message: &str| SettingsError::at(&format!("open.{days}"), message);
            let Some((first, last)) = range(days) else {
                return Err(wrong("Expected a day or days: mon, sat-sun, mon-fri."));
            };
            let hours = periods(hours).map_err(wrong)?;
            for (day, open) in week.open.iter_mut().enumerate() {
                if first <= day && day <= last {
                    open.extend(&hours);
                    open.sort_unstable();
                }
            }
        }
        if week.open.iter().all(Vec::is_empty) {
            return Err(SettingsError::at("open", "It is never open. Write the hours of at least one day."));
        }
        Ok(Box::new(week))
    }
}

/// Whatever reads a policy's folder replaces the nation by its bank holidays. Without them, nothing is guessed.
const NO_LIST: &str = "The policy does not have the days of these bank holidays. Pack it again with this version’s `countersign pack`.";

/// `mon-fri`, or a single day, as numbers from Monday.
fn range(days: &str) -> Option<(usize, usize)> {
    let number = |day: &str| DAYS.iter().position(|known| *known == day.trim());
    let (first, last) = days.split_once('-').unwrap_or((days, days));
    Some((number(first)?, number(last)?)).filter(|(first, last)| first <= last)
}

/// The periods in `09:00-12:00, 13:00-17:30`.
fn periods(hours: &str) -> Result<Vec<(Time, Time)>, &'static str> {
    let period = |period: &str| {
        let (from, until) = period.split_once('-')?;
        Some((time(from)?, time(until)?))
    };
    let periods: Option<Vec<_>> = hours.split(',').map(period).collect();
    let periods = periods.ok_or("Expected hours such as 09:00-17:30, with commas between several.")?;
    if periods.iter().any(|(from, until)| from >= until) {
        return Err(
            "These hours end before they begin. Split hours over midnight in two: 17:00-24:00, and 00:00-09:00 for the next day.",
        );
    }
    Ok(periods)
}

/// An extra day that is closed.
fn closed_day((nth, day): (usize, &String)) -> Result<Date, SettingsError> {
    instant::day(day).ok_or_else(|| {
        let message = format!("“{day}” is not a day. Write year, month and day: 2026-06-15.");
        SettingsError::at(&format!("closed[{nth}]"), message)
    })
}

/// `9:00`; `24:00` is the last moment of the day.
pub(super) fn time(text: &str) -> Option<Time> {
    let (hour, minute) = text.trim().split_once(':')?;
    if (hour, minute) == ("24", "00") {
        return Some(Time::MAX);
    }
    Time::from_hms(hour.parse().ok()?, minute.parse().ok()?, 0).ok()
}

impl Matcher for Week {
    fn find(&self, input: &Input<'_>) -> Vec<Match> {
        let Some(at) = input.facts.context.goes_out().map(Instant::in_uk) else { return Vec::new() };
        let open = self.on(at.date()).iter().any(|(from, until)| *from <= at.time() && at.time() < *until);
        if open == (self.find == Find::Outside) {
            return Vec::new();
        }
        let fields = vec![
            ("time", clock(at.time())),
            ("day", at.date().weekday().to_string()),
            ("next", self.next(at).unwrap_or_default()),
        ];
        vec![Match { fields, ..Match::default() }]
    }

    fn fields(&self) -> Vec<&'static str> {
        vec!["time", "day", "next"]
    }
}

impl Week {
    /// The opening hours on a date.
    fn on(&self, date: Date) -> &[(Time, Time)] {
        if self.closed.contains(&date) {
            return &[];
        }
        self.open.get(usize::from(date.weekday().number_days_from_monday())).map_or(&[], Vec::as_slice)
    }

    /// The next opening time after a moment: `9am on Monday 25 November`.
    fn next(&self, at: Instant) -> Option<String> {
        let mut date = at.date();
        for _ in 0..7 + self.closed.len() {
            let later = |from: &Time| date > at.date() || *from > at.time();
            if let Some((from, _)) = self.on(date).iter().find(|(from, _)| later(from)) {
                return Some(format!("{} on {} {}", clock(*from), date.weekday(), day_and_month(date, "en")));
            }
            date = date.next_day()?;
        }
        None
    }
}
