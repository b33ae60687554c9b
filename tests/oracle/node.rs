//! Runs one of the oracles, which are npm packages, over many texts.

use serde::de::DeserializeOwned;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::Path;
use std::process::{Command, Stdio};

/// Asks the script about each text, in order. Nothing if the packages are not installed, and says so.
pub(crate) fn ask<A: DeserializeOwned>(script: &str, texts: &[String]) -> Option<Vec<A>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    if !root.join("node_modules/twitter-text").exists() {
        eprintln!(
            "skipped: npm's packages are not installed (./build.sh setup), so there is no oracle to ask"
        );
        return None;
    }
    let mut node = Command::new("node")
        .arg(root.join("tests/oracle").join(script))
        .current_dir(root)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node runs");
    let stdin = node.stdin.take().expect("it reads");
    let stdout = node.stdout.take().expect("it writes");
    let answers = std::thread::scope(|scope| {
        scope.spawn(|| {
            let mut out = BufWriter::new(stdin);
            for text in texts {
                writeln!(out, "{}", serde_json::to_string(text).expect("a string")).expect("node reads on");
            }
        });
        BufReader::new(stdout)
            .lines()
            .map(|line| serde_json::from_str(&line.expect("a line")).expect("an answer"))
            .collect::<Vec<A>>()
    });
    assert!(node.wait().expect("it ends").success());
    assert_eq!(answers.len(), texts.len());
    Some(answers)
}
