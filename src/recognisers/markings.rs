//! Protective markings: words that are markings only in the right place.
//!
//! A marking is on a line of its own at the top or bottom of a document, or is set off from the words around it. Most
//! markings are ordinary words too. So in a line that is all in capitals, a marking in capitals counts only where
//! headers have it: `MINISTERIAL BRIEFING - SECRET`.

mod caveats;

use super::cues::{ends_word, starts_word};
use super::{CERTAIN, Candidate, LIKELY, POSSIBLE, Recogniser, Scan};
use caveats::caveat;

/// A recogniser defined entirely by a list of markings.
pub(super) struct Marking {
    pub(super) id: &'static str,
    pub(super) literals: &'static [&'static str],
    pub(super) marks: &'static [Mark],
}

impl Recogniser for Marking {
    fn id(&self) -> &'static str {
        self.id
    }

    fn literals(&self) -> &'static [&'static str] {
        self.literals
    }

    fn find(&self, scan: &Scan<'_>) -> Vec<Candidate> {
        find(scan.text, self.marks)
    }
}

/// A marking and how much its words prove.
///
/// In the pattern, capitals match capitals only; lower-case letters match both. A space matches up to three spaces,
/// dashes or underscores. A dash matches up to six of those and slashes, or nothing. A tilde also matches colons,
/// commas and brackets. A colon may have spaces around it.
pub(super) struct Mark(pub(super) &'static str, pub(super) Proof);

/// How much the words of a marking prove on their own.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Proof {
    /// They are a marking wherever they appear: `UK EYES ONLY`.
    Always,
    /// They are a marking if set off from the words around them: `SECRET`.
    SetOff,
    /// They are a marking if alone on the first or last line, or with a caveat: `PROTECT`.
    Alone,
}

/// Where a marking is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// With a caveat or descriptor after it.
    WithCaveat,
    /// Alone on the first or last line.
    Edge,
    /// Alone on another line.
    Line,
    /// On the first or last line with a colon, dash or bracket between it and the rest, or in square brackets.
    SetOff,
    /// At the end of the first or last line, after a dash or a slash, as in headers.
    Closing,
    /// Among other words.
    Inside,
}

/// Finds the markings in a text.
pub(super) fn find(text: &str, marks: &[Mark]) -> Vec<Candidate> {
    let mut found = Vec::new();
    let filled = |line: &&str| line.chars().any(char::is_alphanumeric);
    let (first, last) = (text.lines().find(filled), text.lines().rev().find(filled));
    let is = |line: &str, other: Option<&str>| other.is_some_and(|other| std::ptr::eq(line, other));
    for line in text.lines() {
        let edge = is(line, first) || is(line, last);
        let offset = line.as_ptr() as usize - text.as_ptr() as usize;
        for mark in marks {
            for (start, _) in line.char_indices() {
                let candidate = mark.at(line, start, edge);
                found.extend(
                    candidate
                        .map(|at| Candidate::new(at.span.start + offset, at.span.end + offset, at.score)),
                );
            }
        }
    }
    found
}

impl Mark {
    fn at(&self, line: &str, start: usize, edge: bool) -> Option<Candidate> {
        let end = fit(line, start, self.0).filter(|&end| starts_word(line, start) && ends_word(line, end))?;
        let caveat = caveat(line, end);
        let place = if caveat.is_some() { Place::WithCaveat } else { place(line, start, end, edge) };
        if self.1 != Proof::Always && place == Place::Inside {
            return None;
        }
        let end = caveat.unwrap_or(end);
        let before = line.get(..start)?;
        let at_start = before.chars().all(|before| !before.is_alphanumeric()) && edge;
        let confirmed = matches!(place, Place::Edge | Place::WithCaveat | Place::Closing)
            || self.1 == Proof::Always && (at_start || place == Place::SetOff || before.ends_with("//"));
        let capitals = self.0.starts_with(|first: char| first.is_uppercase());
        if capitals && !confirmed && place != Place::Line && is_shouted(line, start, end) {
            return None;
        }
        let score = match (self.1, place) {
            (Proof::Always, Place::Inside) => LIKELY,
            (Proof::Always, _) | (_, Place::WithCaveat) | (Proof::SetOff, Place::Edge) => CERTAIN,
            (Proof::SetOff, _) | (Proof::Alone, Place::Edge) => LIKELY,
            (Proof::Alone, _) => POSSIBLE,
        };
        Some(Candidate::new(start, end, score))
    }
}

/// The end of the marking that starts here, if this is that marking.
fn fit(line: &str, start: usize, mark: &str) -> Option<usize> {
    let text = line.as_bytes();
    let run = |at: usize, most: usize, of: &[u8]| {
        text.iter().skip(at).take(most).take_while(|byte| of.contains(byte)).count()
    };
    let mut at = start;
    for part in mark.bytes() {
        let next = text.get(at).copied();
        at += match part {
            b' ' => Some(run(at, 3, b" -_")).filter(|&length| length > 0)?,
            b'-' => run(at, 6, b" -_/"),
            b'~' => run(at, 6, b" -_/:,("),
            b':' => Some(run(at, 4, b": "))
                .filter(|&length| text.iter().skip(at).take(length).any(|&gap| gap == b':'))?,
            b'a'..=b'z' if next?.eq_ignore_ascii_case(&part) => 1,
            _ if next? == part => 1,
            _ => return None,
        };
    }
    Some(at)
}

fn place(line: &str, start: usize, end: usize, edge: bool) -> Place {
    let (before, after) = (line.get(..start).unwrap_or_default(), line.get(end..).unwrap_or_default());
    let bare = |part: &str| !part.chars().any(char::is_alphanumeric);
    let after_word = after.trim_start();
    match () {
        () if bare(before) && bare(after) && edge => Place::Edge,
        () if bare(before) && bare(after) => Place::Line,
        () if before.ends_with('[') && after.starts_with(']') => Place::SetOff,
        () if edge && bare(before) && after_word.starts_with([':', '-', '|', ']', ')', '/']) => Place::SetOff,
        () if edge && bare(after) && before.trim_end().ends_with(['-', '|', '[', '(', '/']) => Place::Closing,
        () => Place::Inside,
    }
}

/// Whether the nearby rest of the line is in capitals as well, so that capitals prove nothing.
fn is_shouted(line: &str, start: usize, end: usize) -> bool {
    let from = line.floor_char_boundary(start.saturating_sub(100));
    let line = line.get(from..line.ceil_char_boundary(end + 100)).unwrap_or_default();
    let (start, end) = (start - from, end - from);
    let rest =
        || line.char_indices().filter(|(at, letter)| (*at < start || *at >= end) && letter.is_alphabetic());
    rest().next().is_some() && !rest().any(|(_, letter)| letter.is_lowercase())
}
