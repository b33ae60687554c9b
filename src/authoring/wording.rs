//! Plain words for serde's errors about wrong values.

use crate::policy::suggestion::did_you_mean;

/// The message of a serde error in plain words.
///
/// ```
/// let message = "unknown field `txt`, expected one of `text`, `site`";
/// let plain = "There is no key “txt” here. Did you mean “text”? Known keys: text, site.";
/// assert_eq!(countersign::authoring::wording::in_words(message), plain);
/// ```
#[must_use]
pub fn in_words(message: &str) -> String {
    match mistake(message) {
        Mistake::UnknownKey { key, known } => unknown_key(&key, &known),
        Mistake::Other(sentence) => sentence,
    }
}

/// What serde found wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Mistake {
    /// A key that is not known here.
    UnknownKey { key: String, known: Vec<String> },
    /// Anything else, in a sentence.
    Other(String),
}

/// Reads the message of a serde error.
pub(crate) fn mistake(message: &str) -> Mistake {
    let quoted = in_backticks(message);
    if message.starts_with("unknown field")
        && let Some((key, known)) = quoted.split_first()
    {
        return Mistake::UnknownKey { key: key.clone(), known: known.to_vec() };
    }
    Mistake::Other(sentence(message, &quoted))
}

fn sentence(message: &str, quoted: &[String]) -> String {
    if let Some((word, known)) = quoted.split_first() {
        if message.starts_with("unknown variant") {
            let hint = did_you_mean(word, known.iter().map(String::as_str));
            return format!(
                "“{word}” is not one of the values here.{hint} Write one of: {}.",
                known.join(", ")
            );
        }
        if message.starts_with("missing field") {
            return format!("“{word}” is missing. Add it.");
        }
        if message.starts_with("duplicate field") {
            return format!("“{word}” is here twice. Remove one of the two.");
        }
    }
    if message.starts_with("invalid length") {
        return "Expected a mapping of keys to values, found a list.".to_owned();
    }
    let wrong = message.strip_prefix("invalid type: ").or_else(|| message.strip_prefix("invalid value: "));
    let Some((found, expected)) = wrong.and_then(|rest| rest.split_once(", expected ")) else {
        let mut characters = message.trim_end_matches('.').chars();
        let first = characters.next().map(char::to_uppercase);
        return format!("{}{}.", first.map(String::from_iter).unwrap_or_default(), characters.as_str());
    };
    let expected = expected_in_words(expected);
    format!("Expected {expected}, found {}.{}", found_in_words(found), remedy(found, expected))
}

/// What to do about a value of the wrong sort, if it is clear what was meant.
fn remedy(found: &str, expected: &str) -> &'static str {
    let (sort, value) = found.split_once(' ').unwrap_or_default();
    let value = value.trim_matches('"');
    // `007` is a text even without quotes.
    let is_number = || value.parse::<f64>().is_ok_and(|number| number.to_string() == value);
    let wants_number = expected == "a number" || expected.starts_with("a whole number");
    match (expected, sort) {
        ("text", "integer" | "floating" | "boolean") => " Put it in quotes.",
        ("true or false", "string") => match value.to_lowercase().as_str() {
            "yes" | "y" | "on" | "true" => " Write true, without quotes.",
            "no" | "n" | "off" | "false" => " Write false, without quotes.",
            _ => "",
        },
        (_, "string") if wants_number && is_number() => " Remove the quotes.",
        _ => "",
    }
}

/// The sentence about an unknown key.
pub(crate) fn unknown_key(key: &str, known: &[String]) -> String {
    let hint = if key == key.trim() {
        did_you_mean(key, known.iter().map(String::as_str))
    } else {
        " The space around it is not an ordinary one. Type it again.".to_owned()
    };
    format!("There is no key “{key}” here.{hint} Known keys: {}.", known.join(", "))
}

fn in_backticks(message: &str) -> Vec<String> {
    message.split('`').skip(1).step_by(2).map(ToOwned::to_owned).collect()
}

fn found_in_words(found: &str) -> String {
    let value = found.split_once(' ').map_or("", |(_, value)| value.trim_matches(['`', '"']));
    match found.split(' ').next() {
        Some("integer" | "floating") => format!("the number {}", value.trim_start_matches("point `")),
        Some("boolean") => format!("the value {value}"),
        Some("string") => format!("the text “{value}”"),
        Some("sequence") => "a list".to_owned(),
        Some("map") => "a mapping of keys to values".to_owned(),
        _ => found.to_owned(),
    }
}

fn expected_in_words(expected: &str) -> &str {
    match expected {
        "a string" => "text",
        "a boolean" => "true or false",
        "a sequence" => "a list such as [a, b]",
        "u8" => "a whole number from 0 to 255",
        "u64" | "usize" => "a whole number, 0 or more",
        "i64" => "a whole number",
        "f64" => "a number",
        "a map" => "a mapping of keys to values",
        "string or map" | "map with a single key" | "unit" => "a word",
        _ if expected.starts_with("struct ") => "a mapping of keys to values",
        _ => expected,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_sentence(message: &str, expected: &str) {
        assert_eq!(mistake(message), Mistake::Other(expected.to_owned()));
    }

    #[test]
    fn serde_in_plain_words() {
        assert_sentence("missing field `title`", "“title” is missing. Add it.");
        assert_sentence("duplicate field `title`", "“title” is here twice. Remove one of the two.");
        assert_sentence(
            "unknown variant `wran`, expected one of `note`, `warn`, `ask`, `block`",
            "“wran” is not one of the values here. Did you mean “warn”? Write one of: note, warn, ask, block.",
        );
        assert_sentence(
            "invalid type: integer `2024`, expected a string",
            "Expected text, found the number 2024. Put it in quotes.",
        );
        assert_sentence(
            "invalid value: integer `-1`, expected u64",
            "Expected a whole number, 0 or more, found the number -1.",
        );
        assert_sentence(
            "invalid type: string \"yes\", expected a boolean",
            "Expected true or false, found the text “yes”. Write true, without quotes.",
        );
        assert_sentence(
            "invalid type: string \"30\", expected usize",
            "Expected a whole number, 0 or more, found the text “30”. Remove the quotes.",
        );
        assert_sentence(
            "invalid type: string \"007\", expected i64",
            "Expected a whole number, found the text “007”.",
        );
        assert_sentence("expected a time with its offset", "Expected a time with its offset.");
        assert_sentence(
            "invalid type: string \"x\", expected a sequence",
            "Expected a list such as [a, b], found the text “x”.",
        );
        assert_sentence(
            "invalid type: string \"GCS\", expected struct Source",
            "Expected a mapping of keys to values, found the text “GCS”.",
        );
    }
}
