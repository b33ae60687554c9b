//! The views of a draft that rules match on, with a way back to the original text.
//!
//! People, phones and adversaries write the same word in many ways. [`normal`] undoes whatever does not change the
//! words: compatibility forms (`ﬁ`, `Ｎ`, `𝗡`), invisible characters, curly quotes, digits of other scripts (`٣`, and
//! `3` in a keycap), and letters of other alphabets that look Latin inside a Latin word (`Lаbour` with a Cyrillic `а`).
//! [`lowered`] then makes it lower case, and [`single_spaced`] leaves single spaces. All of them remember where each
//! byte came from, so that a finding marks, and a fix replaces, exactly what the poster wrote.
//!
//! Normalisation works on one grapheme cluster at a time. Canonical composition never crosses the boundary of a cluster
//! (UAX #15 and #29), so the way back is exact to the cluster.

use super::ascii::{ascii_run, clusters_beyond_ascii};
use super::digits::decimal;
use super::entities::cursor::{char_at, run_end};
use super::view::View;
use crate::finding::Span;
use icu_normalizer::ComposingNormalizerBorrowed;
use unicode_segmentation::UnicodeSegmentation;

/// The view with compatibility forms, invisible characters, quotes and look-alikes made plain. Case and line breaks
/// stay.
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
        return View::unmoved(text.to_owned());
    }
    let mut view = View::default();
    let mut done = 0;
    for (span, cluster) in clusters_beyond_ascii(text) {
        view.push(text.get(done..span.start).unwrap_or_default(), Span::new(done, span.start), true);
        push_plain(&mut view, cluster, span);
        done = span.end;
    }
    view.push(text.get(done..).unwrap_or_default(), Span::new(done, text.len()), true);
    unmask_look_alikes(view)
}

/// The view in lower case, letter by letter. Patterns that ignore case run on it.
#[must_use]
pub fn lowered(text: &str) -> View {
    if text.is_ascii() {
        return View::unmoved(text.to_ascii_lowercase());
    }
    let mut view = View::default();
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let (run, others) = rest.split_at(ascii_run(rest));
        view.push(&run.to_ascii_lowercase(), Span::new(at, at + run.len()), true);
        at += run.len();
        let Some(character) = others.chars().next() else { break };
        let origin = Span::new(at, at + character.len_utf8());
        let mut lower = character.to_lowercase();
        match (lower.next(), lower.next()) {
            (Some(one), None) => view.push_character(one, origin),
            _ => view.push(&character.to_lowercase().to_string(), origin, false),
        }
        at = origin.end;
    }
    view
}

/// The view with each run of white space replaced by one space.
#[must_use]
pub fn single_spaced(text: &str) -> View {
    let mut view = View::default();
    let mut done = 0;
    while let Some(run) = odd_spaces(text, done) {
        view.push(text.get(done..run.start).unwrap_or_default(), Span::new(done, run.start), true);
        view.push_character(' ', run);
        done = run.end;
    }
    if done == 0 {
        return View::unmoved(text.to_owned());
    }
    view.push(text.get(done..).unwrap_or_default(), Span::new(done, text.len()), true);
    view
}

/// The next run of white space, at this byte or later, that is not one plain space.
fn odd_spaces(text: &str, from: usize) -> Option<Span> {
    let bytes = text.as_bytes();
    // No ASCII character above the space is white space.
    let is_black = |at: usize| bytes.get(at).is_some_and(|byte| (0x21..0x80).contains(byte));
    let mut start = from;
    loop {
        while is_black(start) || bytes.get(start) == Some(&b' ') && is_black(start + 1) {
            start += 1;
        }
        let character = char_at(text, start)?;
        if character.is_whitespace() {
            let end = run_end(text, start, char::is_whitespace);
            if text.get(start..end) != Some(" ") {
                return Some(Span::new(start, end));
            }
        }
        start += character.len_utf8();
    }
}

/// A text in the form in which literals are searched for: plain, in lower case and with single spaces.
#[must_use]
pub fn folded(text: &str) -> String {
    single_spaced(lowered(normal(text).text()).text()).into_text()
}

fn push_plain(view: &mut View, cluster: &str, origin: Span) {
    let mut characters = cluster.chars();
    if let (Some(first), None) = (characters.next(), characters.next())
        && let Some(plain) = plain_mark(first)
    {
        view.push_character(plain, origin);
        return;
    }
    // A joiner and a variation selector hold an emoji together; without them it is a different emoji. A digit in a
    // keycap is that digit.
    let composed = ComposingNormalizerBorrowed::new_nfkc().normalize(cluster);
    let wordlike = composed.chars().next().is_some_and(|first| {
        first.is_ascii() || first.is_alphanumeric() || first.is_whitespace() || invisible(first)
    });
    let mut plain = String::with_capacity(cluster.len());
    for character in composed.chars() {
        match character {
            invisible_one if wordlike && invisible(invisible_one) => {}
            '\u{20e3}' if cluster.starts_with(|first: char| first.is_ascii_digit()) => {}
            other => plain.push(plain_mark(other).or_else(|| decimal(other)).unwrap_or(other)),
        }
    }
    view.push(&plain, origin, plain == cluster);
}

/// The typewriter character for a curly quote or a dash; ASCII is plain already.
fn plain_mark(character: char) -> Option<char> {
    match character {
        '\0'..='\x7f' => Some(character),
        '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{2032}' => Some('\''),
        '\u{201c}' | '\u{201d}' | '\u{201f}' | '\u{2033}' => Some('"'),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => Some('-'),
        _ => None,
    }
}

/// Characters that have no width: Unicode's default ignorable code points, as far as they occur in posts.
pub(crate) fn invisible(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180b}'..='\u{180e}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}')
}

/// Replaces doubles by Latin letters in every word that also has Latin letters, or has only doubles and digits
/// (`АВ123456С`). Words wholly in another alphabet stay as they are.
fn unmask_look_alikes(view: View) -> View {
    // The first byte of their UTF-8 form: Latin-1 is below, characters of three bytes or more are above.
    let possible = |&byte: &u8| (0xcd..=0xd4).contains(&byte);
    if !view.text().as_bytes().iter().any(possible) {
        return view;
    }
    let mut unmasked = View::default();
    for (start, word) in view.text().split_word_bound_indices() {
        let has = |class: fn(&char) -> bool| word.chars().any(|one| class(&one));
        let doubles = || word.chars().all(|one| one.is_ascii() || latin_double(one).is_some());
        let mixed = word.contains(is_greek_or_cyrillic)
            && (has(char::is_ascii_alphabetic) || has(char::is_ascii_digit) && doubles());
        for (at, character) in word.char_indices() {
            let origin = view.origin(Span::new(start + at, start + at + character.len_utf8()));
            let double = if mixed { latin_double(character) } else { None };
            unmasked.push_character(double.unwrap_or(character), origin);
        }
    }
    unmasked
}

/// The blocks that contain the [`DOUBLES`].
fn is_greek_or_cyrillic(character: char) -> bool {
    matches!(character, '\u{370}'..='\u{52f}')
}

/// Letters that look the same as a Latin one in common fonts, and the Latin ones in the same order.
///
/// From Unicode's `confusables.txt` (UTS #39): only pairs of the same case that map to one ASCII letter, and their
/// capitals, so that a double is a double in both cases.
const DOUBLES: &str = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαινορυЅІЈАВЕКМНОРСТУХаеорсухѕіјһԁԛԝҺԀԚԜ";
const LATIN: &str = "ABEZHIKMNOPTYXaivopuSIJABEKMHOPCTYXaeopcyxsijhdqwHDQW";

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
        assert_original("top \u{200d}secret", "top secret", "top \u{200d}secret");
        assert_original("#\u{34f}ad", "#ad", "#\u{34f}ad");
        assert_original("the 𝗡𝗲𝘄 plan", "New", "𝗡𝗲𝘄");
        assert_original("ﬁne", "fi", "ﬁ");
        assert_original("can’t", "can't", "can’t");
        assert_original("cafe\u{301} now", "café", "cafe\u{301}");
    }

    #[test]
    fn digits_are_seen_through_and_mapped_back() {
        assert_original("رقم ٠٧٧٠٠ ٩٠٠١٢٣", "07700 900123", "٠٧٧٠٠ ٩٠٠١٢٣");
        assert_original("call 0️⃣7️⃣", "07", "0️⃣7️⃣");
        assert_original("О77ОО", "O77OO", "О77ОО");
    }

    #[test]
    fn words_of_other_alphabets_and_emoji_are_left_alone() {
        assert_eq!(normal("Россия").text(), "Россия");
        assert_eq!(normal("👩‍👩‍👧 ❤️").text(), "👩‍👩‍👧 ❤️");
        assert_eq!(normal("Ynys Môn").text(), "Ynys Môn");
    }

    #[test]
    fn folding_joins_white_space_and_lowers_case() {
        let view = single_spaced("top \n\n secret");
        assert_eq!(view.text(), "top secret");
        assert_eq!(view.origin(Span::new(3, 4)), Span::new(3, 7));
        assert_eq!(view.origin(Span::new(4, 10)), Span::new(7, 13));
        assert_eq!(folded("Caﬁ  Ltd"), "cafi ltd");
        // A character that only looks like a separate sign becomes plain, and keeps no selector.
        assert_eq!(folded("﹔\u{e0100}"), ";");
    }

    proptest! {
        #[test]
        fn every_span_maps_to_character_boundaries_of_the_original(text in "\\PC{0,30}") {
            for view in [normal(&text), lowered(&text), single_spaced(&text)] {
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

        // Without half-width Hangul letters, which join into syllables only once they are plain.
        #[test]
        fn folding_is_idempotent(text in "[\\PC&&[^\u{ffa0}-\u{ffdc}]]{0,30}") {
            let once = folded(&text);
            prop_assert_eq!(folded(&once), once);
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
