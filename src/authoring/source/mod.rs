//! Reads a policy as an admin writes it: a folder of YAML files.
//!
//! ```text
//! policies/example/
//!   policy.yml            name, version, accounts, windows
//!   rules/**/*.yml        one rule a file, with its tests
//!   sign-offs/**/*.yml    one sign-off a file, with its tests
//!   bank-holidays.json    if need be, a newer list of bank holidays
//! ```
//!
//! Everything wrong is reported at once, with file, line and column, so that an admin can fix a policy in one go. A
//! file that nothing reads is also an error, since a rule in it would silently not apply.

mod cases;
mod common;
mod entries;
mod entry;
mod error;
mod files;
mod header;
mod mapping;
mod names;
mod sign_off;
mod warnings;
mod yaml;

pub use cases::{Case, EntryTests, Expected};
pub use error::{At, Place, SourceError, SourceErrors};
pub use files::{MAX_FILE_BYTES, MAX_FILES};
pub use header::wrong_approver;

use crate::authoring::holidays::BankHolidays;
use crate::engine::Engine;
use crate::policy::Policy;
use entries::Entries;
use files::Files;
use mapping::{File, Mistakes};
use names::Names;
use std::path::Path;

/// A policy's folder, read and compiled.
pub struct Loaded {
    /// The engine of the policy.
    pub engine: Engine,
    /// The tests of its rules and sign-offs; [`selftest`](super::selftest) runs them.
    pub tests: Vec<EntryTests>,
    /// What is likely to be a mistake, whatever the time: see [`Loaded::warnings`].
    warnings: Vec<SourceError>,
    /// Where each window ends in the files.
    ends: Vec<Place>,
}

/// Reads and compiles the policy in a folder.
///
/// # Errors
/// Lists everything that is wrong with it.
pub fn load(folder: &Path) -> Result<Loaded, SourceErrors> {
    let mut errors = Vec::new();
    let files = files::read(folder, &mut errors);
    let loaded = compile(&files, &mut errors);
    loaded.filter(|_| errors.is_empty()).ok_or_else(|| SourceErrors::of(errors))
}

/// Compiles whatever can be read, so that mistakes in all the files are reported together.
fn compile(files: &Files, errors: &mut Vec<SourceError>) -> Option<Loaded> {
    let header = files.header.as_ref();
    let names = Names::of(header);
    for file in header.into_iter().chain(&files.rules).chain(&files.sign_offs) {
        names.check(&file.root, &mut Mistakes { file: &file.name, errors });
    }
    let policy = header::read(header, errors);
    let windows = policy.windows.as_slice();
    let holidays = bank_holidays(files.bank_holidays.as_ref(), errors);
    let mut entries = Entries::default();
    let rules =
        entries.gather(&files.rules, errors, |file, errors| entry::rule(file, windows, &holidays, errors));
    let sign_offs =
        entries.gather(&files.sign_offs, errors, |file, errors| sign_off::sign_off(file, windows, errors));
    let mut policy = Policy { rules, sign_offs, ..policy };
    holidays.put_into(&mut policy);
    match Engine::new(policy) {
        Ok(engine) => {
            let warnings = warnings::of(files, &engine, &entries);
            let ends = warnings::ends(header, engine.policy());
            Some(Loaded { engine, tests: entries.tests, warnings, ends })
        }
        Err(error) => {
            errors.extend(error.problems().iter().filter_map(|problem| entries.locate(problem, header)));
            None
        }
    }
}

/// The bank holidays in the policy's own list, or else those built into this version.
fn bank_holidays(file: Option<&File>, errors: &mut Vec<SourceError>) -> BankHolidays {
    let own = file.and_then(|file| Mistakes { file: &file.name, errors }.read(&file.root));
    own.unwrap_or_else(BankHolidays::built_in)
}
