//! Counting on Mastodon: characters as people see them; every link counts as 23, and in `@user@server` only `@user`
//! counts.
//!
//! This follows Mastodon's composer (`features/compose/util/counter`), which enables or disables its button: links are
//! found as twitter-text finds them, but only with `http://` or `https://`. The server has the last word. Its rules
//! include a few more characters in a link, so a post that it accepts may count as longer here, but not shorter. A
//! content warning counts as well, but it is a separate field and not in the text.

use crate::text::entities::cursor::{char_at, char_before, run_end};
use crate::text::entities::x::url;
use std::borrow::Cow;

/// A placeholder for a link.
const LINK: &str = "xxxxxxxxxxxxxxxxxxxxxxx";

/// The number of characters that count.
///
/// ```ignore
/// assert_eq!(graphemes("@press@example.org https://example.org/news/2026"), 6 + 1 + 23);
/// ```
pub(super) fn graphemes(text: &str) -> usize {
    let text = without_links(text);
    super::graphemes(&without_servers(&text))
}

fn without_links(text: &str) -> Cow<'_, str> {
    let links = if text.contains("://") { url::urls_with_protocol(text) } else { Vec::new() };
    if links.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for link in links {
        out.push_str(text.get(done..link.start).unwrap_or_default());
        out.push_str(LINK);
        done = link.end;
    }
    out.push_str(text.get(done..).unwrap_or_default());
    Cow::Owned(out)
}

/// Removes the servers from mentions.
fn without_servers(text: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut done = 0;
    for (at, _) in text.match_indices('@') {
        if let Some((server, end)) = server(text, at, done) {
            out.push_str(text.get(done..server).unwrap_or_default());
            done = end;
        }
    }
    if done == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(text.get(done..).unwrap_or_default());
    Cow::Owned(out)
}

/// The start and end of the server in the mention that begins here, after `done`.
fn server(text: &str, at: usize, done: usize) -> Option<(usize, usize)> {
    let before = char_before(text, at);
    let allowed = at == 0 || (at > done && !before.is_some_and(|before| before == '/' || is_word(before)));
    let user_end = run_end(text, at + 1, is_word);
    if !allowed || user_end == at + 1 || char_at(text, user_end) != Some('@') {
        return None;
    }
    let run_end = run_end(text, user_end + 1, |character| {
        character.is_ascii_alphanumeric() || matches!(character, '.' | '-')
    });
    let name = text.get(user_end + 1..run_end)?.trim_end_matches(['.', '-']);
    (name.len() > 1).then(|| (user_end, user_end + 1 + name.len()))
}

fn is_word(character: char) -> bool {
    character.is_ascii_alphanumeric() || character == '_'
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn links_are_23_with_a_protocol_only() {
        assert_eq!(graphemes("https://example.org"), 23);
        assert_eq!(graphemes(&format!("(https://example.org/{})", "a".repeat(200))), 25);
        assert_eq!(graphemes("example.org"), 11);
    }

    #[test]
    fn only_the_user_counts_in_a_mention() {
        assert_eq!(graphemes("@press@example.org"), 6);
        assert_eq!(graphemes("Hello @press@example.org."), 13);
        assert_eq!(graphemes("mail press@example.org"), 22);
        assert_eq!(graphemes("@a@b.c@d.e"), 2 + 4);
    }

    #[test]
    fn a_family_is_one() {
        assert_eq!(graphemes("👨‍👩‍👧‍👦 cafe\u{301}"), 6);
    }

    proptest! {
        #[test]
        fn a_text_is_no_longer_than_it_looks(text in "[a-z@. é👩‍🚀]{0,40}") {
            prop_assert!(graphemes(&text) <= super::super::graphemes(&text));
        }
    }
}
