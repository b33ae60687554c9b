//! Earlier posts, as far as rules about rates and repetition need to know them. Their text is never kept.

use crate::Instant;
use crate::handle::is_same;
use crate::post::Surface;
use crate::sites::entities;
use crate::text::entities::EntityKind;
use crate::text::shingles::{shingles, words};
use serde::{Deserialize, Serialize};

/// An earlier post by the account, or by one it is paired with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "PastPostIn")]
pub struct PastPost {
    /// When it was posted.
    pub at: Instant,
    /// What kind of post it was.
    pub kind: Surface,
    /// Its author, without the `@`; if absent, the account that is posting.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub handle: Option<String>,
    /// What it was about: ids of the policy's topics.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<String>,
    /// Whether it was a link with hardly any words, see [`is_link_only`].
    pub link_only: bool,
    /// Its [`shingles`], sorted.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub shingles: Vec<u32>,
}

/// A post as the caller may describe it. Its text is hashed and dropped.
#[derive(Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
struct PastPostIn {
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    at: Instant,
    #[serde(default)]
    kind: Surface,
    #[serde(default)]
    handle: Option<String>,
    #[serde(default)]
    topics: Vec<String>,
    #[serde(default)]
    link_only: bool,
    #[serde(default)]
    shingles: Vec<u32>,
    #[serde(default)]
    text: String,
}

impl From<PastPostIn> for PastPost {
    fn from(told: PastPostIn) -> Self {
        let PastPostIn { at, kind, handle, topics, link_only, shingles, text } = told;
        let mut post = Self { at, kind, handle, topics, link_only, shingles };
        if !text.is_empty() {
            post.remember(&text);
        }
        post.shingles.sort_unstable();
        post
    }
}

impl PastPost {
    /// Keeps what rules need to know about its text.
    pub fn remember(&mut self, text: &str) {
        self.link_only = is_link_only("", text);
        self.shingles = shingles(text);
    }

    /// Whether this account made the post.
    #[must_use]
    pub fn is_by(&self, handle: Option<&str>) -> bool {
        match (self.handle.as_deref(), handle) {
            (Some(own), Some(handle)) => is_same(own, handle),
            (own, handle) => own == handle,
        }
    }
}

/// Whether a text is a link with fewer than five other words, such as a press release passed on.
#[must_use]
pub fn is_link_only(site: &str, text: &str) -> bool {
    let entities = entities(site, text);
    let tags = entities.iter().filter(|entity| entity.kind != EntityKind::Url).count();
    entities.len() > tags && words(text).count() < 5 + tags
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_not_kept() {
        let told = r#"{"at": "2024-06-14T08:00:00Z", "text": "Jobs up https://gov.uk/a"}"#;
        let post: PastPost = serde_json::from_str(told).unwrap();
        assert!(post.link_only && post.shingles.len() == 1);
        let kept = serde_json::to_string(&post).unwrap();
        assert!(!kept.contains("Jobs") && !kept.contains("gov.uk"), "{kept}");
        assert_eq!(serde_json::from_str::<PastPost>(&kept).unwrap(), post);
    }
}
