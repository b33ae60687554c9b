//! Reading values into typed structs, with the path to any value that is wrong.
//!
//! Policies are written and packed outside the browser, and an error there has to name the place. Following the path is
//! compiled for each type and would make the engine 200 KB larger, so in the browser the message has to do.

mod surrogates;

use serde::Deserializer;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::fmt;

/// What is wrong with a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ReadError {
    /// The path to the value, such as `rules[2].severity`; empty if it is not known.
    pub(crate) path: String,
    /// What is wrong and what was expected.
    pub(crate) message: String,
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() {
            f.write_str(&self.message)
        } else {
            write!(f, "at {}: {}", self.path, self.message)
        }
    }
}

/// Reads JSON text. Half a character, which an editor may hold for a moment, is read as U+FFFD.
pub(crate) fn json<T: DeserializeOwned>(json: &str) -> Result<T, ReadError> {
    let json = surrogates::replaced(json);
    let mut reader = serde_json::Deserializer::from_str(&json);
    let value = from(&mut reader)?;
    reader.end().map_err(|error| ReadError { path: String::new(), message: error.to_string() })?;
    Ok(value)
}

/// Reads a JSON value. `null` reads as an empty object.
pub(crate) fn value<T: DeserializeOwned>(value: Value) -> Result<T, ReadError> {
    from(if value.is_null() { Value::Object(serde_json::Map::new()) } else { value })
}

/// Reads from any format.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn from<'de, T, D>(format: D) -> Result<T, ReadError>
where
    T: DeserializeOwned,
    D: Deserializer<'de, Error: fmt::Display>,
{
    serde_path_to_error::deserialize(format).map_err(|error| {
        let path = error.path().to_string();
        let path = if path == "." { String::new() } else { path };
        ReadError { path, message: error.into_inner().to_string() }
    })
}

/// Reads from any format.
#[cfg(target_arch = "wasm32")]
pub(crate) fn from<'de, T, D>(format: D) -> Result<T, ReadError>
where
    T: DeserializeOwned,
    D: Deserializer<'de, Error: fmt::Display>,
{
    T::deserialize(format).map_err(|error| ReadError { path: String::new(), message: error.to_string() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::Policy;
    use serde_json::json;

    #[track_caller]
    fn assert_says(read: Result<Policy, ReadError>, expected: &str) {
        assert_eq!(read.unwrap_err().to_string(), expected);
    }

    #[test]
    fn an_error_names_the_way_to_the_value() {
        let policy = json!({"format": "", "id": "a", "name": "A", "version": -1});
        assert_says(value(policy.clone()), "at version: invalid value: integer `-1`, expected u64");
        let text = "at version: invalid value: integer `-1`, expected u64 at line 1 column 45";
        assert_says(json(&policy.to_string()), text);
    }

    #[test]
    fn what_follows_the_value_is_not_passed_over() {
        assert_eq!(json::<Vec<u8>>("[1]\n"), Ok(vec![1]));
        let error = json::<Vec<u8>>("[1] [2]").unwrap_err();
        assert_eq!(error.to_string(), "trailing characters at line 1 column 5");
    }

    #[test]
    fn nothing_at_all_has_no_settings() {
        assert_eq!(value::<crate::profile::Profile>(Value::Null), Ok(crate::profile::Profile::default()));
    }
}
