//! Australian protective markings.
//!
//! OFFICIAL, OFFICIAL: Sensitive, PROTECTED, SECRET, TOP SECRET, and the caveats AUSTEO, AGAO and CABINET. Source:
//! Department of Home Affairs, Protective Security Policy Framework.

use super::markings::{Mark, Marking, Proof};

/// The recogniser `marking-australia`.
pub(super) static MARKING_AUSTRALIA: Marking = Marking {
    id: "marking-australia",
    literals: &["official", "protected", "secret", "cabinet", "austeo", "agao"],
    marks: &[
        Mark("Official:Sensitive", Proof::Always),
        Mark("CABINET-IN-CONFIDENCE", Proof::Always),
        Mark("AUSTEO", Proof::Always),
        Mark("AGAO", Proof::Always),
        Mark("NATIONAL CABINET", Proof::SetOff),
        Mark("TOP SECRET", Proof::SetOff),
        Mark("SECRET", Proof::SetOff),
        Mark("OFFICIAL", Proof::Alone),
        Mark("PROTECTED", Proof::Alone),
    ],
};
