//! Posts that ask for more schooling than their readers have.
//!
//! # What it finds
//! A draft of at least `at_least_words` words whose reading grade is over `max`, or whose reading ease is
//! under `min`, by the published formula. Links, emoji, hashtags and mentions do not count, and nor does
//! anything in a language other than English, which the formulas are not made for: put the language into the
//! rule's `when`.
//!
//! | `formula` | says | published |
//! |---|---|---|
//! | `flesch-kincaid` | a school grade: 0.39 words a sentence + 11.8 syllables a word − 15.59 | 1975 |
//! | `automated-readability` | a school grade: 4.71 letters a word + 0.5 words a sentence − 21.43 | 1967 |
//! | `flesch-reading-ease` | 100 very easy, 0 very hard: 206.835 − 1.015 words a sentence − 84.6 syllables a word | 1948 |
//!
//! Syllables are counted by the letters of a word, see [`syllables`](crate::text::segment::syllables). A school
//! grade is an American one: add five years to have the reading age.
//!
//! # Why an organisation wants it
//! The GOV.UK style guide writes for a reading age of nine. Grades of short posts jump, so only posts of some
//! length are measured.
//!
//! # Settings
//! | setting | meaning |
//! |---|---|
//! | `formula` | one of those above, `flesch-kincaid` if absent |
//! | `max` | the highest grade that is fine |
//! | `min` | the lowest reading ease that is fine |
//! | `at_least_words` | how many words a draft has to have to be measured, 40 if absent |
//!
//! The message may say `{grade}`, `{max}` (or the `{min}`) and `{count}`, the number of words.
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
        // Tenths, without the formatting of fractions, which is large.
        let fields =
            vec![("grade", tenths(grade)), (name, tenths(limit)), ("count", measure.words.to_string())];
        vec![Match { fields, ..Match::default() }]
    }

    fn fields(&self) -> Vec<&'static str> {
        vec!["grade", if self.max.is_some() { "max" } else { "min" }, "count"]
    }
}

/// A number to one place, and without it if that is nought.
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
