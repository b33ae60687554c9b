//! Reads a policy as an admin writes it: a folder of YAML files.
//!
//! ```text
//! policies/example/
//!   policy.yml            name, version, accounts, windows
//!   rules/**/*.yml        one rule a file, with its tests
//!   sign-offs/**/*.yml    one sign-off a file, with its tests
//! ```
//!
//! Everything that is wrong is reported at once, each with file, line and column: an admin mends a policy in
//! one go. A file that nobody reads is an error as well, since a rule in it would silently not apply.

mod cases;
mod check;
mod common;
mod entry;
mod error;
mod files;
mod header;
mod mapping;
mod yaml;

pub use cases::{Case, EntryTests, Expected};
pub use error::{At, Place, SourceError, SourceErrors};
pub use files::{MAX_FILE_BYTES, MAX_FILES};

use crate::engine::Engine;
use crate::policy::Policy;
use mapping::File;
use std::path::Path;

/// A policy's folder, read and compiled.
pub struct Loaded {
    /// The engine of the policy.
    pub engine: Engine,
    /// The tests of its rules and sign-offs; [`selftest`](super::selftest) runs them.
    pub tests: Vec<EntryTests>,
}

/// Reads and compiles the policy in a folder.
///
/// # Errors
/// Lists everything that is wrong with it.
pub fn load(folder: &Path) -> Result<Loaded, SourceErrors> {
    let mut errors = Vec::new();
    let files = files::read(folder, &mut errors);
    let header = files.header.as_ref().and_then(|file| header::read(file, &mut errors));
    if files.header.is_none() && errors.is_empty() {
        let place = Place { file: folder.display().to_string(), at: None };
        let message =
            "There is no policy.yml in this folder. Add one, or name the folder that has it.".to_owned();
        errors.push(SourceError { place, message });
    }
    let windows = header.as_ref().map(|policy| policy.windows.as_slice());
    let read = |file| entry::rule(file, windows, &mut errors).map(|(rule, tests)| (rule, tests, file));
    let rules: Vec<(_, EntryTests, &File)> = files.rules.iter().filter_map(read).collect();
    let read = |file| entry::sign_off(file, windows, &mut errors).map(|(one, tests)| (one, tests, file));
    let sign_offs: Vec<(_, EntryTests, &File)> = files.sign_offs.iter().filter_map(read).collect();

    let mut entries = check::Entries::default();
    let mut tests = Vec::new();
    let mut policy = header;
    for (rule, of_rule, file) in rules {
        if entries.add(&rule.id, file, &mut errors) {
            tests.push(of_rule);
            policy.iter_mut().for_each(|policy| policy.rules.push(rule.clone()));
        }
    }
    for (sign_off, of_sign_off, file) in sign_offs {
        if entries.add(&sign_off.id, file, &mut errors) {
            tests.push(of_sign_off);
            policy.iter_mut().for_each(|policy| policy.sign_offs.push(sign_off.clone()));
        }
    }
    let engine = policy.and_then(|policy| compile(policy, &entries, &mut errors));
    match engine {
        Some(engine) if errors.is_empty() => Ok(Loaded { engine, tests }),
        _ => Err(SourceErrors::of(errors)),
    }
}

/// Compiles what could be read, so that its mistakes are reported together with those of the other files.
fn compile(policy: Policy, entries: &check::Entries<'_>, errors: &mut Vec<SourceError>) -> Option<Engine> {
    match Engine::new(policy) {
        Ok(engine) => Some(engine),
        Err(error) => {
            errors.extend(error.problems().iter().map(|problem| entries.locate(problem)));
            None
        }
    }
}
