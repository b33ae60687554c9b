//! Driver numbers of Great Britain, as on a driving licence.
//!
//! A driver number is: five characters of the surname, filled up with nines; the tens digit of the year of birth, the
//! month (plus 50 for women), the day and the units digit of the year; two initials, with a nine for a missing one; a
//! digit that distinguishes otherwise equal numbers; and two check letters, which only the DVLA can compute. Source:
//! DVLA, “Driver number format”.
//!
//! A number written in groups needs its letters in capitals, or a cue word nearby: `Order 512205 by 5pm` has the same
//! shape.

use super::{CERTAIN, Candidate, Recogniser, Scan, cues, shape, words};
use crate::finding::Span;
use crate::text::digits::figure;

const SHAPES: &[&str] = &["AXXXX_000000_XX_XAA 99", "AXXXX_000000_XX_XAA"];
const CUES: &str =
    "licence|licence number|license|driver|driver number|dvla|trwydded|drwydded|rhif gyrrwr|permis";

/// Letters that make its last digit part of a time or an ordinal: `BY 5PM`.
const COUNTED: &str = "AM PM ST ND RD TH";

/// The recogniser `driving-licence`.
pub(super) struct DrivingLicence;

impl Recogniser for DrivingLicence {
    fn id(&self) -> &'static str {
        "driving-licence"
    }

    fn digits(&self) -> usize {
        4
    }

    fn cue(&self) -> &'static str {
        "driving licence "
    }

    fn find(&self, scan: &Scan<'_>) -> Vec<Candidate> {
        let score = |text: &str, span| is_driver(text, span)?.then_some(CERTAIN);
        shape::scored(scan.text, SHAPES, score)
    }
}

fn is_driver(text: &str, span: Span) -> Option<bool> {
    let written = text.get(span.start..span.end)?;
    let number: String = written.chars().filter(char::is_ascii_alphanumeric).collect();
    let name = number.get(..5)?.trim_end_matches('9');
    let initials = number.get(11..13)?.trim_end_matches('9');
    let two = |range: std::ops::Range<usize>| {
        let figures: String = number.get(range)?.bytes().filter_map(figure).map(char::from).collect();
        figures.parse::<u8>().ok()
    };
    let letters = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphabetic());
    let month = two(6..8)? % 50;
    let plausible = (1..=12).contains(&month) && two(6..8)? < 63 && (1..=31).contains(&two(8..10)?);
    let counted = number.get(14..16).is_some_and(|last| COUNTED.split(' ').any(|one| one == last));
    let words = words::is_word(initials) && (counted || cues::is_shouted(text, span))
        || written.contains(|letter: char| letter.is_ascii_lowercase());
    let grouped = written.len() > number.len();
    let sure = !(grouped && words) || cues::near(text, span, 40, 25, CUES);
    Some(plausible && letters(name) && letters(initials) && sure)
}
