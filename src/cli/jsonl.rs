//! `countersign check --jsonl`: many drafts, one per line.

use crate::check::{outcome, write_json};
use crate::{Failure, Outcome, input};
use countersign::Engine;
use countersign::handle;
use countersign::policy::unknown;
use countersign::sites::SITES;
use countersign::wire::{Request, answer};
use serde::de::{Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::fmt;
use std::io::Write;
use std::path::PathBuf;
use std::str;

/// Writes one line for each: its report, or what is wrong with it. Errors are repeated at the end, for people to read.
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
            Err((column, error)) => {
                let wrong = Wrong { id: id(line), line: nth + 1, column, error };
                write_json(&wrong, out)?;
                errors.push(format!("{name}:{}:{column}: {}", wrong.line, wrong.error));
            }
        }
    }
    if !errors.is_empty() {
        return Err(Failure::Input(errors.join("\n")));
    }
    Ok(if held { Outcome::Held } else { Outcome::Fine })
}

/// Takes the place of the report for a line that cannot be read.
#[derive(Serialize)]
struct Wrong {
    /// The id of the line, if it can be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<Value>,
    /// The line number, from 1.
    line: usize,
    /// The position in the line, from 1, in characters.
    column: usize,
    /// What is wrong, what was expected and what to do.
    error: String,
}

/// Reads one line, or says what is wrong and in which column.
fn request(line: &[u8]) -> Result<Request, (usize, String)> {
    let text = str::from_utf8(line).map_err(|error| {
        let valid = line.get(..error.valid_up_to()).map(String::from_utf8_lossy).unwrap_or_default();
        (valid.chars().count() + 1, "This is not UTF-8 text. Save it as UTF-8.".to_owned())
    })?;
    let named = |request| serde_json::from_str(text).map(|_: Names| request);
    serde_json::from_str(text).and_then(named).map_err(|error| input::wrong(text, &error))
}

/// The id of a line, even if only the beginning of the line can be read.
fn id(line: &[u8]) -> Option<Value> {
    let mut id = None;
    let text = String::from_utf8_lossy(line);
    // An error after the id does not matter here.
    let _ = serde_json::Deserializer::from_str(&text).deserialize_map(IdOf(&mut id));
    id
}

/// Keeps the id when it is reached.
struct IdOf<'a>(&'a mut Option<Value>);

impl<'de> Visitor<'de> for IdOf<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with an id")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            if key == "id" {
                *self.0 = Some(map.next_value()?);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}

/// Names in a request that the engine does not check for itself.
#[derive(Deserialize)]
struct Names {
    #[serde(default, rename = "site")]
    _site: Option<Site>,
    #[serde(default, rename = "handle")]
    _handle: Option<Handle>,
}

/// A handle that an account can have, or an empty one if nobody is named.
struct Handle;

impl<'de> Deserialize<'de> for Handle {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        let wrong = handle::wrong(&name).filter(|_| !handle::bare(&name).is_empty());
        wrong.map_or(Ok(Self), |message| Err(Error::custom(message)))
    }
}

/// A known site. On any other, nothing would be counted and no rule limited to certain sites would be in force.
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
