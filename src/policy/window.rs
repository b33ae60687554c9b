//! Named times that rules and sign-offs refer to.

use crate::instant::Instant;
use serde::{Deserialize, Serialize};

/// A period between two instants, such as a pre-election period. Rules can be limited to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Window {
    /// The name that rules use.
    pub id: String,
    /// The first instant of the window.
    pub from: Instant,
    /// The first instant after it.
    pub until: Instant,
}

impl Window {
    /// Whether the window is open at this instant.
    #[must_use]
    pub fn contains(&self, now: Instant) -> bool {
        self.from <= now && now < self.until
    }
}
