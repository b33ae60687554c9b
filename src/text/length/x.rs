//! Counting on X: a weight for each character, one fixed weight for links, and one for emoji.
//!
//! This follows the published configuration `v3.json` of twitter-text and its reference implementation, npm
//! `twitter-text` 3.1.0 (Apache License 2.0); `tests/oracle/x.rs` tests it against that. Latin, Greek, Cyrillic,
//! Arabic, Indic and other letters up to U+10FF weigh 1, most others 2, an emoji 2, a link 23.

use super::emoji::Emoji;
use crate::text::ascii::ascii_run;
use crate::text::entities::cursor::char_at;
use crate::text::entities::x::url;
use icu_normalizer::ComposingNormalizerBorrowed;
use std::borrow::Cow;

/// The weight of a link, whatever its length.
const LINK: usize = 23;

/// The weight of an emoji, and of a character outside the light ranges.
const HEAVY: usize = 2;

/// The weighted length of a text.
///
/// ```ignore
/// assert_eq!(weigh("Bus 🚌 gov.uk/buses"), 4 + 2 + 1 + 23);
/// ```
pub(super) fn weigh(text: &str) -> usize {
    let text = normalised(text);
    let urls = url::urls(&text);
    if urls.is_empty() && text.is_ascii() {
        return text.len();
    }
    let (mut links, mut emoji) = (urls.iter(), Emoji::of(&text));
    let (mut link, mut face) = (links.next(), emoji.next());
    let (mut at, mut weight) = (0, 0);
    loop {
        while link.is_some_and(|link| link.span.start < at) {
            link = links.next();
        }
        while face.is_some_and(|face| face.start < at) {
            face = emoji.next();
        }
        let face_at = face.map_or(text.len(), |face| face.start);
        let next = link.map_or(face_at, |link| link.span.start.min(face_at));
        weight += weight_of(text.get(at..next).unwrap_or_default());
        if let Some(link) = link.filter(|link| link.span.start == next) {
            let (end, half) = skip_units(&text, next, link.replaced);
            at = end;
            weight += LINK + if half { HEAVY } else { 0 };
        } else if let Some(face) = face {
            at = face.end;
            weight += HEAVY;
        } else {
            return weight;
        }
    }
}

/// The text in Normalization Form C, the form in which X counts.
fn normalised(text: &str) -> Cow<'_, str> {
    if is_settled(text) {
        Cow::Borrowed(text)
    } else {
        ComposingNormalizerBorrowed::new_nfc().normalize(text)
    }
}

/// Whether it has only characters that are in that form whatever their neighbours: Latin letters, the punctuation of
/// books, emoji. Most drafts have only these, and checking takes a tenth of the time of normalising them.
fn is_settled(text: &str) -> bool {
    let mut rest = text;
    loop {
        let mut others = rest.get(ascii_run(rest)..).unwrap_or_default().chars();
        match others.next() {
            None => return true,
            Some('\0'..='\u{2ff}' | '\u{2002}'..='\u{20cf}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}') => {
                rest = others.as_str();
            }
            Some(_) => return false,
        }
    }
}

/// Skips this many UTF-16 code units: returns where that ends, and whether the last character was cut in half.
fn skip_units(text: &str, at: usize, units: usize) -> (usize, bool) {
    let (mut end, mut left) = (at, units);
    while left > 0 {
        let Some(character) = char_at(text, end) else { break };
        end += character.len_utf8();
        if character.len_utf16() > left {
            return (end, true);
        }
        left -= character.len_utf16();
    }
    (end, false)
}

/// The weight of a text without links and emoji.
fn weight_of(text: &str) -> usize {
    let mut weight = 0;
    let mut rest = text;
    loop {
        let (ascii, others) = rest.split_at(ascii_run(rest));
        weight += ascii.len();
        let mut characters = others.chars();
        let Some(character) = characters.next() else { return weight };
        weight += match character {
            '\0'..='\u{10ff}'
            | '\u{2000}'..='\u{200d}'
            | '\u{2010}'..='\u{201f}'
            | '\u{2032}'..='\u{2037}' => 1,
            _ => HEAVY,
        };
        rest = characters.as_str();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn characters_weigh_one_or_two() {
        assert_eq!(weigh("Llanrwst"), 8);
        assert_eq!(weigh("バス"), 4);
        assert_eq!(weigh("“Don’t – stop”"), 14);
        assert_eq!(weigh("€5"), 3);
    }

    #[test]
    fn composed_and_decomposed_letters_are_the_same() {
        assert_eq!(weigh("caf\u{e9}"), 4);
        assert_eq!(weigh("cafe\u{301}"), 4);
    }

    #[test]
    fn every_link_weighs_23() {
        assert_eq!(weigh("gov.uk"), 23);
        assert_eq!(weigh("https://www.gov.uk/browse/driving/vehicle-tax-mot-insurance"), 23);
        assert_eq!(weigh("a gov.uk."), 2 + 23 + 1);
    }

    #[test]
    fn every_emoji_weighs_two() {
        assert_eq!(weigh("👨‍👩‍👧‍👦"), 2);
        assert_eq!(weigh("1️⃣🇬🇧"), 4);
        assert_eq!(weigh("🚌🚌"), 4);
    }

    proptest! {
        #[test]
        fn what_is_settled_is_normal(text in "[\0-\u{2ff}\u{2002}-\u{20cf}\u{fe0f}\u{1f000}-\u{1faff}]{0,40}") {
            prop_assert!(is_settled(&text));
            prop_assert!(ComposingNormalizerBorrowed::new_nfc().is_normalized(&text));
        }

        #[test]
        fn without_links_and_emoji_weights_add_up(words in "[a-zé日 ]{0,30}", more in "[a-zé日 ]{0,30}") {
            prop_assert_eq!(weigh(&format!("{words} {more}")), weigh(&words) + 1 + weigh(&more));
        }

        #[test]
        fn a_text_weighs_at_most_two_a_character_or_a_link(text in "\\PC{0,60}") {
            let links = url::urls(&text).len();
            prop_assert!(weigh(&text) <= 2 * text.chars().count() + 23 * links + 2);
        }
    }
}
