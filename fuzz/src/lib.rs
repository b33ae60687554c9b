//! The inputs of the fuzz targets: the cases of the tests, taken apart, mixed and changed.
//!
//! ```text
//! tests/cases/**.toml ─▶ seeds ─▶ mutate ─▶ input (policy and request as JSON) ─▶ invariants::hold
//! ```
//!
//! Anything that breaks an invariant is printed as JSON. If it is kept in `tests/regressions/`, every `cargo test`
//! tries it.

pub mod input;
pub mod invariants;
pub mod mutate;
pub mod seeds;

#[allow(dead_code, reason = "only the reading of the cases is used here")]
#[path = "../../tests/cases.rs"]
mod cases;
