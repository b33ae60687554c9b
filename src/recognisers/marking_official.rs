//! The marking OFFICIAL, alone at the top or bottom of a text: a sign that the text was pasted from a document.
//!
//! The marking does not forbid publication and does not have to be written, so it shows only where the text came from.
//! `Official statistics are out`, `OFFICIAL: new opening hours` and the marking `OFFICIAL - FOR PUBLIC RELEASE` are
//! left alone. Source: Cabinet Office, Government Security Classifications Policy (2023, updated 2024).

use super::markings::{Mark, Marking, Proof};

/// The recogniser `marking-official`.
pub(super) static MARKING_OFFICIAL: Marking = Marking {
    id: "marking-official",
    literals: &["official"],
    marks: &[Mark("OFFICIAL", Proof::Alone), Mark("UK OFFICIAL", Proof::Alone)],
};
