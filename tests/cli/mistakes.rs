//! Every sort of mistake in a policy: where it is reported, and in which words.

mod policy;
mod rules;

use crate::program::{countersign, small};
use std::fs;

/// Packs a policy in which one file is another one, and expects these lines of errors.
#[track_caller]
fn assert_mistakes(name: &str, file: &str, text: &str, mistakes: &[(&str, &str)]) {
    let folder = small(name);
    folder.write(file, text);
    let packed = format!("{}.json", folder.root());
    fs::write(&packed, "the previous policy").expect("the folder can be written to");
    let run = countersign(&["pack", &folder.root(), "-o", &packed], "");
    let expected: Vec<_> =
        mistakes.iter().map(|(at, words)| (format!("{}/{file}{at} ", folder.root()), *words)).collect();
    let expected: Vec<_> = expected.iter().map(|(at, words)| (at.as_str(), *words)).collect();
    assert_eq!(run.status, 2, "{}", run.stdout);
    run.assert_lines(&expected);
    assert!(run.stderr.contains("Nothing was written."), "{}", run.stderr);
    assert_eq!(fs::read_to_string(&packed).expect("it is still there"), "the previous policy");
}
