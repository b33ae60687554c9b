//! How long a text is, as the site counts it where it is posted.
//!
//! Every site counts in its own way: X weighs, Bluesky shortens links first, Mastodon gives every link 23 characters.
//! [`SITES`] is the only list of sites; a rule, a sign-off and the panel all ask [`site`].
//!
//! ```
//! use countersign::text::length::site;
//! let count = site("x").map(|site| site.count("Bus times: gov.uk/buses 🚌", None));
//! assert_eq!(count.map(|count| (count.count, count.remaining())), Some((37, 243)));
//! ```

pub(in crate::text) mod emoji;

mod bluesky;
mod mastodon;
mod short_url;
mod x;

use crate::context::Surface;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;

/// What a site counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Code points.
    Characters,
    /// Code points with weights, links and emoji the same whatever their length.
    WeightedCharacters,
    /// Characters as people see them: an accented letter or a family of emoji is one.
    Graphemes,
    /// What JavaScript calls the length of a string. Most emoji are two.
    Utf16Units,
    /// Bytes of UTF-8.
    Bytes,
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

/// A site that can be posted to.
#[derive(Debug)]
pub struct Site {
    /// Its name in policies, such as `x`.
    pub id: &'static str,
    /// Its name for people, such as `X`.
    pub name: &'static str,
    /// How long a post may be, unless the account or server has another limit.
    pub limit: usize,
    /// How long a reply may be, where the site calls it a comment and gives it another limit.
    pub reply_limit: Option<usize>,
    /// What it counts.
    pub unit: Unit,
    /// Whether it says how it counts. Near the limit of another site a post may be held up, but not for good.
    pub published: bool,
    measure: fn(&str) -> Measure,
}

/// What a text measures on a site.
#[derive(Debug, Clone, Copy)]
struct Measure {
    /// In the site's own unit.
    count: usize,
    /// In bytes, with their limit, where the site has one besides.
    bytes: Option<(usize, usize)>,
}

impl From<usize> for Measure {
    fn from(count: usize) -> Self {
        Self { count, bytes: None }
    }
}

impl Site {
    /// The site's usual limit on this surface.
    pub fn limit_on(&self, surface: Surface) -> usize {
        self.reply_limit.filter(|_| surface == Surface::Reply).unwrap_or(self.limit)
    }

    /// Counts a text. `limit` is the account's or server's own, where it is not the usual one.
    ///
    /// A site that limits bytes as well gives its count in bytes for a text that breaks that limit only.
    ///
    /// ```
    /// use countersign::text::length::site;
    /// let mastodon = site("mastodon").ok_or("not a site")?;
    /// let count = mastodon.count("Ask @press@social.example.gov", Some(1000));
    /// assert_eq!((count.count, count.limit), (10, 1000));
    /// # Ok::<(), &str>(())
    /// ```
    pub fn count(&self, text: &str, limit: Option<usize>) -> Count {
        let measure = (self.measure)(text);
        let count = Count { count: measure.count, limit: limit.unwrap_or(self.limit), unit: self.unit };
        match measure.bytes {
            Some((bytes, limit)) if count.fits() && bytes > limit => {
                Count { count: bytes, limit, unit: Unit::Bytes }
            }
            _ => count,
        }
    }
}

/// A site that counts UTF-16 code units, or is taken to: most sites do not say how they count, and their pages are
/// written in a language whose strings have that length.
const fn plain(id: &'static str, name: &'static str, limit: usize) -> Site {
    let measure = |text: &str| utf16_units(text).into();
    Site { id, name, limit, reply_limit: None, unit: Unit::Utf16Units, published: false, measure }
}

/// Every site, sorted by id.
pub static SITES: &[Site] = &[
    Site {
        unit: Unit::Graphemes,
        published: true,
        measure: bluesky::measure,
        ..plain("bluesky", "Bluesky", 300)
    },
    Site { reply_limit: Some(8_000), ..plain("facebook", "Facebook", 63_206) },
    plain("instagram", "Instagram", 2_200),
    Site { reply_limit: Some(1_250), ..plain("linkedin", "LinkedIn", 3_000) },
    Site {
        unit: Unit::Graphemes,
        published: true,
        measure: |text| mastodon::graphemes(text).into(),
        ..plain("mastodon", "Mastodon", 500)
    },
    Site { reply_limit: Some(10_000), ..plain("reddit", "Reddit", 40_000) },
    // Its documentation says that emoji count as many as they have bytes of UTF-8, and its server counts all else so.
    Site { unit: Unit::Bytes, measure: |text| text.len().into(), ..plain("threads", "Threads", 500) },
    Site { reply_limit: Some(150), ..plain("tiktok", "TikTok", 4_000) },
    Site {
        unit: Unit::WeightedCharacters,
        published: true,
        measure: |text| x::weigh(text).into(),
        ..plain("x", "X", 280)
    },
    plain("youtube", "YouTube", 10_000),
];

/// The site with this id.
pub fn site(id: &str) -> Option<&'static Site> {
    SITES.binary_search_by(|site| site.id.cmp(id)).ok().and_then(|index| SITES.get(index))
}

/// A text from a file as its site would get it: without the mark of UTF-8 at its start, and with one character for each
/// line break, also on Windows.
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
    // Among ASCII characters only a carriage return and a line feed join.
    if text.is_ascii() { text.len() - text.matches("\r\n").count() } else { text.graphemes(true).count() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn sites_are_sorted_and_found_by_their_id() {
        assert!(SITES.is_sorted_by(|a, b| a.id < b.id));
        assert!(SITES.iter().all(|listed| site(listed.id).is_some_and(|found| found.name == listed.name)));
        assert!(site("myspace").is_none());
    }

    #[test]
    fn one_text_has_many_lengths() {
        let text = "🚌 café https://www.gov.uk/find-a-bus-timetable";
        for (id, expected) in [("x", 31), ("bluesky", 33), ("mastodon", 30), ("linkedin", 47)] {
            assert_eq!(site(id).unwrap().count(text, None).count, expected, "{id}");
        }
    }

    #[test]
    fn room_left_is_negative_when_there_is_too_much() {
        let count = site("threads").unwrap().count(&"a".repeat(510), None);
        assert_eq!((count.remaining(), count.fits()), (-10, false));
        assert!(site("threads").unwrap().count(&"a".repeat(510), Some(510)).fits());
    }

    #[test]
    fn comments_have_limits_of_their_own() {
        let limit = |id, surface| site(id).unwrap().limit_on(surface);
        assert_eq!((limit("linkedin", Surface::Post), limit("linkedin", Surface::Reply)), (3_000, 1_250));
        assert_eq!((limit("x", Surface::Reply), limit("facebook", Surface::Quote)), (280, 63_206));
    }

    #[test]
    fn threads_counts_bytes() {
        let count = |text| site("threads").unwrap().count(text, None).count;
        assert_eq!((count("can’t"), count("Môn"), count("🚌")), (7, 4, 4));
    }

    #[test]
    fn units_are_written_with_hyphens() {
        assert_eq!(serde_json::to_string(&Unit::WeightedCharacters).unwrap(), "\"weighted-characters\"");
        assert_eq!(serde_json::to_string(&Unit::Utf16Units).unwrap(), "\"utf16-units\"");
    }

    proptest! {
        #[test]
        fn the_shortcut_for_ascii_counts_the_same(text in "[a-z\r\n ]{0,40}") {
            prop_assert_eq!(graphemes(&text), text.graphemes(true).count());
        }

        #[test]
        fn no_site_counts_less_than_nothing_or_panics(text in "\\PC{0,80}") {
            for site in SITES {
                prop_assert!(site.count(&text, None).count <= 23 * text.len() + 23);
            }
        }
    }
}
