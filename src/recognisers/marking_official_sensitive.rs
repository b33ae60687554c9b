//! The marking OFFICIAL-SENSITIVE, in any case and spacing.
//!
//! In capitals it may also be on two lines, or have other markings in the middle.
//!
//! In lower case and with only a space, it may be part of a sentence (`a senior official sensitive to the cost`), so
//! `to` may not follow.
//!
//! Source: Cabinet Office, Government Security Classifications Policy (2023, updated 2024).

use super::markings::{self, Mark, Proof};
use super::{CERTAIN, Candidate, Recogniser, Scan};

const MARKS: &[Mark] = &[
    Mark("UK OFFICIAL~SENSITIVE", Proof::Always),
    Mark("OFFICIAL~SENSITIVE", Proof::Always),
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
        found.extend(on_two_lines(text));
        // Include the closing bracket of `OFFICIAL (SENSITIVE)`.
        for mark in &mut found {
            let after = |end: usize| text.get(end..).is_some_and(|rest| rest.starts_with(')'));
            let opened = text.get(mark.span.start..mark.span.end).is_some_and(|mark| mark.contains('('));
            mark.span.end += usize::from(opened && after(mark.span.end));
        }
        found.retain(|mark| !text.get(mark.span.end..).is_some_and(|rest| rest.starts_with(" to ")));
        found
    }
}

/// The marking, with nothing else on its two lines.
fn on_two_lines(text: &str) -> Option<Candidate> {
    let place = |line: &str| line.as_ptr() as usize - text.as_ptr() as usize;
    let is = |line: &str, word: &str| line.trim_matches(|end: char| !end.is_alphanumeric()) == word;
    let mut lines = text.lines().zip(text.lines().skip(1));
    let (first, second) = lines.find(|(first, second)| is(first, "OFFICIAL") && is(second, "SENSITIVE"))?;
    let start = place(first) + first.find("OFFICIAL")?;
    let end = place(second) + second.find("SENSITIVE")? + "SENSITIVE".len();
    Some(Candidate::new(start, end, CERTAIN))
}
