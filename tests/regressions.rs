//! Inputs found by fuzzing, run again: each `tests/regressions/*.json` is a policy and a request. The programs in
//! `fuzz/` print them; each file is named after what was wrong.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "what does not hold panics")]

#[allow(unreachable_pub, reason = "the fuzz targets use it as well")]
#[path = "../fuzz/src/invariants.rs"]
mod invariants;

use serde_json::Value;
use std::fs;
use std::panic::catch_unwind;

#[test]
fn what_was_found_stays_mended() {
    for entry in fs::read_dir("tests/regressions").expect("the folder can be read") {
        let path = entry.expect("the entry can be read").path();
        let text = fs::read_to_string(&path).expect("the file can be read");
        let found: Value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path:?}: {error}"));
        // A policy that is not JSON is given as a string.
        let policy = found["policy"].as_str().map_or_else(|| found["policy"].to_string(), str::to_owned);
        let outcome = catch_unwind(|| invariants::hold(&policy, &found["request"]));
        assert!(outcome.is_ok(), "{} is back.", path.display());
    }
}
