//! Driver numbers of Great Britain, as on a driving licence.
//!
//! Source: DVLA, “Driver number format”: five characters of the surname, filled up with nines; the year's tens, the
//! month (with 50 added for women), the day and the year's units of the birth; two initials, a nine where there is
//! none; a digit that tells twins apart and two check letters, which only the DVLA can compute.

use super::{CERTAIN, Candidate, Recogniser, Scan, shape};
use crate::finding::Span;

/// The recogniser `driving-licence`.
pub(super) struct DrivingLicence;

impl Recogniser for DrivingLicence {
    fn id(&self) -> &'static str {
        "driving-licence"
    }

    fn digits(&self) -> usize {
        6
    }

    fn find(&self, scan: &Scan<'_>) -> Vec<Candidate> {
        let score = |text: &str, span| is_driver(text, span)?.then_some(CERTAIN);
        shape::scored(scan.text, &["AXXXX 999999 XX XAA 99", "AXXXX 999999 XX XAA"], score)
    }
}

fn is_driver(text: &str, span: Span) -> Option<bool> {
    let number: String =
        text.get(span.start..span.end)?.chars().filter(char::is_ascii_alphanumeric).collect();
    let name = number.get(..5)?.trim_end_matches('9');
    let initials = number.get(11..13)?.trim_end_matches('9');
    let two = |range: std::ops::Range<usize>| number.get(range)?.parse::<u8>().ok();
    let letters = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphabetic());
    let month = two(6..8)? % 50;
    let plausible = (1..=12).contains(&month) && two(6..8)? < 63 && (1..=31).contains(&two(8..10)?);
    Some(plausible && letters(name) && letters(initials))
}
