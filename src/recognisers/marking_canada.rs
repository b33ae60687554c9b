//! Canadian protective markings, in English and French.
//!
//! Protected A to C, Confidential, Secret and Top Secret. Source: Treasury Board of Canada Secretariat, Standard on
//! Security Categorization.

use super::markings::{Mark, Marking, Proof};

/// The recogniser `marking-canada`.
pub(super) static MARKING_CANADA: Marking = Marking {
    id: "marking-canada",
    literals: &["protected", "protégé", "canadian eyes", "réservé aux canadiens", "secret", "confiden"],
    marks: &[
        Mark("PROTECTED A", Proof::Always),
        Mark("PROTECTED B", Proof::Always),
        Mark("PROTECTED C", Proof::Always),
        Mark("PROTÉGÉ A", Proof::Always),
        Mark("PROTÉGÉ B", Proof::Always),
        Mark("PROTÉGÉ C", Proof::Always),
        Mark("CANADIAN EYES ONLY", Proof::Always),
        Mark("RÉSERVÉ AUX CANADIENS", Proof::Always),
        Mark("TOP SECRET", Proof::SetOff),
        Mark("TRÈS SECRET", Proof::SetOff),
        Mark("SECRET", Proof::SetOff),
        Mark("CONFIDENTIAL", Proof::Alone),
        Mark("CONFIDENTIEL", Proof::Alone),
    ],
};
