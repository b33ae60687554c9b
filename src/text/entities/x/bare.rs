//! Domains without `https://`: X links only those made of Latin letters, digits and hyphens.

use super::class::is_bare_domain;
use super::tail::Tail;
use super::url::Url;
use crate::finding::Span;
use crate::text::entities::cursor::{run_end, run_start, utf16_len};
use crate::text::entities::tld;

/// Adds the bare domains within a domain. The last one gets the tail, if that has a path.
pub(super) fn domains(text: &str, host: Span, tail: Tail, found: &mut Vec<Url>) {
    let domain = text.get(host.start..host.end).unwrap_or_default();
    let before = found.len();
    let (mut at, mut shown) = (0, 0);
    while let Some(span) = next(domain, at) {
        at = span.end;
        // X searches for the words again from the front, and so may take an earlier place with the same letters.
        let words = domain.get(span.start..span.end).unwrap_or_default();
        let start =
            domain.get(shown..).and_then(|rest| rest.find(words)).map_or(span.start, |offset| shown + offset);
        shown = start + words.len();
        let span = Span::new(host.start + start, host.start + shown);
        found.push(Url { span, replaced: utf16_len(words) });
    }
    let last = found.get_mut(before..).and_then(<[Url]>::last_mut);
    if let Some(last) = last.filter(|_| tail.has_path) {
        last.span.end = tail.end;
        last.replaced += utf16_len(text.get(tail.start..tail.end).unwrap_or_default());
    }
}

/// Whether a domain has a bare domain in it.
pub(super) fn has_domain(domain: &str) -> bool {
    next(domain, 0).is_some()
}

/// The first bare domain at or after this offset, as long as possible.
fn next(domain: &str, from: usize) -> Option<Span> {
    let mut at = from;
    while let Some(dot) = domain.get(at..)?.find('.').map(|offset| at + offset) {
        let start = run_start(domain, dot, is_bare_domain).max(at);
        let (end, last_dot) = if start < dot { longest(domain, dot) } else { (None, dot) };
        if let Some(end) = end {
            return Some(Span::new(start, end));
        }
        at = last_dot + 1;
    }
    None
}

/// The end of the longest bare domain whose first label ends at this dot, and the last dot that was examined.
fn longest(domain: &str, first_dot: usize) -> (Option<usize>, usize) {
    let (mut dot, mut end) = (first_dot, None);
    loop {
        end = tld::end(domain, dot + 1).or(end);
        let label_end = run_end(domain, dot + 1, is_bare_domain);
        if label_end == dot + 1 || !domain.get(label_end..).is_some_and(|rest| rest.starts_with('.')) {
            return (end, dot);
        }
        dot = label_end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_domain_from_the_first_latin_letter() {
        let first = |domain: &'static str| next(domain, 0).and_then(|span| domain.get(span.start..span.end));
        assert_eq!(first("www.example.co.uk"), Some("www.example.co.uk"));
        assert_eq!(first("例え.example.com"), Some("example.com"));
        assert_eq!(first("例えexample.com"), Some("example.com"));
        assert_eq!(first("bücher.com.中文.cn"), Some("bücher.com"));
        assert_eq!(first("例え.jp"), None);
    }
}
