//! Moments in time, as the policy and the requests write them.

use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, Serializer};
use std::fmt;
use std::str::FromStr;
use std::time::SystemTime;
use time::format_description::well_known::Rfc3339;
use time::{Month, OffsetDateTime, UtcOffset};

/// A moment, with the offset from UTC at which it was written: the clock on the wall where the poster sits.
///
/// Two instants are equal, or one is before the other, whatever their offsets.
///
/// ```
/// use countersign::Instant;
/// let summer: Instant = "2024-07-04T22:00:00+01:00".parse()?;
/// assert_eq!(summer, "2024-07-04T21:00:00Z".parse()?);
/// assert_eq!(summer.long_date(), "4 July 2024");
/// # Ok::<(), countersign::instant::NotAnInstant>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Instant(OffsetDateTime);

/// The text is not a moment in the form of RFC 3339.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected a time with its offset, such as 2024-07-04T22:00:00+01:00")]
pub struct NotAnInstant;

impl Instant {
    /// The date on the wall, as GOV.UK writes it: 4 July 2024.
    #[must_use]
    pub fn long_date(self) -> String {
        let date = self.0.date();
        format!("{} {} {}", date.day(), month_name(date.month()), date.year())
    }
}

impl From<SystemTime> for Instant {
    fn from(time: SystemTime) -> Self {
        Self(time.into())
    }
}

fn month_name(month: Month) -> &'static str {
    match month {
        Month::January => "January",
        Month::February => "February",
        Month::March => "March",
        Month::April => "April",
        Month::May => "May",
        Month::June => "June",
        Month::July => "July",
        Month::August => "August",
        Month::September => "September",
        Month::October => "October",
        Month::November => "November",
        Month::December => "December",
    }
}

impl FromStr for Instant {
    type Err = NotAnInstant;

    fn from_str(text: &str) -> Result<Self, NotAnInstant> {
        OffsetDateTime::parse(text, &Rfc3339).map(Self).map_err(|_| NotAnInstant)
    }
}

/// In UTC, so that equal moments are written alike.
impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let utc = self.0.to_offset(UtcOffset::UTC);
        let (date, time) = (utc.date(), utc.time());
        write!(f, "{:04}-{:02}-{:02}", date.year(), u8::from(date.month()), date.day())?;
        write!(f, "T{:02}:{:02}:{:02}", time.hour(), time.minute(), time.second())?;
        match time.nanosecond() {
            0 => f.write_str("Z"),
            nanosecond => write!(f, ".{nanosecond:09}Z"),
        }
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
