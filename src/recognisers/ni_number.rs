//! UK National Insurance numbers.
//!
//! Two letters, six digits and a final letter A to D, spaced in pairs, otherwise or not at all. There is no
//! check digit, but neither letter may be D, F, I, Q, U or V, the second may not be O, and the prefixes BG,
//! GB, KN, NK, NT, TN and ZZ are not used. Source: HMRC, National Insurance Manual, NIM39110.

use super::Recogniser;
use crate::finding::Span;
use crate::text::regexes::Constant;

static PATTERN: Constant = Constant::new(r"\b[A-Za-z]{2}[ -]?(?:[0-9]{2}[ -]?){3}[A-Da-d]\b");

/// The recogniser `ni-number`.
pub(super) struct NiNumber;

impl Recogniser for NiNumber {
    fn id(&self) -> &'static str {
        "ni-number"
    }

    fn literals(&self) -> &'static [&'static str] {
        &[]
    }

    fn find(&self, text: &str) -> Vec<Span> {
        // Most drafts have too few digits to be worth a pattern.
        if text.bytes().filter(u8::is_ascii_digit).count() < 6 {
            return Vec::new();
        }
        let found = PATTERN.regex().find_iter(text);
        found
            .filter(|number| {
                let prefix = number.as_str().get(..2).map(str::to_ascii_uppercase);
                prefix.is_some_and(|prefix| is_used(&prefix))
            })
            .map(|number| Span::new(number.start(), number.end()))
            .collect()
    }
}

fn is_used(prefix: &str) -> bool {
    let barred = |letter: char| "DFIQUV".contains(letter);
    !prefix.contains(barred)
        && !prefix.ends_with('O')
        && !["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"].contains(&prefix)
}
