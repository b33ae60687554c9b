//! `countersign pack`: compiles a policy’s folder into the one file that browsers load.

use crate::policy::{folder, list, number, warn};
use crate::{Failure, Outcome};
use clap::Args;
use countersign::authoring::selftest;
use countersign::policy::FORMAT;
use serde::Deserialize;
use std::fs::{self, File};
use std::io::{self, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process;

/// The most bytes a packed policy may have.
const MAX_PACKED_BYTES: usize = 8 << 20;

/// Compile a policy’s folder into the file that browsers load; refuses if a test fails
#[derive(Debug, Args)]
pub(crate) struct Pack {
    /// The policy’s folder, with policy.yml, rules/ and sign-offs/
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// Where to write the packed policy; a file that is not a packed policy is not overwritten
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

impl Pack {
    /// Packs. If anything is wrong, nothing is written and an older file stays as it is.
    pub(crate) fn run(&self, out: &mut impl Write) -> Result<Outcome, Failure> {
        if self.is_inside() {
            let message = format!(
                "{}: The policy’s own folder has its sources only. Write the packed policy somewhere else.",
                self.output.display()
            );
            return Err(self.nothing_written(Failure::Input(message)));
        }
        let loaded = folder(&self.folder).map_err(|failure| self.nothing_written(failure))?;
        warn(&loaded);
        let outcome = selftest::run(&loaded);
        if !outcome.failures.is_empty() {
            let failure = Failure::Input(list(&outcome.failures, "failure"));
            return Err(self.nothing_written(failure));
        }
        let policy = loaded.engine.policy().clone().prepared();
        let json = policy.to_json();
        self.write(&json).map_err(|message| self.nothing_written(Failure::Input(message)))?;
        writeln!(
            out,
            "Packed {} version {} into {}: {}, {}, {} passed, {} bytes.",
            policy.name,
            policy.version,
            self.output.display(),
            number(policy.rules.len(), "rule"),
            number(policy.sign_offs.len(), "sign-off"),
            number(outcome.run, "test"),
            json.len()
        )?;
        Ok(Outcome::Fine)
    }

    /// Writes the packed policy, unless it would overwrite something else.
    fn write(&self, json: &str) -> Result<(), String> {
        if json.len() > MAX_PACKED_BYTES {
            return Err(format!(
                "The packed policy has {} bytes; {MAX_PACKED_BYTES} is the most.",
                json.len()
            ));
        }
        if let Some(message) = foreign(&self.output) {
            return Err(message);
        }
        replace(&self.output, json.as_bytes())
            .map_err(|error| format!("{}: This cannot be written: {error}.", self.output.display()))
    }

    /// Whether the packed policy would end up among the sources, replacing one of them or becoming one that cannot be
    /// read.
    fn is_inside(&self) -> bool {
        let parent = self.output.parent().filter(|parent| !parent.as_os_str().is_empty());
        let parent = parent.unwrap_or(Path::new(".")).canonicalize();
        parent
            .ok()
            .zip(self.folder.canonicalize().ok())
            .is_some_and(|(parent, folder)| parent.starts_with(folder))
    }

    fn nothing_written(&self, failure: Failure) -> Failure {
        let Failure::Input(message) = failure else { return failure };
        let file = self.output.display();
        let kept = if self.output.exists() { format!("{file} stays as it was.") } else { String::new() };
        Failure::Input(format!("{message}\nNothing was written. {kept}").trim_end().to_owned())
    }
}

/// Why the existing file should not be overwritten: only a packed policy or an empty file may be.
fn foreign(output: &Path) -> Option<String> {
    let metadata = fs::metadata(output).ok()?;
    // For a folder, the system gives the error.
    if metadata.is_dir() || metadata.is_file() && (metadata.len() == 0 || is_packed(output)) {
        return None;
    }
    Some(format!(
        "{}: This file is not a packed policy, so it is not overwritten. Name another file, or remove this one first.",
        output.display()
    ))
}

/// Whether a file is a policy packed by some version of this program.
fn is_packed(path: &Path) -> bool {
    #[derive(Deserialize)]
    struct Header {
        format: String,
    }
    let read = File::open(path).map(|file| file.take(MAX_PACKED_BYTES as u64 + 1));
    let header = read.ok().and_then(|file| serde_json::from_reader::<_, Header>(BufReader::new(file)).ok());
    let name = FORMAT.split('/').next().unwrap_or(FORMAT);
    header.is_some_and(|header| header.format.split('/').next() == Some(name))
}

/// Writes a file completely or not at all: first to a temporary file beside it, which then takes its place.
fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?.to_string_lossy();
    let neighbour = path.with_file_name(format!(".{name}.{}.part", process::id()));
    let written = File::create_new(&neighbour).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    let replaced = written.and_then(|()| fs::rename(&neighbour, path));
    if replaced.is_err() {
        // The admin needs to know about the first error.
        let _ = fs::remove_file(&neighbour);
    }
    replaced
}
