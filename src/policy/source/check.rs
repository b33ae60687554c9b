//! What concerns several files: ids that are used twice, and where the engine's problems stand.

use super::error::{At, Place, SourceError};
use super::mapping::{File, located};
use crate::policy::Problem;
use std::collections::HashMap;

/// The files that have been read, by the id of the rule or sign-off in them.
#[derive(Debug, Default)]
pub(super) struct Entries<'a> {
    files: HashMap<String, &'a File>,
}

impl<'a> Entries<'a> {
    /// Adds a file. If its id is used already that is reported, and the answer is no.
    pub(super) fn add(&mut self, id: &str, file: &'a File, errors: &mut Vec<SourceError>) -> bool {
        let Some(first) = self.files.get(id) else {
            self.files.insert(id.to_owned(), file);
            return true;
        };
        let there = first.place(first.root.value_at("id"));
        let place = file.place(file.root.value_at("id"));
        let message = format!("The id “{id}” is used already, at {there}. Give one of them another id.");
        errors.push(SourceError { place, message });
        false
    }

    /// Finds the place of a problem that the engine reported.
    pub(super) fn locate(&self, problem: &Problem) -> SourceError {
        let Some(file) = problem.entry.as_ref().and_then(|entry| self.files.get(entry)) else {
            let place = Place { file: "policy.yml".to_owned(), at: Some(At::START) };
            return SourceError { place, message: problem.message.clone() };
        };
        let (at, message) = located(&file.root, &problem.path, &problem.message);
        SourceError { place: file.place(at), message }
    }
}
