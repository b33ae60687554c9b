//! The views of a draft that rules match on, with a way back to the original text.
//!
//! People, phones and adversaries write the same word in many ways. [`normal`] undoes what does not change the
//! words: compatibility forms (`ﬁ`, `Ｎ`, `𝗡`), invisible characters, curly quotes, and letters of other
//! alphabets that look Latin inside a Latin word (`Lаbour` with a Cyrillic `а`). [`folded`] goes on to lower
//! case and single spaces. Both remember where each byte came from, so that a finding marks, and a fix
//! replaces, exactly what the poster wrote.
//!
//! Normalisation works on one grapheme cluster at a time: canonical composition never crosses a cluster's
//! border (UAX #15 and #29), so the way back is exact to the cluster.

use crate::finding::Span;
use icu_normalizer::ComposingNormalizerBorrowed;
use unicode_segmentation::UnicodeSegmentation;

/// A rewritten text that knows where each of its bytes came from.
#[derive(Debug, Clone)]
pub struct View {
    text: String,
    /// The origin of each byte, or `None` if nothing has moved.
    origins: Option<Vec<Span>>,
}

impl View {
    /// The rewritten text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The words at a span, or nothing if there is no such span.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.start..span.end).unwrap_or_default()
    }

    /// The part of the text this one was made from that gave rise to `span`.
    #[must_use]
    pub fn origin(&self, span: Span) -> Span {
        let Some(origins) = &self.origins else { return span };
        let at = |byte: usize| origins.get(byte).copied();
        match (at(span.start), span.end.checked_sub(1).and_then(at)) {
            (Some(first), Some(last)) if span.start < span.end => Span::new(first.start, last.end),
            (Some(first), _) => Span::new(first.start, first.start),
            _ => origins.last().map_or(span, |last| Span::new(last.end, last.end)),
        }
    }
}

/// The view with compatibility forms, invisible characters, quotes and look-alikes made plain. Case and line
/// breaks stay.
///
/// ```
/// use countersign::{Span, text::normalise::normal};
/// let view = normal("a \u{200b}ﬁne");
/// assert_eq!(view.text(), "a fine");
/// assert_eq!(view.origin(Span::new(2, 6)), Span::new(5, 10));
/// ```
#[must_use]
pub fn normal(text: &str) -> View {
    if text.is_ascii() {
        return View { text: text.to_owned(), origins: None };
    }
    let mut characters = Vec::with_capacity(text.len());
    for (start, cluster) in text.grapheme_indices(true) {
        let origin = Span::new(start, start + cluster.len());
        plain_characters(cluster, |character| characters.push((character, origin)));
    }
    unmask_look_alikes(&mut characters);
    collect(characters.into_iter())
}

/// The view in lower case, letter by letter. Patterns that ignore case run on it.
#[must_use]
pub fn lowered(text: &str) -> View {
    let lower = |(start, character): (usize, char)| {
        let origin = Span::new(start, start + character.len_utf8());
        character.to_lowercase().map(move |lower| (lower, origin))
    };
    if text.is_ascii() {
        return View { text: text.to_ascii_lowercase(), origins: None };
    }
    collect(text.char_indices().flat_map(lower))
}

/// The lowered view with each run of white space made one space. Literals are looked for in it.
#[must_use]
pub fn folded(text: &str) -> View {
    let lower = lowered(text);
    let mut characters: Vec<(char, Span)> = Vec::with_capacity(text.len());
    for (start, character) in lower.text.char_indices() {
        let origin = lower.origin(Span::new(start, start + character.len_utf8()));
        match characters.last_mut() {
            Some((' ', run)) if character.is_whitespace() => run.end = origin.end,
            _ if character.is_whitespace() => characters.push((' ', origin)),
            _ => characters.push((character, origin)),
        }
    }
    collect(characters.into_iter())
}

/// A literal as it appears in a folded view.
#[must_use]
pub fn fold_literal(literal: &str) -> String {
    folded(normal(literal).text()).text
}

fn collect(characters: impl Iterator<Item = (char, Span)>) -> View {
    let mut text = String::new();
    let mut origins = Vec::new();
    for (character, origin) in characters {
        text.push(character);
        origins.resize(text.len(), origin);
    }
    View { text, origins: Some(origins) }
}

fn plain_characters(cluster: &str, mut push: impl FnMut(char)) {
    if cluster.len() == 1 {
        cluster.chars().for_each(push);
        return;
    }
    // An emoji is held together by a joiner and a variation selector: without them it is another emoji.
    let wordlike = cluster.chars().next().is_some_and(|first| first.is_alphanumeric() || invisible(first));
    let nfkc = ComposingNormalizerBorrowed::new_nfkc();
    for character in nfkc.normalize(cluster).chars() {
        match character {
            invisible_one if wordlike && invisible(invisible_one) => {}
            '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{2032}' => push('\''),
            '\u{201c}' | '\u{201d}' | '\u{201f}' | '\u{2033}' => push('"'),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => push('-'),
            other => push(other),
        }
    }
}

/// Characters that take no room: Unicode's default ignorable code points, as far as they occur in posts.
fn invisible(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180b}'..='\u{180e}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}')
}

/// Writes Latin letters for their doubles in every word that has Latin letters as well; words wholly in
/// another alphabet stay as they are.
fn unmask_look_alikes(characters: &mut [(char, Span)]) {
    for word in characters.chunk_by_mut(|left, right| left.0.is_alphanumeric() == right.0.is_alphanumeric()) {
        if word.iter().any(|(character, _)| character.is_ascii_alphabetic()) {
            for (character, _) in word.iter_mut().filter(|(character, _)| !character.is_ascii()) {
                *character = latin_double(*character).unwrap_or(*character);
            }
        }
    }
}

/// Letters that cannot be told from a Latin one in common fonts, and the Latin ones in the same order.
///
/// From Unicode's `confusables.txt` (UTS #39), only pairs of the same case that map to one ASCII letter.
const DOUBLES: &str = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαινορυЅІЈАВЕКМНОРСТУХаеорсухѕіјһԁԛԝ";
const LATIN: &str = "ABEZHIKMNOPTYXaivopuSIJABEKMHOPCTYXaeopcyxsijhdqw";

/// The Latin letter that a Cyrillic or Greek letter looks like.
fn latin_double(character: char) -> Option<char> {
    let nth = DOUBLES.chars().position(|double| double == character)?;
    LATIN.chars().nth(nth)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn assert_original(text: &str, found: &str, original: &str) {
        let view = normal(text);
        let start = view.text().find(found).unwrap();
        let span = view.origin(Span::new(start, start + found.len()));
        assert_eq!(text.get(span.start..span.end), Some(original));
    }

    #[test]
    fn disguises_are_seen_through_and_mapped_back() {
        assert_original("so L\u{430}bour wins", "Labour", "L\u{430}bour");
        assert_original("ze\u{200b}ro", "zero", "ze\u{200b}ro");
        assert_original("the 𝗡𝗲𝘄 plan", "New", "𝗡𝗲𝘄");
        assert_original("ﬁne", "fi", "ﬁ");
        assert_original("can’t", "can't", "can’t");
        assert_original("cafe\u{301} now", "café", "cafe\u{301}");
    }

    #[test]
    fn words_of_other_alphabets_and_emoji_are_left_alone() {
        assert_eq!(normal("Россия").text(), "Россия");
        assert_eq!(normal("👩‍👩‍👧 ❤️").text(), "👩‍👩‍👧 ❤️");
        assert_eq!(normal("Ynys Môn").text(), "Ynys Môn");
    }

    #[test]
    fn folding_joins_white_space_and_lowers_case() {
        let view = folded("TOP \n\n Secret");
        assert_eq!(view.text(), "top secret");
        assert_eq!(view.origin(Span::new(3, 4)), Span::new(3, 7));
        assert_eq!(view.origin(Span::new(4, 10)), Span::new(7, 13));
        assert_eq!(fold_literal("Caﬁ  Ltd"), "cafi ltd");
    }

    proptest! {
        #[test]
        fn every_span_maps_to_character_boundaries_of_the_original(text in "\\PC{0,30}") {
            for view in [normal(&text), lowered(&text), folded(&text)] {
                let boundaries: Vec<usize> =
                    view.text().char_indices().map(|(at, _)| at).chain([view.text().len()]).collect();
                for (nth, &start) in boundaries.iter().enumerate() {
                    for &end in &boundaries[nth..] {
                        let span = view.origin(Span::new(start, end));
                        prop_assert!(text.get(span.start..span.end).is_some());
                    }
                }
            }
        }

        #[test]
        fn folding_is_idempotent(text in "\\PC{0,30}") {
            let once = folded(&text);
            let twice = folded(once.text());
            prop_assert_eq!(twice.text(), once.text());
        }
    }

    #[test]
    fn every_double_has_a_latin_letter() {
        assert_eq!(DOUBLES.chars().count(), LATIN.len());
        assert_eq!(
            (latin_double('Α'), latin_double('у'), latin_double('ԝ')),
            (Some('A'), Some('y'), Some('w'))
        );
    }
}
