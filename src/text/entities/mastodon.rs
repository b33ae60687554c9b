//! What Mastodon links: addresses with a protocol, hashtags, and people with or without their server.
//!
//! Re-derived from Mastodon's `Extractor`, `Account::MENTION_RE` and `Tag::HASHTAG_RE` (4.3 and later).

use super::cursor::{char_at, char_before, run_end, run_start};
use super::x::{class, url};
use super::{Entity, EntityKind};
use crate::finding::Span;

/// Everything that Mastodon links, in any order.
pub(super) fn find(text: &str) -> Vec<Entity> {
    let links = url::urls_with_protocol(text).into_iter().map(|span| Entity { kind: EntityKind::Url, span });
    let mut found: Vec<Entity> = if text.contains("://") { links.collect() } else { Vec::new() };
    found.extend(mentions(text));
    found.extend(hashtags(text));
    found
}

/// A letter, mark, digit or connecting punctuation mark, like `[[:word:]]` in Ruby.
fn is_word(character: char) -> bool {
    let joins = matches!(character, '\u{200c}' | '\u{200d}');
    !joins && regex_syntax::try_is_word_character(character).unwrap_or_default()
}

fn mentions(text: &str) -> Vec<Entity> {
    let mut found = Vec::new();
    let mut done = 0;
    for (at, _) in text.match_indices('@') {
        let free = at >= done
            && !char_before(text, at).is_some_and(|before| matches!(before, '=' | '/') || is_word(before));
        let Some(user_end) = free.then(|| name_end(text, at + 1, is_user)).flatten() else { continue };
        let server_end =
            if char_at(text, user_end) == Some('@') { name_end(text, user_end + 1, is_word) } else { None };
        let end = server_end.unwrap_or(user_end);
        done = end;
        let undone = text.get(end..).is_some_and(|rest| rest.starts_with("://"))
            || char_at(text, end).is_some_and(class::undoes_mention);
        if !undone {
            found.push(Entity { kind: EntityKind::Mention, span: Span::new(at, end) });
        }
    }
    found
}

fn is_user(character: char) -> bool {
    character.is_ascii_alphanumeric() || character == '_'
}

/// The end of a name whose parts are made of such characters and joined by dots or hyphens.
fn name_end(text: &str, start: usize, is_part: fn(char) -> bool) -> Option<usize> {
    let mut end = run_end(text, start, is_part);
    if end == start {
        return None;
    }
    loop {
        let next = run_end(text, end, |character| matches!(character, '.' | '-'));
        let part_end = run_end(text, next, is_part);
        if next == end || part_end == next {
            return Some(end);
        }
        end = part_end;
    }
}

fn hashtags(text: &str) -> Vec<Entity> {
    let mut found = Vec::new();
    for (at, sign) in text.match_indices(['#', '＃']) {
        let start = at + sign.len();
        let free = char_before(text, at).is_none_or(char::is_whitespace);
        let Some(end) = free.then(|| tag_end(text, start)).flatten() else { continue };
        let end = before_protocol(text, start, end);
        found.push(Entity { kind: EntityKind::Hashtag, span: Span::new(at, end) });
    }
    found
}

/// Characters that may come between the words of a hashtag.
fn is_separator(character: char) -> bool {
    matches!(character, '_' | '·' | '・' | '\u{200c}')
}

/// The end of the hashtag that begins here: one with separators inside, or else a plain one; either needs a letter.
fn tag_end(text: &str, start: usize) -> Option<usize> {
    let run = run_end(text, start, |character| is_word(character) || is_separator(character));
    let end = run_start(text, run, |character| is_separator(character) && !is_word(character)).max(start);
    let words = text.get(start..end)?;
    let mut inner = words.chars();
    let (first, _) = (inner.next()?, inner.next_back());
    if is_word(first) && inner.any(|character| character.is_alphabetic() || is_separator(character)) {
        return Some(end);
    }
    let plain = run_end(text, start, is_word);
    text.get(start..plain)?.contains(char::is_alphabetic).then_some(plain)
}

/// Leaves `http` or `https` to the link that follows: `#newshttps://example.org`.
fn before_protocol(text: &str, start: usize, end: usize) -> usize {
    let tag = text.get(start..end).unwrap_or_default();
    let link = text.get(end..).is_some_and(|rest| rest.starts_with("://"));
    let bare = ["https", "http"]
        .into_iter()
        .find_map(|protocol| tag.strip_suffix(protocol))
        .filter(|bare| !bare.is_empty());
    bare.filter(|_| link).map_or(end, |bare| start + bare.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        find(text).iter().map(|entity| entity.text(text)).collect()
    }

    #[test]
    fn people_have_servers() {
        assert_eq!(
            found("@press@social.example.gov. @a.b-c, x@y /@z"),
            ["@press@social.example.gov", "@a.b-c"]
        );
        assert_eq!(found("@https://example.org"), [""; 0]);
    }

    #[test]
    fn hashtags_have_letters_and_separators() {
        assert_eq!(
            found("#buses #2026 #2026a #1_2 #a·b #a· (#x"),
            ["#buses", "#2026a", "#1_2", "#a·b", "#a"]
        );
    }

    #[test]
    fn links_have_protocols() {
        assert_eq!(found("example.org https://example.org/a."), ["https://example.org/a"]);
    }
}
