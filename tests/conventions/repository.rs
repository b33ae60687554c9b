//! Reads the files of the repository.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// A file with its path from the root of the repository.
pub(crate) struct File {
    pub(crate) path: String,
    pub(crate) text: String,
}

impl File {
    /// `ni_number` of `src/recognisers/ni_number.rs`.
    pub(crate) fn stem(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap();
        name.split('.').next().unwrap()
    }

    /// Each line with its number, except comments.
    pub(crate) fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let is_comment =
            |line: &str| ["//", "/*", "*"].iter().any(|start| line.trim_start().starts_with(start));
        (1..).zip(self.text.lines()).filter(move |(_, line)| !is_comment(line))
    }

    /// `path:line` of each line of code that satisfies this.
    pub(crate) fn lines_where<'a>(
        &'a self,
        wanted: impl Fn(&str) -> bool + 'a,
    ) -> impl Iterator<Item = String> + 'a {
        self.code().filter(move |(_, line)| wanted(line)).map(|(number, _)| format!("{}:{number}", self.path))
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The text of one file, which must exist.
pub(crate) fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// A JSON file.
pub(crate) fn json(path: &str) -> serde_json::Value {
    serde_json::from_str(&read(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// All files under a folder with this ending, sorted by path, except installed or built files.
pub(crate) fn files(folder: &str, ending: &str) -> Vec<File> {
    let mut paths = Vec::new();
    collect(&root().join(folder), ending, &mut paths);
    assert!(!paths.is_empty(), "There is no {ending} file in {folder}.");
    paths.sort();
    let file = |path: PathBuf| {
        let path = path.strip_prefix(root()).unwrap().to_str().unwrap().to_owned();
        File { text: read(&path), path }
    };
    paths.into_iter().map(file).collect()
}

fn collect(folder: &Path, ending: &str, into: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.unwrap().path();
        let made = ["node_modules", "target"].iter().any(|made| path.ends_with(made));
        if path.is_dir() && !made {
            collect(&path, ending, into);
        } else if path.to_str().unwrap().ends_with(ending) {
            into.push(path);
        }
    }
}

/// Fails with the advice if anything is in the list.
#[track_caller]
pub(crate) fn none(found: impl IntoIterator<Item = String>, advice: &str) {
    let found: Vec<String> = found.into_iter().collect();
    assert!(found.is_empty(), "{advice}\n  {}", found.join("\n  "));
}

/// Fails with the advice if the two sets differ.
#[track_caller]
pub(crate) fn same(one: &BTreeSet<String>, other: &BTreeSet<String>, advice: &str) {
    none(one.symmetric_difference(other).cloned(), advice);
}

/// Everything in double quotes after `start`, up to `end`.
pub(crate) fn quoted(text: &str, start: &str, end: char) -> BTreeSet<String> {
    let Some((_, rest)) = text.split_once(start) else { return BTreeSet::new() };
    let list = rest.split(end).next().unwrap();
    list.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Whether the name appears in the text as a separate word.
pub(crate) fn names(text: &str, name: &str) -> bool {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
    text.match_indices(name)
        .any(|(at, _)| !text[..at].ends_with(is_part) && !text[at + name.len()..].starts_with(is_part))
}
