//! `countersign test`: runs the tests that a policy carries.

use crate::policy::{folder, list, number, warn};
use crate::{Failure, Outcome};
use clap::Args;
use countersign::authoring::selftest;
use std::io::Write;
use std::path::PathBuf;

/// Run the tests of a policy’s rules and sign-offs
#[derive(Debug, Args)]
pub(crate) struct Test {
    /// The policy’s folder
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

impl Test {
    /// Runs the tests and prints a summary; failed tests count as errors in the policy.
    pub(crate) fn run(&self, out: &mut impl Write) -> Result<Outcome, Failure> {
        let loaded = folder(&self.folder)?;
        warn(&loaded);
        let outcome = selftest::run(&loaded);
        let policy = loaded.engine.policy();
        writeln!(
            out,
            "{}: {} of {} and {} run.",
            policy.name,
            number(outcome.run, "test"),
            number(policy.rules.len(), "rule"),
            number(policy.sign_offs.len(), "sign-off")
        )?;
        if !outcome.failures.is_empty() {
            return Err(Failure::Input(list(&outcome.failures, "failure")));
        }
        writeln!(out, "All passed.")?;
        Ok(Outcome::Fine)
    }
}
