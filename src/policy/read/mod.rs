//! Reading JSON into typed structs, with the way to the value that was wrong.
//!
//! Policies are written and packed outside the browser, and there an error has to name the place. In the
//! browser a packed policy arrives; the machinery that follows the way through every struct would add a tenth
//! to the WebAssembly, so there the message has to do.

mod pairs;
mod plain;
mod surrogates;

pub use pairs::Pairs;
use plain::Plain;
use serde::Deserializer;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// What is wrong with some JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ReadError {
    /// The way to the value, such as `rules[2].severity`; empty if it is not known.
    pub(crate) path: String,
    /// What is wrong and what was expected.
    pub(crate) message: String,
}

/// Reads JSON text. Half a character, as an editor may hold for a moment, is read as U+FFFD.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn json<T: DeserializeOwned>(json: &str) -> Result<T, ReadError> {
    read(&mut serde_json::Deserializer::from_str(&surrogates::replaced(json)))
}

/// Reads JSON text. Half a character, as an editor may hold for a moment, is read as U+FFFD.
#[cfg(target_arch = "wasm32")]
pub(crate) fn json<T: DeserializeOwned>(json: &str) -> Result<T, ReadError> {
    let read = serde_json::from_str(&surrogates::replaced(json));
    value(read.map_err(|error| ReadError { path: String::new(), message: error.to_string() })?)
}

/// Reads a JSON value. Nothing at all reads as an empty object.
pub(crate) fn value<T: DeserializeOwned>(value: Value) -> Result<T, ReadError> {
    read(Plain(if value.is_null() { Value::Object(serde_json::Map::new()) } else { value }))
}

#[cfg(not(target_arch = "wasm32"))]
fn read<'de, T: DeserializeOwned>(
    from: impl Deserializer<'de, Error = serde_json::Error>,
) -> Result<T, ReadError> {
    serde_path_to_error::deserialize(from).map_err(|error| {
        let path = error.path().to_string();
        let path = if path == "." { String::new() } else { path };
        ReadError { path, message: error.into_inner().to_string() }
    })
}

#[cfg(target_arch = "wasm32")]
fn read<'de, T: DeserializeOwned>(
    from: impl Deserializer<'de, Error = serde_json::Error>,
) -> Result<T, ReadError> {
    T::deserialize(from).map_err(|error| ReadError { path: String::new(), message: error.to_string() })
}
