//! Moments in time, as the policy and the requests write them.

use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, Serializer};
use std::fmt;
use std::str::FromStr;
use std::time::SystemTime;
use time::format_description::well_known::Rfc3339;
use time::{OffsetDateTime, UtcOffset};

/// A moment, with the offset from UTC at which it was written: the clock on the wall where the poster sits.
///
/// Two instants are equal, or one is before the other, whatever their offsets.
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
/// The months in [`LANGUAGES`], as Unicode's CLDR has them in dates.
const MONTHS: [&str; 3] = [
    "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr",
    ENGLISH,
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
];

/// The text is not a moment in the form of RFC 3339.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected a time with its offset, such as 2024-07-04T22:00:00+01:00")]
pub struct NotAnInstant;

impl Instant {
    /// The date on the wall, as GOV.UK writes it, in one of [`LANGUAGES`]; in English if it is another.
    #[must_use]
    pub fn long_date(self, language: &str) -> String {
        let date = self.0.date();
        let names = LANGUAGES.iter().position(|known| *known == language).and_then(|nth| MONTHS.get(nth));
        let nth = usize::from(u8::from(date.month())) - 1;
        let month = names.unwrap_or(&ENGLISH).split(' ').nth(nth).unwrap_or_default();
        // French alone calls the first of a month the first.
        let ending = if language == "fr" && date.day() == 1 { "er" } else { "" };
        format!("{}{ending} {month} {}", date.day(), date.year())
    }
}

impl From<SystemTime> for Instant {
    fn from(time: SystemTime) -> Self {
        Self(time.into())
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
