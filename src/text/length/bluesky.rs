//! Counting on Bluesky: characters as people see them, links in their short form, and no more than 3,000 bytes.
//!
//! By Bluesky's app, which counts `shortenLinks(text).graphemeLength`, and by the record's schema
//! (`app.bsky.feed.post`: `maxGraphemes` 300, `maxLength` 3000).

use super::{Measure, graphemes, short_url};
use crate::text::entities::bluesky;
use std::borrow::Cow;

const MAX_BYTES: usize = 3_000;

/// The length of a text with its links shortened.
///
/// ```ignore
/// assert_eq!(measure("https://www.gov.uk/find-a-bus-timetable").count, 26);
/// ```
pub(super) fn measure(text: &str) -> Measure {
    let text = shortened(text);
    Measure { count: graphemes(&text), bytes: Some((text.len(), MAX_BYTES)) }
}

/// The text with as many characters in the place of each link as its short form has. Which characters does not matter.
fn shortened(text: &str) -> Cow<'_, str> {
    let links = if text.contains("://") || text.contains("http") { bluesky::links(text) } else { Vec::new() };
    if links.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for link in links {
        let words = text.get(link.start..link.end).unwrap_or_default();
        out.push_str(text.get(done..link.start).unwrap_or_default());
        match short_url::length(words) {
            Some(length) => out.extend(std::iter::repeat_n('x', length)),
            None => out.push_str(words),
        }
        done = link.end;
    }
    out.push_str(text.get(done..).unwrap_or_default());
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::length::{Unit, site};
    use proptest::prelude::*;

    #[test]
    fn links_count_in_their_short_form() {
        assert_eq!(measure("See https://www.gov.uk/find-a-bus-timetable now").count, 4 + 26 + 4);
        assert_eq!(measure("See gov.uk/find-a-bus-timetable now").count, 4 + 27 + 4);
        assert_eq!(measure("👨‍👩‍👧‍👦é").count, 2);
    }

    #[test]
    fn a_text_of_few_characters_can_have_too_many_bytes() {
        let family = "👨‍👩‍👧‍👦".repeat(130);
        let count = site("bluesky").unwrap().count(&family, None);
        assert_eq!((count.count, count.limit, count.unit), (25 * 130, 3_000, Unit::Bytes));
        assert!(!count.fits());
    }

    proptest! {
        #[test]
        fn without_links_the_text_is_left_alone(text in "[a-zé 👩‍🚀]{0,40}") {
            prop_assert!(matches!(shortened(&text), Cow::Borrowed(_)));
        }
    }
}
