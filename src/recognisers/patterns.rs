//! The recognisers' own regular expressions, each built when first used.

use crate::Span;
use regex::{Captures, Regex};
use std::sync::LazyLock;

/// A regular expression that a recogniser holds as a `static`.
pub(super) type Pattern = LazyLock<Regex>;

/// Builds a pattern that is written in the source code. The recogniser's own tests make sure that it builds.
#[allow(clippy::expect_used, reason = "what is written in the source code is tested")]
pub(super) fn built(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a recogniser's own pattern can be built")
}

/// Where the group of this name is, if it is part of the match.
pub(super) fn named(found: &Captures<'_>, name: &str) -> Option<Span> {
    found.name(name).map(|group| Span::new(group.start(), group.end()))
}

/// Where the whole match is.
pub(super) fn place(found: &Captures<'_>) -> Span {
    let whole = found.get_match();
    Span::new(whole.start(), whole.end())
}
