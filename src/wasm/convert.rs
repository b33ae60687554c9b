//! Conversion between JavaScript's values and Rust's.
//!
//! A value crosses the border field by field. Only a check is a line of JSON both ways, which goes on to another process as
//! it is; the table of `./build.sh bench` has both ways.

use crate::policy::read;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_wasm_bindgen::{Deserializer, Serializer};
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

/// A value from JavaScript.
///
/// # Errors
/// It is not a `T`; the message says where.
pub(super) fn from_js<T: DeserializeOwned>(value: impl Into<JsValue>) -> Result<T, JsError> {
    read::from(Deserializer::from(value.into())).map_err(|error| JsError::new(&error.to_string()))
}

/// A value for JavaScript, in the same form as its JSON.
///
/// # Errors
/// None is known: everything the crate sends can be represented in JavaScript.
pub(super) fn to_js<T: Serialize + Tsify>(value: &T) -> Result<Ts<T>, JsError> {
    Ok(Ts::new_unchecked(value.serialize(&Serializer::json_compatible())?))
}
