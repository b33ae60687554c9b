//! What JavaScript can call: convert, call, convert.

use super::convert::{from_json, to_js, to_json};
use crate::policy::OnUnavailable;
use crate::wire::{self, PolicyOut};
use crate::{Engine, Policy, PolicyError, Trust};
use tsify::Ts;
use wasm_bindgen::prelude::*;

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
        let engine = Engine::with_trust(Policy::from_json(policy_json)?, Trust::Packed)?;
        Ok(Self { engine })
    }

    /// Everything that is wrong with a policy; nothing if it can be used.
    #[wasm_bindgen(js_name = problemsOf)]
    pub fn problems_of(policy_json: &str) -> Vec<String> {
        let compiled =
            Policy::from_json(policy_json).and_then(|policy| Engine::with_trust(policy, Trust::Packed));
        compiled.err().iter().flat_map(PolicyError::problems).map(ToString::to_string).collect()
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
        to_json(&wire::answer(&self.engine, from_json(request)?))
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
