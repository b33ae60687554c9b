//! The sites that people can post to: how each counts and links, and its limits.
//!
//! A site is only data. The ways of counting are in [`text::length`](crate::text::length), the ways of linking in
//! [`text::entities`](crate::text::entities); a site only refers to its own. [`SITES`] is the one list of sites.
//!
//! ```
//! use countersign::sites::site;
//! let count = site("x").map(|site| site.count("Bus times: gov.uk/buses 🚌", None));
//! assert_eq!(count.map(|count| (count.count, count.remaining())), Some((37, 243)));
//! ```

mod bluesky;
mod fact;
mod facebook;
mod instagram;
mod linkedin;
mod mastodon;
mod reddit;
mod threads;
mod tiktok;
mod x;
mod youtube;

pub use fact::Fact;

use crate::post::Surface;
use crate::text::entities::{Entity, Linking};
use crate::text::length::{Count, Counting};

/// Every site, sorted by id.
pub static SITES: &[Site] = &[
    bluesky::SITE,
    facebook::SITE,
    instagram::SITE,
    linkedin::SITE,
    mastodon::SITE,
    reddit::SITE,
    threads::SITE,
    tiktok::SITE,
    x::SITE,
    youtube::SITE,
];

/// A site that people can post to.
#[derive(Debug)]
pub struct Site {
    /// Its name in policies, such as `x`.
    pub id: &'static str,
    /// Its name for people to read, such as `X`.
    pub name: &'static str,
    /// How it counts the length of a post.
    pub counting: Counting,
    /// Whether it publishes how it counts. If not, a post near the limit may be held up, but not for good.
    pub published: bool,
    /// What it turns into links, hashtags and mentions.
    pub linking: Linking,
    /// How long a post may be, unless the account or server has its own limit.
    pub limit: usize,
    /// How long a reply may be, if the site calls replies comments and limits them separately.
    pub reply_limit: Option<usize>,
    /// How many bytes a post may have, if the site limits them in addition to what it counts.
    pub byte_limit: Option<usize>,
    /// How long a post may be at most, for any account or server. `None` if that is not published.
    pub longest: Option<usize>,
    /// How many characters an alternative text may have. `None` if that is not published.
    pub alt_limit: Option<usize>,
    /// How many images a post may have. `None` if that is not published.
    pub attachments: Option<usize>,
    /// The facts that the extension reads from its pages: `extension/sites/` and `extension/content/inquiry.ts` do that.
    /// `None` if the extension does not work there.
    pub reads: Option<&'static [Fact]>,
}

impl Site {
    /// A site that publishes neither how it counts nor what it links. Its page is written in a language that counts
    /// strings in UTF-16 code units, so the site is assumed to count these.
    const fn unpublished(id: &'static str, name: &'static str, limit: usize) -> Self {
        Self {
            id,
            name,
            counting: Counting::UTF16_UNITS,
            published: false,
            linking: Linking::USUAL,
            limit,
            reply_limit: None,
            byte_limit: None,
            longest: None,
            alt_limit: None,
            attachments: None,
            reads: None,
        }
    }

    /// The site's usual limit on this surface.
    #[must_use]
    pub fn limit_on(&self, surface: Surface) -> usize {
        self.reply_limit.filter(|_| surface == Surface::Reply).unwrap_or(self.limit)
    }

    /// How long a text is, in the site's own unit.
    #[must_use]
    pub fn length(&self, text: &str) -> usize {
        self.counting.measure(text).length
    }

    /// Counts a text. `limit` is the account's or server's own, if it is not the usual one.
    ///
    /// If a site also limits bytes, the count is in bytes only for a text that breaks that limit.
    ///
    /// ```
    /// use countersign::sites::site;
    /// let mastodon = site("mastodon").ok_or("not a site")?;
    /// let count = mastodon.count("Ask @press@social.example.gov", Some(1000));
    /// assert_eq!((count.count, count.limit), (10, 1000));
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn count(&self, text: &str, limit: Option<usize>) -> Count {
        self.counting.count(text, limit.unwrap_or(self.limit), self.byte_limit)
    }

    /// Whether the extension reads this fact here.
    #[must_use]
    pub fn is_read(&self, fact: Fact) -> bool {
        self.reads.is_some_and(|facts| facts.contains(&fact))
    }

    /// Whether a post of this length would be refused for every account.
    #[must_use]
    pub fn is_too_long_for_all(&self, count: Count) -> bool {
        self.longest.is_some_and(|longest| count.count > longest)
    }
}

/// The sites that the extension works on.
pub fn browsed() -> impl Iterator<Item = &'static Site> {
    SITES.iter().filter(|site| site.reads.is_some())
}

/// The site with this id.
#[must_use]
pub fn site(id: &str) -> Option<&'static Site> {
    SITES.binary_search_by(|site| site.id.cmp(id)).ok().and_then(|index| SITES.get(index))
}

/// Everything in a text that a site links, in order, without overlap. An unknown site is assumed to link what most
/// sites do.
///
/// ```
/// use countersign::sites::entities;
/// let text = "Buses: gov.uk/buses #LatestNews";
/// let found = entities("x", text);
/// assert_eq!(found[1].text(text), "#LatestNews");
/// ```
#[must_use]
pub fn entities(id: &str, text: &str) -> Vec<Entity> {
    site(id).map_or(Linking::USUAL, |site| site.linking).find(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::entities::EntityKind;
    use crate::text::length::Unit;
    use proptest::prelude::*;

    #[test]
    fn sites_are_sorted_and_found_by_their_id() {
        assert!(SITES.is_sorted_by(|a, b| a.id < b.id));
        assert!(SITES.iter().all(|listed| site(listed.id).is_some_and(|found| found.name == listed.name)));
        assert!(site("myspace").is_none());
    }

    #[test]
    fn no_usual_limit_is_above_the_longest() {
        for site in SITES {
            assert!(site.longest.is_none_or(|longest| longest >= site.limit), "{}", site.id);
        }
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
    fn a_text_of_few_characters_can_have_too_many_bytes() {
        let bluesky = site("bluesky").unwrap();
        let family = "👨‍👩‍👧‍👦".repeat(130);
        let count = bluesky.count(&family, None);
        assert_eq!((count.count, count.limit, count.unit), (25 * 130, 3_000, Unit::Bytes));
        assert_eq!(bluesky.length(&family), 130);
        assert!(!count.fits() && bluesky.is_too_long_for_all(count));
    }

    #[test]
    fn sites_link_differently() {
        use EntityKind::{Cashtag, Hashtag, Mention, Url};
        let kinds = |site, text| entities(site, text).iter().map(|entity| entity.kind).collect::<Vec<_>>();
        let text = "gov.uk @press #1a $GBP";
        assert_eq!(kinds("x", text), [Url, Mention, Hashtag, Cashtag]);
        assert_eq!(kinds("bluesky", text), [Url, Hashtag, Cashtag]);
        assert_eq!(kinds("mastodon", text), [Mention, Hashtag]);
        assert_eq!(kinds("linkedin", text), [Url, Mention, Hashtag]);
    }

    proptest! {
        #[test]
        fn no_site_counts_less_than_nothing_or_panics(text in "\\PC{0,80}") {
            for site in SITES {
                prop_assert!(site.count(&text, None).count <= 23 * text.len() + 23);
            }
        }

        #[test]
        fn spans_are_in_order_on_character_boundaries(text in "(\\PC|[@#$./: ]|http://|a.uk|é|🚌){0,40}") {
            for site in SITES {
                let found = site.linking.find(&text);
                prop_assert!(found.iter().all(|entity| text.get(entity.span.start..entity.span.end).is_some_and(|words| !words.is_empty())));
                prop_assert!(found.is_sorted_by(|a, b| a.span.end <= b.span.start));
            }
        }
    }
}
