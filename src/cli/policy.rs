//! Finding and loading the policy that a command is to use.

use crate::{Failure, input};
use countersign::policy::source::{self, Loaded, SourceError};
use countersign::policy::{Problem, wording};
use countersign::{Engine, Policy};
use std::path::{Path, PathBuf};

/// What is used if no policy is named.
const DEFAULT: &str = "policies/example";

/// The engine of a policy: of a folder, of a packed `.json`, or of the example if it is here.
pub(crate) fn engine(named: Option<&PathBuf>) -> Result<Engine, Failure> {
    let default = PathBuf::from(DEFAULT);
    let path = match named {
        Some(path) => path,
        None if default.is_dir() => &default,
        None => {
            let message = format!(
                "There is no {DEFAULT} here. Name a policy with --policy: a folder, or a packed .json file."
            );
            return Err(Failure::Input(message));
        }
    };
    if path.is_dir() { Ok(folder(path)?.engine) } else { packed(path) }
}

/// A policy's folder.
pub(crate) fn folder(path: &Path) -> Result<Loaded, Failure> {
    source::load(path).map_err(|errors| Failure::Input(list(errors.all(), "error")))
}

/// Errors, a line each, and how many there are.
pub(crate) fn list(errors: &[SourceError], noun: &str) -> String {
    let lines: Vec<_> = errors.iter().map(ToString::to_string).collect();
    format!("{}\n{}.", lines.join("\n"), number(errors.len(), noun))
}

/// `1 rule`, `2 rules`.
pub(crate) fn number(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}

fn packed(path: &PathBuf) -> Result<Engine, Failure> {
    let json = input::text(Some(path))?;
    Policy::from_json(&json).and_then(Engine::new).map_err(|error| {
        let lines: Vec<_> = error.problems().iter().map(|problem| packed_problem(path, problem)).collect();
        Failure::Input(lines.join("\n"))
    })
}

/// A problem of a packed policy. Of what its reader found, line and column are known; of what the engine
/// found, the rule.
fn packed_problem(path: &Path, problem: &Problem) -> String {
    let read = problem.message.rsplit_once(" at line ");
    let place = read.and_then(|(_, place)| place.split_once(" column "));
    let at = place.map(|(line, column)| format!(":{line}:{column}")).unwrap_or_default();
    let message = wording::in_words(read.map_or(problem.message.as_str(), |(message, _)| message));
    let way = Problem { message, ..problem.clone() };
    format!("{}{at}: {way}", path.display())
}
