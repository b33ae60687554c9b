//! How a policy is made: from the files that an admin writes to the policy that browsers load. Native only.
//!
//! ```text
//! policies/*.yml ─▶ source ─▶ selftest ─▶ prepare ─▶ canonical JSON ─▶ Policy::from_json ─▶ Engine::new
//! ```

pub mod holidays;
mod prepare;
pub mod selftest;
pub mod source;
pub mod wording;
