//! The parts of a bilingual text: `Ffordd ar gau: A470 / Road closed: A470` has two.

use super::{FEWEST_WORDS, LANGUAGES, Language, Marks, Word, marks, told, total, winner, words};
use crate::finding::Span;

/// A stretch of text in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Where it is.
    pub span: Span,
    /// Its language; `None` if unclear, which happens only if the whole text is unclear.
    pub language: Option<Language>,
    /// How many of its words help to tell the language: without links, hashtags, numbers and names.
    pub words: usize,
}

/// Divides a text by language: at line breaks, ends of sentences, ` / ` and ` | `, dashes, brackets and pictures, and
/// between two halves that are clearly in two languages. Greetings, and pieces too short to tell, belong to the part
/// before them, or to the first part. Neighbouring parts in the same language become one.
///
/// A greeting is not a message in its language: “Croeso! Road closed at Llanrwst” is English.
#[must_use]
pub fn parts(text: &str) -> Vec<Part> {
    parts_among(text, &LANGUAGES)
}

/// Divides a text by language like [`parts`], but considers only these languages.
#[must_use]
pub fn parts_among(text: &str, languages: &[Language]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for part in pieces(text).into_iter().flat_map(|span| halves(text, span, languages)) {
        match parts.last_mut() {
            // Until the first clear piece, the language is open.
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

/// A translation needs at least one word for this many words of the rest.
const TRANSLATION: usize = 3;

/// Whether a text that is clearly in others of these languages may be in this one as well. If so, it has pieces in no
/// clear language that may be in this one and are long enough to say the same as the rest. A word in no list may be a
/// name, so it counts only as a translation of another such word.
pub(crate) fn may_have(text: &str, language: Language, languages: &[Language]) -> bool {
    let (mut clear, mut open, mut lone) = (0, 0, 0);
    for span in pieces(text) {
        let words = words(slice(text, span));
        let marks = marks(&words);
        if is_greeting(&words) {
            continue;
        }
        if told(&marks, languages).is_some() || divided(&marks, languages).is_some() {
            clear += words.len();
        } else if words.len() < FEWEST_WORDS {
            lone += 1;
        } else if may_be(&marks, language, languages) {
            open += words.len();
        }
    }
    open * TRANSLATION >= clear || lone >= clear
}

/// Whether words in no clear language score at least as high in this one as in any other.
fn may_be(marks: &[Marks], language: Language, languages: &[Language]) -> bool {
    let points = total(marks);
    let of = |language: Language| points.get(language as usize).copied().unwrap_or_default();
    let is_listed = |marks: &Marks| marks.listed.get(language as usize) == Some(&true);
    marks.iter().all(is_listed) || languages.iter().all(|other| of(*other) <= of(language) + 1)
}

/// The parts of a piece: one, or two if it is clearly in two languages.
fn halves(text: &str, span: Span, languages: &[Language]) -> Vec<Part> {
    let words = words(slice(text, span));
    let marks = marks(&words);
    if let Some((at, first, second)) = divided(&marks, languages) {
        let middle = span.start + words.get(at).map_or(0, |word| word.start);
        let part = |start, end, language, words| Part {
            span: Span::new(start, end),
            language: Some(language),
            words,
        };
        return vec![part(span.start, middle, first, at), part(middle, span.end, second, words.len() - at)];
    }
    vec![Part {
        span,
        language: winner(&words, languages).filter(|_| !is_greeting(&words)),
        words: words.len(),
    }]
}

/// How many words a half needs that only its language has.
const SURE: usize = 2;

/// Where words change from one language to another. Each side has words that only its own language has, and none that
/// only the other language has.
fn divided(marks: &[Marks], languages: &[Language]) -> Option<(usize, Language, Language)> {
    let only: Vec<Option<Language>> = marks.iter().map(|marks| marks.listed_in_one(languages)).collect();
    let first = only.iter().copied().flatten().next()?;
    let at = only.iter().position(|only| only.is_some_and(|only| only != first))?;
    let second = only.get(at).copied().flatten()?;
    let (left, right) = (only.get(..at)?, only.get(at..)?);
    let sure = |half: &[Option<Language>], language| {
        let mut told = half.iter().copied().flatten();
        let count = told.clone().count();
        told.all(|only| only == language) && count >= SURE
    };
    (sure(left, first) && sure(right, second)).then_some((at, first, second))
}

/// Words that greet, thank and wish: a post made only of these is not a message in their language.
const GREETINGS: &str = "a an and année bawb birthday blwydd blwyddyn bonjour bonne bonsoir bore christmas congratulations \
    croeso cynnes da dda diolch done easter evening fawr flwyddyn félicitations fête good gŵyl hapus \
    happy hello helo hwyl iawn i'r joyeuse joyeux llawen llongyfarchiadau lwc luck merci merry morning \
    much nadolig new newydd night noël nos noswaith nouvel o'r pasg pawb pen penblwydd pob prynhawn \
    shwmae sorry thank thanks very warm welcome well year yn you";

pub(super) fn is_greeting(words: &[Word]) -> bool {
    words.iter().all(|word| GREETINGS.split_whitespace().any(|greeting| greeting == word.text))
}

fn slice(text: &str, span: Span) -> &str {
    text.get(span.start..span.end).unwrap_or_default()
}

/// The pieces of a text that are usually in one language, none of them empty.
fn pieces(text: &str) -> Vec<Span> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut before = ' ';
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let end = at + character.len_utf8();
        let next = characters.peek().map_or(' ', |(_, next)| *next);
        if ends_piece(before, character, next) || character == '/' && is_between_words(text, at) {
            pieces.push(Span::new(start, end));
            start = end;
        }
        before = character;
    }
    pieces.push(Span::new(start, text.len()));
    pieces.retain(|piece| slice(text, *piece).contains(char::is_alphanumeric));
    pieces
}

/// Whether a piece ends with this character, between these two.
fn ends_piece(before: char, character: char, next: char) -> bool {
    match character {
        '\n' | '(' | ')' | '[' | ']' | '•' | '·' => true,
        '.' | '!' | '?' | '…' | ';' => next.is_whitespace(),
        '/' | '|' | '-' | '–' | '—' => before.is_whitespace() && next.is_whitespace(),
        // Arrows, symbols and pictures.
        _ => character >= '\u{2190}' && !character.is_alphanumeric(),
    }
}

/// Whether a slash is between two words, as in `Ar gau/Closed`, and not in a link.
fn is_between_words(text: &str, at: usize) -> bool {
    let (Some(before), Some(after)) = (text.get(..at), text.get(at + 1..)) else {
        return false;
    };
    let left = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let right = after.split(char::is_whitespace).next().unwrap_or_default();
    let is_word = |half: &str| half.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’'));
    !left.is_empty() && is_word(left) && is_word(right.trim_end_matches(|c: char| !c.is_alphanumeric()))
}
