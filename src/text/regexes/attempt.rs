//! An attempt to match at one place, by backtracking.
//!
//! Nearly every attempt ends after a few bytes, and then nothing is cheaper. What would go on and on is given up: the
//! attempts of one search together may take no more than so many steps for each byte of the text.

use super::starts::is_word;
use regex_automata::nfa::thompson::{NFA, State};
use regex_automata::util::look::Look;
use regex_automata::util::primitives::StateID;

/// How many steps the attempts of one search may take for each byte of the text: about what simulating all states at
/// once takes for a pattern of usual size.
const STEPS_A_BYTE: usize = 32;
/// And how many besides, so that in a short text an attempt can be as long as it needs.
const STEPS: usize = 1_000;
/// How much may be left to be tried at once. WebAssembly never gives memory back, so a search must not take much.
const MOST_OPEN: usize = 10_000;

/// The attempts of one search through a text.
#[derive(Debug)]
pub(super) struct Attempts<'r, 't> {
    nfa: &'r NFA,
    text: &'t [u8],
    /// What is left to be tried, the next one last.
    open: Vec<Open>,
    /// Where each group starts and ends: two for each.
    slots: Vec<Option<usize>>,
    steps_left: usize,
}

#[derive(Debug)]
enum Open {
    /// Go on from this state at this byte.
    Try(StateID, usize),
    /// Give a slot the value that it had.
    Restore(usize, Option<usize>),
}

/// How an attempt ended.
pub(super) enum Outcome {
    Matched,
    Failed,
    /// It was given up.
    TooLong,
}

impl<'r, 't> Attempts<'r, 't> {
    pub(super) fn new(nfa: &'r NFA, text: &'t str) -> Self {
        Self {
            nfa,
            text: text.as_bytes(),
            open: Vec::new(),
            slots: vec![None; nfa.group_info().slot_len()],
            steps_left: STEPS + STEPS_A_BYTE * text.len(),
        }
    }

    /// Where each group of the last match starts and ends.
    pub(super) fn slots(&self) -> &[Option<usize>] {
        &self.slots
    }

    /// Tries to match at a byte. States are tried in the order in which the pattern prefers them, so the first match
    /// is the one.
    pub(super) fn attempt(&mut self, at: usize) -> Outcome {
        self.slots.fill(None);
        self.open.clear();
        self.open.push(Open::Try(self.nfa.start_anchored(), at));
        while let Some(open) = self.open.pop() {
            match open {
                Open::Try(state, at) => match self.follow(state, at) {
                    Outcome::Failed => {}
                    outcome => return outcome,
                },
                Open::Restore(slot, value) => self.set(slot, value),
            }
        }
        Outcome::Failed
    }

    /// Follows a state up to a match or to where it leads no further.
    fn follow(&mut self, mut id: StateID, mut at: usize) -> Outcome {
        let nfa = self.nfa;
        loop {
            if self.steps_left == 0 || self.open.len() > MOST_OPEN {
                return Outcome::TooLong;
            }
            self.steps_left -= 1;
            let (next, read) = match nfa.state(id) {
                State::ByteRange { trans } => (trans.matches(self.text, at).then_some(trans.next), 1),
                State::Sparse(sparse) => (sparse.matches(self.text, at), 1),
                State::Dense(dense) => (dense.matches(self.text, at), 1),
                State::Look { look, next } => (self.holds(*look, at).then_some(*next), 0),
                State::Union { alternates } => {
                    let others = alternates.iter().skip(1).rev();
                    self.open.extend(others.map(|&other| Open::Try(other, at)));
                    (alternates.first().copied(), 0)
                }
                State::BinaryUnion { alt1, alt2 } => {
                    self.open.push(Open::Try(*alt2, at));
                    (Some(*alt1), 0)
                }
                State::Capture { next, slot, .. } => {
                    let before = self.slots.get(slot.as_usize()).copied().flatten();
                    self.open.push(Open::Restore(slot.as_usize(), before));
                    self.set(slot.as_usize(), Some(at));
                    (Some(*next), 0)
                }
                State::Fail => (None, 0),
                State::Match { .. } => return Outcome::Matched,
            };
            let Some(next) = next else { return Outcome::Failed };
            (id, at) = (next, at + read);
        }
    }

    fn set(&mut self, slot: usize, value: Option<usize>) {
        self.slots.get_mut(slot).into_iter().for_each(|slot| *slot = value);
    }

    fn holds(&self, look: Look, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.text.get(before));
        match (look, before, self.text.get(at)) {
            // Between two bytes of ASCII it needs no tables.
            (Look::WordUnicode, Some(before), Some(byte)) if before.is_ascii() && byte.is_ascii() => {
                is_word(*before) != is_word(*byte)
            }
            _ => self.nfa.look_matcher().matches(look, self.text, at),
        }
    }
}
