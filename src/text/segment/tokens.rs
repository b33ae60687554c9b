//! The parts that a draft consists of: words, hashtags and mentions, links, emoji.
//!
//! A word is a run of letters and digits, including marks inside it that do not divide it: `can't`, `well-being`,
//! `e.g`, `1,234.5`, `9:30`, `12/06/2024`, `Q&A`. UAX #29 makes two words of `well-being`; here it is one, because
//! people, and the authors of the reading formulas, count whatever is between spaces.

use crate::finding::Span;
use crate::text::entities::{Entity, EntityKind};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// A word or a number.
    Word,
    /// A hashtag, mention or cashtag.
    Tag,
    /// A link.
    Link,
    /// An emoji.
    Emoji,
}

/// A part of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Where it is.
    pub span: Span,
}

/// The tokens of a text, in order, given its entities and its emoji.
#[must_use]
pub fn tokens(text: &str, entities: &[Entity], emoji: &[Span]) -> Vec<Token> {
    let mut parts: Vec<Token> = entities
        .iter()
        .map(|entity| {
            let kind = if entity.kind == EntityKind::Url { TokenKind::Link } else { TokenKind::Tag };
            Token { kind, span: entity.span }
        })
        .collect();
    let outside = |span: &&Span| {
        let next = entities.get(entities.partition_point(|entity| entity.span.end <= span.start));
        next.is_none_or(|entity| !entity.span.overlaps(**span))
    };
    parts.extend(emoji.iter().filter(outside).map(|&span| Token { kind: TokenKind::Emoji, span }));
    parts.sort_unstable_by_key(|part| part.span.start);
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut done = 0;
    for part in parts {
        push_words(text, Span::new(done, part.span.start), &mut tokens);
        tokens.push(part);
        done = part.span.end;
    }
    push_words(text, Span::new(done, text.len()), &mut tokens);
    tokens
}

fn push_words(text: &str, gap: Span, tokens: &mut Vec<Token>) {
    let part = text.get(gap.start..gap.end).unwrap_or_default();
    let mut characters = part.char_indices().peekable();
    let mut word: Option<Span> = None;
    let mut last = ' ';
    while let Some((offset, character)) = characters.next() {
        let at = gap.start + offset;
        let next = characters.peek().map_or(' ', |&(_, next)| next);
        match &mut word {
            _ if character.is_alphanumeric() => {
                word.get_or_insert(Span::new(at, at)).end = at + character.len_utf8();
            }
            Some(word) if is_mark(character) => word.end = at + character.len_utf8(),
            Some(_) if joins(character, last, next) => {}
            _ => tokens.extend(word.take().map(|span| Token { kind: TokenKind::Word, span })),
        }
        last = character;
    }
    tokens.extend(word.map(|span| Token { kind: TokenKind::Word, span }));
}

/// Accents that follow their letter, and characters without width inside a word.
fn is_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}')
}

/// Whether a character between these two keeps them in one word.
fn joins(character: char, last: char, next: char) -> bool {
    let between = |is: fn(char) -> bool| (is(last) || is_mark(last)) && is(next);
    match character {
        '\'' | '’' | '-' | '\u{2010}' | '\u{2011}' | '.' | '_' | '&' | '@' => {
            between(char::is_alphanumeric)
        }
        ',' | ':' | '/' => between(|character| character.is_ascii_digit()),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::entities::Linking;
    use crate::text::segment::emoji;
    use proptest::prelude::*;

    fn words(text: &str) -> Vec<&str> {
        let tokens = tokens(text, &Linking::X.find(text), &emoji(text));
        let words = tokens.iter().filter(|token| token.kind == TokenKind::Word);
        words.map(|word| text.get(word.span.start..word.span.end).unwrap()).collect()
    }

    #[test]
    fn marks_inside_a_word_do_not_part_it() {
        assert_eq!(
            words("can’t well-being e.g. 1,234.5 9:30am"),
            ["can’t", "well-being", "e.g", "1,234.5", "9:30am"]
        );
        assert_eq!(words("A&E, £2m (50%) Ynys Mo\u{302}n."), ["A&E", "2m", "50", "Ynys", "Mo\u{302}n"]);
        assert_eq!(
            words("and/or, jo@a.example -x- yes/12/06/2024"),
            ["and", "or", "jo@a.example", "x", "yes", "12/06/2024"]
        );
    }

    #[test]
    fn links_hashtags_mentions_and_emoji_are_no_words() {
        assert_eq!(words("See gov.uk/a-b #NHS @press 1️⃣ it🚌is"), ["See", "it", "is"]);
    }

    proptest! {
        #[test]
        fn tokens_are_in_order_and_not_empty(text in "(\\PC|[@#. ]|a\\.uk|🚌|1️⃣){0,40}") {
            let tokens = tokens(&text, &Linking::X.find(&text), &emoji(&text));
            prop_assert!(tokens.iter().all(|token| text.get(token.span.start..token.span.end).is_some_and(|part| !part.is_empty())));
            prop_assert!(tokens.is_sorted_by(|a, b| a.span.end <= b.span.start));
        }
    }
}
