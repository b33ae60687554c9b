//! Moments in time, as policies and requests write them.

mod wrong;

use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, Serializer};
use std::fmt;
use std::str::FromStr;
use std::time::SystemTime;
use time::format_description::well_known::Rfc3339;
use time::macros::format_description;
use time::{Date, Duration, Month, OffsetDateTime, Time, UtcOffset};

/// A moment, with the UTC offset it was written with: the local time where the poster is.
///
/// Offsets do not matter when two instants are compared.
///
/// ```
/// use countersign::Instant;
/// let summer: Instant = "2024-07-04T22:00:00+01:00".parse()?;
/// assert_eq!(summer, "2024-07-04T21:00:00Z".parse()?);
/// assert_eq!(summer.long_date("en"), "4 July 2024");
/// assert_eq!(summer.long_date("cy"), "4 Gorffennaf 2024");
/// # Ok::<(), countersign::instant::NotAnInstant>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Instant(OffsetDateTime);

/// The languages in which dates can be written, as ISO 639-1 codes.
pub const LANGUAGES: [&str; 3] = ["cy", "en", "fr"];

const ENGLISH: &str = "January February March April May June July August September October November December";
/// The months in [`LANGUAGES`], as written in dates according to Unicode's CLDR.
pub(crate) const MONTHS: [&str; 3] = [
    "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr",
    ENGLISH,
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
];

/// The text is not a moment in RFC 3339 form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected a time with its offset, such as 2024-07-04T22:00:00+01:00. {0}")]
pub struct NotAnInstant(&'static str);

impl Instant {
    /// The local date, as GOV.UK writes it, in one of [`LANGUAGES`]; in English if the language is not one of them.
    #[must_use]
    pub fn long_date(self, language: &str) -> String {
        long_date(self.date(), language)
    }
}

/// A day as programs write it: `2026-06-15`.
pub(crate) fn day(text: &str) -> Option<Date> {
    Date::parse(text, format_description!("[year]-[month]-[day]")).ok()
}

/// A date as GOV.UK writes it: 4 July 2024.
pub(crate) fn long_date(date: Date, language: &str) -> String {
    format!("{} {}", day_and_month(date, language), date.year())
}

/// A date as GOV.UK writes it where the year is clear: 4 July.
pub(crate) fn day_and_month(date: Date, language: &str) -> String {
    let names = LANGUAGES.iter().position(|known| *known == language).and_then(|nth| MONTHS.get(nth));
    let nth = usize::from(u8::from(date.month())) - 1;
    let month = names.unwrap_or(&ENGLISH).split(' ').nth(nth).unwrap_or_default();
    // Only French writes the first of a month as an ordinal.
    let ending = if language == "fr" && date.day() == 1 { "er" } else { "" };
    format!("{}{ending} {month}", date.day())
}

/// A time as GOV.UK writes it: 9am, 5:30pm, midday, midnight.
pub(crate) fn clock(time: Time) -> String {
    let written = match (time.hour(), time.minute()) {
        (0, 0) => return "midnight".to_owned(),
        (12, 0) => return "midday".to_owned(),
        (_, 0) => time.format(format_description!("[hour repr:12 padding:none][period case:lower]")),
        _ => time.format(format_description!("[hour repr:12 padding:none]:[minute][period case:lower]")),
    };
    // A time has all of these components.
    written.unwrap_or_default()
}

impl Instant {
    /// The local date.
    pub(crate) fn date(self) -> Date {
        self.0.date()
    }

    /// The local time.
    pub(crate) fn time(self) -> Time {
        self.0.time()
    }

    /// The same moment at the offset of `other`.
    pub(crate) fn beside(self, other: Self) -> Self {
        self.at(other.0.offset())
    }

    /// The same moment at another offset, or unchanged if that is outside the calendar, which ends with the year 9999.
    fn at(self, offset: UtcOffset) -> Self {
        self.0.checked_to_offset(offset).map_or(self, Self)
    }

    /// How many whole minutes it is after `other`; negative if it is before.
    pub(crate) fn minutes_after(self, other: Self) -> i64 {
        (self.0 - other.0).whole_minutes()
    }

    /// The same moment in London time: an hour ahead of UTC from 1am UTC on the last Sunday in March until 1am UTC on
    /// the last Sunday in October (Summer Time Act 1972, as amended by the Summer Time Order 2002).
    pub(crate) fn in_uk(self) -> Self {
        let utc = self.at(UtcOffset::UTC).0;
        let change =
            |month| last_sunday(utc.year(), month).map(|day| day.midnight().assume_utc() + Duration::HOUR);
        let summer = match (change(Month::March), change(Month::October)) {
            (Some(begins), Some(ends)) => begins <= utc && utc < ends,
            _ => false,
        };
        let ahead =
            if summer { UtcOffset::from_hms(1, 0, 0).unwrap_or(UtcOffset::UTC) } else { UtcOffset::UTC };
        self.at(ahead)
    }
}

/// Corrects a moment whose offset the United Kingdom does not have at that time: the same local time, with the right
/// offset. Nothing if the offset is right, or is `Z`.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn in_uk(written: &str) -> Option<String> {
    let is_there = |at: Instant| at.0.offset() == at.in_uk().0.offset();
    let at: Instant = written.parse().ok()?;
    if written.ends_with(['Z', 'z']) || is_there(at) {
        return None;
    }
    let wall = written.get(..written.len() - "+01:00".len())?;
    let summer = format!("{wall}+01:00");
    let is_summer = summer.parse().is_ok_and(is_there);
    Some(if is_summer { summer } else { format!("{wall}Z") })
}

fn last_sunday(year: i32, month: Month) -> Option<Date> {
    let last = Date::from_calendar_date(year, month, 31).ok()?;
    last.checked_sub(Duration::days(i64::from(last.weekday().number_days_from_sunday())))
}

impl From<SystemTime> for Instant {
    fn from(time: SystemTime) -> Self {
        Self(time.into())
    }
}

impl FromStr for Instant {
    type Err = NotAnInstant;

    fn from_str(text: &str) -> Result<Self, NotAnInstant> {
        OffsetDateTime::parse(text, &Rfc3339).map(Self).map_err(|_| NotAnInstant(wrong::part(text)))
    }
}

/// In UTC, so that equal moments look the same.
impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let written = self.at(UtcOffset::UTC).0.format(&Rfc3339).map_err(|_| fmt::Error)?;
        f.write_str(&written)
    }
}

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn summer_time() {
        for (utc, london) in [
            ("2024-03-31T00:59:59Z", "2024-03-31T00:59:59Z"),
            ("2024-03-31T01:00:00Z", "2024-03-31T02:00:00+01:00"),
            ("2024-10-27T00:59:59Z", "2024-10-27T01:59:59+01:00"),
            ("2024-10-27T01:00:00Z", "2024-10-27T01:00:00Z"),
            ("2025-07-01T23:30:00-05:00", "2025-07-02T05:30:00+01:00"),
        ] {
            let (utc, london): (Instant, Instant) = (utc.parse().unwrap(), london.parse().unwrap());
            assert_eq!(utc.in_uk().0.offset(), london.0.offset(), "{utc}");
            assert_eq!(utc.in_uk().date(), london.date(), "{utc}");
        }
        let last: Instant = "9999-12-31T23:59:59-05:00".parse().unwrap();
        assert_eq!((last.in_uk(), last.beside(last)), (last, last));
        assert_eq!(last.to_string(), "9999-12-31T23:59:59-05:00");
    }

    #[test]
    fn offsets_of_the_united_kingdom() {
        for (written, meant) in [
            ("2027-03-23T00:00:00+01:00", Some("2027-03-23T00:00:00Z")),
            ("2027-07-04T22:00:00+10:00", Some("2027-07-04T22:00:00+01:00")),
            ("2027-07-04T22:00:00+00:00", Some("2027-07-04T22:00:00+01:00")),
            ("2027-12-01T22:00:00-05:00", Some("2027-12-01T22:00:00Z")),
            ("2027-03-28T01:30:00+01:00", Some("2027-03-28T01:30:00Z")),
            ("2027-03-28T02:00:00+01:00", None),
            ("2027-10-31T01:30:00+01:00", None),
            ("2027-10-31T01:30:00+00:00", None),
            ("2027-07-04T22:00:00Z", None),
            ("2027-12-01T22:00:00+00:00", None),
            ("soon", None),
        ] {
            assert_eq!(in_uk(written).as_deref(), meant, "{written}");
        }
    }

    #[test]
    fn clocks() {
        let clock = |hour, minute| clock(Time::from_hms(hour, minute, 0).unwrap());
        assert_eq!([clock(0, 0), clock(0, 5), clock(9, 0)], ["midnight", "12:05am", "9am"]);
        assert_eq!([clock(12, 0), clock(12, 30), clock(17, 30)], ["midday", "12:30pm", "5:30pm"]);
    }
}
