//! Between JavaScript's values and Rust's, by way of a JSON text: that crosses the border in one step, and JavaScript
//! writes and reads one in a single call, where the same objects field by field would take hundreds. The types are
//! read as they are everywhere else: so each is compiled for one format only.

use crate::policy::read;
use serde::Serialize;
use serde::de::DeserializeOwned;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const JSON: &str = "
/**
 * The JSON of a value.
 */
export type Json<T> = string & { readonly json?: T };
";

/// What a report takes, seldom more: so that its text need not move while it grows.
const USUAL_SIZE: usize = 4096;

/// A value from a JSON text.
///
/// # Errors
/// It is not a `T`.
pub(super) fn from_json<T: DeserializeOwned>(json: &str) -> Result<T, JsError> {
    read::json(json).map_err(|error| JsError::new(&error.message))
}

/// A value for JavaScript.
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
