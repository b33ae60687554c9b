//! Marks of Australia.
//!
//! Source: Department of Home Affairs, Protective Security Policy Framework: OFFICIAL, OFFICIAL: Sensitive, PROTECTED, SECRET,
//! TOP SECRET, and the caveats AUSTEO, AGAO and CABINET.

use super::markings::{self, Mark, Proof};
use super::{Candidate, Recogniser, Scan};

const MARKS: &[Mark] = &[
    Mark("official:sensitive", Proof::Always),
    Mark("CABINET-IN-CONFIDENCE", Proof::Always),
    Mark("AUSTEO", Proof::Always),
    Mark("AGAO", Proof::Always),
    Mark("NATIONAL CABINET", Proof::SetOff),
    Mark("TOP SECRET", Proof::SetOff),
    Mark("SECRET", Proof::SetOff),
    Mark("OFFICIAL", Proof::Alone),
    Mark("PROTECTED", Proof::Alone),
];

/// The recogniser `marking-australia`.
pub(super) struct MarkingAustralia;

impl Recogniser for MarkingAustralia {
    fn id(&self) -> &'static str {
        "marking-australia"
    }

    fn literals(&self) -> &'static [&'static str] {
        &["official", "protected", "secret", "cabinet", "austeo", "agao"]
    }

    fn find(&self, scan: &Scan<'_>) -> Vec<Candidate> {
        markings::find(scan.text, MARKS)
    }
}
