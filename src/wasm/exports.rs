//! What JavaScript can call: convert, call, convert.

use super::convert::{to_js, to_json};
use crate::policy::{OnUnavailable, read};
use crate::wire::{self, PolicyOut};
use crate::{Engine, Policy};
use tsify::Ts;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const JSON: &str = "
/**
 * The JSON of a value.
 */
export type Json<T> = string & { readonly json?: T };
";

/// Sends panics, which the lints rule out but dependencies may still have, to the console.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

/// A compiled policy that checks drafts.
#[wasm_bindgen]
pub struct Checker {
    engine: Engine,
}

#[wasm_bindgen]
impl Checker {
    /// Compiles a policy from its canonical JSON.
    ///
    /// # Errors
    /// Throws an `Error` that lists everything that is wrong with the policy.
    #[wasm_bindgen(constructor)]
    pub fn new(policy_json: &str) -> Result<Self, JsError> {
        let engine = Engine::new(Policy::from_json(policy_json)?)?;
        Ok(Self { engine })
    }

    /// Checks a draft and decides whether it may be posted. Both ways it is a line of JSON, as `countersign check
    /// --jsonl` reads and writes them: that crosses the border in one step, and a report goes on to another process
    /// as it is.
    ///
    /// # Errors
    /// Throws an `Error` if the request is not one.
    #[wasm_bindgen(unchecked_return_type = "Json<ReportOut>")]
    pub fn check(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Json<Request>")] request: &str,
    ) -> Result<String, JsError> {
        let request = read::json(request).map_err(|error| JsError::new(&error.message))?;
        to_json(&wire::answer(&self.engine, request))
    }

    /// The names of the policy.
    ///
    /// # Errors
    /// None is known.
    pub fn policy(&self) -> Result<Ts<PolicyOut>, JsError> {
        to_js(&PolicyOut::of(self.engine.policy()))
    }

    /// What happens to a post that nothing could check.
    ///
    /// # Errors
    /// None is known.
    #[wasm_bindgen(js_name = onUnavailable)]
    pub fn on_unavailable(&self) -> Result<Ts<OnUnavailable>, JsError> {
        to_js(&self.engine.policy().on_unavailable)
    }
}
