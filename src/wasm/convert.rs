//! Between JavaScript's values and Rust's, in two steps: `serde-wasm-bindgen` makes plain JSON of what JavaScript
//! has, and the types read that, as they read everything else. So each type is compiled for one format only,
//! which saves a tenth of the WebAssembly.

use crate::policy::read;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_wasm_bindgen::Serializer;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

/// A value from JavaScript as a `T`.
///
/// # Errors
/// It is not a `T`.
pub(super) fn from_js<T: DeserializeOwned + Tsify>(value: &Ts<T>) -> Result<T, JsError> {
    let json: Value = serde_wasm_bindgen::from_value(value.js_value())?;
    read::value(json).map_err(|error| JsError::new(&error.message))
}

/// A value for JavaScript.
///
/// # Errors
/// None is known: what the crate sends has a form in JSON.
pub(super) fn to_js<T: Serialize + Tsify>(value: &T) -> Result<Ts<T>, JsError> {
    let json = serde_json::to_value(value)?;
    Ok(Ts::new_unchecked(json.serialize(&Serializer::json_compatible())?))
}
