//! Email addresses.
//!
//! The shape is the one that HTML's `<input type=email>` accepts (HTML Standard, “valid email address”), and
//! besides that the domain has to have a dot: `@handle` and `name@host` are not addresses in a post.

use super::Recogniser;
use crate::finding::Span;
use crate::text::regexes::Constant;

static PATTERN: Constant = Constant::new(concat!(
    r"[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@",
    r"(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\.)+[a-zA-Z]{2,24}\b"
));

/// The recogniser `email-address`.
pub(super) struct EmailAddress;

impl Recogniser for EmailAddress {
    fn id(&self) -> &'static str {
        "email-address"
    }

    fn literals(&self) -> &'static [&'static str] {
        &["@"]
    }

    fn find(&self, text: &str) -> Vec<Span> {
        PATTERN.regex().find_iter(text).filter_map(|found| span(text, found.start(), found.end())).collect()
    }
}

/// The address without dots in front of it, unless it is the second half of a Mastodon handle
/// (`@name@server.social`).
fn span(text: &str, start: usize, end: usize) -> Option<Span> {
    let found = text.get(start..end)?;
    let start = start + (found.len() - found.trim_start_matches('.').len());
    let handle = text.get(..start)?.ends_with('@');
    (!handle).then_some(Span::new(start, end))
}
