//! Classifies single characters that imitate a font, for the kind `fancy-letters`.

use crate::text::entities::cursor::{char_at, run_end};
use crate::text::normalise::invisible;
use icu_normalizer::ComposingNormalizerBorrowed;

/// Small capitals, and the plain letters in the same order.
const SMALL_CAPITALS: &str = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ";
const THEIR_LETTERS: &str = "abcdefghijklmnopqrstuvwyz";
const AS_EMOJI: char = '\u{fe0f}';

/// The style of a fancy character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// A separate character that looks like a letter or digit.
    Font,
    /// Superscript or subscript, as in `1ˢᵗ`.
    Raised,
    /// Underlined, overlined or enclosed by a combining mark.
    Marked,
    /// Struck through: the writer took it back.
    Struck,
    /// A letter of a flag.
    Flag,
}

/// What is at a place in a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// A fancy letter or digit, and its plain form.
    Fancy { style: Style, plain: String },
    /// A digit that is fancy only beside fancy letters: the `¹` of `ᶜᵒᵛⁱᵈ¹⁹`.
    Digit(String),
    /// A space, perhaps underlined.
    Space,
    /// Punctuation that can be inside words and numbers.
    Mark(char),
    /// An invisible character.
    Nothing,
    /// Anything else.
    Other,
}

/// The unit at this byte, and its length.
pub(super) fn unit(text: &str, at: usize) -> (Unit, usize) {
    let Some(character) = char_at(text, at) else { return (Unit::Other, 1) };
    let after = at + character.len_utf8();
    if is_flag_letter(character) {
        return flag_letter(text, at, character);
    }
    let end = run_end(text, after, is_mark);
    let marks = text.get(after..end).unwrap_or_default();
    let unit = match character {
        ' ' | '\u{a0}' => Unit::Space,
        '\'' | '’' | '-' | '&' | '.' | ',' | ':' | '/' => Unit::Mark(character),
        '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' | '₀'..='₉' => digit(character),
        _ if char_at(text, after) == Some(AS_EMOJI) => Unit::Other,
        _ if invisible(character) => Unit::Nothing,
        _ => fancy(character, marks),
    };
    (unit, end - at)
}

/// A letter that is fancy itself, or through its combining marks. It keeps its accents.
fn fancy(character: char, marks: &str) -> Unit {
    let accents = marks.chars().filter(|&mark| !is_line(mark) && !is_stroke(mark));
    let own = plain(character);
    let of_marks = |is: fn(char) -> bool| character.is_alphanumeric() && marks.contains(is);
    let style = match own {
        _ if of_marks(is_stroke) => Style::Struck,
        _ if of_marks(is_line) => Style::Marked,
        Some(_) if is_raised(character) => Style::Raised,
        Some(_) => Style::Font,
        None => return Unit::Other,
    };
    Unit::Fancy { style, plain: std::iter::once(own.unwrap_or(character)).chain(accents).collect() }
}

/// Letters of flags: each pair is a flag; a single one, or an odd number of them, is writing.
fn flag_letter(text: &str, at: usize, character: char) -> (Unit, usize) {
    let end = run_end(text, at, is_flag_letter);
    let letters = (end - at) / character.len_utf8();
    // If the first letter of a run is writing, so are the others.
    if letters.is_multiple_of(2) && !text.get(..at).is_some_and(|before| before.ends_with(is_flag_letter)) {
        return (Unit::Other, end - at);
    }
    let plain = char::from_u32(u32::from(character) - 0x1_f1e6 + u32::from('A'));
    (Unit::Fancy { style: Style::Flag, plain: plain.into_iter().collect() }, character.len_utf8())
}

fn is_flag_letter(character: char) -> bool {
    matches!(character, '\u{1f1e6}'..='\u{1f1ff}')
}

fn digit(character: char) -> Unit {
    Unit::Digit(compatible(character).into_iter().collect())
}

/// Whether a character combines with the one before it.
fn is_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}' | '\u{20d0}'..='\u{20f0}')
}

/// Lines and frames around a letter. No spelling uses them.
fn is_line(mark: char) -> bool {
    matches!(
        mark,
        '\u{305}'
            | '\u{332}'
            | '\u{333}'
            | '\u{33f}'
            | '\u{347}'
            | '\u{35e}'
            | '\u{35f}'
            | '\u{488}'
            | '\u{489}'
            | '\u{20dd}'..='\u{20e4}'
    )
}

/// Strokes through a letter.
fn is_stroke(mark: char) -> bool {
    matches!(mark, '\u{334}'..='\u{338}' | '\u{20d2}' | '\u{20d3}' | '\u{20e5}' | '\u{20eb}')
}

/// The plain letter or digit that a character stands for without its marks.
fn plain(character: char) -> Option<char> {
    if character.is_ascii() {
        return None;
    }
    let code = u32::from(character);
    let letter = |first: u32, case: char| char::from_u32((code - first) % 26 + u32::from(case));
    match code {
        0x1_f130..=0x1_f149 => letter(0x1_f130, 'A'),
        0x1_f150..=0x1_f169 => letter(0x1_f150, 'A'),
        0x1_f170..=0x1_f189 => letter(0x1_f170, 'A'),
        0x1_f110..=0x1_f129 => letter(0x1_f110, 'A'),
        0x249c..=0x24b5 => letter(0x249c, 'a'),
        _ if is_small_capital(character) => {
            let nth = SMALL_CAPITALS.chars().position(|small| small == character)?;
            THEIR_LETTERS.chars().nth(nth)
        }
        // The only superscript letter that has no plain form in Unicode.
        0x146b => Some('q'),
        // Plain text, symbols and numbers in circles.
        0..0x1d00 | 0x2000..0x2070 | 0x2150..0x24b6 if !matches!(code, 0x2b0..=0x2b8 | 0x2e0..=0x2e4) => None,
        _ => compatible(character),
    }
}

/// The letter or digit that a character decomposes to in Unicode's compatibility form, if it is only one.
fn compatible(character: char) -> Option<char> {
    let mut buffer = [0; 4];
    let folded =
        ComposingNormalizerBorrowed::new_nfkc().normalize(character.encode_utf8(&mut buffer)).into_owned();
    let mut letters = folded.chars();
    letters.next().filter(|letter| letter.is_ascii_alphanumeric() && letters.next().is_none())
}

fn is_small_capital(character: char) -> bool {
    SMALL_CAPITALS.contains(character)
}

pub(super) fn is_wide(character: char) -> bool {
    matches!(character, '\u{ff00}'..='\u{ff5e}')
}

/// Mathematical letters and digits, which are used for whole words.
pub(super) fn is_mathematical(character: char) -> bool {
    matches!(character, '\u{1d400}'..='\u{1d7ff}')
}

/// Superscript and subscript letters.
fn is_raised(character: char) -> bool {
    matches!(character, '\u{146b}' | '\u{2b0}'..='\u{2b8}' | '\u{2e0}'..='\u{2e4}' | '\u{1d2c}'..='\u{1d6a}' | '\u{1d78}'..='\u{1dbf}'
        | '\u{2070}'..='\u{209c}' | '\u{2c7c}' | '\u{2c7d}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_unit(text: &str, style: Style, plain: &str) {
        assert_eq!(unit(text, 0), (Unit::Fancy { style, plain: plain.to_owned() }, text.len()));
    }

    #[test]
    fn letters_are_told_by_their_style() {
        assert_unit("𝗡", Style::Font, "N");
        assert_unit("𝟬", Style::Font, "0");
        assert_unit("ˢ", Style::Raised, "s");
        assert_unit("S\u{332}", Style::Marked, "S");
        assert_unit("e\u{332}\u{301}", Style::Marked, "e\u{301}");
        assert_unit("S\u{336}", Style::Struck, "S");
        assert_unit("🇳", Style::Flag, "N");
    }

    #[test]
    fn others_are_none() {
        for text in ["N", "é", "e\u{301}", "1\u{fe0f}\u{20e3}", "ℹ\u{fe0f}", "①", "½", "🇬🇧", "ｱ"]
        {
            assert_eq!(unit(text, 0).0, Unit::Other, "{text}");
        }
    }
}
