//! Countersign checks a social media draft against an organisation's policy: as it is typed, and once more before it is
//! posted.
//!
//! The crate is used in three ways: by the browser extension as WebAssembly ([`wasm`](self)), by the `countersign`
//! command line, and by Rust programs. All three go through the same steps, in the order of the modules below.
//!
//! ```text
//! Draft + Context ─▶ Engine::check ─▶ Report ─▶ gate::decide(report, answers) ─▶ Verdict
//! ```
//!
//! A draft goes in; findings and sign-offs come out. Nothing here does I/O or reads a clock.
//!
//! ```
//! use countersign::{Answers, Context, Draft, Engine, Policy, gate};
//!
//! let policy = Policy::from_json(r#"{
//!     "format": "countersign-policy/1", "id": "example", "name": "Example", "version": 1,
//!     "rules": [{
//!         "id": "words/utilise", "kind": "term", "severity": "warn",
//!         "message": "Write “use”.", "source": {"title": "Style guide"},
//!         "settings": {"terms": ["utilise"], "replace": "use"}
//!     }]
//! }"#)?;
//! let engine = Engine::new(policy)?;
//! let report = engine.check(&Draft::new("We utilise buses"), &Context::default());
//!
//! assert_eq!(report.findings[0].rule, "words/utilise");
//! assert_eq!(gate::decide(&report, &Answers::default()).decision, gate::Decision::Hold);
//! # Ok::<(), countersign::PolicyError>(())
//! ```

// In the order of ARCHITECTURE.md: each module imports only from those above it. `tests/conventions` checks this.
pub mod instant;
pub mod finding;
pub mod post;
pub mod profile;
pub mod text;
pub mod handle;
pub mod sites;
pub mod draft;
pub mod policy;
pub mod history;
pub mod context;
pub mod facts;
pub mod reading;
pub mod recognisers;
pub mod rules;
pub mod sign_off;
pub mod report;
pub mod engine;
pub mod gate;
pub mod wire;
#[cfg(not(target_arch = "wasm32"))]
pub mod authoring;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub use context::Context;
pub use draft::Draft;
pub use engine::Engine;
pub use finding::{Edit, Finding, Severity, Span};
pub use gate::{Answers, Verdict};
pub use instant::Instant;
pub use policy::{Policy, PolicyError, Trust};
pub use report::Report;
