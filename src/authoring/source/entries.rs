//! The rules and sign-offs of all the files together: ids used twice, and where the engine's problems are.

use super::cases::EntryTests;
use super::error::{Place, SourceError};
use super::mapping::{File, located};
use crate::policy::Problem;
use std::collections::HashMap;

/// What has been gathered so far.
#[derive(Debug, Default)]
pub(super) struct Entries<'a> {
    files: HashMap<String, &'a File>,
    pub(super) tests: Vec<EntryTests>,
}

impl<'a> Entries<'a> {
    /// Reads files of one sort. If two have the same id, the second is reported and left out.
    pub(super) fn gather<T>(
        &mut self,
        files: &'a [File],
        errors: &mut Vec<SourceError>,
        read: impl Fn(&File, &mut Vec<SourceError>) -> Option<(T, EntryTests)>,
    ) -> Vec<T> {
        let mut gathered = Vec::new();
        for file in files {
            let Some((entry, tests)) = read(file, errors) else { continue };
            if let Some(first) = self.files.get(&tests.entry) {
                errors.push(doubled(&tests.entry, first, file));
            } else {
                self.files.insert(tests.entry.clone(), file);
                self.tests.push(tests);
                gathered.push(entry);
            }
        }
        gathered
    }

    /// Where the entry with this id is.
    pub(super) fn place(&self, id: &str) -> Option<Place> {
        self.files.get(id).map(|file| file.place(file.root.value_at("id")))
    }

    /// Finds the place of a problem reported by the engine. A problem that is not about an entry is about `header`.
    pub(super) fn locate(&self, problem: &Problem, header: Option<&File>) -> Option<SourceError> {
        let file = problem.entry.as_ref().and_then(|entry| self.files.get(entry)).copied().or(header)?;
        // The settings of a rule are at the same level as its other keys.
        let path = problem.path.strip_prefix("settings").unwrap_or(&problem.path);
        let (at, message) = located(&file.root, path, &problem.message);
        Some(SourceError { place: file.place(at), message })
    }
}

fn doubled(id: &str, first: &File, second: &File) -> SourceError {
    let there = first.place(first.root.value_at("id"));
    let message = format!("The id “{id}” is used already, at {there}. Give one of them another id.");
    SourceError { place: second.place(second.root.value_at("id")), message }
}
