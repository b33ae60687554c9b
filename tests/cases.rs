//! Cases as data: every `tests/cases/**/*.toml` is run through the public API.
//!
//! A file has defaults for its cases, followed by the cases:
//!
//! ```toml
//! settings = { terms = ["utilise"] }   # settings of the only rule; its kind is the file's name
//! severity = "warn"                    # its severity; warn if absent
//! says = "{over} too many"             # its message; "{words}" if absent
//! when = { near = { … } }              # its condition
//! scope = { media = ["video"] }         # where it is in force
//! question = { ask = "…", answers = […] }  # what it asks
//! accounts = [{ … }]                   # the policy's registry
//! kind = "term"                        # its kind, if the file is not named after it
//! policy = { … }                       # instead: a whole policy, for cases about more than one rule
//!
//! [[case]]
//! name = "whole-words"                 # unique in the file; a case for a bug is named after it
//! text = "We utilise it"               # and any other field of a request: site, account, answers, …
//! finds = ["utilise"]                  # the words found, in order; "*" is the whole draft; [] is nothing
//! message = "Write “use”."             # optional: the first finding's message
//! fixed = "We use it"                  # optional: the text after every fix
//! signed = "We utilise it ^AB"         # optional: the text after every sign-off
//! explains = "Replies carry initials." # optional: the message of the first sign-off
//! verdict = "hold"                     # optional: what the gate says
//! refused = "There are no terms"       # instead: part of the error, if the policy is refused
//! ```
//!
//! In `recognisers/` the rule's kind is `recogniser`, and it detects what the file is named after.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a case that does not hold panics"
)]

use countersign::authoring::holidays::BankHolidays;
use countersign::wire::{self, EditOut, Request};
use countersign::{Edit, Engine, Policy, Span, finding};
use serde_json::{Map, Value, json};
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn every_case_holds() {
    let wrong: Vec<String> = all().into_iter().filter_map(Case::failure).collect();
    assert!(wrong.is_empty(), "{} cases do not hold:\n\n{}", wrong.len(), wrong.join("\n\n"));
}

/// Every case.
pub(crate) fn all() -> Vec<Case> {
    let mut files = Vec::new();
    collect(Path::new("tests/cases"), &mut files);
    assert!(files.len() > 5, "the cases have gone");
    files.iter().flat_map(|file| of_file(file)).collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("the entry can be read").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "toml") {
            files.push(path);
        }
    }
    files.sort();
}

fn of_file(file: &Path) -> Vec<Case> {
    let text = fs::read_to_string(file).expect("the file can be read");
    let mut defaults: Map<String, Value> =
        toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let Some(Value::Array(cases)) = defaults.remove("case") else {
        panic!("{} has no [[case]]", file.display());
    };
    let case = |case: &Value| {
        let own = case.as_object().expect("a case is a table").clone();
        Case { file: file.to_owned(), fields: defaults.clone().into_iter().chain(own).collect() }
    };
    cases.iter().map(case).collect()
}

/// One case, with its file's defaults.
pub(crate) struct Case {
    file: PathBuf,
    fields: Map<String, Value>,
}

impl Case {
    /// The expectations that fail.
    fn failure(self) -> Option<String> {
        let name = format!("{}, {}", self.file.display(), self.fields["name"]);
        self.run().err().map(|failure| format!("{name}:\n{failure}"))
    }

    /// Its policy, its request and its expectations.
    pub(crate) fn split(mut self) -> (Value, Value, Map<String, Value>) {
        let policy = with_bank_holidays(self.policy());
        let mut expected = Map::new();
        for field in ["finds", "message", "fixed", "refused", "signed", "explains", "verdict"] {
            expected.extend(self.fields.remove(field).map(|value| (field.to_owned(), value)));
        }
        self.fields.remove("name");
        (policy, self.fields.into(), expected)
    }

    fn run(self) -> Result<(), String> {
        let (policy, request, mut expected) = self.split();
        let refused = expected.remove("refused");
        let policy = Policy::from_json(&policy.to_string()).map_err(|error| error.to_string())?;
        let engine = match (Engine::new(policy), refused.as_ref().and_then(Value::as_str)) {
            (Ok(engine), None) => engine,
            (Ok(_), Some(part)) => return Err(format!("expected to be refused: {part}")),
            (Err(error), Some(part)) if error.to_string().contains(part) => return Ok(()),
            (Err(error), _) => return Err(error.to_string()),
        };
        let request: Request =
            serde_json::from_value(request).map_err(|error| format!("bad request: {error}"))?;
        let observed = observe(&engine, request, &expected);
        if observed == expected {
            return Ok(());
        }
        Err(format!("expected {}\nobserved {}", json!(expected), json!(observed)))
    }

    fn policy(&mut self) -> Value {
        let mut policy =
            json!({"format": "countersign-policy/1", "id": "cases", "name": "Cases", "version": 1});
        let stem = self.file.file_stem().and_then(|stem| stem.to_str()).expect("the name is plain");
        let severity = self.fields.remove("severity").unwrap_or(json!("warn"));
        let settings = self.fields.remove("settings");
        let when = self.fields.remove("when");
        let kind = self.fields.remove("kind");
        let (scope, question) = (self.fields.remove("scope"), self.fields.remove("question"));
        policy["accounts"] = self.fields.remove("accounts").unwrap_or(json!([]));
        if let Some(Value::Object(fields)) = self.fields.remove("policy") {
            policy.as_object_mut().expect("it is an object").extend(fields);
            return policy;
        }
        let (kind, settings) = if self.file.starts_with("tests/cases/recognisers") {
            let mut settings = settings.unwrap_or(json!({}));
            settings["detect"] = json!(stem);
            ("recogniser", Some(settings))
        } else {
            (kind.as_ref().and_then(Value::as_str).unwrap_or(stem), settings)
        };
        let message = self.fields.remove("says").unwrap_or(json!("{words}"));
        policy["rules"] = json!([{
            "id": "case", "kind": kind, "severity": severity, "message": message,
            "source": {"title": "A case"}, "settings": settings, "when": when,
            "scope": scope.unwrap_or(json!({})), "question": question,
        }]);
        policy
    }
}

/// The policy as it would be read from a folder, with the dates of bank holidays.
fn with_bank_holidays(policy: Value) -> Value {
    let Ok(mut read) = Policy::from_json(&policy.to_string()) else { return policy };
    BankHolidays::built_in().put_into(&mut read);
    serde_json::from_str(&read.to_json()).expect("it was written by us")
}

/// What happens, for those expectations that the case has.
fn observe(engine: &Engine, request: Request, expected: &Map<String, Value>) -> Map<String, Value> {
    let text = request.text.clone();
    let report = wire::answer(engine, request);
    let words = |finding: &wire::FindingOut| {
        if finding.words.is_empty() { vec!["*".to_owned()] } else { finding.words.clone() }
    };
    let fixes: Vec<EditOut> =
        report.findings.iter().filter_map(|finding| finding.fix.clone()).flat_map(|fix| fix.edits).collect();
    let all = [
        ("finds", json!(report.findings.iter().flat_map(words).collect::<Vec<_>>())),
        ("message", json!(report.findings.first().map(|finding| &finding.message))),
        ("fixed", json!(apply(&text, &fixes))),
        ("signed", json!(apply(&text, &report.verdict.edits))),
        ("explains", json!(report.sign_offs.first().map(|sign_off| &sign_off.message))),
        ("verdict", json!(report.verdict.decision)),
    ];
    let wanted = all.into_iter().filter(|(field, _)| expected.contains_key(*field));
    wanted.map(|(field, value)| (field.to_owned(), value)).collect()
}

fn apply(text: &str, edits: &[EditOut]) -> String {
    let edit = |edit: &EditOut| {
        let (start, end) = edit.bytes;
        Edit { span: Span::new(start, end), insert: edit.insert.clone() }
    };
    finding::apply(text, &edits.iter().map(edit).collect::<Vec<_>>())
}
