//! Bilingual posts: a missing language, the wrong order, or two texts that do not say the same.
//!
//! # What it finds
//! One of these, named by `check`:
//!
//! - `missing`: one of the languages is missing.
//! - `order`: the first of the languages does not come first.
//! - `balance`: one language has fewer words than `percent` per cent of another, and at least five words fewer.
//! - `details`: one language has numbers or links that another lacks. Numbers, times, dates and telephone numbers
//!   are the same however they are written: `1,200` and `1 200`, `10:00` and `10am`, `1/3/2027` and
//!   `1 Mawrth 2027`, `12` and `noon`. Numbers and links on a line without words count for both.
//! - `reply`: the reply is in a different language from the post that it answers.
//! - `alt`: the alternative text of a picture lacks one of the languages.
//!
//! The text is divided into languages at line breaks, at ` / ` and ` | `, and at the ends of sentences. Hashtags,
//! links, place names and greetings belong to no language: “Croeso! Road closed at Llanrwst” is English. Where the
//! language is not clear, it finds nothing. No check has a fix.
//!
//! # Why an organisation wants it
//! The Welsh Language Standards and Canada’s Official Languages Act ask public bodies to treat two languages alike,
//! on social media too: a post has both, neither is a summary of the other, and a question is answered in its own
//! language.
//!
//! # Example
//! ```yaml
//! id: welsh/missing
//! kind: language
//! severity: block
//! override: reason
//! message: "There is no {language} text."
//! source: {title: "Welsh Language Standards"}
//! check: missing
//! languages: [cy, en]
//! ```
//!
//! # Settings
//! | setting | meaning | if absent |
//! |---|---|---|
//! | `check` | `missing`, `order`, `balance`, `details`, `reply` or `alt` | required |
//! | `languages` | a list of `en`, `cy` and `fr`, the first language first | the account’s languages |
//! | `percent` | with `balance`: from 1 to 100 | 50 |
//!
//! The message can use `{language}`: the language that is missing, should come first, or falls short. With
//! `details` it can also use `{missing}`, the numbers and links that this language lacks.

mod clock;
mod details;
mod figures;
mod spoken;
mod telephone;
mod values;

use super::{Input, Match, Matcher, RuleKind, RuleLiterals, SettingsError, only_for, settings};
use crate::post::Surface;
use crate::sites::Fact;
use crate::text::language::{Language, Part, among, candidates, may_have, parts_among};
use details::details;
use serde::Deserialize;
use serde_json::Value;

/// The kind `language`.
pub(super) struct Languages;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    check: Check,
    #[serde(default)]
    languages: Vec<Language>,
    percent: Option<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Check {
    Missing,
    Order,
    Balance,
    Details,
    Reply,
    Alt,
}

impl RuleKind for Languages {
    fn id(&self) -> &'static str {
        "language"
    }

    fn compile(&self, value: &Value, _: RuleLiterals<'_>) -> Result<Box<dyn Matcher>, SettingsError> {
        let settings: Settings = settings(value)?;
        let Settings { check, percent, .. } = settings;
        only_for("the check “balance”", check == Check::Balance, "percent", percent.is_some())?;
        if percent.is_some_and(|percent| !(1..=100).contains(&percent)) {
            return Err(SettingsError::at("percent", "Expected per cent: from 1 to 100."));
        }
        Ok(Box::new(settings))
    }
}

impl Matcher for Settings {
    fn find(&self, input: &Input<'_>) -> Vec<Match> {
        let languages = self.languages(input);
        let text = input.draft().text();
        let parts = || parts_among(text, candidates(&languages));
        let found = match self.check {
            Check::Missing => missing(text, &languages).map(about),
            Check::Order => order(&parts(), &languages).map(about),
            Check::Balance => balance(&parts(), &languages, self.percent.unwrap_or(50)).map(about),
            Check::Details => details(input, &parts(), &languages),
            Check::Reply => reply(input, &languages).map(about),
            Check::Alt => {
                let mut alts = input.facts.context.media.iter().filter_map(|media| media.alt.as_deref());
                alts.find_map(|alt| missing(alt, &languages)).map(about)
            }
        };
        found.into_iter().collect()
    }

    fn fields(&self) -> Vec<&'static str> {
        match self.check {
            Check::Details => vec!["language", "missing"],
            _ => vec!["language"],
        }
    }

    fn lacks(&self, is_known: &dyn Fn(Fact) -> bool) -> Option<Fact> {
        let needed = match self.check {
            Check::Reply => Fact::Original,
            Check::Alt => Fact::AltText,
            _ => return None,
        };
        (!is_known(needed)).then_some(needed)
    }
}

impl Settings {
    fn languages(&self, input: &Input<'_>) -> Vec<Language> {
        if !self.languages.is_empty() {
            return self.languages.clone();
        }
        input.facts.languages().iter().filter_map(|code| Language::from_code(code)).collect()
    }
}

fn about(language: Language) -> Match {
    Match { fields: vec![("language", language.name().to_owned())], ..Match::default() }
}

fn has(parts: &[Part], language: Language) -> bool {
    parts.iter().any(|part| part.language == Some(language))
}

/// The first language that is missing, if it is clear which ones are there.
fn missing(text: &str, languages: &[Language]) -> Option<Language> {
    lacking(text, languages, candidates(languages))
}

/// The first of the languages that is missing. “New passport rules” may be English or French, so neither is missing.
fn lacking(text: &str, languages: &[Language], candidates: &[Language]) -> Option<Language> {
    let parts = parts_among(text, candidates);
    let said = parts.iter().any(|part| part.language.is_some());
    let lacks =
        |language: &Language| said && !has(&parts, *language) && !may_have(text, *language, candidates);
    languages.iter().copied().find(lacks)
}

fn order(parts: &[Part], languages: &[Language]) -> Option<Language> {
    let &first = languages.first()?;
    (parts.first()?.language != Some(first) && has(parts, first)).then_some(first)
}

/// The fewest words by which a language falls short: `Mae’r A470 ar gau` is as complete as `A470 closed`.
const FEWER: usize = 5;

/// The language that is there but has too few words.
fn balance(parts: &[Part], languages: &[Language], percent: usize) -> Option<Language> {
    let counts = || {
        languages.iter().filter(|&&language| has(parts, language)).map(|&language| {
            let own = parts.iter().filter(|part| part.language == Some(language));
            (own.map(|part| part.words).sum::<usize>(), language)
        })
    };
    let (most, _) = counts().max()?;
    let is_short = |words: usize| words * 100 < most.saturating_mul(percent) && most - words >= FEWER;
    counts().find(|(words, _)| is_short(*words)).map(|(_, language)| language)
}

/// The language of the question, if the reply is in a different one.
fn reply(input: &Input<'_>, languages: &[Language]) -> Option<Language> {
    let context = input.facts.context;
    let original = context.original.as_ref().filter(|_| context.surface == Surface::Reply)?;
    let candidates = candidates(languages);
    let asked = among(&original.text, candidates)?;
    lacking(input.draft().text(), &[asked], candidates)
}
