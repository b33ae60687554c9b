//! What is wrong with the files of a policy, and where.

use std::fmt;

/// A place in a file, as an editor shows it: both numbers start at 1, and columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct At {
    /// The line.
    pub line: u64,
    /// The column.
    pub column: u64,
}

impl At {
    /// The start of a file.
    pub(super) const START: Self = Self { line: 1, column: 1 };

    /// The place just after this text, if a file begins with it.
    ///
    /// ```
    /// use countersign::authoring::source::At;
    /// assert_eq!(At::behind("id: a\nkind: "), At { line: 2, column: 7 });
    /// ```
    #[must_use]
    pub fn behind(text: &str) -> Self {
        text.chars().fold(Self::START, |at, character| match character {
            '\n' => Self { line: at.line + 1, column: 1 },
            _ => Self { column: at.column + 1, ..at },
        })
    }
}

/// A place in one of the files of a policy.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file's path.
    pub file: String,
    /// Where in the file; `None` if the file could not be read at all.
    pub at: Option<At>,
}

/// One thing that is wrong with a policy's files.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SourceError {
    /// Where.
    pub place: Place,
    /// What is wrong, what was expected and what to do, in a sentence or two.
    pub message: String,
}

/// Everything that is wrong with a policy, in the order of its files.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct SourceErrors(Vec<SourceError>);

impl SourceErrors {
    /// The errors, sorted by place.
    pub(super) fn of(mut errors: Vec<SourceError>) -> Self {
        errors.sort();
        Self(errors)
    }

    /// The errors.
    #[must_use]
    pub fn all(&self) -> &[SourceError] {
        &self.0
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.at {
            Some(At { line, column }) => write!(f, "{}:{line}:{column}", self.file),
            None => f.write_str(&self.file),
        }
    }
}

impl fmt::Display for SourceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.message)
    }
}

impl fmt::Display for SourceErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (nth, error) in self.0.iter().enumerate() {
            let line_break = if nth == 0 { "" } else { "\n" };
            write!(f, "{line_break}{error}")?;
        }
        Ok(())
    }
}
