//! The messages between the options page and its script.

use crate::profile::{Profile, StoredProfile};
use serde::{Deserialize, Serialize};
use tsify::Tsify;

/// Everything that the options page shows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Tsify)]
pub struct Settings {
    /// Who is posting, as stored; absent if nothing is.
    #[serde(default)]
    #[tsify(type = "unknown")]
    pub profile: StoredProfile,
    /// The stored policy, as canonical JSON; absent if there is none.
    #[serde(default)]
    pub policy: Option<String>,
    /// The language chosen; absent to follow the browser's.
    #[serde(default)]
    pub language: Option<String>,
    /// Whether the last change was saved.
    #[serde(default)]
    pub outcome: Option<Outcome>,
}

/// The result of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Tsify)]
pub struct Outcome {
    /// What was changed.
    pub part: Part,
    /// Whether the browser has stored it.
    pub saved: bool,
}

/// A part of the options.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Tsify)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// Who is posting.
    Profile,
    /// The policy.
    Policy,
    /// The language.
    Language,
}

/// Something to be stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Tsify)]
#[serde(tag = "part", rename_all = "kebab-case")]
pub enum Change {
    /// Who is posting.
    Profile {
        /// The new details.
        profile: Profile,
    },
    /// The policy, if the engine finds nothing wrong with it.
    Policy {
        /// The name of the file it was in.
        file: String,
        /// Its canonical JSON, or whatever the file had instead.
        policy: String,
    },
    /// The language.
    Language {
        /// Absent to follow the browser's.
        #[serde(skip_serializing_if = "Option::is_none")]
        language: Option<String>,
    },
}
