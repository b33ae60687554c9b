//! Halves of surrogate pairs in JSON.
//!
//! A JavaScript string may hold one half of a character beyond U+FFFF, and `JSON.stringify` writes it as an escape,
//! such as `\ud83d`. UTF-8 cannot hold it; browsers write U+FFFD in its place, and so does this module.

use std::borrow::Cow;

/// The length of the escape of a code unit, such as `\u0041`.
const ESCAPE: usize = 6;

/// The JSON with each unpaired half replaced by U+FFFD, which takes the same number of UTF-16 code units.
pub(super) fn replaced(json: &str) -> Cow<'_, str> {
    if !json.contains("\\ud") && !json.contains("\\uD") {
        return Cow::Borrowed(json);
    }
    let mut whole = String::with_capacity(json.len());
    let mut rest = json;
    while let Some((before, escape)) = rest.find('\\').and_then(|at| rest.split_at_checked(at)) {
        whole.push_str(before);
        rest = escape;
        let low = || escape.get(ESCAPE..).and_then(unit);
        let length = match (unit(escape), low()) {
            (Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => 2 * ESCAPE,
            (Some(0xd800..=0xdfff), _) => {
                whole.push(char::REPLACEMENT_CHARACTER);
                rest = escape.get(ESCAPE..).unwrap_or_default();
                continue;
            }
            (Some(_), _) => ESCAPE,
            // Such as `\\`, whose second backslash does not begin an escape.
            (None, _) => 2,
        };
        let Some((kept, behind)) = escape.split_at_checked(length) else { break };
        whole.push_str(kept);
        rest = behind;
    }
    whole.push_str(rest);
    Cow::Owned(whole)
}

/// The code unit that an escape stands for.
fn unit(escape: &str) -> Option<u16> {
    u16::from_str_radix(escape.strip_prefix("\\u")?.get(..4)?, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_halves_that_stand_alone_are_replaced() {
        assert_eq!(replaced(r#""a \ud83d b""#), "\"a \u{fffd} b\"");
        assert_eq!(replaced(r#""\ude8c\ud83d""#), "\"\u{fffd}\u{fffd}\"");
        assert_eq!(replaced(r#""\uD83D\uDE8C \u00e9\n""#), r#""\uD83D\uDE8C \u00e9\n""#);
        assert_eq!(replaced(r#""\\ud83d \ud83d""#), "\"\\\\ud83d \u{fffd}\"");
        assert_eq!(replaced(r#""\ud8"#), r#""\ud8"#);
        assert_eq!(replaced("\"\\ud8é\\"), "\"\\ud8é\\");
    }
}
