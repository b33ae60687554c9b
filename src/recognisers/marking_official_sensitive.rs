//! The mark OFFICIAL-SENSITIVE, in any case and spacing.
//!
//! In small letters and with a mere space it may be part of a sentence (`a senior official sensitive to the cost`), so
//! `to` may not follow.
//!
//! Source: Cabinet Office, Government Security Classifications Policy (2023, updated 2024).

use super::markings::{self, Mark, Proof};
use super::{Candidate, Recogniser, Scan};

const MARKS: &[Mark] = &[
    Mark("UK OFFICIAL-SENSITIVE", Proof::Always),
    Mark("OFFICIAL-SENSITIVE", Proof::Always),
    Mark("OFFICIAL:SENSITIVE", Proof::Always),
    Mark("official-sensitive", Proof::Always),
    Mark("offsen", Proof::Always),
];

/// The recogniser `marking-official-sensitive`.
pub(super) struct MarkingOfficialSensitive;

impl Recogniser for MarkingOfficialSensitive {
    fn id(&self) -> &'static str {
        "marking-official-sensitive"
    }

    fn literals(&self) -> &'static [&'static str] {
        &["official", "offsen"]
    }

    fn find(&self, scan: &Scan<'_>) -> Vec<Candidate> {
        let text = scan.text;
        let mut found = markings::find(text, MARKS);
        found.retain(|mark| !text.get(mark.span.end..).is_some_and(|rest| rest.starts_with(" to ")));
        found
    }
}
