//! The matches of a pattern, and a limit on how much a check may read to find them.
//!
//! One search takes time in proportion to the text. But after each match comes another search, and each may read the
//! rest of the text again: those of `a[^b]*b|a` do so in a text made only of `a`. So there is a limit, for a whole
//! check, on what searches may read beyond their matches; see `docs/decisions/0010-regular-expressions.md`.

use super::Built;
use crate::Span;
use std::cell::Cell;

/// How many bytes the searches of one check may read [beyond](super::reach) the matches that they find. Each byte
/// counts as often as the pattern repeats something.
const MOST_READ_BEYOND: usize = 1 << 22;

/// How much a check may still read beyond matches, and whether the limit was reached.
#[derive(Debug)]
pub struct SearchLimit {
    left: Cell<usize>,
    is_reached: Cell<bool>,
}

impl SearchLimit {
    fn of(bytes: usize) -> Self {
        Self { left: Cell::new(bytes), is_reached: Cell::new(false) }
    }

    /// Whether something was not searched. If so, the check must say so.
    #[must_use]
    pub fn is_reached(&self) -> bool {
        self.is_reached.get()
    }

    /// Takes this many bytes from what is left, or records that they are too many.
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

/// The matches of a pattern in a text; it ends early if the limit is reached.
#[derive(Debug)]
pub struct Matches<'a> {
    pattern: Option<&'a Built>,
    text: &'a str,
    /// The earliest place where the next match can start.
    at: usize,
    /// How much the last search read beyond its match. It is taken from the limit before the next search.
    beyond: usize,
    limit: &'a SearchLimit,
}

impl<'a> Matches<'a> {
    /// The matches of a pattern that was built. One that could not be built finds nothing, and the limit records that.
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
            // An empty match does not count; the next match can start after the next character.
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
