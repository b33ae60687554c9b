//! Conditions: what else has to be true for a rule’s match to count, or for a post to be about a topic.
//!
//! A condition is one of these:
//!
//! ```yaml
//! all: [CONDITION, …]              # all of them hold
//! any: [CONDITION, …]              # at least one of them holds
//! not: CONDITION                   # it does not hold
//! near: {words: 5, kind: …, …}     # a rule of that kind matches within five words of the match
//! scope: {surfaces: [reply], …}    # the post is in that scope
//! {kind: …, …}                     # a rule of that kind matches somewhere in the draft
//! ```
//!
//! This rule finds “deliver”, except within three words of “letters”, “pizza” or “post”:
//!
//! ```yaml
//! id: words/deliver
//! kind: term
//! terms: [deliver]
//! when: {not: {near: {words: 3, kind: term, terms: [letters, pizza, post]}}}
//! ```
//!
//! If a match is about the whole draft rather than a place in it, `near` holds if its rule matches anywhere.
//!
//! A rule inside a condition has only its `kind` and that kind’s settings. It costs no more than a rule of the
//! policy: one pass over the draft looks for the words of both.

use super::{Literals, Matcher, SettingsError, compile, settings};
use crate::policy::{Scope, unknown};
use serde_json::{Map, Value};

/// How deeply conditions may be nested.
const MAX_DEPTH: usize = 16;
/// The keys that a condition can begin with.
const KEYS: [&str; 6] = ["all", "any", "not", "near", "scope", "kind"];

/// A condition, compiled.
#[derive(Debug)]
pub enum Condition {
    /// All of them hold.
    All(Vec<Condition>),
    /// At least one of them holds.
    Any(Vec<Condition>),
    /// It does not hold.
    Not(Box<Condition>),
    /// The post is in this scope.
    Scope(Box<Scope>),
    /// The rule with this number matches somewhere in the draft.
    Matches(usize),
    /// The rule with the second number matches within the first number of words of the match.
    Near(usize, usize),
}

/// Compiles conditions. The rules inside them are numbered on from the policy's own rules.
pub struct Compiler<'a> {
    literals: &'a mut Literals,
    first: usize,
    inner: Vec<Box<dyn Matcher>>,
}

impl<'a> Compiler<'a> {
    /// A compiler for a policy with this number of rules.
    pub fn new(literals: &'a mut Literals, rules: usize) -> Self {
        Self { literals, first: rules, inner: Vec::new() }
    }

    /// The compiled rules inside the conditions, in the order of their numbers.
    #[must_use]
    pub fn finish(self) -> Vec<Box<dyn Matcher>> {
        self.inner
    }

    /// Compiles the condition at `path`.
    ///
    /// # Errors
    /// The value is not a condition; the error says where.
    pub fn condition(&mut self, value: &Value, path: &str) -> Result<Condition, SettingsError> {
        self.nested(value, path, MAX_DEPTH)
    }

    fn nested(&mut self, value: &Value, path: &str, depth: usize) -> Result<Condition, SettingsError> {
        let wrong = |message: &str| Err(SettingsError { path: path.to_owned(), message: message.to_owned() });
        let Some(depth) = depth.checked_sub(1) else {
            return wrong("The conditions stand too deep inside one another. Write them flatter.");
        };
        let Some(fields) = value.as_object() else {
            return wrong(
                "Expected a condition: “all”, “any”, “not”, “near”, “scope”, or a rule with its “kind”.",
            );
        };
        if fields.contains_key("kind") {
            return self.rule(fields, path).map(Condition::Matches);
        }
        let mut entries = fields.iter();
        let (Some((name, value)), None) = (entries.next(), entries.next()) else {
            return wrong(
                "Expected one of “all”, “any”, “not”, “near” and “scope”, or a rule with its “kind”.",
            );
        };
        let path = format!("{path}.{name}");
        match name.as_str() {
            "all" => self.list(value, &path, depth).map(Condition::All),
            "any" => self.list(value, &path, depth).map(Condition::Any),
            "not" => Ok(Condition::Not(Box::new(self.nested(value, &path, depth)?))),
            "near" => self.near(value, path),
            "scope" => match settings(value) {
                Ok(scope) => Ok(Condition::Scope(Box::new(scope))),
                Err(error) => Err(inside(&path, error)),
            },
            _ => Err(SettingsError { path, message: unknown("condition", name, &KEYS) }),
        }
    }

    fn list(&mut self, value: &Value, path: &str, depth: usize) -> Result<Vec<Condition>, SettingsError> {
        let Some(list) = value.as_array().filter(|list| !list.is_empty()) else {
            let message = "Expected a list of conditions, each on a line that begins with “- ”.".to_owned();
            return Err(SettingsError { path: path.to_owned(), message });
        };
        let nested = |(nth, value)| self.nested(value, &format!("{path}[{nth}]"), depth);
        list.iter().enumerate().map(nested).collect()
    }

    fn near(&mut self, value: &Value, path: String) -> Result<Condition, SettingsError> {
        let mut fields = value.as_object().cloned().unwrap_or_default();
        let Some(words) = fields.remove("words").filter(|_| fields.contains_key("kind")) else {
            let message =
                "Expected “words”, how many words away at most, and a rule with its “kind”.".to_owned();
            return Err(SettingsError { path, message });
        };
        let words = settings(&words).map_err(|error| inside(&format!("{path}.words"), error))?;
        Ok(Condition::Near(words, self.rule(&fields, &path)?))
    }

    /// Compiles a rule inside a condition and returns its number.
    fn rule(&mut self, fields: &Map<String, Value>, path: &str) -> Result<usize, SettingsError> {
        let mut fields = fields.clone();
        let kind: String = settings(&fields.remove("kind").unwrap_or_default())
            .map_err(|error| inside(&format!("{path}.kind"), error))?;
        let number = self.first + self.inner.len();
        let matcher = compile(&kind, &Value::Object(fields), self.literals.of_rule(number));
        self.inner.push(matcher.map_err(|error| inside(path, error))?);
        Ok(number)
    }
}

/// The settings of a rule inside a condition are at the same level as its kind.
fn inside(path: &str, error: SettingsError) -> SettingsError {
    let rest =
        error.path.strip_prefix("settings").map_or_else(|| format!(".{}", error.path), ToOwned::to_owned);
    SettingsError { path: format!("{path}{rest}"), message: error.message }
}
