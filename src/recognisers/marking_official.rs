//! The mark OFFICIAL, alone at the top or bottom of a text: a sign that it was pasted from a document.
//!
//! Source: Cabinet Office, Government Security Classifications Policy (2023, updated 2024). The mark does not forbid
//! publication and need not be written, so what it says is only where the text came from. `Official statistics are
//! out`, `OFFICIAL: new opening hours` and a mark `OFFICIAL - FOR PUBLIC RELEASE` are left alone.

use super::markings::{Mark, Marking, Proof};

/// The recogniser `marking-official`.
pub(super) static MARKING_OFFICIAL: Marking = Marking {
    id: "marking-official",
    literals: &["official"],
    marks: &[Mark("OFFICIAL", Proof::Alone), Mark("UK OFFICIAL", Proof::Alone)],
};
