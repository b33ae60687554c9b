//! Traffic Light Protocol marks that bar publication: TLP:RED, TLP:AMBER, TLP:AMBER+STRICT and TLP:GREEN.
//!
//! Source: FIRST, Traffic Light Protocol 2.0: only TLP:CLEAR (TLP:WHITE before) may be shared in public. A space or a dash
//! in place of the colon does not hide a mark.

use super::markings::{self, Mark, Proof};
use super::{Candidate, Recogniser, Scan};

const MARKS: &[Mark] = &[
    Mark("tlp:red", Proof::Always),
    Mark("tlp-red", Proof::Always),
    Mark("tlp:amber+strict", Proof::Always),
    Mark("tlp-amber+strict", Proof::Always),
    Mark("tlp:amber", Proof::Always),
    Mark("tlp-amber", Proof::Always),
    Mark("tlp:green", Proof::Always),
    Mark("tlp-green", Proof::Always),
];

/// The recogniser `marking-tlp`.
pub(super) struct MarkingTlp;

impl Recogniser for MarkingTlp {
    fn id(&self) -> &'static str {
        "marking-tlp"
    }

    fn literals(&self) -> &'static [&'static str] {
        &["tlp"]
    }

    fn find(&self, scan: &Scan<'_>) -> Vec<Candidate> {
        markings::find(scan.text, MARKS)
    }
}
