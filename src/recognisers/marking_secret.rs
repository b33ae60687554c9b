//! The markings SECRET and TOP SECRET.
//!
//! Markings are in capitals, at the top and bottom of a document. So only capitals count: on a line of their own, set
//! off on the first or last line, or with a caveat. `The Secret Garden`, `secret ballot` and `TOP SECRET files on show`
//! are not markings. Source: Cabinet Office, Government Security Classifications Policy (2023, updated 2024).

use super::markings::{Mark, Marking, Proof};

/// The recogniser `marking-secret`.
pub(super) static MARKING_SECRET: Marking = Marking {
    id: "marking-secret",
    literals: &["secret"],
    marks: &[
        Mark("UK TOP SECRET", Proof::SetOff),
        Mark("TOP SECRET", Proof::SetOff),
        Mark("UK SECRET", Proof::SetOff),
        Mark("SECRET", Proof::SetOff),
    ],
};
