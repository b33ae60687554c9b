//! The words, numbers and signs from which dates are read.

use crate::finding::Span;

/// A run of letters, a run of digits, or any other single character that is not white space.
#[derive(Clone, Copy)]
pub(super) struct Token<'a> {
    pub(super) text: &'a str,
    pub(super) span: Span,
}

pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let kind = |c: char| if c.is_alphabetic() { 1 } else { u8::from(c.is_ascii_digit()) * 2 };
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut before = 0;
    for (start, c) in text.char_indices().filter(|(_, c)| !c.is_whitespace()) {
        let end = start + c.len_utf8();
        match tokens.last_mut().filter(|last| kind(c) != 0 && before == kind(c) && last.span.end == start) {
            Some(last) => last.span.end = end,
            None => tokens.push(Token { text: "", span: Span::new(start, end) }),
        }
        before = kind(c);
    }
    for token in &mut tokens {
        token.text = text.get(token.span.start..token.span.end).unwrap_or_default();
    }
    tokens
}

/// The token this many places after `at`, or before it if `by` is negative.
pub(super) fn token<'a>(tokens: &[Token<'a>], at: usize, by: isize) -> Option<Token<'a>> {
    tokens.get(at.checked_add_signed(by)?).copied()
}

pub(super) fn is_number(token: Token<'_>) -> bool {
    token.text.starts_with(|c: char| c.is_ascii_digit())
}
