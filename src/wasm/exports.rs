//! The part of the engine that JavaScript can call: convert, call, convert.

use super::convert::{from_js, to_js};
use crate::policy::{OnUnavailable, read};
use crate::profile::{Profile, StoredProfile};
use crate::wire::{self, PolicyOut};
use crate::{Engine, Policy, PolicyError, Trust};
use tsify::Ts;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const JSON: &str = "
/**
 * The JSON of a value.
 */
export type Json<T> = string & { readonly json?: T };
";

/// Big enough for almost any report, so that its text need not be moved as it grows.
const USUAL_SIZE: usize = 4096;

/// A compiled policy that checks drafts.
#[wasm_bindgen]
pub struct Checker {
    engine: Engine,
}

#[wasm_bindgen]
impl Checker {
    /// Compiles a policy from its canonical JSON: the text that was packed and is stored.
    ///
    /// # Errors
    /// Throws an `Error` that lists everything that is wrong with the policy.
    #[wasm_bindgen(constructor)]
    pub fn new(policy_json: &str) -> Result<Self, JsError> {
        let engine = Engine::with_trust(Policy::from_json(policy_json)?, Trust::Packed)?;
        Ok(Self { engine })
    }

    /// Everything that is wrong with a policy; empty if it can be used.
    #[wasm_bindgen(js_name = problemsOf)]
    pub fn problems_of(policy_json: &str) -> Vec<String> {
        let compiled =
            Policy::from_json(policy_json).and_then(|policy| Engine::with_trust(policy, Trust::Packed));
        compiled.err().iter().flat_map(PolicyError::problems).map(ToString::to_string).collect()
    }

    /// The profile that a browser has stored, as far as this version knows its details.
    ///
    /// # Errors
    /// Throws an `Error` if it is not something that can be stored.
    #[wasm_bindgen(js_name = profileOf)]
    pub fn profile_of(
        #[wasm_bindgen(unchecked_param_type = "unknown")] stored: JsValue,
    ) -> Result<Ts<Profile>, JsError> {
        let StoredProfile(profile) = from_js(stored)?;
        to_js(&profile)
    }

    /// Checks a draft and decides whether it may be posted. The request and the report are each a line of JSON, as read
    /// and written by `countersign check --jsonl`.
    ///
    /// # Errors
    /// Throws an `Error` if the request is not valid.
    #[wasm_bindgen(unchecked_return_type = "Json<ReportOut>")]
    pub fn check(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Json<Request>")] request: &str,
    ) -> Result<String, JsError> {
        let request = read::json(request).map_err(|error| JsError::new(&error.to_string()))?;
        let mut json = Vec::with_capacity(USUAL_SIZE);
        serde_json::to_writer(&mut json, &wire::answer(&self.engine, request))?;
        Ok(String::from_utf8(json)?)
    }

    /// The policy's id, name and version.
    ///
    /// # Errors
    /// None is known.
    pub fn policy(&self) -> Result<Ts<PolicyOut>, JsError> {
        to_js(&PolicyOut::of(self.engine.policy()))
    }

    /// What happens to a post that could not be checked.
    ///
    /// # Errors
    /// None is known.
    #[wasm_bindgen(js_name = onUnavailable)]
    pub fn on_unavailable(&self) -> Result<Ts<OnUnavailable>, JsError> {
        to_js(&self.engine.policy().on_unavailable)
    }
}

/// The same check, with values instead of JSON; only in the module that the benchmark compares with the shipped one.
#[cfg(feature = "values-module")]
#[wasm_bindgen]
impl Checker {
    /// Checks a draft.
    ///
    /// # Errors
    /// Throws an `Error` if the request is not valid.
    #[wasm_bindgen(js_name = checkValue)]
    pub fn check_value(&self, request: Ts<wire::Request>) -> Result<Ts<wire::ReportOut>, JsError> {
        to_js(&wire::answer(&self.engine, from_js(request)?))
    }
}
