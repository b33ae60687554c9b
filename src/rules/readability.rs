//! Posts that are hard to read, by a readability formula such as Flesch–Kincaid.
//!
//! # What it finds
//! A draft whose school grade is above `max`, or whose reading ease is below `min`. Shorter drafts than
//! `at_least_words` are not measured, because the grades of short texts vary too much.
//!
//! | `formula` | result | published |
//! |---|---|---|
//! | `flesch-kincaid` | a school grade: 0.39 × words per sentence + 11.8 × syllables per word − 15.59 | 1975 |
//! | `automated-readability` | a school grade: 4.71 × letters per word + 0.5 × words per sentence − 21.43 | 1967 |
//! | `flesch-reading-ease` | from 100, very easy, to 0, very hard: 206.835 − 1.015 × words per sentence − 84.6 × syllables per word | 1948 |
//!
//! School grades are American: add five to get the reading age in years. Links, emoji, hashtags and mentions are
//! not counted. Syllables are estimated from the spelling of each word.
//!
//! The formulas are made for English, and words of other languages are counted like English ones. If an account
//! also posts in other languages, limit the rule to English posts: put a rule of the kind [language](#language)
//! into its `when`.
//!
//! The finding is about the whole draft, and has no fix.
//!
//! # Why an organisation wants it
//! GOV.UK is written for a reading age of nine (GOV.UK style guide).
//!
//! # Example
//! ```yaml
//! id: plain/reading-age
//! kind: readability
//! severity: note
//! message: "This reads like grade {grade}, and grade {max} is enough. Use shorter words and sentences."
//! source: {title: "GOV.UK style guide"}
//! formula: flesch-kincaid
//! max: 8
//! ```
//!
//! # Settings
//! | setting | meaning | if absent |
//! |---|---|---|
//! | `formula` | `flesch-kincaid`, `automated-readability` or `flesch-reading-ease` | `flesch-kincaid` |
//! | `max` | with a school grade: the highest that is fine | required |
//! | `min` | with `flesch-reading-ease`: the lowest reading ease that is fine | required |
//! | `at_least_words` | how many words a draft needs to be measured | 40 |
//!
//! The message can use `{grade}`, the result; `{max}` or `{min}`, whichever the rule has; and `{count}`, the number
//! of words.

use super::{Input, Match, Matcher, RuleKind, RuleLiterals, SettingsError, settings};
use serde::Deserialize;
use serde_json::Value;

/// The kind `readability`.
pub(super) struct Readability;

#[derive(Clone, Copy, Default, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Formula {
    #[default]
    FleschKincaid,
    AutomatedReadability,
    FleschReadingEase,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    #[serde(default)]
    formula: Formula,
    max: Option<f64>,
    min: Option<f64>,
    #[serde(default = "usual_length")]
    at_least_words: usize,
}

fn usual_length() -> usize {
    40
}

impl RuleKind for Readability {
    fn id(&self) -> &'static str {
        "readability"
    }

    fn compile(&self, value: &Value, _: RuleLiterals<'_>) -> Result<Box<dyn Matcher>, SettingsError> {
        let settings: Settings = settings(value)?;
        let is_ease = settings.formula == Formula::FleschReadingEase;
        match (is_ease, settings.max, settings.min) {
            (true, None, Some(_)) | (false, Some(_), None) => Ok(Box::new(settings)),
            (true, ..) => Err(SettingsError::at(
                "min",
                "Reading ease is higher for easier texts. Write “min”, and no “max”.",
            )),
            (false, ..) => {
                Err(SettingsError::at("max", "A grade is lower for easier texts. Write “max”, and no “min”."))
            }
        }
    }
}

impl Matcher for Settings {
    fn find(&self, input: &Input<'_>) -> Vec<Match> {
        let measure = input.reading.measure();
        if measure.words < self.at_least_words.max(1) {
            return Vec::new();
        }
        let grade = match self.formula {
            Formula::FleschKincaid => measure.flesch_kincaid(),
            Formula::AutomatedReadability => measure.automated_readability(),
            Formula::FleschReadingEase => measure.flesch_reading_ease(),
        };
        let (name, limit, broken) = match (self.max, self.min) {
            (Some(max), _) => ("max", max, grade > max),
            (_, Some(min)) => ("min", min, grade < min),
            _ => return Vec::new(),
        };
        if !broken {
            return Vec::new();
        }
        // In tenths, because formatting fractions takes a lot of code.
        let fields =
            vec![("grade", tenths(grade)), (name, tenths(limit)), ("count", measure.words.to_string())];
        vec![Match { fields, ..Match::default() }]
    }

    fn fields(&self) -> Vec<&'static str> {
        vec!["grade", if self.max.is_some() { "max" } else { "min" }, "count"]
    }
}

/// A number to one decimal place, without that place if it is zero.
#[allow(
    clippy::cast_possible_truncation,
    reason = "a grade is small, and of a limit that is not the end is enough"
)]
fn tenths(number: f64) -> String {
    let tenths = (number * 10.0).round() as i64;
    let sign = if tenths < 0 { "-" } else { "" };
    let (whole, rest) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    if rest == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest}") }
}
