//! The kinds of rules: what a policy can look for.
//!
//! One file per kind. A kind reads its settings once, when the policy is compiled, into a [`Matcher`]; if it cannot
//! match without certain literals, it names them, and is then asked only about drafts that contain one of them. To add
//! a kind, see CONTRIBUTING.md.

mod account;
mod capitals;
mod condition;
mod date;
mod emoji;
mod evaluator;
mod fancy_letters;
mod fields;
mod hashed;
mod hashtag_case;
mod hours;
mod language;
mod length;
mod link;
mod literals;
mod media;
mod mention;
mod occurrence;
mod pattern;
mod phrases;
mod places;
mod question;
mod rate;
mod readability;
mod recogniser;
mod repetition;
mod replacement;
mod require;
mod sentence_length;
mod span_index;
mod substitution;
mod term;
mod text_art;

pub use condition::{Compiler, Condition};
pub(crate) use evaluator::Evaluator;
pub(crate) use fields::unfilled;
pub(crate) use fields::wrong_braces;
pub(crate) use hours::Nation;
pub use literals::{Hit, LiteralHits, LiteralIndex, Literals, RuleLiterals};
pub(crate) use phrases::is_whole;
pub(crate) use question::misasked;

use crate::Draft;
use crate::facts::Facts;
use crate::finding::{Fix, Question, Span};
use crate::policy::{read, unknown};
use crate::reading::Reading;
use crate::reading::patterns::Lazy;
use crate::sites::Fact;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// All kinds, sorted by id. A new kind gets a line here.
pub static KINDS: &[&dyn RuleKind] = &[
    &account::Account,
    &capitals::Capitals,
    &date::Dates,
    &emoji::Emoji,
    &fancy_letters::FancyLetters,
    &hashtag_case::HashtagCase,
    &hours::Hours,
    &language::Languages,
    &length::Length,
    &link::Link,
    &media::Medium,
    &mention::Mention,
    &occurrence::Occurrence,
    &pattern::Pattern,
    &question::Ask,
    &rate::Rate,
    &readability::Readability,
    &recogniser::Recognise,
    &repetition::Repetition,
    &require::Require,
    &sentence_length::SentenceLength,
    &substitution::Substitution,
    &term::Term,
];

/// A kind of rule.
pub trait RuleKind: Sync {
    /// The kind's name in policies.
    fn id(&self) -> &'static str;

    /// Reads the settings and builds a matcher from them.
    ///
    /// # Errors
    /// The settings are not valid for this kind.
    fn compile(
        &self,
        settings: &Value,
        literals: RuleLiterals<'_>,
    ) -> Result<Box<dyn Matcher>, SettingsError>;

    /// Adds to the settings whatever browsers would otherwise have to work out each time they load the policy.
    fn prepare(&self, _settings: &mut Map<String, Value>) {}
}

/// A rule's settings, compiled.
pub trait Matcher: Send + Sync {
    /// What the rule finds.
    fn find(&self, input: &Input<'_>) -> Vec<Match>;

    /// The fields of the rule's message that its matches fill in, apart from `{words}`.
    fn fields(&self) -> Vec<&'static str> {
        Vec::new()
    }

    /// An unknown fact without which it finds nothing, or finds the wrong things.
    fn lacks(&self, _is_known: &dyn Fn(Fact) -> bool) -> Option<Fact> {
        None
    }

    /// An unknown fact without which it finds nothing about the post that is being answered or quoted.
    fn lacks_for_answers(&self, _is_known: &dyn Fn(Fact) -> bool) -> Option<Fact> {
        None
    }
}

/// Everything that a rule may look at.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    /// The draft and its views. The spans of matches refer to the original draft.
    pub reading: &'a Reading<'a>,
    /// Where the draft is about to be posted.
    pub facts: &'a Facts<'a>,
    /// Where the rule's literals were found, in the folded view.
    pub hits: &'a [Hit],
}

impl<'a> Input<'a> {
    /// The original draft.
    #[must_use]
    pub fn draft(&self) -> &'a Draft {
        self.reading.draft()
    }

    /// Where a pattern matches, in the view that it runs on. The rule must have named no literals except those that the
    /// pattern requires: if the draft contains none of them, the pattern is not run.
    pub fn matches<'m>(&self, pattern: &'m Lazy) -> impl Iterator<Item = Span> + use<'m, 'a>
    where
        'a: 'm,
    {
        let is_possible = pattern.required().is_none() || !self.hits.is_empty();
        let reading = self.reading;
        let matches =
            is_possible.then(|| pattern.matches(pattern.view(reading).text(), reading.search_limit()));
        matches.into_iter().flatten()
    }
}

/// One thing found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Match {
    /// Where it is; empty if it is about the whole draft.
    pub spans: Vec<Span>,
    /// How to fix it.
    pub fix: Option<Fix>,
    /// The values of the fields in the rule's message, apart from `{words}`.
    pub fields: Vec<(&'static str, String)>,
    /// The question to ask.
    pub question: Option<Question>,
}

impl Match {
    /// A match at one place.
    #[must_use]
    pub fn at(span: Span) -> Self {
        Self { spans: vec![span], ..Self::default() }
    }
}

/// What is wrong with a rule's settings, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingsError {
    /// The path from the rule to the value: `settings.terms[2]`.
    pub path: String,
    /// What is wrong and what was expected.
    pub message: String,
}

impl SettingsError {
    fn at(path: &str, message: impl Into<String>) -> Self {
        Self { path: format!("settings.{path}"), message: message.into() }
    }
}

/// Refuses a setting that belongs to something the rule does not do, such as `the check “over”`.
fn only_for(what: &str, is_it: bool, setting: &str, is_there: bool) -> Result<(), SettingsError> {
    if is_it || !is_there {
        return Ok(());
    }
    Err(SettingsError::at(setting, format!("Only {what} takes “{setting}”. Remove it.")))
}

/// Reads settings into the kind's own struct.
fn settings<T: DeserializeOwned>(value: &Value) -> Result<T, SettingsError> {
    read::value(value.clone()).map_err(|error| {
        let dot = if error.path.is_empty() { "" } else { "." };
        SettingsError { path: format!("settings{dot}{}", error.path), message: error.message }
    })
}

/// The kind with this name.
#[must_use]
pub fn kind(id: &str) -> Option<&'static dyn RuleKind> {
    KINDS.iter().copied().find(|kind| kind.id() == id)
}

/// Compiles settings of the kind with this name.
///
/// # Errors
/// There is no such kind, or the settings are not valid for it.
pub fn compile(
    id: &str,
    settings: &Value,
    literals: RuleLiterals<'_>,
) -> Result<Box<dyn Matcher>, SettingsError> {
    known_kind(id)?.compile(settings, literals)
}

/// The kind with this name, or what is wrong with the name.
pub(crate) fn known_kind(id: &str) -> Result<&'static dyn RuleKind, SettingsError> {
    kind(id).ok_or_else(|| {
        let known: Vec<_> = KINDS.iter().map(|kind| kind.id()).collect();
        SettingsError { path: "kind".to_owned(), message: unknown("rule kind", id, &known) }
    })
}
