//! Passport numbers.
//!
//! UK passport numbers have nine digits; many others have a letter or two and six to eight digits (ICAO Doc 9303). They
//! have no check digit, so the word passport has to come shortly before. A number in groups is a telephone number if
//! more digits follow or come before, or if it starts with a zero. A number with a gap after its letters, or with full
//! stops or slashes in it, needs words that say that it is a passport number. The machine-readable line, which starts
//! with `P<`, needs no cue.

use super::{CERTAIN, Candidate, LIKELY, Recogniser, Scan, cues, shape, words};
use crate::finding::Span;

const SURE: &str =
    "passport number|passport no|passport num|passport id|rhif pasbort|rhif y pasbort|rhif fy mhasbort";
const CUES: &str = "passport|pasbort|mhasbort|phasbort|basbort";

const SHAPES: &[&str] = &["999999999", "999_999_999", "A_00000000", "AA_0000000", "A_0000000", "AA_000000"];

/// The recogniser `passport`.
pub(super) struct Passport;

impl Recogniser for Passport {
    fn id(&self) -> &'static str {
        "passport"
    }

    fn literals(&self) -> &'static [&'static str] {
        &["passport", "pasbort", "hasbort", "basbort", "p<"]
    }

    fn cue(&self) -> &'static str {
        "passport number "
    }

    /// Letters and digits; in the machine-readable line, `<` separates names.
    fn canonical(&self, value: &str) -> String {
        let part = |character: &char| character.is_alphanumeric() || *character == '<';
        value.chars().flat_map(char::to_lowercase).filter(part).collect()
    }

    fn find(&self, scan: &Scan<'_>) -> Vec<Candidate> {
        let text = scan.text;
        let mut found = shape::scored(text, SHAPES, score);
        found.extend(machine_readable(text));
        found
    }
}

fn score(text: &str, span: Span) -> Option<u8> {
    let number = text.get(span.start..span.end)?;
    let (before, after) = (text.get(..span.start)?, text.get(span.end..)?);
    let digit = |character: char| character.is_ascii_digit();
    let gap = |character: char| " -.,/".contains(character);
    let grouped = number.contains(gap);
    let goes_on = after.starts_with(gap) && after.trim_start_matches(gap).starts_with(digit)
        || before.ends_with(gap) && before.trim_end_matches(gap).ends_with(digit);
    if grouped && (goes_on || number.starts_with('0')) || before.ends_with(['£', '$', '€']) {
        return None;
    }
    let letters = number.split(|part: char| !part.is_ascii_alphabetic()).next().unwrap_or_default();
    let apart = grouped && !letters.is_empty() || number.contains(['.', '/']);
    let lower = number.contains(|letter: char| letter.is_ascii_lowercase());
    match () {
        () if apart && (lower || words::is_word(letters)) => None,
        () if cues::near(text, span, 25, 0, SURE) => Some(CERTAIN),
        () if !apart && cues::near(text, span, 18, 0, CUES) => Some(LIKELY),
        () => None,
    }
}

/// `P<GBRSMITH<<SAM<<<<…`, up to the end of the run of `<`, letters and digits.
fn machine_readable(text: &str) -> Option<Candidate> {
    let start = text.find("P<").filter(|&start| cues::starts_word(text, start))?;
    let line = text.get(start..)?;
    let length = line.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'<').count();
    let filled = line.get(..length)?.contains("<<");
    (filled && length > 20).then_some(Candidate::new(start, start + length, CERTAIN))
}
