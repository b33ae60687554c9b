//! Links, hashtags, mentions and cashtags, as each site finds them.
//!
//! ```
//! use countersign::text::entities::{EntityKind, entities};
//! let text = "Buses: gov.uk/buses #LatestNews";
//! let found = entities("x", text);
//! assert_eq!(found[0].kind, EntityKind::Url);
//! assert_eq!(found[1].text(text), "#LatestNews");
//! ```

pub(crate) mod bluesky;
pub(crate) mod cursor;
pub(crate) mod tld;
pub(crate) mod x;

mod mastodon;
mod plain;
mod punctuation;

use crate::finding::Span;
use serde::{Deserialize, Serialize};

/// What a part of a text is, besides words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum EntityKind {
    /// A link.
    Url,
    /// `#LatestNews`
    Hashtag,
    /// `@press`; on X also a list, `@press/regions`.
    Mention,
    /// `$GBP`
    Cashtag,
}

/// A link, hashtag, mention or cashtag in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Entity {
    /// What it is.
    pub kind: EntityKind,
    /// Where it is, its sign included.
    pub span: Span,
}

impl Entity {
    /// Its words in the text that it was found in.
    pub fn text<'text>(&self, text: &'text str) -> &'text str {
        text.get(self.span.start..self.span.end).unwrap_or_default()
    }

    /// Its words without the sign: `LatestNews` of `#LatestNews`, and a link whole.
    pub fn name<'text>(&self, text: &'text str) -> &'text str {
        let words = self.text(text);
        if self.kind == EntityKind::Url {
            words
        } else {
            words.trim_start_matches(['#', '＃', '@', '＠', '$'])
        }
    }
}

/// Everything in a text that a site links, in order, without overlap. A site that is not known is taken as most are.
pub fn entities(site: &str, text: &str) -> Vec<Entity> {
    // Most drafts have none, and the rules need not be asked.
    if !text.contains(['.', ':', '#', '@', '$', '＃', '＠']) {
        return Vec::new();
    }
    let mut found = match site {
        "x" => x::find(text),
        "bluesky" => bluesky::find(text),
        "mastodon" => mastodon::find(text),
        _ => plain::find(text),
    };
    // Of those that overlap the first in the text stays, as on every site; the sort keeps the sites' own order.
    found.sort_by_key(|entity| entity.span.start);
    let mut done = 0;
    found.retain(|entity| {
        let kept = entity.span.start >= done;
        if kept {
            done = entity.span.end;
        }
        kept
    });
    found
}

/// White space as JavaScript has it.
fn is_js_space(character: char) -> bool {
    matches!(character,
        '\t'..='\r' | ' ' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{2028}' | '\u{2029}' | '\u{202f}'
        | '\u{205f}' | '\u{3000}' | '\u{feff}')
}

/// Whether Unicode calls this character punctuation.
fn is_punctuation(character: char) -> bool {
    let code = u32::from(character);
    let next = punctuation::PUNCTUATION.partition_point(|&(start, _)| start <= code);
    next.checked_sub(1)
        .and_then(|last| punctuation::PUNCTUATION.get(last))
        .is_some_and(|&(_, end)| code <= end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::length::SITES;
    use proptest::prelude::*;

    #[test]
    fn sites_differ() {
        use EntityKind::{Cashtag, Hashtag, Mention, Url};
        let kinds = |site, text| entities(site, text).iter().map(|entity| entity.kind).collect::<Vec<_>>();
        let text = "gov.uk @press #1a $GBP";
        assert_eq!(kinds("x", text), [Url, Mention, Hashtag, Cashtag]);
        assert_eq!(kinds("bluesky", text), [Url, Hashtag, Cashtag]);
        assert_eq!(kinds("mastodon", text), [Mention, Hashtag]);
        assert_eq!(kinds("linkedin", text), [Url, Mention, Hashtag]);
    }

    #[test]
    fn names_are_without_their_signs() {
        let text = "＃日本 https://a.uk/#b";
        let names: Vec<_> = entities("x", text).iter().map(|entity| entity.name(text)).collect();
        assert_eq!(names, ["日本", "https://a.uk/#b"]);
    }

    proptest! {
        #[test]
        fn spans_are_in_order_on_character_boundaries(text in "(\\PC|[@#$./: ]|http://|a.uk|é|🚌){0,40}") {
            for site in SITES {
                let found = entities(site.id, &text);
                prop_assert!(found.iter().all(|entity| text.get(entity.span.start..entity.span.end).is_some_and(|words| !words.is_empty())));
                prop_assert!(found.is_sorted_by(|a, b| a.span.end <= b.span.start));
            }
        }
    }
}
