//! What a draft quotes: a sign-off inside somebody else's words, or in an earlier post of ours, does not sign the
//! draft.

use crate::Span;

/// Marks that open a quotation, each with the marks that close it: English and Welsh, French, German and Polish,
/// Danish, Swedish, Japanese, and straight ones.
const MARKS: [(char, &[char]); 16] = [
    ('“', &['”', '"']),
    ('‘', &['’', '\'']),
    ('"', &['"']),
    ('\'', &['\'']),
    ('„', &['“', '”']),
    ('‚', &['‘', '’']),
    ('«', &['»']),
    ('‹', &['›']),
    ('»', &['«', '»']),
    ('”', &['”']),
    ('’', &['’']),
    ('＂', &['＂']),
    ('❝', &['❞']),
    ('〝', &['〞', '〟']),
    ('「', &['」']),
    ('『', &['』']),
];

/// The quotations in a text, without their marks, and the lines that begin with `>`. A mark inside one of the sign-offs
/// at these places belongs to the sign-off.
pub(super) fn quotations(text: &str, sign_offs: &[Span]) -> Vec<Span> {
    let marks: Vec<Mark> = marks(text, sign_offs).collect();
    let mut quotations = quoted_lines(text, sign_offs);
    // For each sort of mark, the byte up to which it is known that nothing closes it.
    let mut unclosed = [0; MARKS.len()];
    let mut done = 0;
    for (nth, open) in marks.iter().enumerate() {
        let Some(sort) = MARKS.iter().position(|(mark, _)| *mark == open.sign) else { continue };
        let (Some((_, closing)), Some(known)) = (MARKS.get(sort), unclosed.get_mut(sort)) else { continue };
        if open.at < done.max(*known) || !open.opens() {
            continue;
        }
        let after = marks.get(nth + 1..).unwrap_or_default();
        match closed_by(open, closing, after, text) {
            Some(close) => {
                quotations.push(Span::new(open.end(), close.at));
                done = close.end();
            }
            None => *known = reach(open, text),
        }
    }
    quotations
}

/// Whether a text ends with a line that begins with `>`, so that anything added to that line would be quoted.
pub(super) fn ends_quoted(text: &str, sign_offs: &[Span]) -> bool {
    let end = text.trim_end().len();
    quoted_lines(text, sign_offs).last().is_some_and(|line| line.end >= end)
}

/// A quotation mark in a text.
#[derive(Clone, Copy)]
struct Mark {
    sign: char,
    at: usize,
    before: Option<char>,
    after: Option<char>,
}

impl Mark {
    fn end(&self) -> usize {
        self.at + self.sign.len_utf8()
    }

    /// Whether it can open a quotation. A mark that may also be an apostrophe or a closing mark has to begin a word.
    fn opens(&self) -> bool {
        let begins = |before: char| !before.is_alphanumeric() && !",.!?;".contains(before);
        match self.sign {
            sign if opens_always(sign) => true,
            _ => self.before.is_none_or(begins) && self.after.is_some_and(|after| !after.is_whitespace()),
        }
    }

    /// Whether it can close a quotation that this mark opened.
    fn closes(&self, open: char) -> bool {
        let ends = || {
            let goes_on = self.after.is_some_and(char::is_alphanumeric);
            self.before.is_some_and(|before| !before.is_whitespace()) && !goes_on
        };
        opens_always(open) && self.sign != '"' || ends()
    }
}

/// Whether a mark is never an apostrophe or a closing mark.
fn opens_always(sign: char) -> bool {
    matches!(sign, '“' | '„' | '«' | '‹' | '❝' | '〝' | '「' | '『')
}

fn marks(text: &str, sign_offs: &[Span]) -> impl Iterator<Item = Mark> {
    text.match_indices(is_mark).filter(|(at, _)| !is_inside(*at, sign_offs)).filter_map(|(at, sign)| {
        Some(Mark {
            sign: sign.chars().next()?,
            at,
            before: text.get(..at)?.chars().next_back(),
            after: text.get(at + sign.len()..)?.chars().next(),
        })
    })
}

fn is_mark(sign: char) -> bool {
    let is_known = || MARKS.iter().any(|(open, close)| *open == sign || close.contains(&sign));
    // Most characters are ASCII.
    matches!(sign, '"' | '\'') || !sign.is_ascii() && is_known()
}

fn is_inside(at: usize, places: &[Span]) -> bool {
    places.iter().any(|place| place.start <= at && at < place.end)
}

/// The mark that closes a quotation: the first that can, unless it is an apostrophe as in “the drivers’ cabs”.
fn closed_by<'m>(open: &Mark, closing: &[char], after: &'m [Mark], text: &str) -> Option<&'m Mark> {
    let reach = reach(open, text);
    let near = after.iter().take_while(|mark| mark.at < reach);
    let mut near = near.filter(|mark| closing.contains(&mark.sign) && mark.closes(open.sign));
    let first = near.next()?;
    if !is_possessive(first, text) {
        return Some(first);
    }
    let reopened = after.iter().find(|mark| mark.sign == open.sign && mark.opens());
    let mut others = near.take_while(|mark| reopened.is_none_or(|again| mark.at < again.at));
    // If it opened with an apostrophe, it may not be a quotation at all: “’tis the drivers’ choice”.
    others.find(|mark| !is_possessive(mark, text)).or((open.sign != '’').then_some(first))
}

/// How far away the closing mark may be. If the opening mark may be something else, it has to be closed in the same
/// paragraph.
fn reach(open: &Mark, text: &str) -> usize {
    let rest = text.get(open.at..).unwrap_or_default();
    let paragraph = rest.find("\n\n").or_else(|| rest.find("\r\n\r\n"));
    paragraph.filter(|_| !opens_always(open.sign)).map_or(text.len(), |length| open.at + length)
}

/// Whether a mark may be an apostrophe after the `s` of a word, with another word after it.
fn is_possessive(mark: &Mark, text: &str) -> bool {
    let rest = text.get(mark.end()..).unwrap_or_default();
    matches!(mark.sign, '’' | '\'')
        && mark.before == Some('s')
        && rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_alphabetic))
}

/// The lines that begin with `>`, as in an email.
fn quoted_lines(text: &str, sign_offs: &[Span]) -> Vec<Span> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim_start();
        let at = start + line.len() - words.len();
        if words.starts_with(['>', '＞']) && !is_inside(at, sign_offs) {
            lines.push(Span::new(start, start + line.trim_end().len()));
        }
        start += line.len();
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(text: &str) -> Vec<&str> {
        quotations(text, &[]).into_iter().filter_map(|span| text.get(span.start..span.end)).collect()
    }

    #[test]
    fn quotations_in_any_marks() {
        for text in [
            "a “b ^AB” c",
            "a ”b ^AB” c",
            "a \"b ^AB\" c",
            "a 'b ^AB' c",
            "a 'b ^AB is ^AS' c",
            "a “b ^AB\" c",
            "a ‘it's b ^AB' c",
            "a ’b ^AB’ c",
            "a »b ^AB» c",
            "a ❝b ^AB❞ c",
            "a 〝b ^AB〟c",
            "a ‘b ^AB’ c",
            "a ‘it’s b ^AB’ c",
            "a „b ^AB“ c",
            "a „b ^AB” c",
            "a ‚b ^AB‘ c",
            "a « b ^AB » c",
            "a »b ^AB« c",
            "a ‹b ^AB› c",
            "a「b ^AB」c",
            "a『b ^AB』c",
            "a ＂b ^AB＂ c",
            "> b ^AB\nc",
            "c\n> b ^AB",
            "  >> b ^AB\nc",
            "＞ b ^AB\nc",
            "“b\n\nb ^AB” c",
            "(“b ^AB”) c",
            "c: “b ‘b’ ^AB”",
            "‘the drivers’ fault ^AB’ c",
            "'The drivers' fault ^AB' c",
        ] {
            assert!(quoted(text).iter().any(|words| words.contains("^AB")), "{text}: {:?}", quoted(text));
        }
    }

    #[test]
    fn what_is_not_quoted() {
        for text in [
            "“b” ^AB",
            "b ^AB “c”",
            "\"b\" c ^AB \"d\"",
            "It's b ^AB, isn't it",
            "It’s the drivers’ b ^AB’s",
            "5\" and 6\" b ^AB \"",
            "‘b’ ^AB, the drivers’ cabs",
            "the drivers' b ^AB, the drivers' cabs",
            "rock 'n' roll ^AB",
            "“b ^AB",
            "’tis b ^AB, the drivers’ cabs",
            "“b\" ^AB",
            "b ^AB”",
            "a > b ^AB",
            "b ->\n^AB",
            "“b”, “b” and ^AB",
            "> b\n^AB",
            "« b » ^AB",
            "»\u{a0}b ^AB\n» c",
            "\"b\n\nc ^AB\"",
            "ʼb ^AB",
            "'90s b ^AB",
        ] {
            assert!(!quoted(text).iter().any(|words| words.contains("^AB")), "{text}: {:?}", quoted(text));
        }
    }

    #[test]
    fn a_mark_in_a_sign_off_quotes_nothing() {
        assert_eq!(quotations("\"b\" ^AB\" c", &[Span::new(5, 8), Span::new(8, 9)]), [Span::new(1, 2)]);
        assert!(quotations("> b", &[Span::new(0, 3)]).is_empty());
        assert!(ends_quoted("a\n> b ", &[]) && !ends_quoted("> a\nb", &[]));
    }
}
