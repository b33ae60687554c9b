//! Traffic Light Protocol marks that bar publication: TLP:RED, TLP:AMBER, TLP:AMBER+STRICT and TLP:GREEN.
//!
//! Source: FIRST, Traffic Light Protocol 2.0: only TLP:CLEAR (TLP:WHITE before) may be shared in public. A space or a dash
//! in place of the colon does not hide a mark.

use super::markings::{Mark, Marking, Proof};

/// The recogniser `marking-tlp`.
pub(super) static MARKING_TLP: Marking = Marking {
    id: "marking-tlp",
    literals: &["tlp"],
    marks: &[
        Mark("tlp:red", Proof::Always),
        Mark("tlp-red", Proof::Always),
        Mark("tlp:amber+strict", Proof::Always),
        Mark("tlp-amber+strict", Proof::Always),
        Mark("tlp:amber", Proof::Always),
        Mark("tlp-amber", Proof::Always),
        Mark("tlp:green", Proof::Always),
        Mark("tlp-green", Proof::Always),
    ],
};
