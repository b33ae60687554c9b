//! Case, claim and reference numbers in the organisation's own format, given in the policy.
//!
//! The rule's `pattern` is a regular expression that ignores case. A match has to be a word of its own: `LCC/24/00317`
//! is not found within `XLCC/24/003171`. Every match scores as certain, because the organisation knows its own format.
//! The letter O is tried both as a zero and as itself (`O123456`).

use super::{CERTAIN, Candidate, Recogniser, Scan, cues, value};
use crate::text::normalise::lowered;

/// The recogniser `case-reference`.
pub(super) struct CaseReference;

impl Recogniser for CaseReference {
    fn id(&self) -> &'static str {
        "case-reference"
    }

    fn takes_pattern(&self) -> bool {
        true
    }

    /// Two numbers stay separate.
    fn canonical(&self, value: &str) -> String {
        value::phrase(value)
    }

    fn find(&self, scan: &Scan<'_>) -> Vec<Candidate> {
        let Some((pattern, search_limit)) = scan.pattern else { return Vec::new() };
        let read_as_digits = (scan.text != scan.written).then_some(scan.text);
        let mut found = Vec::new();
        for text in std::iter::once(scan.written).chain(read_as_digits) {
            let lower = lowered(text);
            let places = pattern.matches(lower.text(), search_limit).map(|place| lower.origin(place));
            let whole =
                places.filter(|span| cues::starts_word(text, span.start) && cues::ends_word(text, span.end));
            found.extend(whole.map(|span| Candidate { span, score: CERTAIN }));
        }
        found
    }
}
