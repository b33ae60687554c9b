//! Email addresses.
//!
//! The shape is the one that HTML's `<input type=email>` accepts (HTML Standard, “valid email address”), narrowed to
//! what mail providers give out: in front of the `@` letters, digits and `.%+'_-`, as other signs stand between
//! addresses in a post. The domain has to have a dot: `@handle` and `name@host` are not addresses. Half of a
//! Mastodon handle (`@name@server.social`) is not one either.

use super::{CERTAIN, Candidate, Recogniser, Scan};
use crate::text::regexes::Constant;

static PATTERN: Constant = Constant::new(concat!(
    r"[a-zA-Z0-9.%+'_-]+@",
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

    /// The address in lower case: its dots and dashes tell it from others.
    fn canonical(&self, value: &str) -> String {
        value.trim().to_lowercase()
    }

    fn find(&self, scan: &Scan<'_>) -> Vec<Candidate> {
        let text = scan.text;
        // Most posts with an @ have a handle, which stands behind a space.
        let mut signs = text.match_indices('@');
        if !signs.any(|(at, _)| text.get(..at).is_some_and(|before| before.ends_with(is_local))) {
            return Vec::new();
        }
        let found = PATTERN.regex().find_iter(text);
        found.filter_map(|found| candidate(text, found.start(), found.end())).collect()
    }
}

fn is_local(character: char) -> bool {
    character.is_ascii_alphanumeric() || ".%+'_-".contains(character)
}

/// The address without dots, slashes and such in front of it, unless it is the second half of a handle.
fn candidate(text: &str, start: usize, end: usize) -> Option<Candidate> {
    let found = text.get(start..end)?;
    let start = start
        + (found.len()
            - found.trim_start_matches(|first: char| !first.is_ascii_alphanumeric() && first != '_').len());
    let handle = text.get(..start)?.ends_with('@');
    (!handle).then_some(Candidate::new(start, end, CERTAIN))
}
