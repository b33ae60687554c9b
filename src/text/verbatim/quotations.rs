//! Quotations in a text: words between quotation marks, and lines that begin with `>`.
//!
//! If in doubt, text counts as a quotation: rules still find words in it, but do not replace them.

use super::super::entities::cursor::{char_at, char_before};
use crate::finding::Span;

/// The quotations in a text, including their marks, in any order.
pub(super) fn quotations(text: &str) -> Vec<Span> {
    let mut found: Vec<Span> = quoted_lines(text).collect();
    // Marks that have no closing mark in the rest of the text, so that each is searched for only once.
    let mut unended: Vec<char> = Vec::new();
    let mut at = 0;
    while let Some(offset) = text.get(at..).and_then(|rest| rest.find(is_mark)) {
        let start = at + offset;
        let Some(mark) = char_at(text, start) else { break };
        let quotation =
            opens(text, start, mark).then(|| quotation(text, start, mark, &mut unended)).flatten();
        at = quotation.map_or(start + mark.len_utf8(), |span| span.end);
        found.extend(quotation);
    }
    found
}

/// Lines that begin with `>`, each including its end, so that nothing is added to it either.
fn quoted_lines(text: &str) -> impl Iterator<Item = Span> {
    let mut start = 0;
    text.split('\n').filter_map(move |line| {
        let span = Span::new(start, start + line.len() + 1);
        start = span.end;
        line.trim_start().starts_with('>').then_some(span)
    })
}

fn is_mark(character: char) -> bool {
    matches!(character, '"' | '\'' | '`' | '“' | '”' | '„' | '‘' | '‚' | '«' | '»' | '‹' | '›' | '「' | '『')
}

/// Whether a mark begins a quotation: after a letter it is an apostrophe, an inch mark, or a closing mark.
fn opens(text: &str, at: usize, mark: char) -> bool {
    let before = char_before(text, at);
    let after = char_at(text, at + mark.len_utf8());
    !before.is_some_and(char::is_alphanumeric)
        && after.is_some_and(|after| !after.is_whitespace() || mark == '«')
}

/// The quotation that a mark begins. Without a closing mark it extends to the end of the line, unless the mark may be
/// an apostrophe.
fn quotation(text: &str, start: usize, mark: char, unended: &mut Vec<char>) -> Option<Span> {
    let inside = start + mark.len_utf8();
    let rest = text.get(inside..)?;
    let single = matches!(mark, '\'' | '‘' | '‚' | '`');
    let end = match single {
        true => last_closing(text, inside, mark),
        false if unended.contains(&mark) => None,
        false => rest.find(closing(mark)).map(|at| inside + at),
    };
    if end.is_none() && !single {
        unended.push(mark);
    }
    let with_mark = |end: usize| end + char_at(text, end).map_or(0, char::len_utf8);
    match end {
        Some(end) => Some(Span::new(start, with_mark(end))),
        None if single => None,
        None => Some(Span::new(start, inside + rest.find('\n').unwrap_or(rest.len()) + 1)),
    }
}

/// The marks that may close what this one begins.
fn closing(mark: char) -> &'static [char] {
    match mark {
        '"' => &['"'],
        '“' | '”' => &['”'],
        '„' => &['“', '”'],
        '«' => &['»'],
        '»' => &['«'],
        '‹' => &['›'],
        '›' => &['‹'],
        '「' => &['」'],
        '『' => &['』'],
        '`' => &['`'],
        '\'' => &['\''],
        _ => &['’', '‘'],
    }
}

/// The last mark that may close a single quotation mark, before the next opening one: `‘the residents’ plan’`.
fn last_closing(text: &str, inside: usize, mark: char) -> Option<usize> {
    let mut last = None;
    for (offset, sign) in text.get(inside..)?.match_indices(['\'', '’', '‘', '`', '\n']) {
        let at = inside + offset;
        let is_word = |side: Option<char>| side.is_some_and(char::is_alphanumeric);
        let after = char_at(text, at + sign.len());
        if sign == "\n" && (last.is_some() || mark != '‘') || sign.starts_with(mark) && opens(text, at, mark)
        {
            break;
        }
        if sign.starts_with(closing(mark))
            && !is_word(after)
            && !char_before(text, at).is_some_and(char::is_whitespace)
        {
            last = Some(at);
        }
    }
    last
}

#[cfg(test)]
mod tests {
    use super::super::merged;
    use super::*;

    #[track_caller]
    fn assert_quotations(text: &str, expected: &[&str]) {
        let found = merged(quotations(text));
        let found: Vec<&str> =
            found.iter().filter_map(|span| text.get(span.start..span.end.min(text.len()))).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn between_marks() {
        assert_quotations("She said “we utilise it”, and \"so do I\".", &["“we utilise it”", "\"so do I\""]);
        assert_quotations("‘the residents’ plan’ and ‘b’ don’t", &["‘the residents’ plan’", "‘b’"]);
        assert_quotations(
            "« utilise » „utilise“ 「utilise」 `utilise`",
            &["« utilise »", "„utilise“", "「utilise」", "`utilise`"],
        );
        assert_quotations("They say 'utilise it', but don't", &["'utilise it'"]);
    }

    #[test]
    fn without_an_end() {
        assert_quotations("“We utilise it\nThe end", &["“We utilise it\n"]);
        assert_quotations("> We utilise it\nThe end", &["> We utilise it\n"]);
    }

    #[test]
    fn apostrophes_and_inches_are_none() {
        assert_quotations("the residents' plan, don't, it’s 5\" wide, ’tis the residents’", &[]);
        assert_quotations("the '90s", &[]);
    }
}
