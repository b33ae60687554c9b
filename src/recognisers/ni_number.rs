//! UK National Insurance numbers.
//!
//! Two letters, six digits and a final letter A to D, spaced in pairs, otherwise or not at all. There is no
//! check digit, but neither letter may be D, F, I, Q, U or V, the second may not be O, and the prefixes BG,
//! GB, KN, NK, NT, TN and ZZ are not used. Source: HMRC, National Insurance Manual, NIM39110.
//!
//! Without the final letter it is one only where a cue word stands ahead. Letters may pass for one or two of its digits
//! (`AB 1O 23 45 C`).

use super::{CERTAIN, Candidate, LIKELY, Recogniser, Scan, cues, shape};
use crate::finding::Span;

const CUES: &str = "ni|nino|n.i|ni number|national insurance|yswiriant gwladol|rhif yg";

/// The recogniser `ni-number`.
pub(super) struct NiNumber;

impl Recogniser for NiNumber {
    fn id(&self) -> &'static str {
        "ni-number"
    }

    fn digits(&self) -> usize {
        4
    }

    fn find(&self, scan: &Scan<'_>) -> Vec<Candidate> {
        shape::scored(scan.text, &["AA_00_00_00_A", "AA_00_00_00"], score)
    }
}

fn score(text: &str, span: Span) -> Option<u8> {
    let number = text.get(span.start..span.end)?;
    let upper = number.to_ascii_uppercase();
    let cue = cues::near(text, span, 40, 0, CUES);
    let whole = upper.ends_with(|letter| ('A'..='D').contains(&letter));
    if !is_used(upper.get(..2)?) || !(whole || cue && upper.ends_with(|last: char| last.is_ascii_digit())) {
        return None;
    }
    Some(if whole && (cue || number == upper) { CERTAIN } else { LIKELY })
}

fn is_used(prefix: &str) -> bool {
    let barred = |letter: char| "DFIQUV".contains(letter);
    !prefix.contains(barred)
        && !prefix.ends_with('O')
        && !["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"].contains(&prefix)
}
