//! What is wrong with a policy, and where.

use super::suggestion::did_you_mean;
use std::fmt;

/// Why a policy cannot be used. It lists everything that was found to be wrong, not only the first problem.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct PolicyError {
    problems: Vec<Problem>,
}

/// One thing that is wrong with a policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The rule or sign-off it is about; `None` if it is about the policy as a whole.
    pub entry: Option<String>,
    /// The path to the value inside that entry, such as `settings.terms[2]`; may be empty.
    pub path: String,
    /// What is wrong, what was expected and what to do, in a sentence.
    pub message: String,
}

/// The sentence about a name that is not a known one.
#[must_use]
pub fn unknown(what: &str, name: &str, known: &[&str]) -> String {
    let hint = did_you_mean(name, known.iter().copied());
    format!("There is no {what} “{name}”.{hint} Known {what}s: {}.", known.join(", "))
}

impl Problem {
    /// A problem with a policy as a whole.
    pub(crate) fn whole(path: impl Into<String>, message: impl Into<String>) -> Self {
        Self { entry: None, path: path.into(), message: message.into() }
    }

    /// A problem with one rule or sign-off.
    pub(crate) fn entry(
        entry: impl Into<String>,
        path: impl Into<String>,
        message: impl Into<String>,
    ) -> Self {
        Self { entry: Some(entry.into()), path: path.into(), message: message.into() }
    }
}

impl PolicyError {
    pub(crate) fn of(problems: Vec<Problem>) -> Self {
        Self { problems }
    }

    /// Everything that is wrong.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.entry, self.path.is_empty()) {
            (Some(entry), true) => write!(f, "{entry}: {}", self.message),
            (Some(entry), false) => write!(f, "{entry}: at {}: {}", self.path, self.message),
            (None, true) => f.write_str(&self.message),
            (None, false) => write!(f, "at {}: {}", self.path, self.message),
        }
    }
}

impl fmt::Display for PolicyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (nth, problem) in self.problems.iter().enumerate() {
            let line_break = if nth == 0 { "" } else { "\n" };
            write!(f, "{line_break}{problem}")?;
        }
        Ok(())
    }
}
