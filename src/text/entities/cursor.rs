//! Small steps through a text by byte offset that never leave the text and never split a character.

/// The character that begins at this offset.
///
/// ```ignore
/// assert_eq!(char_at("aé", 1), Some('é'));
/// ```
pub(crate) fn char_at(text: &str, at: usize) -> Option<char> {
    let byte = *text.as_bytes().get(at)?;
    // Most characters are ASCII and need no decoding.
    if byte.is_ascii() { Some(char::from(byte)) } else { text.get(at..)?.chars().next() }
}

/// The character that ends at this offset.
pub(crate) fn char_before(text: &str, at: usize) -> Option<char> {
    let byte = *text.as_bytes().get(at.checked_sub(1)?)?;
    if byte.is_ascii() { Some(char::from(byte)) } else { text.get(..at)?.chars().next_back() }
}

/// The end of the run of characters that begins here and satisfies the condition.
pub(crate) fn run_end(text: &str, at: usize, belongs: impl Fn(char) -> bool) -> usize {
    let mut end = at;
    while let Some(character) = char_at(text, end).filter(|&character| belongs(character)) {
        end += character.len_utf8();
    }
    end
}

/// The start of the run of characters that ends here and satisfies the condition.
pub(crate) fn run_start(text: &str, at: usize, belongs: impl Fn(char) -> bool) -> usize {
    let mut start = at;
    while let Some(character) = char_before(text, start).filter(|&character| belongs(character)) {
        start -= character.len_utf8();
    }
    start
}

/// How many UTF-16 code units the text takes.
pub(crate) fn utf16_len(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// Whether the text begins with these ASCII letters, in any case.
pub(crate) fn starts_with_ignoring_case(text: &str, ascii: &str) -> bool {
    text.get(..ascii.len()).is_some_and(|start| start.eq_ignore_ascii_case(ascii))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_stay_on_character_boundaries() {
        assert_eq!(char_at("aé", 2), None);
        assert_eq!(char_before("aé", 3), Some('é'));
        assert_eq!(run_end("aaé b", 0, char::is_alphabetic), 4);
        assert_eq!(run_start("b éé", 6, char::is_alphabetic), 2);
        assert_eq!(utf16_len("a🚌"), 3);
        assert!(starts_with_ignoring_case("HTTPS://", "https"));
        assert!(!starts_with_ignoring_case("é", "http"));
    }
}
