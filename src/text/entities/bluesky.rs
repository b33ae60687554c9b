//! What Bluesky links: the facets that its app finds in a text.
//!
//! Re-derived from `detectFacets` of npm `@atproto/api` (MIT or Apache License 2.0); `tests/oracle/bluesky.rs` tests it
//! against that.

use super::cursor::{char_at, char_before, run_end, starts_with_ignoring_case, utf16_len};
use super::{Entity, EntityKind, is_js_space, is_punctuation, tld};
use crate::finding::Span;

/// The longest hashtag without its sign, in UTF-16 code units.
const MAX_TAG: usize = 64;

/// Everything that Bluesky links, in any order.
pub(super) fn find(text: &str) -> Vec<Entity> {
    let mut found = mentions(text);
    found.extend(links(text).into_iter().map(|span| Entity { kind: EntityKind::Url, span }));
    found.extend(hashtags(text));
    found.extend(cashtags(text));
    found
}

/// Whether a mention, link or cashtag may begin here, given that everything up to `done` is taken.
fn may_begin(text: &str, at: usize, done: usize) -> bool {
    at == 0 || (at > done && char_before(text, at).is_some_and(|before| before == '(' || is_js_space(before)))
}

/// Addresses with `http://` or `https://`, and bare domains without hyphens.
pub(crate) fn links(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut done = 0;
    let opening = |&(_, character): &(usize, char)| character == '(' || is_js_space(character);
    let behind = text.char_indices().filter(opening).map(|(at, character)| at + character.len_utf8());
    let starts = std::iter::once(0).chain(behind);
    for start in starts {
        let Some(link) = may_begin(text, start, done).then(|| link(text, start)).flatten() else { continue };
        done = link.end;
        found.extend(link.span());
    }
    found
}

/// An address or something like one, up to the next space.
#[derive(Debug, Clone, Copy)]
struct Link<'text> {
    start: usize,
    end: usize,
    words: &'text str,
    domain: Option<&'text str>,
}

fn link(text: &str, start: usize) -> Option<Link<'_>> {
    let rest = text.get(start..)?;
    let domain = if has_protocol(rest) { None } else { Some(domain(rest)?) };
    let end = run_end(text, start, |character| !is_js_space(character));
    Some(Link { start, end, words: text.get(start..end)?, domain })
}

/// Whether an address begins here, and not just its protocol.
fn has_protocol(text: &str) -> bool {
    let protocol =
        ["https://", "http://"].into_iter().find(|protocol| starts_with_ignoring_case(text, protocol));
    protocol.and_then(|protocol| char_at(text, protocol.len())).is_some_and(|next| !is_js_space(next))
}

/// The domain that the text begins with: two or more labels of letters and digits, with dots between them.
fn domain(words: &str) -> Option<&str> {
    let is_label = |character: char| character.is_ascii_alphanumeric();
    let mut end = run_end(words, 0, is_label);
    if !words.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return None;
    }
    let first = end;
    while char_at(words, end) == Some('.') && char_at(words, end + 1).is_some_and(is_label) {
        end = run_end(words, end + 1, is_label);
    }
    words.get(..end).filter(|_| end > first)
}

impl Link<'_> {
    /// The link, without a punctuation mark at its end, if this is one.
    fn span(self) -> Option<Span> {
        if !self.words.starts_with("http") && !self.domain.is_some_and(is_valid_domain) {
            return None;
        }
        let unmarked = self.words.strip_suffix(['.', ',', ';', ':', '!', '?']).unwrap_or(self.words);
        let closed =
            if unmarked.contains('(') { unmarked } else { unmarked.strip_suffix(')').unwrap_or(unmarked) };
        Some(Span::new(self.start, self.start + closed.len()))
    }
}

fn is_valid_domain(domain: &str) -> bool {
    domain.rsplit_once('.').is_some_and(|(_, last)| tld::is_current(last))
}

fn mentions(text: &str) -> Vec<Entity> {
    let mut found = Vec::new();
    let mut done = 0;
    for (at, _) in text.match_indices('@') {
        let Some(end) = may_begin(text, at, done).then(|| handle_end(text, at + 1)).flatten() else {
            continue;
        };
        done = end;
        let handle = text.get(at + 1..end).unwrap_or_default();
        if is_valid_domain(handle) || handle.rsplit_once('.').is_some_and(|(_, last)| last == "test") {
            found.push(Entity { kind: EntityKind::Mention, span: Span::new(at, end) });
        }
    }
    found
}

/// The end of the handle that begins here: the last place where a word begins or ends.
fn handle_end(text: &str, start: usize) -> Option<usize> {
    let is_word = |character: char| character.is_ascii_alphanumeric() || character == '_';
    let run =
        run_end(text, start, |character| character.is_ascii_alphanumeric() || matches!(character, '.' | '-'));
    (start + 1..=run)
        .rev()
        .find(|&end| char_before(text, end).is_some_and(is_word) != char_at(text, end).is_some_and(is_word))
}

fn hashtags(text: &str) -> Vec<Entity> {
    let mut found = Vec::new();
    let mut done = 0;
    for (at, sign) in text.match_indices(['#', '＃']) {
        let allowed = at == 0 || (at > done && char_before(text, at).is_some_and(is_js_space));
        let start = at + sign.len();
        let end = run_end(text, start, is_tag);
        let run = text.get(start..end).unwrap_or_default();
        if !allowed
            || run.starts_with('\u{fe0f}')
            || !run.chars().any(|character| !character.is_ascii_digit() && !is_punctuation(character))
        {
            continue;
        }
        done = end;
        let tag = run.trim_end_matches(is_punctuation);
        if !tag.is_empty() && utf16_len(tag) <= MAX_TAG {
            found.push(Entity { kind: EntityKind::Hashtag, span: Span::new(at, start + tag.len()) });
        }
    }
    found
}

/// Whether a hashtag may contain this character: anything but spaces and some invisible characters.
fn is_tag(character: char) -> bool {
    !is_js_space(character)
        && !matches!(character, '\u{ad}' | '\u{2060}' | '\u{200a}'..='\u{200d}' | '\u{20e2}')
}

fn cashtags(text: &str) -> Vec<Entity> {
    let mut found = Vec::new();
    let mut done = 0;
    for (at, _) in text.match_indices('$') {
        let end = run_end(text, at + 1, |character| character.is_ascii_alphanumeric());
        let symbol = text.get(at + 1..end).unwrap_or_default();
        let closed = char_at(text, end).is_none_or(|next| {
            is_js_space(next) || matches!(next, '.' | ',' | ';' | ':' | '!' | '?' | ')' | '"' | '\'' | '’')
        });
        let shaped = symbol.len() <= 5 && symbol.starts_with(|first: char| first.is_ascii_alphabetic());
        if may_begin(text, at, done) && closed && shaped {
            done = end;
            found.push(Entity { kind: EntityKind::Cashtag, span: Span::new(at, end) });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        find(text).iter().map(|entity| entity.text(text)).collect()
    }

    #[test]
    fn links_run_to_the_next_space() {
        assert_eq!(found("(https://example.com/a), then"), ["https://example.com/a"]);
        assert_eq!(
            found("See gov.uk/buses. Or https://example.com)"),
            ["gov.uk/buses", "https://example.com"]
        );
        assert_eq!(found("file.txt my-site.com GOV.UK"), [""; 0]);
        assert_eq!(found("httpbin.nosuch/x"), ["httpbin.nosuch/x"]);
    }

    #[test]
    fn many_brackets_take_no_more_than_their_length() {
        assert!(links(&"(".repeat(100_000)).is_empty());
        assert!(links(&"(http://".repeat(20_000)).len() == 1);
    }

    #[test]
    fn mentions_are_domains() {
        assert_eq!(found("@press.example.gov.uk, @press"), ["@press.example.gov.uk"]);
        assert_eq!(found("a@example.com (@alex.test)"), ["@alex.test"]);
    }

    #[test]
    fn hashtags_have_more_than_digits_and_lose_their_last_marks() {
        assert_eq!(found("#buses! #2026 #2026a ＃日本 x#y"), ["#buses", "#2026a", "＃日本"]);
        assert_eq!(found(&format!("#{}", "a".repeat(65))), [""; 0]);
    }

    #[test]
    fn cashtags_have_up_to_five_letters() {
        assert_eq!(found("$GBP, $TOOLONG $1"), ["$GBP"]);
    }
}
