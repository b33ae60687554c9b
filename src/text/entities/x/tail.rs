//! The parts of a link after the domain: port, path and query.

use super::class::{ends_path, ends_query, is_path, is_query};
use crate::text::entities::cursor::{char_at, run_end, starts_with_ignoring_case};

/// The parts after a domain.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tail {
    /// Where it begins.
    pub(super) start: usize,
    /// Whether it has a path, even if only `/`.
    pub(super) has_path: bool,
    /// Where it ends.
    pub(super) end: usize,
}

impl Tail {
    /// The port, path and query after a domain that ends here.
    pub(super) fn after(text: &str, start: usize) -> Self {
        let port_end = port_end(text, start);
        let path_end = path_end(text, port_end);
        let end = query_end(text, path_end.unwrap_or(port_end));
        Self { start, has_path: path_end.is_some(), end }
    }
}

fn port_end(text: &str, at: usize) -> usize {
    let digits = at + 1;
    let end = run_end(text, digits, |character| character.is_ascii_digit());
    if char_at(text, at) == Some(':') && end > digits { end } else { at }
}

/// The end of the path that begins here: its last letter, digit or mark that may end it, including brackets right after
/// that. Other punctuation belongs to the sentence.
fn path_end(text: &str, at: usize) -> Option<usize> {
    if char_at(text, at) != Some('/') {
        return None;
    }
    let (mut here, mut end) = (at + 1, at + 1);
    while let Some(character) = char_at(text, here) {
        if is_path(character) {
            here += character.len_utf8();
            end = if ends_path(character) { here } else { end };
        } else if let Some(closed) = brackets_end(text, here) {
            here = closed;
        } else {
            break;
        }
    }
    while let Some(closed) = brackets_end(text, end) {
        end = closed;
    }
    Some(end)
}

/// The end of the brackets that open here: `(a)`, or with one more pair inside, `(a(b)c)`, but never empty ones.
fn brackets_end(text: &str, at: usize) -> Option<usize> {
    let inner = opened(text, at)?;
    let plain = run_end(text, inner, is_path);
    if plain > inner && char_at(text, plain) == Some(')') {
        return Some(plain + 1);
    }
    let nested = opened(text, plain)?;
    let nested_end = run_end(text, nested, is_path);
    if nested_end == nested || char_at(text, nested_end) != Some(')') {
        return None;
    }
    let rest = run_end(text, nested_end + 1, is_path);
    (char_at(text, rest) == Some(')')).then_some(rest + 1)
}

fn opened(text: &str, at: usize) -> Option<usize> {
    (char_at(text, at) == Some('(')).then_some(at + 1)
}

/// The end of the query that begins here; this place itself if there is none.
fn query_end(text: &str, at: usize) -> usize {
    if char_at(text, at) != Some('?') {
        return at;
    }
    let run = text.get(at + 1..run_end(text, at + 1, is_query)).unwrap_or_default();
    let kept = run.trim_end_matches(|character| !ends_query(character));
    if kept.is_empty() { at } else { at + 1 + kept.len() }
}

/// A link made by X's own shortener.
#[derive(Debug, Clone, Copy)]
pub(super) struct ShortLink {
    /// The length of the name after `t.co/`.
    pub(super) name_len: usize,
    /// Where the link ends: only a query may follow the name.
    pub(super) end: usize,
}

/// The link made by X's own shortener that begins here, if there is one.
pub(super) fn tco_end(text: &str, start: usize) -> Option<ShortLink> {
    let rest = text.get(start..)?;
    let prefix = ["https://t.co/", "http://t.co/"]
        .into_iter()
        .find(|prefix| starts_with_ignoring_case(rest, prefix))?;
    let name = start + prefix.len();
    let name_end = run_end(text, name, |character| character.is_ascii_alphanumeric());
    (name_end > name).then(|| ShortLink { name_len: name_end - name, end: query_end(text, name_end) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tail(text: &str) -> &str {
        text.get(..Tail::after(text, 0).end).unwrap()
    }

    #[test]
    fn ports_paths_and_queries() {
        for (text, expected) in [
            (":80/a", ":80/a"),
            (":a", ""),
            ("/", "/"),
            ("/...", "/"),
            ("/a.", "/a"),
            ("/a!b, c", "/a!b"),
            ("/a?b=c.", "/a?b=c"),
            ("?", ""),
            ("?b", "?b"),
            ("/日", "/"),
            ("/ж/é", "/ж/é"),
        ] {
            assert_eq!(tail(text), expected, "{text}");
        }
    }

    #[test]
    fn brackets_are_kept_when_they_close() {
        for (text, expected) in [
            ("/a_(b)", "/a_(b)"),
            ("/a)", "/a"),
            ("/a(b", "/a"),
            ("/a(b(c)d)e", "/a(b(c)d)e"),
            ("/a()", "/a"),
            ("/a(b(c(d)))", "/a"),
            ("/(a).", "/(a)"),
            ("/a(b)(c).d", "/a(b)(c).d"),
            ("/a.(b)!", "/a"),
        ] {
            assert_eq!(tail(text), expected, "{text}");
        }
    }
}
