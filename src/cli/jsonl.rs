//! `countersign check --jsonl`: many drafts, one a line.

use crate::check::{outcome, write_json};
use crate::{Failure, Outcome, input};
use countersign::Engine;
use countersign::policy::unknown;
use countersign::sites::SITES;
use countersign::wire::{Request, answer};
use serde::Deserialize;
use serde::de::{Deserializer, Error};
use std::io::Write;
use std::path::PathBuf;
use std::str;

/// Writes one report a line. Lines that cannot be read are reported at the end, so that they keep no other
/// line from being checked.
pub(crate) fn check(engine: &Engine, file: &PathBuf, out: &mut impl Write) -> Result<Outcome, Failure> {
    let bytes = input::bytes(Some(file))?;
    let name = input::name(Some(file));
    let (mut held, mut errors) = (false, Vec::new());
    for (nth, line) in input::json_lines(&bytes).enumerate() {
        if line.trim_ascii().is_empty() {
            continue;
        }
        match request(line) {
            Ok(request) => {
                let report = answer(engine, request);
                held |= outcome(&report) == Outcome::Held;
                write_json(&report, out)?;
            }
            Err((column, message)) => errors.push(format!("{name}:{}:{column}: {message}", nth + 1)),
        }
    }
    if !errors.is_empty() {
        return Err(Failure::Input(errors.join("\n")));
    }
    Ok(if held { Outcome::Held } else { Outcome::Fine })
}

/// Reads one line, or says in which column what is wrong.
fn request(line: &[u8]) -> Result<Request, (usize, String)> {
    let text = str::from_utf8(line).map_err(|error| {
        let valid = line.get(..error.valid_up_to()).map(String::from_utf8_lossy).unwrap_or_default();
        (valid.chars().count() + 1, "This is not UTF-8 text. Save it as UTF-8.".to_owned())
    })?;
    let named = |request| serde_json::from_str(text).map(|_: Names| request);
    serde_json::from_str(text).and_then(named).map_err(|error| input::wrong(text, &error))
}

/// What a request names without the engine's asking whether there is such a thing.
#[derive(Deserialize)]
struct Names {
    #[serde(default, rename = "site")]
    _site: Option<Site>,
}

/// A site that is known. On any other nothing would be counted, and no rule for one site would be in force.
struct Site;

impl<'de> Deserialize<'de> for Site {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        let known: Vec<&str> = SITES.iter().map(|site| site.id).collect();
        if known.contains(&name.as_str()) {
            Ok(Self)
        } else {
            Err(Error::custom(unknown("site", &name, &known)))
        }
    }
}
