//! The files of a policy's folder.

use super::error::{At, Place, SourceError};
use super::mapping::File;
use super::yaml::{self, Content, Node};
use serde_json::Value;
use std::fs::{self, DirEntry};
use std::path::{Path, PathBuf};

/// The most bytes one file may have. The longest word lists in use have a tenth of that.
pub const MAX_FILE_BYTES: u64 = 1 << 20;
/// The most rules and sign-offs a policy may have.
pub const MAX_FILES: usize = 10_000;
/// How deep folders may be nested.
const MAX_DEPTH: usize = 8;

/// The files of a policy, read into trees.
#[derive(Debug, Default)]
pub(super) struct Files {
    pub(super) header: Option<File>,
    pub(super) rules: Vec<File>,
    pub(super) sign_offs: Vec<File>,
    pub(super) bank_holidays: Option<File>,
}

impl Files {
    /// The files of rules and sign-offs.
    pub(super) fn entries(&self) -> impl Iterator<Item = &File> {
        self.rules.iter().chain(&self.sign_offs)
    }
}

/// Reads all the files in the folder that can be read, and reports the others.
pub(super) fn read(folder: &Path, errors: &mut Vec<SourceError>) -> Files {
    let mut files = Files::default();
    let before = errors.len();
    for entry in entries(folder, errors) {
        let path = entry.path();
        if path.is_symlink() {
            refuse(&path, errors, LINK);
            continue;
        }
        match (entry.file_name().to_string_lossy().as_ref(), path.is_dir()) {
            ("rules", true) => files.rules = section(&path, errors),
            ("sign-offs", true) => files.sign_offs = section(&path, errors),
            ("policy.yaml", false) if folder.join("policy.yml").exists() => {
                refuse(&path, errors, "There are policy.yml and policy.yaml. Remove one of them.");
            }
            ("policy.yml" | "policy.yaml", false) => files.header = file(&path, errors),
            ("bank-holidays.json", false) => files.bank_holidays = file(&path, errors),
            ("README.md", false) => {}
            _ => refuse(
                &path,
                errors,
                "This does not belong here. A policy’s folder has policy.yml, rules/ and sign-offs/.",
            ),
        }
    }
    if errors.len() == before {
        let nothing = files.rules.is_empty() && files.sign_offs.is_empty();
        if files.header.is_none() {
            refuse(folder, errors, NO_HEADER);
        } else if nothing {
            refuse(folder, errors, NO_ENTRIES);
        }
    }
    files
}

/// The files below `rules` or `sign-offs`.
fn section(folder: &Path, errors: &mut Vec<SourceError>) -> Vec<File> {
    let mut paths = Vec::new();
    yaml_files(folder, MAX_DEPTH, &mut paths, errors);
    if paths.len() > MAX_FILES {
        let message = format!("There are {} files here; {MAX_FILES} is the most.", paths.len());
        refuse(folder, errors, &message);
        return Vec::new();
    }
    paths.iter().filter_map(|path| file(path, errors)).collect()
}

fn yaml_files(folder: &Path, depth: usize, paths: &mut Vec<PathBuf>, errors: &mut Vec<SourceError>) {
    for entry in entries(folder, errors) {
        let path = entry.path();
        let is_yaml = path.extension().is_some_and(|extension| extension == "yml" || extension == "yaml");
        match entry.file_type() {
            Ok(kind) if kind.is_symlink() => {
                refuse(&path, errors, LINK);
            }
            Ok(kind) if kind.is_dir() && depth == 0 => {
                refuse(&path, errors, "This folder lies too deep inside others. Move it up.");
            }
            Ok(kind) if kind.is_dir() => yaml_files(&path, depth - 1, paths, errors),
            Ok(_) if is_yaml => paths.push(path),
            Ok(_) if entry.file_name() == "README.md" => {}
            Ok(_) => {
                refuse(
                    &path,
                    errors,
                    "This file would be ignored. Rules and sign-offs end in .yml or .yaml.",
                );
            }
            Err(error) => refuse(&path, errors, &format!("This cannot be read: {error}.")),
        }
    }
}

/// What is in a folder, sorted by name, without hidden files.
fn entries(folder: &Path, errors: &mut Vec<SourceError>) -> Vec<DirEntry> {
    let listing = fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    let mut entries = listing.unwrap_or_else(|error| {
        refuse(folder, errors, &format!("The folder cannot be read: {error}."));
        Vec::new()
    });
    entries.retain(|entry| !entry.file_name().to_string_lossy().starts_with('.'));
    entries.sort_by_key(DirEntry::file_name);
    entries
}

fn file(path: &Path, errors: &mut Vec<SourceError>) -> Option<File> {
    let name = path.display().to_string();
    let parsed = |text: String| match yaml::parse(&text) {
        Ok(root) => Ok((root, text)),
        Err((at, message)) => Err((Some(at), message)),
    };
    match text(path).and_then(parsed) {
        Ok((Node { content: Content::Scalar(Value::Null), .. }, _)) => {
            refuse_at(
                name,
                Some(At::START),
                errors,
                "The file is empty. Write something in it, or remove it.",
            );
            None
        }
        Ok((root, text)) => {
            for (at, message) in root.mistakes(&text) {
                refuse_at(name.clone(), Some(at), errors, &message);
            }
            Some(File { name, root })
        }
        Err((at, message)) => {
            refuse_at(name, at, errors, &message);
            None
        }
    }
}

fn text(path: &Path) -> Result<String, (Option<At>, String)> {
    let unreadable = |error| (None, format!("The file cannot be read: {error}."));
    let metadata = fs::symlink_metadata(path).map_err(unreadable)?;
    if !metadata.is_file() {
        // A pipe or a device might never end.
        return Err((None, NO_FILE.to_owned()));
    }
    let bytes = metadata.len();
    if bytes > MAX_FILE_BYTES {
        return Err((None, format!("The file has {bytes} bytes; {MAX_FILE_BYTES} is the most. Split it.")));
    }
    String::from_utf8(fs::read(path).map_err(unreadable)?).map_err(|error| {
        let valid = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
        let at = At::behind(&String::from_utf8_lossy(valid));
        (Some(at), "The file is not UTF-8 text. Save it as UTF-8.".to_owned())
    })
}

const NO_HEADER: &str = "There is no policy.yml in this folder. Add one, or name the folder that has it.";
const NO_ENTRIES: &str =
    "There are no rules and no sign-offs in this folder. Add a file in rules/ or sign-offs/.";
const LINK: &str = "This is a link. Put the file or folder itself here.";
const NO_FILE: &str = "This is not a file of text. Put one here.";

fn refuse(path: &Path, errors: &mut Vec<SourceError>, message: &str) {
    refuse_at(path.display().to_string(), None, errors, message);
}

fn refuse_at(file: String, at: Option<At>, errors: &mut Vec<SourceError>, message: &str) {
    errors.push(SourceError { place: Place { file, at }, message: message.to_owned() });
}
