//! What the extension can read about a post on a site, apart from its text.

use crate::post::MediaKind;

/// A fact about a post that not every browser knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fact {
    /// Earlier posts of the account, and of those it is paired with.
    History,
    /// The post that is answered or quoted.
    Original,
    /// The words of alternative texts, not only whether there are some.
    AltText,
    /// That an attachment is of this sort.
    Media(MediaKind),
    /// Which part of a thread the post is.
    Thread,
}
