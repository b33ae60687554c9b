//! What the fuzz targets try: the cases of the tests, taken apart, mixed and changed.
//!
//! ```text
//! tests/cases/**.toml ─▶ seeds ─▶ mutate ─▶ input (policy and request as JSON) ─▶ invariants::hold
//! ```
//!
//! Whatever breaks an invariant is printed as JSON. Kept in `tests/regressions/`, it is tried by every `cargo test`.

pub mod input;
pub mod invariants;
pub mod mutate;
pub mod seeds;

#[allow(dead_code, reason = "only the reading of the cases is used here")]
#[path = "../../tests/cases.rs"]
mod cases;
