//! Links by X's rules: any `http` or `https` address with a known top-level domain, and bare domains of Latin letters.
//!
//! Re-derived from the patterns of twitter-text 3.1.0; `tests/oracle/x.rs` tests it against them. Where they are odd,
//! this is odd in the same way, because X counts that way.

use super::labels::{Label, labels};
use super::{bare, class, dns, tail};
use crate::finding::Span;
use crate::text::entities::cursor::{char_before, utf16_len};

/// The longest address that X accepts, in UTF-16 code units, counting its protocol twice.
const MAX_URL: usize = 4096;

/// The longest name after `t.co/`.
const MAX_TCO_NAME: usize = 40;

/// A link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Url {
    /// Where it is.
    pub(crate) span: Span,
    /// How many UTF-16 code units X replaces with its short link: all of them, except in a few odd cases.
    pub(crate) replaced: usize,
}

/// A possible address in the text, before it is known to be one.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    /// Where the address begins.
    start: usize,
    /// Where its domain begins: after the protocol, if it has one.
    host: usize,
    host_end: usize,
    /// The character before `host`, if its second half in UTF-16 goes to the domain.
    ///
    /// JavaScript's patterns work on code units. The first half of 🚌 can be the character that precedes a link; then
    /// the second half is the first code unit of the domain.
    halved: Option<char>,
}

impl Candidate {
    fn has_protocol(&self) -> bool {
        self.host > self.start
    }
}

/// Every link in a text, in order.
///
/// ```ignore
/// let found = urls("See gov.uk/bank-holidays.");
/// assert_eq!(found[0].span, Span::new(4, 24));
/// ```
pub(crate) fn urls(text: &str) -> Vec<Url> {
    let mut found = Vec::new();
    let mut done = 0;
    for label in labels(text) {
        if label.dot < done {
            continue;
        }
        if let Some(candidate) = candidate(text, &label, done) {
            done = tail::Tail::after(text, candidate.host_end).end;
            judge(text, candidate, &mut found);
        }
    }
    found
}

/// Every link with a protocol, without X's limits on addresses. Mastodon's composer counts these.
pub(crate) fn urls_with_protocol(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut done = 0;
    for label in labels(text) {
        if let Some(candidate) = with_protocol(text, &label, done) {
            done = tail::Tail::after(text, candidate.host_end).end;
            found.push(Span::new(candidate.start, done));
        }
    }
    found
}

/// The first place at or before this label where an address can begin, but not before `done`.
fn candidate(text: &str, label: &Label, done: usize) -> Option<Candidate> {
    if let Some(candidate) = with_protocol(text, label, done) {
        return Some(candidate);
    }
    let before = char_before(text, label.start).map_or(0, char::len_utf8);
    let first = label.start - before;
    let run = text.get(first..label.dot)?;
    run.char_indices().find_map(|(at, character)| {
        let at = first + at;
        let behind = (at >= done && class::precedes_url(character))
            .then(|| after(text, label, at, character))
            .flatten();
        behind.or_else(|| if at == 0 { bare_at(text, label, 0, None) } else { None })
    })
}

/// The address right after this character.
fn after(text: &str, label: &Label, at: usize, character: char) -> Option<Candidate> {
    let next = at + character.len_utf8();
    if character.len_utf16() == 2 {
        // There is no need to check the half: every character of two units can be in a domain.
        let host_end = label.domain_end(text, at);
        if let Some(host_end) = host_end {
            return Some(Candidate { start: next, host: next, host_end, halved: Some(character) });
        }
    }
    if next < label.start { None } else { bare_at(text, label, next, None) }
}

fn bare_at(text: &str, label: &Label, at: usize, halved: Option<char>) -> Option<Candidate> {
    let host_end = label.domain_end(text, at)?;
    Some(Candidate { start: at, host: at, host_end, halved })
}

/// The address with a protocol right before this label.
fn with_protocol(text: &str, label: &Label, done: usize) -> Option<Candidate> {
    let before = text.get(done..label.start)?;
    let protocol = ["https://", "http://"].into_iter().find(|protocol| {
        before
            .len()
            .checked_sub(protocol.len())
            .and_then(|at| before.get(at..))
            .is_some_and(|end| end.eq_ignore_ascii_case(protocol))
    })?;
    let start = label.start - protocol.len();
    let allowed = start == 0 || (start > done && char_before(text, start).is_some_and(class::precedes_url));
    let host_end = label.domain_end(text, label.start).filter(|_| allowed)?;
    Some(Candidate { start, host: label.start, host_end, halved: None })
}

/// Keeps an address if X does.
fn judge(text: &str, candidate: Candidate, found: &mut Vec<Url>) {
    let tail = tail::Tail::after(text, candidate.host_end);
    if !is_valid(text, candidate, tail.end) {
        return;
    }
    if !candidate.has_protocol() {
        let before = char_before(text, candidate.start);
        if !matches!(before, Some('-' | '_' | '.' | '/')) {
            bare::domains(text, Span::new(candidate.host, candidate.host_end), tail, found);
        }
    } else if let Some(end) = tail::tco_end(text, candidate.start) {
        let name = end.name_len;
        if name <= MAX_TCO_NAME {
            push(text, Span::new(candidate.start, end.end), found);
        }
    } else {
        push(text, Span::new(candidate.start, tail.end), found);
    }
}

fn push(text: &str, span: Span, found: &mut Vec<Url>) {
    let replaced = utf16_len(text.get(span.start..span.end).unwrap_or_default());
    found.push(Url { span, replaced });
}

/// Whether the address is short enough, and its domain is possible in DNS.
fn is_valid(text: &str, candidate: Candidate, end: usize) -> bool {
    let Some(host) = text.get(candidate.host..candidate.host_end) else { return false };
    let half = candidate.halved.and_then(second_half);
    if half.is_none() && host.starts_with("xn--") && !bare::has_domain(host) {
        return false;
    }
    let protocol = if candidate.has_protocol() { candidate.host - candidate.start } else { "https://".len() };
    let length = utf16_len(text.get(candidate.start..end).unwrap_or_default()) + usize::from(half.is_some());
    let mut labels = host.split('.');
    let first = labels.next().unwrap_or_default().chars().map(u32::from);
    protocol + length <= MAX_URL
        && dns::fits(half.into_iter().chain(first))
        && labels.all(|label| dns::fits(label.chars().map(u32::from)))
}

/// The second UTF-16 code unit of a character that takes two.
fn second_half(character: char) -> Option<u32> {
    let mut units = [0; 2];
    character.encode_utf16(&mut units).get(1).copied().map(u32::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        urls(text).iter().filter_map(|url| text.get(url.span.start..url.span.end)).collect()
    }

    #[test]
    fn links_end_before_the_punctuation_of_the_sentence() {
        assert_eq!(found("See https://example.com/a_(b)?c=d#e. Then"), ["https://example.com/a_(b)?c=d#e"]);
        assert_eq!(found("(gov.uk/a)"), ["gov.uk/a"]);
        assert_eq!(found("HTTP://EXAMPLE.CO.UK:8080/x,"), ["HTTP://EXAMPLE.CO.UK:8080/x"]);
    }

    #[test]
    fn what_stands_before_a_link_matters() {
        assert_eq!(found("@example.com #example.com $example.com"), [""; 0]);
        assert_eq!(found("a@example.com xhttps://example.com"), [""; 0]);
        assert_eq!(found("例えexample.com 🚌example.com"), ["example.com", "example.com"]);
        assert_eq!(found("-example.com ./example.com"), [""; 0]);
    }

    #[test]
    fn only_known_domains_make_links_and_only_latin_ones_without_protocol() {
        assert_eq!(found("file.txt gov.uk/"), ["gov.uk/"]);
        assert_eq!(found("例え.jp https://例え.jp"), ["https://例え.jp"]);
        assert_eq!(found("bücher.example.com中foo.org/x"), ["bücher.example.com", "foo.org/x"]);
    }

    #[test]
    fn a_short_link_of_x_ends_with_its_name() {
        assert_eq!(found("https://t.co/abc/def?x=1"), ["https://t.co/abc"]);
        assert_eq!(found(&format!("https://t.co/{}", "a".repeat(41))), [""; 0]);
    }

    #[test]
    fn many_dots_take_no_more_than_their_length() {
        assert!(urls(&"a.".repeat(50_000)).is_empty());
        assert!(urls(&"é_é.".repeat(20_000)).is_empty());
    }
}
