//! The marks SECRET and TOP SECRET.
//!
//! Source: Cabinet Office, Government Security Classifications Policy (2023, updated 2024): marks are in capitals, at the
//! top and bottom of a document. So only capitals count, on a line of their own, set off on the first or last line, or
//! with a caveat. `The Secret Garden`, `secret ballot` and `TOP SECRET files on show` are no marks.

use super::markings::{self, Mark, Proof};
use super::{Candidate, Recogniser, Scan};

const MARKS: &[Mark] = &[
    Mark("UK TOP SECRET", Proof::SetOff),
    Mark("TOP SECRET", Proof::SetOff),
    Mark("UK SECRET", Proof::SetOff),
    Mark("SECRET", Proof::SetOff),
];

/// The recogniser `marking-secret`.
pub(super) struct MarkingSecret;

impl Recogniser for MarkingSecret {
    fn id(&self) -> &'static str {
        "marking-secret"
    }

    fn literals(&self) -> &'static [&'static str] {
        &["secret"]
    }

    fn find(&self, scan: &Scan<'_>) -> Vec<Candidate> {
        markings::find(scan.text, MARKS)
    }
}
