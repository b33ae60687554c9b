//! Personal data, secrets and protective markings, found by a built-in recogniser.
//!
//! # What it finds
//! Whatever the [recognisers](#recognisers) named in `detect` find with a score of at least `min_score`, except the
//! values in `allow`.
//!
//! # Why an organisation wants it
//! A caseworker’s reply with somebody’s National Insurance number in it cannot be called back.
//!
//! # Example
//! ```yaml
//! id: personal-data/ni-number
//! kind: recogniser
//! severity: block
//! message: "“{words}” is a National Insurance number. Ask for a private message instead."
//! source: {title: "HMRC manual NIM39110"}
//! detect: ni-number
//! replace: ""
//! ```
//!
//! # Settings
//! | setting | meaning | if absent |
//! |---|---|---|
//! | `detect` | the id of a recogniser, or a list of ids | required |
//! | `min_score` | how sure the recogniser has to be, from 1 to 100: 30 is possible, 60 likely, 90 certain | 60 |
//! | `allow` | published values that are fine, in any spacing. Each has to be a whole value that one of the recognisers finds. A telephone number covers its national form and its form with +44. `@dept.gov.uk` covers every mailbox of that domain, and `@*.dept.gov.uk` every mailbox of its subdomains | none |
//! | `pattern` | with `case-reference`: the regular expression of your references, which ignores case | required |
//! | `replace` | what the fix writes instead; empty to remove it | no fix |

mod allow;

use super::{Input, Match, Matcher, RuleKind, RuleLiterals, SettingsError, replacement, settings};
use crate::finding::Span;
use crate::policy::{Trust, unknown};
use crate::reading::patterns::Lazy;
use crate::recognisers::{Candidate, LIKELY, RECOGNISERS, Recogniser, Scan, settle};
use allow::{Allowed, Passed};
use serde::Deserialize;
use serde_json::Value;
use std::ops::Range;

/// The kind `recogniser`.
pub(super) struct Recognise;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    detect: Value,
    min_score: Option<u8>,
    #[serde(default)]
    allow: Vec<String>,
    pattern: Option<String>,
    replace: Option<String>,
}

struct Recognising {
    detect: Vec<Detecting>,
    min_score: u8,
    pattern: Option<Lazy>,
    replace: Option<String>,
}

/// A recogniser, and the values that it lets through.
struct Detecting {
    recogniser: &'static dyn Recogniser,
    /// Which of the rule's literals it needs to find anything; empty if it needs none.
    literals: Range<usize>,
    allow: Allowed,
}

impl RuleKind for Recognise {
    fn id(&self) -> &'static str {
        "recogniser"
    }

    fn compile(
        &self,
        value: &Value,
        mut literals: RuleLiterals<'_>,
    ) -> Result<Box<dyn Matcher>, SettingsError> {
        let Settings { detect, min_score, allow, pattern, replace } = settings(value)?;
        let min_score = min_score.unwrap_or(LIKELY);
        if !(1..=100).contains(&min_score) {
            return Err(SettingsError::at("min_score", "A score is a whole number from 1 to 100."));
        }
        let detect = named(&detect)?;
        let pattern = compiled(pattern.as_deref(), &detect, literals.trust())?;
        let shared = allow::shared(&allow, &detect, pattern.as_ref())?;
        let mut detecting = Vec::with_capacity(detect.len());
        for (recogniser, allow) in detect.into_iter().zip(shared) {
            let first = literals.named();
            for literal in needed(recogniser, pattern.as_ref()) {
                literals.name(&literal);
            }
            detecting.push(Detecting { recogniser, literals: first..literals.named(), allow });
        }
        if detecting.iter().any(|one| one.literals.is_empty()) {
            literals.ask_always();
        }
        let detect = detecting;
        Ok(Box::new(Recognising { detect, min_score, pattern, replace }))
    }
}

/// The recognisers with this id or these ids.
fn named(ids: &Value) -> Result<Vec<&'static dyn Recogniser>, SettingsError> {
    let ids = ids.as_array().map_or(std::slice::from_ref(ids), Vec::as_slice);
    if ids.is_empty() {
        return Err(SettingsError::at("detect", "There is no recogniser in the list. Name at least one."));
    }
    let named = |(nth, id): (usize, &Value)| {
        let wrong = |message| SettingsError::at(&format!("detect[{nth}]"), message);
        let id: String = settings(id).map_err(|error| wrong(error.message))?;
        RECOGNISERS.iter().copied().find(|known| known.id() == id).ok_or_else(|| {
            let known: Vec<_> = RECOGNISERS.iter().map(|known| known.id()).collect();
            wrong(unknown("recogniser", &id, &known))
        })
    };
    ids.iter().enumerate().map(named).collect()
}

/// The pattern, which is required with a recogniser that takes one, and refused without.
fn compiled(
    pattern: Option<&str>,
    detect: &[&'static dyn Recogniser],
    trust: Trust,
) -> Result<Option<Lazy>, SettingsError> {
    let wrong = |message: &str| Err(SettingsError::at("pattern", message));
    match (pattern, detect.iter().any(|one| one.takes_pattern())) {
        (None, true) => wrong(
            "The pattern of your references is missing. Write a regular expression, such as 'lcc/[0-9]{2}/[0-9]{5}'.",
        ),
        (Some(_), false) => wrong("Only the recogniser “case-reference” takes a pattern. Remove it."),
        (None, false) => Ok(None),
        (Some(pattern), true) => {
            let lazy =
                Lazy::new(pattern, true, trust).map_err(|message| SettingsError::at("pattern", message))?;
            if lazy.may_be_empty() {
                return wrong(
                    "The pattern matches the empty text, so it would match everywhere. Make it ask for something.",
                );
            }
            Ok(Some(lazy))
        }
    }
}

/// The literals that the recogniser needs to find anything, if there are any.
fn needed(recogniser: &dyn Recogniser, pattern: Option<&Lazy>) -> Vec<String> {
    if recogniser.takes_pattern() {
        return pattern.and_then(Lazy::required).unwrap_or_default().to_vec();
    }
    recogniser.literals().iter().map(|&literal| literal.to_owned()).collect()
}

impl Matcher for Recognising {
    fn find(&self, input: &Input<'_>) -> Vec<Match> {
        let (found, passed) = self.recognised(input);
        let text = input.reading.normal().text();
        let is_passed = |span| passed.iter().any(|place| place.covers(text, span));
        let found = found.into_iter().filter(|one| one.score >= self.min_score && !is_passed(one.span));
        let found = settle(found.collect()).into_iter();
        found
            .map(|candidate| {
                let written: Span = input.reading.from_normal(candidate.span);
                // A capital in a code or an address says nothing about the case of its replacement.
                let by = self.replace.as_deref();
                let fix = by.map(|by| replacement::as_written(input.draft().text(), written, by));
                Match { fix, ..Match::at(written) }
            })
            .collect()
    }
}

impl Recognising {
    /// What the recognisers find, and which of those places are let through.
    fn recognised(&self, input: &Input<'_>) -> (Vec<Candidate>, Vec<Passed<'_>>) {
        let scan = Scan::of(input.reading, self.pattern.as_ref());
        let text = input.reading.normal().text();
        let (mut found, mut passed) = (Vec::new(), Vec::new());
        for Detecting { recogniser, literals, allow } in &self.detect {
            let seen = || input.hits.iter().any(|hit| literals.contains(&hit.literal));
            if recogniser.digits() <= scan.digits && (literals.is_empty() || seen()) {
                let candidates = recogniser.find(&scan);
                let places = candidates.iter().map(|candidate| candidate.span);
                passed.extend(places.filter_map(|span| allow.passes(*recogniser, text, span)));
                found.extend(candidates);
            }
        }
        (found, passed)
    }
}
