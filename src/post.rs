//! What kind of post it is: who is speaking, on which surface, with which attachments, in which part of a thread.

use serde::{Deserialize, Serialize};

/// Who is speaking, which decides how strict the rules are.
///
/// The three types come from the Department of Health's 2012 guidance: the first two fall under the organisation's
/// content policy, the third under the Civil Service Code alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum AccountKind {
    /// The organisation's own account.
    Corporate,
    /// A named person on duty.
    Official,
    /// A named person in their own time.
    Personal,
}

/// What kind of post is being composed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Surface {
    /// A separate post.
    #[default]
    Post,
    /// A reply to somebody's post.
    Reply,
    /// A post that quotes somebody's post.
    Quote,
}

/// One attachment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Media {
    /// What it is.
    pub kind: MediaKind,
    /// Its alternative text; `None` if it has none or the page does not show it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
}

/// The kind of an attachment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum MediaKind {
    /// A still picture.
    Image,
    /// A moving picture.
    Video,
    /// An animated image without sound.
    Gif,
}

/// The place of a draft in a thread that is written in one go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct ThreadPart {
    /// Which part it is, from 1.
    pub part: usize,
    /// How many parts the thread has.
    pub of: usize,
}
