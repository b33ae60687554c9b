//! A text made from another, with a way back, so that a finding marks, and a fix replaces, exactly what the poster
//! wrote.

use crate::finding::Span;

/// A rewritten text that knows where each of its bytes came from.
#[derive(Debug, Clone, Default)]
pub struct View {
    text: String,
    /// Where each stretch came from, in order; empty if nothing has moved.
    pieces: Vec<Piece>,
}

/// A stretch of a view.
#[derive(Debug, Clone, Copy)]
struct Piece {
    /// Its first byte in the view.
    at: usize,
    /// What it was made from.
    origin: Span,
    /// Whether each character has as many bytes as the one it was made from, so that offsets inside map one to one;
    /// otherwise any part of the piece comes from the whole origin.
    linear: bool,
}

impl View {
    /// A text whose bytes are all where they came from.
    pub(super) fn unmoved(text: String) -> Self {
        Self { text, pieces: Vec::new() }
    }

    /// The rewritten text alone.
    pub(crate) fn into_text(self) -> String {
        self.text
    }

    /// The rewritten text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The words at a span, or nothing if there is no such span.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.start..span.end).unwrap_or_default()
    }

    /// The part of the original text from which `span` was made.
    #[must_use]
    pub fn origin(&self, span: Span) -> Span {
        if self.pieces.is_empty() {
            return span;
        }
        let start = self.piece(span.start).map_or(0, |piece| {
            let inside = if piece.linear { span.start - piece.at } else { 0 };
            (piece.origin.start + inside).min(piece.origin.end)
        });
        if span.end <= span.start {
            return Span::new(start, start);
        }
        let end = self.piece(span.end - 1).map_or(start, |piece| {
            if piece.linear { piece.origin.start + (span.end - piece.at) } else { piece.origin.end }
        });
        Span::new(start, end)
    }

    fn piece(&self, byte: usize) -> Option<Piece> {
        let behind = self.pieces.partition_point(|piece| piece.at <= byte);
        self.pieces.get(behind.checked_sub(1)?).copied()
    }

    /// Appends text that was made from `origin`.
    pub(super) fn push(&mut self, made: &str, origin: Span, linear: bool) {
        if made.is_empty() {
            return;
        }
        match self.pieces.last_mut() {
            Some(last) if last.linear && linear && last.origin.end == origin.start => {
                last.origin.end = origin.end;
            }
            _ => self.pieces.push(Piece { at: self.text.len(), origin, linear }),
        }
        self.text.push_str(made);
    }

    /// Appends a character made from the one at `origin`.
    pub(super) fn push_character(&mut self, character: char, origin: Span) {
        let linear = character.len_utf8() == origin.end - origin.start;
        self.push(character.encode_utf8(&mut [0; 4]), origin, linear);
    }
}
