//! Traffic Light Protocol markings that bar publication: TLP:RED, TLP:AMBER, TLP:AMBER+STRICT and TLP:GREEN.
//!
//! Only TLP:CLEAR (formerly TLP:WHITE) may be shared in public. A marking with a space or a dash instead of the colon
//! is found too. Source: FIRST, Traffic Light Protocol 2.0.

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
