//! The text being checked, and the only code that converts its byte offsets to UTF-16 offsets.
//!
//! Rust counts bytes; the browser counts UTF-16 code units. Everything inside the crate uses bytes. Only
//! [`wire`](crate::wire) needs UTF-16, and it gets it from here.

use crate::finding::Span;
use crate::text::ascii::ascii_run;
use sha2::{Digest, Sha256};

/// How many characters of a draft are checked. The rest is reported as unchecked, never as fine.
///
/// The longest post of any supported site has 63,206 characters (Facebook).
pub const MAX_CHARACTERS: usize = 100_000;

/// A draft: its text, cut at [`MAX_CHARACTERS`], and an index from bytes to UTF-16.
#[derive(Debug, Clone)]
pub struct Draft {
    text: String,
    /// The byte offset just after each non-ASCII character, with the UTF-16 offset there.
    anchors: Vec<(usize, usize)>,
    total_characters: usize,
    /// The SHA-256 digest of the text that was left out, if any was.
    rest: Option<[u8; 32]>,
}

impl Draft {
    /// A draft of this text. Text beyond [`MAX_CHARACTERS`] is left out; see [`Draft::cut`].
    #[must_use]
    pub fn new(text: &str) -> Self {
        let total_characters = text.chars().count();
        let too_long = total_characters > MAX_CHARACTERS;
        let beyond = too_long.then(|| text.char_indices().nth(MAX_CHARACTERS)).flatten();
        let end = beyond.map_or(text.len(), |(offset, _)| offset);
        let (text, rest) = text.split_at_checked(end).unwrap_or_default();
        let rest = too_long.then(|| Sha256::digest(rest).into());
        Self { text: text.to_owned(), anchors: anchors(text), total_characters, rest }
    }

    /// The text that is checked.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How many characters the whole draft has, if some of it is not checked.
    #[must_use]
    pub fn cut(&self) -> Option<usize> {
        (self.total_characters > MAX_CHARACTERS).then_some(self.total_characters)
    }

    /// Identifies the text that was left out.
    pub(crate) fn rest(&self) -> Option<[u8; 32]> {
        self.rest
    }

    /// The words at a span, or nothing if the span does not fit this draft.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.start..span.end).unwrap_or_default()
    }

    /// The UTF-16 offset of a byte offset. Offsets past the end give the text's length.
    ///
    /// ```
    /// let draft = countersign::Draft::new("🚌 late");
    /// assert_eq!(draft.utf16(4), 2);
    /// assert_eq!(draft.utf16(5), 3);
    /// ```
    #[must_use]
    pub fn utf16(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        let behind = self.anchors.partition_point(|&(offset, _)| offset <= byte);
        let (anchor, utf16) =
            behind.checked_sub(1).and_then(|last| self.anchors.get(last)).copied().unwrap_or_default();
        utf16 + (byte - anchor)
    }
}

fn anchors(text: &str) -> Vec<(usize, usize)> {
    let mut anchors = Vec::new();
    let (mut at, mut utf16) = (0, 0);
    loop {
        let rest = text.get(at..).unwrap_or_default();
        let run = ascii_run(rest);
        let Some(other) = rest.get(run..).and_then(|others| others.chars().next()) else { return anchors };
        at += run + other.len_utf8();
        utf16 += run + other.len_utf16();
        anchors.push((at, utf16));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_character_boundary_maps_to_its_utf16_offset(text in "\\PC{0,40}") {
            let draft = Draft::new(&text);
            for (offset, _) in text.char_indices().chain([(text.len(), ' ')]) {
                prop_assert_eq!(draft.utf16(offset), text.get(..offset).unwrap().encode_utf16().count());
            }
        }
    }

    #[test]
    fn a_text_over_the_limit_says_how_long_it_was() {
        let draft = Draft::new(&"é".repeat(MAX_CHARACTERS + 1));
        assert_eq!(draft.text().chars().count(), MAX_CHARACTERS);
        assert_eq!(draft.cut(), Some(MAX_CHARACTERS + 1));
        assert_eq!(Draft::new("short").cut(), None);
    }
}
