//! Links, hashtags, mentions and cashtags, and how sites find them.
//!
//! The module `sites` says which site links in which way.
//!
//! ```
//! use countersign::text::entities::{EntityKind, Linking};
//! let text = "Buses: gov.uk/buses #LatestNews";
//! let found = Linking::X.find(text);
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

/// The kinds of text that a site links.
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
    /// Where it is, including its sign.
    pub span: Span,
}

impl Entity {
    /// Its words in the text in which it was found.
    pub fn text<'text>(&self, text: &'text str) -> &'text str {
        text.get(self.span.start..self.span.end).unwrap_or_default()
    }

    /// Its words without the sign: `LatestNews` for `#LatestNews`, and the whole of a link.
    pub fn name<'text>(&self, text: &'text str) -> &'text str {
        let words = self.text(text);
        if self.kind == EntityKind::Url {
            words
        } else {
            words.trim_start_matches(['#', '＃', '@', '＠', '$'])
        }
    }
}

/// A set of rules for finding what a site links.
#[derive(Debug, Clone, Copy)]
pub struct Linking(fn(&str) -> Vec<Entity>);

impl Linking {
    /// X's own rules.
    pub const X: Self = Self(x::find);
    /// Bluesky's own rules.
    pub const BLUESKY: Self = Self(bluesky::find);
    /// Mastodon's own rules.
    pub const MASTODON: Self = Self(mastodon::find);
    /// The rules assumed for sites that do not publish theirs.
    pub const USUAL: Self = Self(plain::find);

    /// Everything in a text that is linked, in order, without overlap.
    #[must_use]
    pub fn find(self, text: &str) -> Vec<Entity> {
        // Most drafts contain none, so the rules are not needed.
        if !text.contains(['.', ':', '#', '@', '$', '＃', '＠']) {
            return Vec::new();
        }
        let mut found = (self.0)(text);
        // Of overlapping entities, the first in the text stays, as on every site; the sort keeps the sites' own order.
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
}

/// White space as JavaScript defines it.
fn is_js_space(character: char) -> bool {
    matches!(character,
        '\t'..='\r' | ' ' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{2028}' | '\u{2029}' | '\u{202f}'
        | '\u{205f}' | '\u{3000}' | '\u{feff}')
}

/// Whether Unicode classes this character as punctuation.
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

    #[test]
    fn names_are_without_their_signs() {
        let text = "＃日本 https://a.uk/#b";
        let names: Vec<_> = Linking::X.find(text).iter().map(|entity| entity.name(text)).collect();
        assert_eq!(names, ["日本", "https://a.uk/#b"]);
    }
}
