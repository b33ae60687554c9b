//! Markings of the Government Protective Marking Scheme, which ended in 2014 but is still seen on old papers.
//!
//! PROTECT, RESTRICTED and CONFIDENTIAL, each with descriptors, and NOT PROTECTIVELY MARKED. `Road restricted`,
//! `PROTECT: get your jab` and a campaign's `PREPARE / PROTECT / PREVENT` are not markings. Source: Cabinet Office,
//! Security Policy Framework (2008 to 2014).

use super::markings::{Mark, Marking, Proof};

/// The recogniser `marking-legacy`.
pub(super) static MARKING_LEGACY: Marking = Marking {
    id: "marking-legacy",
    literals: &["restricted", "confiden", "protect", "unclassified"],
    marks: &[
        Mark("not protectively marked", Proof::Always),
        Mark("NOT PROTECTIVELY MARKED", Proof::Always),
        Mark("COMMERCIAL IN CONFIDENCE", Proof::Always),
        Mark("STAFF IN CONFIDENCE", Proof::Always),
        Mark("POLICY IN CONFIDENCE", Proof::Always),
        Mark("RESTRICTED", Proof::Alone),
        Mark("CONFIDENTIAL", Proof::Alone),
        Mark("PROTECT", Proof::Alone),
        Mark("UNCLASSIFIED", Proof::Alone),
    ],
};
