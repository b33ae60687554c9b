//! Runs of ASCII. Most of a draft is ASCII, where a byte is a character: what can be done with a whole run at once
//! is many times faster than character by character.

/// How many bytes of ASCII a text begins with.
///
/// ```ignore
/// assert_eq!(ascii_run("gov.uk 🚌"), 7);
/// ```
pub(crate) fn ascii_run(text: &str) -> usize {
    const NOT_ASCII: u64 = 0x8080_8080_8080_8080;
    let bytes = text.as_bytes();
    let mut at = 0;
    // Eight bytes at a time; the first that is not ASCII is the lowest in the number.
    while let Some(eight) = bytes.get(at..).and_then(|rest| rest.first_chunk()) {
        let others = u64::from_le_bytes(*eight) & NOT_ASCII;
        if others != 0 {
            return at + others.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    while bytes.get(at).is_some_and(u8::is_ascii) {
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_run_ends_before_the_first_other_character(text in "[a-z ]{0,20}\\PC{0,3}[a-z]{0,9}") {
            let expected = text.find(|character: char| !character.is_ascii()).unwrap_or(text.len());
            prop_assert_eq!(ascii_run(&text), expected);
        }
    }
}
