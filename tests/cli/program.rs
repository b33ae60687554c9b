//! Runs the program, and makes folders for it to work in.

use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The department's policy that the demo and the extension start with.
pub(crate) const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/policies/example");

/// A small policy without mistakes.
pub(crate) const POLICY: &str = "id: small\nname: Small\nversion: 3\nwindows:\n  - {id: purdah, from: \"2054-05-25T00:01:00+01:00\", until: \"2054-07-04T22:00:00+01:00\"}\n";
pub(crate) const RULE: &str = "id: words/utilise
kind: term
severity: warn
message: Write “use”.
source: {title: Style guide}
terms: [utilise]
replace: use
tests:
  - {breaks: We utilise it, fixed: We use it}
  - {complies: We use it}
";
pub(crate) const SIGN_OFF: &str = "id: sign-off/initials
message: Sign replies.
source: {title: Handbook}
variants: [\"^{initials}\"]
scope: {surfaces: [reply]}
tests:
  - {text: Thanks., profile: {initials: AB}, signed: Thanks. ^AB}
  - {text: Thanks. ^AB, profile: {initials: AB}, signed: Thanks. ^AB}
";

/// A folder with a small policy without mistakes.
pub(crate) fn small(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.write("policy.yml", POLICY);
    folder.write("rules/utilise.yml", RULE);
    folder.write("sign-offs/initials.yml", SIGN_OFF);
    folder
}

/// The folder of one test, empty at the start.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli").join(name);
        if path.exists() {
            fs::remove_dir_all(&path).expect("an earlier run's folder can be removed");
        }
        fs::create_dir_all(&path).expect("the folder can be made");
        let folder = Self(path);
        // It may not exist.
        let _ = fs::remove_file(folder.packed());
        folder
    }

    /// Where a policy in this folder is packed: next to the folder.
    pub(crate) fn packed(&self) -> String {
        format!("{}.json", self.root())
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        self.write_bytes(name, text.as_bytes());
    }

    pub(crate) fn write_bytes(&self, name: &str, bytes: &[u8]) {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("it is in the folder")).expect("its folder can be made");
        fs::write(path, bytes).expect("it can be written");
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).expect("it can be read")
    }

    pub(crate) fn path(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }

    pub(crate) fn root(&self) -> String {
        self.0.display().to_string()
    }

    /// The files in the folder, including hidden ones.
    pub(crate) fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).expect("it can be read");
        let mut names: Vec<_> =
            entries.map(|entry| entry.expect("it can be read").file_name().display().to_string()).collect();
        names.sort();
        names
    }

    /// Runs the program in this folder.
    pub(crate) fn countersign(&self, arguments: &[&str], input: &str) -> Run {
        run(Command::new(env!("CARGO_BIN_EXE_countersign")).current_dir(&self.0).args(arguments), input)
    }
}

/// The output of a run of the program.
pub(crate) struct Run {
    pub(crate) status: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// Runs the program with this on its standard input.
pub(crate) fn countersign(arguments: &[&str], input: &str) -> Run {
    run(Command::new(env!("CARGO_BIN_EXE_countersign")).args(arguments), input)
}

fn run(command: &mut Command, input: &str) -> Run {
    let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    let mut stdin = child.stdin.take().expect("its input is piped");
    // A program that refuses its arguments does not read its input, so the pipe may already be closed.
    let _ = stdin.write_all(input.as_bytes());
    drop(stdin);
    let output = child.wait_with_output().expect("the program ends");
    Run {
        status: output.status.code().expect("it ends by itself"),
        stdout: String::from_utf8(output.stdout).expect("it writes UTF-8"),
        stderr: String::from_utf8(output.stderr).expect("it writes UTF-8"),
    }
}

impl Run {
    /// The reports, one per line.
    pub(crate) fn reports(&self) -> Vec<Value> {
        self.stdout.lines().map(|line| serde_json::from_str(line).expect("a line is a report")).collect()
    }

    /// Bad usage or input: exit status 2, nothing on standard output, and these words on standard error.
    #[track_caller]
    pub(crate) fn assert_refused(&self, words: &str) {
        assert!(self.stderr.contains(words), "“{words}” is not in:\n{}", self.stderr);
        assert_eq!((self.status, self.stdout.as_str()), (2, ""));
    }

    /// The first lines of standard error begin with these positions and contain these words.
    #[track_caller]
    pub(crate) fn assert_lines(&self, expected: &[(&str, &str)]) {
        let lines: Vec<_> = self.stderr.lines().collect();
        for (nth, (place, words)) in expected.iter().enumerate() {
            let line = lines.get(nth).copied().unwrap_or_default();
            let right = line.strip_prefix(place).is_some_and(|rest| rest.contains(words));
            assert!(right, "line {} is not “{place}… {words}” in:\n{}", nth + 1, self.stderr);
        }
        let places = lines.iter().filter(|line| line.contains("/cli/")).count();
        assert!(places <= expected.len() + 1, "more mistakes than expected:\n{}", self.stderr);
    }
}
