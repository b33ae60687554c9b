//! What Bluesky links: the facets that its app finds in a text.
//!
//! Re-derived from `detectFacets` of npm `@atproto/api` (MIT or Apache License 2.0), against which
//! `tests/oracle/bluesky.rs` proves this.

use super::cursor::{char_at, char_before, run_end, starts_with_ignoring_case, utf16_len};
use super::{Entity, EntityKind, is_js_space, is_punctuation, tld};
use crate::finding::Span;

/// The longest hashtag, in UTF-16 code units, without its sign.
const MAX_TAG: usize = 64;

/// Everything that Bluesky links, in no order.
pub(super) fn find(text: &str) -> Vec<Entity> {
    let mut found = mentions(text);
    found.extend(links(text).into_iter().map(|span| Entity { kind: EntityKind::Url, span }));
    found.extend(hashtags(text));
    found.extend(cashtags(text));
    found
}

/// Whether a mention, link or cashtag may begin here, after what was found up to `done`.
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
    for start in starts.filter(|_| text.contains(['.', ':'])) {
        let Some(link) = may_begin(text, start, done).then(|| link(text, start)).flatten() else { continue };
        done = link.end;
        found.extend(link.span());
    }
    found
}

/// An address or what looks like one, up to the next space.
#[derive(Debug, Clone, Copy)]
struct Link<'text> {
    start: usize,
    end: usize,
    words: &'text str,
    domain: Option<&'text str>,
}

fn link(text: &str, start: usize) -> Option<Link<'_>> {
    let rest = text.get(start..)?;
    let end = run_end(text, start, |character| !is_js_space(character));
    let words = text.get(start..end)?;
    let protocol =
        ["https://", "http://"].into_iter().find(|protocol| starts_with_ignoring_case(rest, protocol));
    if protocol.is_some_and(|protocol| words.len() > protocol.len()) {
        return Some(Link { start, end, words, domain: None });
    }
    let domain = domain(words)?;
    Some(Link { start, end, words, domain: Some(domain) })
}

/// Labels of letters and digits with dots between them.
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
    /// The link, without a punctuation mark at its end, if it is one.
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

/// Where the handle ends that begins here: at the last place where a word begins or ends.
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

/// Whether a hashtag may have this character: all but spaces and some that cannot be seen.
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
