//! US protective markings.
//!
//! Markings for Controlled Unclassified Information (CUI), and the control markings that agencies used before (FOUO,
//! LES, SBU) or still use (NOFORN, ORCON, REL TO). Source: 32 CFR part 2002 and NARA's CUI registry.

use super::markings::{Mark, Marking, Proof};

/// The recogniser `marking-us`.
pub(super) static MARKING_US: Marking = Marking {
    id: "marking-us",
    literals: &[
        "cui",
        "controlled unclassified",
        "fouo",
        "noforn",
        "orcon",
        "rel to",
        "official use only",
        "enforcement sensitive",
        "unclassified",
        "secret",
        "confidential",
        "sbu",
    ],
    marks: &[
        Mark("NOFORN", Proof::Always),
        Mark("FOUO", Proof::Always),
        Mark("ORCON", Proof::Always),
        Mark("FOR OFFICIAL USE ONLY", Proof::Always),
        Mark("LAW ENFORCEMENT SENSITIVE", Proof::Always),
        Mark("SENSITIVE BUT UNCLASSIFIED", Proof::Always),
        Mark("REL TO USA", Proof::Always),
        Mark("CONTROLLED UNCLASSIFIED INFORMATION", Proof::SetOff),
        Mark("TOP SECRET", Proof::SetOff),
        Mark("SECRET", Proof::SetOff),
        Mark("CUI", Proof::Alone),
        Mark("CONFIDENTIAL", Proof::Alone),
        Mark("UNCLASSIFIED", Proof::Alone),
        Mark("SBU", Proof::Alone),
    ],
};
