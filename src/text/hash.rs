//! Numbers for words: 32-bit FNV-1a (Fowler, Noll, Vo; draft-eastlake-fnv), over characters instead of bytes.
//!
//! They are used to find words in tables and to compare posts. They do not keep a text secret: whoever can guess it can
//! check the guess.

/// The number of the empty text, to [`join`] characters to.
pub(crate) const EMPTY: u32 = 0x811c_9dc5;

/// The number of a text.
pub(crate) fn of(text: &str) -> u32 {
    text.chars().fold(EMPTY, join)
}

/// The number of a text with one more character.
pub(crate) fn join(hash: u32, character: char) -> u32 {
    (hash ^ u32::from(character)).wrapping_mul(0x0100_0193)
}

/// A digest in lower-case hexadecimal digits.
pub(crate) fn hex(digest: &[u8]) -> String {
    let digit = |nibble: u8| char::from_digit(nibble.into(), 16);
    digest.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).flatten().collect()
}
