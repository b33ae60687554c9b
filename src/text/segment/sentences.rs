//! The sentences of a draft.
//!
//! As in UAX #29, a sentence ends with `.`, `!`, `?` or `…`, closing marks and a space, but not at a full stop followed
//! by a lower-case letter. In addition:
//!
//! - every line is a sentence of its own, because posts are not wrapped by hand;
//! - the full stop of an abbreviation (`Dr.`, `No. 10`, `J. Smith`, `e.g.`) does not end it;
//! - a link or an emoji ends it if a capital follows: `Road closed 🚧 Use the A61`.
//!
//! The length of a sentence is the number of words read out in it. A hashtag or mention in the middle counts as a word;
//! one before or after the sentence does not, and neither do links and emoji.

use super::tokens::{Token, TokenKind};
use crate::finding::Span;
use std::ops::Range;

/// A sentence that has at least one word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// From its first word to the mark that ends it.
    pub span: Span,
    /// How many words it has.
    pub words: usize,
    /// Its tokens, from the first word to the last.
    pub tokens: Range<usize>,
}

/// Words whose full stop does not end a sentence.
const BEFORE_ANYTHING: &str =
    " dr mr mrs ms prof st rev hon cllr sgt insp supt capt lt vs v cf e.g i.e eg ie ";
/// Words whose full stop does not end it if a number follows.
const BEFORE_NUMBERS: &str =
    " no nos p pp fig para ch vol art sec tel ext approx ca jan feb mar apr aug sept oct nov dec ";

/// The sentences of a text, given its tokens.
#[must_use]
pub fn sentences(text: &str, tokens: &[Token]) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (nth, token) in tokens.iter().enumerate() {
        let next = tokens.get(nth + 1);
        if next.is_none_or(|next| ends(text, token, next)) {
            sentences.extend(sentence(text, tokens, start..nth + 1));
            start = nth + 1;
        }
    }
    sentences
}

fn sentence(text: &str, all: &[Token], range: Range<usize>) -> Option<Sentence> {
    let tokens = all.get(range.clone())?;
    let is_word = |token: &Token| token.kind == TokenKind::Word;
    let (first, last) = (tokens.iter().position(is_word)?, tokens.iter().rposition(is_word)?);
    let own = tokens.get(first..=last)?;
    let words = own.iter().filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Tag)).count();
    let (start, end) = (own.first()?.span.start, own.last()?.span.end);
    let rest = text.get(end..)?;
    let mark = rest.find(|character| !is_stop(character) && !closes(character)).unwrap_or(rest.len());
    Some(Sentence {
        span: Span::new(start, end + mark),
        words,
        tokens: range.start + first..range.start + last + 1,
    })
}

/// Whether a sentence ends between two tokens.
fn ends(text: &str, token: &Token, next: &Token) -> bool {
    let gap = text.get(token.span.end..next.span.start).unwrap_or_default();
    let next_word = text.get(next.span.start..next.span.end).unwrap_or_default();
    let capital = next.kind == TokenKind::Word && next_word.starts_with(char::is_uppercase);
    if gap.contains(['\n', '\r', '\u{2028}', '\u{2029}']) {
        return true;
    }
    if matches!(token.kind, TokenKind::Link | TokenKind::Emoji) && capital {
        return true;
    }
    let Some(stops) = stops(gap) else { return false };
    if stops.contains(['!', '?', '。', '！', '？']) {
        return true;
    }
    let small = next.kind == TokenKind::Word && next_word.starts_with(char::is_lowercase);
    let word = text.get(token.span.start..token.span.end).unwrap_or_default();
    let abbreviated = stops == "." && token.kind == TokenKind::Word && is_abbreviation(word, next_word);
    !small && !abbreviated
}

/// The marks in a gap that may end a sentence, if a space or something that is not a mark follows.
fn stops(gap: &str) -> Option<&str> {
    let start = gap.find(is_stop)?;
    let run = gap.get(start..)?;
    let end = run.find(|character| !is_stop(character)).unwrap_or(run.len());
    let rest = run.get(end..)?.trim_start_matches(closes);
    let wide = run.ends_with(['。', '！', '？']);
    (wide || rest.starts_with(char::is_whitespace)).then(|| run.get(..end))?
}

fn is_stop(character: char) -> bool {
    matches!(character, '.' | '!' | '?' | '…' | '。' | '！' | '？')
}

fn closes(character: char) -> bool {
    matches!(character, ')' | ']' | '"' | '\'' | '”' | '’' | '»')
}

fn is_abbreviation(word: &str, next: &str) -> bool {
    let listed = |list: &str| list.contains(&format!(" {} ", word.to_ascii_lowercase()));
    let mut letters = word.chars();
    // `J. Smith` and `J.K. Rowling`; but a sentence may end with “I”.
    let initials = letters.all(|letter| letter == '.' || letter.is_uppercase())
        && word.split('.').all(|part| part.chars().count() == 1)
        && word != "I";
    initials
        || listed(BEFORE_ANYTHING)
        || (next.starts_with(|first: char| first.is_ascii_digit()) && listed(BEFORE_NUMBERS))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::entities::Linking;
    use crate::text::segment::{emoji, tokens};

    #[track_caller]
    fn assert_sentences(text: &str, expected: &[(&str, usize)]) {
        let tokens = tokens(text, &Linking::X.find(text), &emoji(text));
        let found = sentences(text, &tokens);
        let found: Vec<_> = found
            .iter()
            .map(|sentence| (text.get(sentence.span.start..sentence.span.end).unwrap(), sentence.words))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn marks_end_a_sentence() {
        assert_sentences(
            "One. Two three! “Four?” Five…",
            &[("One.", 1), ("Two three!", 2), ("Four?”", 1), ("Five…", 1)],
        );
        assert_sentences("Wait... what? yes", &[("Wait... what?", 2), ("yes", 1)]);
        assert_sentences("It is 3.5. Use gov.uk. Now", &[("It is 3.5.", 3), ("Use", 1), ("Now", 1)]);
    }

    #[test]
    fn abbreviations_do_not() {
        for whole in [
            "See Dr. Jones, e.g. Monday at No. 10",
            "Ask J. Smith, J.K. Rowling and St. Mary",
            "It opens at 9 a.m. on Sept. 5, approx. 40 people",
        ] {
            let tokens = tokens(whole, &Linking::X.find(whole), &emoji(whole));
            assert_eq!(sentences(whole, &tokens).len(), 1, "{whole}");
        }
        assert_sentences("I said no. We left", &[("I said no.", 3), ("We left", 2)]);
        assert_sentences("So do I. We left", &[("So do I.", 3), ("We left", 2)]);
    }

    #[test]
    fn a_line_is_a_sentence() {
        assert_sentences("Buses\n• late\r\n• full", &[("Buses", 1), ("late", 1), ("full", 1)]);
    }

    #[test]
    fn links_and_trailing_tags_do_not_count() {
        assert_sentences("@a @b Get your #FluJab now: a.uk/x #NHS #Flu", &[("Get your #FluJab now", 4)]);
        assert_sentences("Apply at a.uk We will help", &[("Apply at", 2), ("We will help", 3)]);
        assert_sentences("Closed 🚧 Use the A61 🚗", &[("Closed", 1), ("Use the A61", 3)]);
        assert_sentences("We ❤️ buses", &[("We ❤️ buses", 2)]);
        assert_sentences("https://a.uk #NHS 🚌", &[]);
    }
}
