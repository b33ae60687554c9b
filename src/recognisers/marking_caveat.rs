//! Handling instructions, descriptors and national caveats, with or without a classification.
//!
//! Only capitals count. `FOR PUBLIC RELEASE` is a handling instruction too, and may be posted. Source: Cabinet Office,
//! Government Security Classifications Policy (2023, updated 2024), “additional markings”.

use super::markings::{Mark, Marking, Proof};

/// The recogniser `marking-caveat`.
pub(super) static MARKING_CAVEAT: Marking = Marking {
    id: "marking-caveat",
    literals: &[
        "only",
        "embargoed",
        "sensitive",
        "commercial",
        "privilege",
        "personal data",
        "locsen",
        "hr/management",
    ],
    marks: &[
        Mark("UK EYES ONLY", Proof::Always),
        Mark("RECIPIENTS ONLY", Proof::Always),
        Mark("HMG USE ONLY", Proof::Always),
        Mark("INTERNAL USE ONLY", Proof::Always),
        Mark("EMBARGOED UNTIL", Proof::Always),
        Mark("STRICTLY EMBARGOED", Proof::Always),
        Mark("EMBARGOED", Proof::Always),
        Mark("MARKET SENSITIVE", Proof::Always),
        Mark("LEGAL PROFESSIONAL PRIVILEGE", Proof::Always),
        Mark("LOCSEN", Proof::Always),
        Mark("HR/MANAGEMENT", Proof::Always),
        Mark("PERSONAL DATA", Proof::SetOff),
        Mark("COMMERCIAL", Proof::Alone),
    ],
};
