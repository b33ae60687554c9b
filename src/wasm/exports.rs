//! What JavaScript can call: convert, call, convert.

use super::convert::{from_js, to_js};
use crate::policy::OnUnavailable;
use crate::wire::{self, PolicyOut, ReportOut, Request};
use crate::{Engine, Policy};
use tsify::Ts;
use wasm_bindgen::prelude::*;

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

    /// Checks a draft and decides whether it may be posted.
    ///
    /// # Errors
    /// Throws an `Error` if the request is not one. It is read in here, not on the way in, where throwing
    /// would leave the checker borrowed for good.
    pub fn check(&self, request: &Ts<Request>) -> Result<Ts<ReportOut>, JsError> {
        to_js(&wire::answer(&self.engine, from_js(request)?))
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
