//! (first stone; the real module is on its way)
use serde::{Deserialize, Serialize};

/// What a site counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Characters.
    Characters,
}
/// A length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// Counted.
    pub count: usize,
    /// Limit.
    pub limit: usize,
    /// Unit.
    pub unit: Unit,
}
/// A site.
#[derive(Debug)]
pub struct Site {
    /// Id.
    pub id: &'static str,
    /// Name.
    pub name: &'static str,
    /// Limit.
    pub limit: usize,
}
impl Count {
    /// Room left.
    pub fn remaining(&self) -> i64 {
        i64::try_from(self.limit).unwrap_or(i64::MAX) - i64::try_from(self.count).unwrap_or(i64::MAX)
    }
    /// Whether it fits.
    pub fn fits(&self) -> bool {
        self.count <= self.limit
    }
}
impl Site {
    /// Counts.
    pub fn count(&self, text: &str, limit: Option<usize>) -> Count {
        Count { count: text.chars().count(), limit: limit.unwrap_or(self.limit), unit: Unit::Characters }
    }
}
/// All.
pub static SITES: &[Site] = &[
    Site { id: "bluesky", name: "Bluesky", limit: 300 },
    Site { id: "mastodon", name: "Mastodon", limit: 500 },
    Site { id: "x", name: "X", limit: 280 },
];
/// One.
pub fn site(id: &str) -> Option<&'static Site> {
    SITES.iter().find(|site| site.id == id)
}
