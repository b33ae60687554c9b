//! `countersign check --jsonl`: many drafts, one a line.

use crate::check::{outcome, write_json};
use crate::{Failure, Outcome, input};
use countersign::Engine;
use countersign::policy::wording;
use countersign::wire::{Request, answer};
use std::io::Write;
use std::path::PathBuf;
use std::str;

/// Writes one report a line. Lines that cannot be read are reported at the end, so that they keep no other
/// line from being checked.
pub(crate) fn check(engine: &Engine, file: &PathBuf, out: &mut impl Write) -> Result<Outcome, Failure> {
    let bytes = input::bytes(Some(file))?;
    let name = input::name(Some(file));
    let (mut held, mut errors) = (false, Vec::new());
    for (nth, line) in bytes.split(|&byte| byte == b'\n').enumerate() {
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
    serde_json::from_str(text).map_err(|error| {
        let message = error.to_string();
        let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(message, _)| message);
        // The parser counts the bytes it has read.
        let read = text.get(..error.column()).unwrap_or(text);
        let message = if error.is_data() {
            wording::in_words(message)
        } else {
            format!("This is not JSON that can be read: {message}.")
        };
        (read.chars().count().max(1), message)
    })
}
