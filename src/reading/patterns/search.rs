//! The matches of a pattern, and how much a check may read to find them.
//!
//! One search takes time in proportion to the text. But after each match comes a further search, and each may read all the rest
//! of the text again: those of `a[^b]*b|a` do in a text of nothing but `a`. So what searches may read beyond their
//! matches is bounded for a whole check, see `docs/decisions/0010-regular-expressions.md`.

use super::Built;
use crate::Span;
use std::cell::Cell;

/// How many bytes the searches of one check may read [beyond](super::reach) the matches that they find, each byte
/// counted as often as the pattern repeats something.
const MOST_READ_BEYOND: usize = 1 << 22;

/// How much a check may still read beyond matches, and whether that was not enough.
#[derive(Debug)]
pub struct SearchLimit {
    left: Cell<usize>,
    is_reached: Cell<bool>,
}

impl SearchLimit {
    fn of(bytes: usize) -> Self {
        Self { left: Cell::new(bytes), is_reached: Cell::new(false) }
    }

    /// Whether something was not searched. Then the check must say so.
    #[must_use]
    pub fn is_reached(&self) -> bool {
        self.is_reached.get()
    }

    /// Takes so many bytes of what is left, or notes that they are too many.
    fn take(&self, bytes: usize) -> bool {
        let left = self.left.get().checked_sub(bytes);
        self.left.set(left.unwrap_or(0));
        self.is_reached.set(self.is_reached.get() || left.is_none());
        left.is_some()
    }
}

impl Default for SearchLimit {
    fn default() -> Self {
        Self::of(MOST_READ_BEYOND)
    }
}

/// The matches of a pattern in a text; none any more once the limit is reached.
#[derive(Debug)]
pub struct Matches<'a> {
    pattern: Option<&'a Built>,
    text: &'a str,
    /// Where the next match can start at the earliest.
    at: usize,
    /// What the last search read beyond its match. It is taken from the limit before the next one.
    beyond: usize,
    limit: &'a SearchLimit,
}

impl<'a> Matches<'a> {
    /// The matches of what was built. What cannot be built finds nothing, which the limit notes.
    pub(super) fn new(pattern: Option<&'a Built>, text: &'a str, limit: &'a SearchLimit) -> Self {
        limit.is_reached.set(limit.is_reached() || pattern.is_none());
        Self { pattern, text, at: 0, beyond: 0, limit }
    }

    fn search(&mut self) -> Option<Span> {
        let Built { regex, reach } = self.pattern?;
        while self.at < self.text.len() && self.limit.take(self.beyond) {
            let found = regex.find_at(self.text, self.at)?;
            let rest = self.text.get(found.end()..).unwrap_or_default();
            self.beyond = reach.beyond(rest).saturating_mul(reach.repeats);
            self.at = found.end();
            if !found.is_empty() {
                return Some(Span::new(found.start(), found.end()));
            }
            // A match of nothing is none; the next one can start after the next character.
            self.at += rest.chars().next().map_or(1, char::len_utf8);
        }
        None
    }
}

impl Iterator for Matches<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        let found = self.search();
        if found.is_none() {
            self.pattern = None;
        }
        found
    }
}

#[cfg(test)]
mod tests;
