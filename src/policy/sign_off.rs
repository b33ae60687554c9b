//! The parts of a sign-off: its wordings, where it goes in a post, and in which part of a thread.

use crate::post::ThreadPart;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The wordings of a sign-off: a list, or a list for each language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged, expecting = "expected a list of wordings, or such a list for each language")]
pub enum Variants {
    /// The same in every language.
    Plain(Vec<String>),
    /// By the language of the post, as an ISO 639-1 code; `cy+en` is for posts in both.
    ByLanguage(BTreeMap<String, Vec<String>>),
}

impl Variants {
    /// The lists, each with its languages; a plain list has none.
    #[must_use]
    pub fn lists(&self) -> Vec<(&str, &[String])> {
        match self {
            Self::Plain(list) => vec![("", list)],
            Self::ByLanguage(lists) => {
                lists.iter().map(|(languages, list)| (languages.as_str(), list.as_slice())).collect()
            }
        }
    }
}

/// Where a sign-off goes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Position {
    /// Before the first word.
    Start,
    /// After the last word, on the same line; after any line breaks that the draft ends with.
    #[default]
    End,
    /// After the last word, on a line of its own after an empty line.
    OwnLine,
}

/// The parts of a thread that have a sign-off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Parts {
    /// The first part.
    First,
    /// The last part.
    Last,
    /// Every part.
    Every,
}

impl Parts {
    /// Whether this part is included. A single post is both the first and the last.
    #[must_use]
    pub fn include(self, part: Option<ThreadPart>) -> bool {
        part.is_none_or(|ThreadPart { part, of }| match self {
            Self::First => part <= 1,
            Self::Last => part >= of,
            Self::Every => true,
        })
    }
}
