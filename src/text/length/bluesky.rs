//! Counting on Bluesky: characters as people see them, links in their short form.
//!
//! This follows Bluesky's app, which counts `shortenLinks(text).graphemeLength`. The schema's byte limit applies to the
//! same shortened text.

use super::{Measure, graphemes, short_url};
use crate::text::entities::bluesky;
use std::borrow::Cow;

/// The length of a text with its links shortened.
///
/// ```ignore
/// assert_eq!(measure("https://www.gov.uk/find-a-bus-timetable").length, 26);
/// ```
pub(super) fn measure(text: &str) -> Measure {
    let text = shortened(text);
    Measure { length: graphemes(&text), bytes: text.len() }
}

/// The text with each link in its short form.
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
        out.push_str(&short_url::short(words).map_or(Cow::Borrowed(words), Cow::Owned));
        done = link.end;
    }
    out.push_str(text.get(done..).unwrap_or_default());
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn links_count_in_their_short_form() {
        let length = |text| measure(text).length;
        assert_eq!(length("See https://www.gov.uk/find-a-bus-timetable now"), 4 + 26 + 4);
        assert_eq!(length("See gov.uk/find-a-bus-timetable now"), 4 + 27 + 4);
        assert_eq!(length("👨‍👩‍👧‍👦é"), 2);
    }

    proptest! {
        #[test]
        fn without_links_the_text_is_left_alone(text in "[a-zé 👩‍🚀]{0,40}") {
            prop_assert!(matches!(shortened(&text), Cow::Borrowed(_)));
        }
    }
}
