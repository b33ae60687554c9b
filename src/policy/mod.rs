//! What an organisation requires, as data: from the admin's YAML files to what the engine loads.
//!
//! ```text
//! policies/*.yml ─▶ source (native only) ─▶ Policy ─▶ canonical JSON ─▶ Policy::from_json ─▶ Engine::new
//! ```

mod error;
mod model;
#[cfg(not(target_arch = "wasm32"))]
mod prepare;
pub(crate) mod read;
#[cfg(not(target_arch = "wasm32"))]
pub mod selftest;
mod sign_off;
#[cfg(not(target_arch = "wasm32"))]
pub mod source;
mod trust;
#[cfg(not(target_arch = "wasm32"))]
pub mod wording;

pub use error::{PolicyError, Problem, unknown};
pub use model::{
    FORMAT, Mode, OnUnavailable, Policy, RegisteredAccount, Rule, Scope, SignOff, Topic, Unavailable,
};
pub use read::Pairs;
pub use sign_off::{Parts, Position, Variants};
pub use trust::Trust;
