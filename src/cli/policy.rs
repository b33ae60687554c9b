//! Finding and loading the policy that a command uses.

use crate::{Failure, input};
use countersign::authoring::source::{self, Loaded, SourceError};
use countersign::authoring::wording;
use countersign::policy::Problem;
use countersign::{Engine, Policy};
use serde::de::IgnoredAny;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The policy used if none is named.
const DEFAULT: &str = "policies/example";

/// The engine for a policy: from a folder, from a packed `.json`, or from the example if it is here.
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

/// Loads a policy's folder.
pub(crate) fn folder(path: &Path) -> Result<Loaded, Failure> {
    source::load(path).map_err(|errors| Failure::Input(list(errors.all(), "error")))
}

/// The errors, one per line, and how many there are.
pub(crate) fn list(errors: &[SourceError], noun: &str) -> String {
    let lines: Vec<_> = errors.iter().map(ToString::to_string).collect();
    format!("{}\n{}.", lines.join("\n"), number(errors.len(), noun))
}

/// Warns on standard error about likely mistakes. This does not change the exit status.
pub(crate) fn warn(loaded: &Loaded) {
    let warnings = loaded.warnings(SystemTime::now().into());
    if warnings.is_empty() {
        return;
    }
    let line = |warning: &SourceError| format!("{}: Warning: {}\n", warning.place, warning.message);
    let lines: String = warnings.iter().map(line).collect();
    crate::say(&format!("{lines}{}.\n", number(warnings.len(), "warning")));
}

/// `1 rule`, `2 rules`.
pub(crate) fn number(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}

fn packed(path: &PathBuf) -> Result<Engine, Failure> {
    let file = path.display();
    if path.extension().is_some_and(|extension| extension == "yml" || extension == "yaml") {
        return Err(Failure::Input(format!("{file}: Name the policy’s folder, or a packed .json file.")));
    }
    let json = input::json(path)?;
    let line = |number: usize| json.lines().nth(number.saturating_sub(1)).unwrap_or_default();
    if let Err(error) = serde_json::from_str::<IgnoredAny>(&json) {
        let (column, message) = input::wrong(line(error.line()), &error);
        return Err(Failure::Input(format!("{file}:{}:{column}: {message}", error.line())));
    }
    Policy::from_json(&json).and_then(Engine::new).map_err(|error| {
        let said = |problem: &Problem| {
            let (at, problem) = packed_problem(problem, line);
            format!("{file}{at}: {problem}")
        };
        let lines: Vec<_> = error.problems().iter().map(said).collect();
        Failure::Input(lines.join("\n"))
    })
}

/// A problem in a packed policy, in words. A problem found by the reader has a line and a column; one found by the
/// engine has a rule.
fn packed_problem<'j>(problem: &Problem, line: impl Fn(usize) -> &'j str) -> (String, Problem) {
    let read = problem.message.rsplit_once(" at line ");
    let place = read.and_then(|(_, place)| place.split_once(" column "));
    let place = place.and_then(|(line, column)| Some((line.parse().ok()?, column.parse().ok()?)));
    let at = |(number, bytes)| format!(":{number}:{}", input::column(line(number), bytes));
    let message = wording::in_words(read.map_or(problem.message.as_str(), |(message, _)| message));
    (place.map(at).unwrap_or_default(), Problem { message, ..problem.clone() })
}
