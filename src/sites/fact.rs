//! What the extension can read about a post on a site, apart from its text.

use crate::post::MediaKind;

/// A fact about a post that not every browser knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fact {
    /// Earlier posts of the account and of any account it is paired with.
    History,
    /// The post being replied to or quoted.
    Original,
    /// The text of alternative texts, not only whether there is any.
    AltText,
    /// Whether an attachment is of this kind.
    Media(MediaKind),
    /// Which part of a thread the post is.
    Thread,
}
