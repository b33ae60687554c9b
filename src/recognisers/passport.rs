//! Passport numbers.
//!
//! UK passports have nine digits, many others a letter or two and six to eight digits (ICAO Doc 9303). Nothing in
//! such a number can be checked, so the word passport has to stand right ahead. The machine-readable line, which
//! starts with `P<`, needs no cue.

use super::{CERTAIN, Candidate, LIKELY, Recogniser, Scan, cues, shape};

const SURE: &str =
    "passport number|passport no|passport num|passport id|rhif pasbort|rhif y pasbort|rhif fy mhasbort";
const CUES: &str = "passport|pasbort|mhasbort|phasbort|basbort";

/// The recogniser `passport`.
pub(super) struct Passport;

impl Recogniser for Passport {
    fn id(&self) -> &'static str {
        "passport"
    }

    fn literals(&self) -> &'static [&'static str] {
        &["passport", "pasbort", "hasbort", "basbort", "p<"]
    }

    fn find(&self, scan: &Scan<'_>) -> Vec<Candidate> {
        let text = scan.text;
        let shapes = &["999999999", "999 999 999", "A00000000", "AA0000000", "A0000000", "AA000000"];
        let score = |text: &str, span| match () {
            () if cues::near(text, span, 25, 0, SURE) => Some(CERTAIN),
            () if cues::near(text, span, 18, 0, CUES) => Some(LIKELY),
            () => None,
        };
        let mut found = shape::scored(text, shapes, score);
        found.extend(machine_readable(text));
        found
    }
}

/// `P<GBRSMITH<<SAM<<<<…`, up to the end of the line of `<`, letters and digits.
fn machine_readable(text: &str) -> Option<Candidate> {
    let start = text.find("P<").filter(|&start| cues::starts_word(text, start))?;
    let line = text.get(start..)?;
    let length = line.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'<').count();
    let filled = line.get(..length)?.contains("<<");
    (filled && length > 20).then_some(Candidate::new(start, start + length, CERTAIN))
}
