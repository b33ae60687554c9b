//! Emoticons and other pictures made of characters, for the kind `emoji`.

use super::Input;
use super::places::is_taken;
use crate::finding::Span;

/// The beginnings of faces that are more than eyes and a mouth side by side.
const PICTURES: [&str; 14] =
    ["¯\\_", "ʕ•", "(╯", "┻━", "(づ", "( ͡", "ಠ_", "^_^", "-_-", "T_T", ">_<", "o_O", "O_o", "</3"];

/// How many of the same symbol make a row.
const ROW: usize = 3;

/// Emoticons and rows of symbols, between spaces and outside links.
pub(super) fn find(input: &Input<'_>) -> Vec<Span> {
    let text = input.draft().text();
    let mut found = Vec::new();
    let mut at = 0;
    for chunk in text.split_inclusive(char::is_whitespace) {
        let start = at;
        at += chunk.len();
        let chunk = chunk.trim_end();
        let face = chunk.trim_end_matches(['.', ',', '!', '?']);
        // Most chunks are words: skip them quickly.
        let signs = chunk.len() - face.len();
        if signs < ROW && face.bytes().all(|byte| byte.is_ascii_alphanumeric()) && !is_emoticon(face) {
            continue;
        }
        let span = Span::new(start, start + chunk.len());
        let taken = |span: Span| {
            is_taken(input.reading.entities(), span, |entity| entity.span)
                || is_taken(input.reading.emoji(), span, |&emoji| emoji)
        };
        if taken(span) {
            continue;
        }
        if is_emoticon(face) || PICTURES.iter().any(|picture| face.starts_with(picture)) {
            found.push(Span::new(start, start + face.len()));
        } else if let Some((from, to)) = row_of_signs(chunk) {
            found.push(Span::new(start + from, start + to));
        }
    }
    found
}

/// Whether it is eyes, perhaps a nose, and a mouth: `:-)`.
fn is_emoticon(face: &str) -> bool {
    if matches!(face, "<3" | "xD" | "XD") {
        return true;
    }
    let Some(rest) = face.strip_prefix([':', ';', '=']) else { return false };
    let mouth = rest.strip_prefix(['-', '\'', '^']).unwrap_or(rest);
    matches!(
        mouth,
        ")" | "))" | "(" | "((" | "]" | "[" | "D" | "P" | "p" | "O" | "o" | "|" | "/" | "\\" | "*"
    )
}

/// Where the same symbol is repeated three times or more, with no letter or digit next to it.
fn row_of_signs(chunk: &str) -> Option<(usize, usize)> {
    let characters: Vec<(usize, char)> = chunk.char_indices().collect();
    let mut before = None;
    for run in characters.chunk_by(|left, right| left.1 == right.1) {
        let &(from, sign) = run.first()?;
        let to = from + run.len() * sign.len_utf8();
        let behind = chunk.get(to..).and_then(|rest| rest.chars().next());
        let beside_word = [before, behind].into_iter().flatten().any(char::is_alphanumeric);
        let is_sign =
            !sign.is_alphanumeric() && !matches!(sign, '.' | '!' | '?' | '…' | '"' | '\'' | '(' | ')');
        if run.len() >= ROW && is_sign && !beside_word {
            return Some((from, to));
        }
        before = Some(sign);
    }
    None
}
