//! Where a match can start, told by one byte and the one before it.

use regex_automata::nfa::thompson::{NFA, State};
use regex_automata::util::look::Look;
use std::ops::RangeInclusive;

/// Set for a byte that a match can start with.
const ANYWHERE: u8 = 1;
/// Set for a byte that a match can start with at the edge of a word.
const AT_AN_EDGE: u8 = 2;

/// Finds the places where a match can start. Elsewhere none does; here one need not.
#[derive(Debug)]
pub(super) struct Starts {
    flags: [u8; 256],
    only_at_the_beginning: bool,
}

impl Starts {
    pub(super) fn of(nfa: &NFA) -> Self {
        let mut flags = [0; 256];
        // States that read nothing are passed over; what they look at besides words is left to the attempt.
        let mut open = vec![(nfa.start_anchored(), ANYWHERE)];
        let mut known = Vec::new();
        while let Some((id, flag)) = open.pop() {
            if known.contains(&(id, flag)) {
                continue;
            }
            known.push((id, flag));
            match nfa.state(id) {
                State::ByteRange { trans } => mark(&mut flags, trans.start..=trans.end, flag),
                State::Sparse(sparse) => {
                    let ranges = sparse.transitions.iter().map(|trans| trans.start..=trans.end);
                    ranges.for_each(|range| mark(&mut flags, range, flag));
                }
                State::Dense(dense) => {
                    let leads = |byte: &u8| dense.matches_byte(*byte).is_some();
                    let bytes = (0..=u8::MAX).filter(leads);
                    bytes.for_each(|byte| mark(&mut flags, byte..=byte, flag));
                }
                State::Look { look, next } => {
                    open.push((*next, if is_an_edge(*look) { AT_AN_EDGE } else { flag }));
                }
                State::Union { alternates } => open.extend(alternates.iter().map(|&next| (next, flag))),
                State::BinaryUnion { alt1, alt2 } => open.extend([(*alt1, flag), (*alt2, flag)]),
                State::Capture { next, .. } => open.push((*next, flag)),
                State::Fail | State::Match { .. } => {}
            }
        }
        Self { flags, only_at_the_beginning: nfa.is_always_start_anchored() }
    }

    /// The next place, at this byte or later, where a match of more than nothing can start.
    pub(super) fn next(&self, text: &[u8], from: usize) -> Option<usize> {
        if self.only_at_the_beginning && from > 0 {
            return None;
        }
        let mut before = from.checked_sub(1).and_then(|before| text.get(before)).copied();
        for (at, &byte) in text.iter().enumerate().skip(from) {
            let flag = self.flags.get(usize::from(byte)).copied().unwrap_or_default();
            if flag != 0 && (flag & ANYWHERE != 0 || may_be_an_edge(before, byte)) {
                return Some(at);
            }
            before = Some(byte);
        }
        None
    }
}

fn mark(flags: &mut [u8; 256], bytes: RangeInclusive<u8>, flag: u8) {
    let marked = flags.get_mut(usize::from(*bytes.start())..=usize::from(*bytes.end()));
    marked.into_iter().flatten().for_each(|flags| *flags |= flag);
}

fn is_an_edge(look: Look) -> bool {
    matches!(look, Look::WordAscii | Look::WordUnicode | Look::WordStartAscii | Look::WordStartUnicode)
}

/// Whether a word may start or end between two bytes. What is not ASCII may be anything.
fn may_be_an_edge(before: Option<u8>, byte: u8) -> bool {
    let Some(before) = before else { return true };
    !before.is_ascii() || !byte.is_ascii() || is_word(before) != is_word(byte)
}

/// Whether a byte of ASCII is part of a word.
pub(super) fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn starts(pattern: &str, text: &str) -> Vec<usize> {
        let starts = Starts::of(&NFA::new(pattern).unwrap());
        let mut found: Vec<usize> = Vec::new();
        while let Some(next) = starts.next(text.as_bytes(), found.last().map_or(0, |last| last + 1)) {
            found.push(next);
        }
        found
    }

    #[test]
    fn only_places_that_can_start_a_match() {
        assert_eq!(starts("[0-9]+%|é", "a 12% é"), [2, 3, 6]);
        assert_eq!(starts(r"\b[a-c]", "abc _a éb"), [0, 9]);
        assert_eq!(starts(r"\bno|o", "no on noon"), [0, 1, 3, 6, 7, 8]);
        assert_eq!(starts("^a", "a a"), [0]);
        assert_eq!(starts("x*", "ax"), [1]);
    }
}
