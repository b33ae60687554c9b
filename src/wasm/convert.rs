//! Between JavaScript's values and Rust's. On the way in, `serde-wasm-bindgen` makes plain JSON of what JavaScript
//! has, and the types read that, as they read everything else: so each type is compiled for one format only, which
//! saves a twentieth of the WebAssembly.

use crate::policy::read;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

/// What a report takes, seldom more: so that its text need not move while it grows.
const USUAL_SIZE: usize = 4096;

/// A value from JavaScript as a `T`.
///
/// # Errors
/// It is not a `T`.
pub(super) fn from_js<T: DeserializeOwned + Tsify>(value: &Ts<T>) -> Result<T, JsError> {
    let json: Value = serde_wasm_bindgen::from_value(value.js_value())?;
    read::value(json).map_err(|error| JsError::new(&error.message))
}

/// A value for JavaScript, by way of a JSON text: JavaScript reads one in a single call, where building the same
/// objects field by field would take hundreds.
///
/// # Errors
/// None is known: what the crate sends has a form in JSON.
pub(super) fn to_js<T: Serialize + Tsify>(value: &T) -> Result<Ts<T>, JsError> {
    let parsed = js_sys::JSON::parse(&to_json(value)?);
    Ok(Ts::new_unchecked(parsed.map_err(|_| JsError::new("The answer is not JSON."))?))
}

/// A value as a JSON text.
///
/// # Errors
/// None is known: what the crate sends has a form in JSON.
pub(super) fn to_json<T: Serialize>(value: &T) -> Result<String, JsError> {
    let mut json = Vec::with_capacity(USUAL_SIZE);
    serde_json::to_writer(&mut json, value)?;
    Ok(String::from_utf8(json)?)
}
