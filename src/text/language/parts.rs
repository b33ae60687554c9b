//! The parts of a bilingual text: `Ffordd ar gau: A470 / Road closed: A470` has two.

use super::{FEWEST_WORDS, LANGUAGES, Language, Word, winner, words};
use crate::finding::Span;

/// A stretch of text in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Where it is.
    pub span: Span,
    /// Its language; `None` if it is not clear, which happens only if nothing in the whole text is.
    pub language: Option<Language>,
    /// How many words tell of its language: without links, hashtags, numbers and names.
    pub words: usize,
}

/// Divides a text by language: at line breaks, at ` / ` and ` | `, and at ends of sentences. What is too short to
/// tell, and greetings, belong to the part before them, or to the first. Neighbours in one language are one part.
///
/// A greeting is in its language and still no message in it: “Croeso! Road closed at Llanrwst” is English.
#[must_use]
pub fn parts(text: &str) -> Vec<Part> {
    parts_among(text, &LANGUAGES)
}

/// Divides a text by language like [`parts`], where there can be these only.
#[must_use]
pub fn parts_among(text: &str, languages: &[Language]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for span in pieces(text, true) {
        let part = part(text, span, languages);
        match parts.last_mut() {
            // Before the first clear piece the language is open.
            Some(last)
                if part.language.is_none() || last.language.is_none() || last.language == part.language =>
            {
                last.span.end = part.span.end;
                last.language = last.language.or(part.language);
                last.words += part.words;
            }
            _ => parts.push(part),
        }
    }
    parts
}

/// To say the same in another language takes at least one word for so many of the rest.
const TRANSLATION: usize = 3;

/// Whether it is clear in which of these languages a text is: all but some lines too short to say the same as the rest in
/// another language. A line with a sentence in a clear language is in that one.
pub(crate) fn is_clear(text: &str, languages: &[Language]) -> bool {
    let (mut clear, mut unclear) = (0, 0);
    for span in pieces(text, false) {
        let line = text.get(span.start..span.end).unwrap_or_default();
        let words = words(line);
        if words.len() < FEWEST_WORDS || is_greeting(&words) {
            continue;
        }
        let told = winner(&words, languages).is_some()
            || parts_among(line, languages).iter().any(|part| part.language.is_some());
        *(if told { &mut clear } else { &mut unclear }) += words.len();
    }
    unclear * TRANSLATION < clear
}

fn part(text: &str, span: Span, languages: &[Language]) -> Part {
    let words = words(text.get(span.start..span.end).unwrap_or_default());
    let language = if is_greeting(&words) { None } else { winner(&words, languages) };
    Part { span, language, words: words.len() }
}

/// Words that greet, thank and wish: a post of them alone is no message in their language.
const GREETINGS: &str = "bonjour bonne bonsoir bore croeso da dda diolch fawr fête good gŵyl hapus happy hello helo \
    iawn i'r llawen llongyfarchiadau merci morning nadolig nos noswaith pawb penblwydd prynhawn shwmae thank thanks \
    thanks welcome yn you";

fn is_greeting(words: &[Word]) -> bool {
    words.iter().all(|word| GREETINGS.split(' ').any(|greeting| greeting == word.text))
}

/// The pieces of a text that are in one language as a rule, none of them empty: its lines and what is between ` / `, and
/// their sentences if those are asked for.
fn pieces(text: &str, sentences: bool) -> Vec<Span> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut before = ' ';
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let end = at + character.len_utf8();
        let spaced = characters.peek().is_none_or(|(_, next)| next.is_whitespace());
        let ends = match character {
            '\n' => true,
            '/' | '|' => spaced && before.is_whitespace(),
            '.' | '!' | '?' => sentences && spaced,
            _ => false,
        };
        if ends {
            pieces.push(Span::new(start, end));
            start = end;
        }
        before = character;
    }
    pieces.push(Span::new(start, text.len()));
    pieces.retain(|piece| {
        text.get(piece.start..piece.end).is_some_and(|piece| piece.contains(char::is_alphanumeric))
    });
    pieces
}
