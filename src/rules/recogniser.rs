//! Personal data and secrets that the engine recognises by itself.
//!
//! # What it finds
//! What the named [recogniser](crate::recognisers) finds, but for what is in `allow`.
//!
//! # Why an organisation wants it
//! A caseworker's reply with somebody's National Insurance number in it cannot be called back.
//!
//! # Settings
//! | setting | meaning |
//! |---|---|
//! | `detect` | the recogniser's id |
//! | `allow` | published values that are fine: the value itself, or `@dept.gov.uk` for a whole mail domain |
//! | `replace` | what one click puts in its place; empty to remove it |
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

use super::{Look, Match, Matcher, RuleKind, RuleLiterals, SettingsError, replacement, settings};
use crate::finding::Span;
use crate::recognisers::{RECOGNISERS, Recogniser};
use crate::text::normalise::folded;
use serde::Deserialize;
use serde_json::Value;

/// The kind `recogniser`.
pub(super) struct Recognise;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    detect: String,
    #[serde(default)]
    allow: Vec<String>,
    replace: Option<String>,
}

struct Recognising {
    recogniser: &'static dyn Recogniser,
    /// Folded and without spaces, as a value can be written with spaces anywhere.
    allow: Vec<String>,
    replace: Option<String>,
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
        let Settings { detect, allow, replace } = settings(value)?;
        let Some(recogniser) = RECOGNISERS.iter().copied().find(|known| known.id() == detect) else {
            let known: Vec<_> = RECOGNISERS.iter().map(|known| known.id()).collect();
            let message =
                format!("There is no recogniser “{detect}”. Known recognisers: {}.", known.join(", "));
            return Err(SettingsError::at("detect", message));
        };
        recogniser.literals().iter().for_each(|literal| literals.name(literal));
        let allow = allow.iter().map(|value| compact(value)).collect();
        Ok(Box::new(Recognising { recogniser, allow, replace }))
    }
}

impl Matcher for Recognising {
    fn find(&self, look: &Look<'_>) -> Vec<Match> {
        let text = look.reading.normal().text();
        let found = self.recogniser.find(text).into_iter();
        found
            .filter(|span| !self.is_allowed(text.get(span.start..span.end).unwrap_or_default()))
            .map(|span| {
                let span: Span = look.reading.from_normal(span);
                let fix = self.replace.as_deref().map(|by| replacement::fix(look.draft().text(), span, by));
                Match { fix, ..Match::at(span) }
            })
            .collect()
    }
}

impl Recognising {
    fn is_allowed(&self, value: &str) -> bool {
        let value = compact(value);
        self.allow.iter().any(|allowed| {
            if allowed.starts_with('@') { value.ends_with(allowed.as_str()) } else { value == *allowed }
        })
    }
}

fn compact(value: &str) -> String {
    folded(value).chars().filter(|character| !character.is_whitespace()).collect()
}
