//! Runs one of the oracles, which are npm packages, on many texts.

use serde::de::DeserializeOwned;
use serde_json::Value;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::Path;
use std::process::{Command, Stdio};

/// The packages of the oracles.
const PACKAGES: [&str; 3] = ["@atproto/api", "twitter-text", "whatwg-url"];

/// Whether the oracles are installed in the versions that `package.json` names.
fn are_installed(root: &Path) -> bool {
    let json = |path: String| -> Option<Value> {
        serde_json::from_str(&std::fs::read_to_string(root.join(path)).ok()?).ok()
    };
    let wanted = json("package.json".to_owned()).expect("package.json is JSON");
    PACKAGES.into_iter().all(|package| {
        let installed = json(format!("node_modules/{package}/package.json"));
        installed.is_some_and(|installed| installed["version"] == wanted["devDependencies"][package])
    })
}

/// Asks the script about each text, in order. Says so and returns nothing if the packages are not installed.
pub(crate) fn ask<A: DeserializeOwned>(script: &str, texts: &[String]) -> Option<Vec<A>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    if !are_installed(root) {
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
