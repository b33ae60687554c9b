//! Email addresses.
//!
//! The domain needs a dot: `@handle` and `name@host` are not addresses. Half of a Mastodon handle
//! (`@name@server.social`) is not an address either. Before the `@` only letters, digits and `.%+'_-` count: mail
//! providers give out no others, and in a post other signs separate addresses. Source: HTML Standard, “valid email
//! address” (what `<input type=email>` accepts).

use super::{CERTAIN, Candidate, Recogniser, Scan};
use crate::text::entities::cursor::{char_at, run_end, run_start};

/// The most characters in a label of a domain (RFC 1035, section 2.3.4).
const MAX_LABEL: usize = 63;
/// The most letters in a top-level domain; the longest in use has 18.
const MAX_TOP: usize = 24;

/// The recogniser `email-address`.
pub(super) struct EmailAddress;

impl Recogniser for EmailAddress {
    fn id(&self) -> &'static str {
        "email-address"
    }

    fn literals(&self) -> &'static [&'static str] {
        &["@"]
    }

    /// The address in lower case. Its dots and dashes distinguish it from others.
    fn canonical(&self, value: &str) -> String {
        value.trim().to_lowercase()
    }

    fn find(&self, scan: &Scan<'_>) -> Vec<Candidate> {
        let text = scan.text;
        let mut found = Vec::new();
        let mut done = 0;
        for (sign, _) in text.match_indices('@') {
            let start = run_start(text, sign, is_local).max(done);
            // In most posts an @ begins a handle, and has a space before it.
            let end = if start < sign { domain_end(text, sign + 1) } else { None };
            if let Some(end) = end {
                found.extend(candidate(text, start, end));
                done = end;
            }
        }
        found
    }
}

fn is_local(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '.' | '%' | '+' | '\'' | '_' | '-')
}

/// The end of the longest domain with a dot that begins here.
fn domain_end(text: &str, start: usize) -> Option<usize> {
    let mut found = None;
    let mut at = start;
    loop {
        let end = run_end(text, at, |character| character.is_ascii_alphanumeric() || character == '-');
        let label = text.get(at..end)?;
        if at > start {
            found = top_level_end(text, at).or(found);
        }
        let is_label =
            (1..=MAX_LABEL).contains(&label.len()) && !label.starts_with('-') && !label.ends_with('-');
        if !is_label || char_at(text, end) != Some('.') {
            return found;
        }
        at = end + 1;
    }
}

/// The end of the top-level domain that begins here: letters, and then the end of the word.
fn top_level_end(text: &str, at: usize) -> Option<usize> {
    let end = run_end(text, at, |character| character.is_ascii_alphabetic());
    let goes_on = char_at(text, end).is_some_and(|next| next.is_alphanumeric() || next == '_');
    ((2..=MAX_TOP).contains(&(end - at)) && !goes_on).then_some(end)
}

/// The address without dots, slashes and the like before it, unless it is the second half of a handle.
fn candidate(text: &str, start: usize, end: usize) -> Option<Candidate> {
    let found = text.get(start..end)?;
    let start = start
        + (found.len()
            - found.trim_start_matches(|first: char| !first.is_ascii_alphanumeric() && first != '_').len());
    let handle = text.get(..start)?.ends_with('@');
    (!handle).then_some(Candidate::new(start, end, CERTAIN))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use regex::Regex;

    /// The same shape as a regular expression, which is shorter to read but ten times slower.
    const SHAPE: &str = concat!(
        r"[a-zA-Z0-9.%+'_-]+@",
        r"(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\.)+[a-zA-Z]{2,24}\b"
    );

    proptest! {
        #[test]
        fn addresses_are_those_of_the_regular_expression(text in "([a-c1.@_%é -]|@ab|\\.uk|x{60}|\\.x{23,25}){0,24}") {
            let shape = Regex::new(SHAPE).unwrap();
            let expected = shape.find_iter(&text).filter_map(|found| candidate(&text, found.start(), found.end()));
            let scan = Scan { text: &text, written: &text, digits: 0, pattern: None };
            prop_assert_eq!(EmailAddress.find(&scan), expected.collect::<Vec<_>>());
        }
    }
}
