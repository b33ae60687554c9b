//! The ways in which sites count the length of a text.
//!
//! X weighs characters, Bluesky shortens links first, Mastodon counts every link as 23 characters, others count code
//! units or bytes. The module `sites` says which site counts in which way.
//!
//! ```
//! use countersign::text::length::Counting;
//! assert_eq!(Counting::WEIGHTED.measure("Bus times: gov.uk/buses 🚌").length, 37);
//! ```

pub(in crate::text) mod emoji;

mod bluesky;
mod mastodon;
mod short_url;
mod x;

use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;

/// The unit in which a site counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Code points.
    Characters,
    /// Code points with weights; every link and every emoji weighs the same, whatever its length.
    WeightedCharacters,
    /// Characters as people see them: an accented letter or a family of emoji is one.
    Graphemes,
    /// What JavaScript calls the length of a string. Most emoji count as two.
    Utf16Units,
    /// Bytes of UTF-8.
    Bytes,
}

impl Unit {
    /// A number of these units in everyday words: `1 byte`, `80 characters`.
    pub(crate) fn of(self, number: usize) -> String {
        let one = if self == Self::Bytes { "byte" } else { "character" };
        format!("{number} {one}{}", if number == 1 { "" } else { "s" })
    }
}

/// The length of a text on a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Count {
    /// How long the text is.
    pub count: usize,
    /// How long it may be.
    pub limit: usize,
    /// What both are counted in.
    pub unit: Unit,
}

impl Count {
    /// How much room is left; negative if the text is too long.
    pub fn remaining(&self) -> i64 {
        let whole = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        whole(self.limit) - whole(self.count)
    }

    /// Whether the text is short enough.
    pub const fn fits(&self) -> bool {
        self.count <= self.limit
    }
}

/// A way of counting.
#[derive(Debug, Clone, Copy)]
pub struct Counting {
    /// What it counts.
    pub unit: Unit,
    of: fn(&str) -> Measure,
}

/// The measurements of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measure {
    /// How long it is, in the unit of this way of counting.
    pub length: usize,
    /// How many bytes of UTF-8 it has, with its links in the form that is counted.
    pub bytes: usize,
}

impl Counting {
    /// X: characters weigh one or two, each link and each emoji the same.
    pub const WEIGHTED: Self =
        Self::new(Unit::WeightedCharacters, |text| Measure { length: x::weigh(text), bytes: text.len() });
    /// Bluesky: characters as people see them, links in their short form.
    pub const SHORTENED: Self = Self::new(Unit::Graphemes, bluesky::measure);
    /// Mastodon: characters as people see them, all links of the same length, mentions without their server.
    pub const MASTODON: Self =
        Self::new(Unit::Graphemes, |text| Measure { length: mastodon::graphemes(text), bytes: text.len() });
    /// What JavaScript calls the length of a string.
    pub const UTF16_UNITS: Self =
        Self::new(Unit::Utf16Units, |text| Measure { length: utf16_units(text), bytes: text.len() });
    /// Bytes of UTF-8.
    pub const BYTES: Self = Self::new(Unit::Bytes, |text| Measure { length: text.len(), bytes: text.len() });

    const fn new(unit: Unit, of: fn(&str) -> Measure) -> Self {
        Self { unit, of }
    }

    /// Measures a text.
    #[must_use]
    pub fn measure(self, text: &str) -> Measure {
        (self.of)(text)
    }

    /// Counts a text against a limit, and its bytes against another. The result is in bytes only if the text has too
    /// many bytes but is otherwise short enough.
    pub(crate) fn count(self, text: &str, limit: usize, byte_limit: Option<usize>) -> Count {
        let measure = self.measure(text);
        let count = Count { count: measure.length, limit, unit: self.unit };
        match byte_limit.filter(|&limit| count.fits() && measure.bytes > limit) {
            Some(limit) => Count { count: measure.bytes, limit, unit: Unit::Bytes },
            None => count,
        }
    }
}

/// A text from a file as its site would receive it: without a UTF-8 byte order mark at its start, and with one
/// character for each line break, on Windows too.
///
/// ```
/// use countersign::text::length::from_file;
/// assert_eq!(from_file("\u{feff}Open\r\ntoday"), "Open\ntoday");
/// ```
#[must_use]
pub fn from_file(text: &str) -> Cow<'_, str> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.contains("\r\n") { Cow::Owned(text.replace("\r\n", "\n")) } else { Cow::Borrowed(text) }
}

/// How many UTF-16 code units a text takes.
fn utf16_units(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.encode_utf16().count() }
}

/// How many characters people see: extended grapheme clusters of Unicode's UAX #29.
fn graphemes(text: &str) -> usize {
    // Among ASCII characters only a carriage return and a line feed form one cluster.
    if text.is_ascii() { text.len() - text.matches("\r\n").count() } else { text.graphemes(true).count() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn units_are_written_with_hyphens() {
        assert_eq!(serde_json::to_string(&Unit::WeightedCharacters).unwrap(), "\"weighted-characters\"");
        assert_eq!(serde_json::to_string(&Unit::Utf16Units).unwrap(), "\"utf16-units\"");
    }

    #[test]
    fn bytes_count_where_they_alone_are_too_many() {
        let count = |text, limit| Counting::SHORTENED.count(text, limit, Some(4));
        let [few, many] = [count("éé", 5), count("ééé", 5)];
        assert_eq!((few.count, few.unit, few.fits()), (2, Unit::Graphemes, true));
        assert_eq!((many.count, many.unit, many.fits()), (6, Unit::Bytes, false));
        assert_eq!(count("ééé", 2).unit, Unit::Graphemes);
    }

    proptest! {
        #[test]
        fn the_shortcut_for_ascii_counts_the_same(text in "[a-z\r\n ]{0,40}") {
            prop_assert_eq!(graphemes(&text), text.graphemes(true).count());
        }
    }
}
