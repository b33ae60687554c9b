//! Posts that lack something they have to have, such as a campaign hashtag.
//!
//! # What it finds
//! A draft with none of the phrases in `any_of`, and no match of a pattern in `any_pattern`. The finding is about
//! the whole draft. The fix adds `insert` at its end.
//!
//! # Why an organisation wants it
//! For a campaign’s hashtag, a link to the source, or a line in the second language.
//!
//! # Example
//! ```yaml
//! id: campaign/hashtag
//! kind: require
//! severity: note
//! message: "Add #FloodAware, so that people find the post."
//! source: {title: "Flood campaign brief"}
//! any_of: ["#FloodAware"]
//! insert: "#FloodAware"
//! ```
//!
//! # Settings
//! A rule has `any_of`, `any_pattern` or both.
//!
//! | setting | meaning | if absent |
//! |---|---|---|
//! | `any_of` | words and phrases, of which the draft needs one, as whole words in any case | none |
//! | `any_pattern` | regular expressions, which ignore case: a match of one is enough too | none |
//! | `insert` | what the fix adds; it has to be enough to meet the rule | no fix |

use super::phrases::{check_phrases, has_whole};
use super::{Input, Match, Matcher, RuleKind, RuleLiterals, SettingsError, settings};
use crate::Draft;
use crate::finding::{Edit, Fix, Span};
use crate::policy::Trust;
use crate::reading::Reading;
use crate::reading::patterns::Lazy;
use crate::text::normalise::folded;
use serde::Deserialize;
use serde_json::Value;

/// The kind `require`.
pub(super) struct Require;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    #[serde(default)]
    any_of: Vec<String>,
    #[serde(default)]
    any_pattern: Vec<String>,
    insert: Option<String>,
}

struct Required {
    phrases: Vec<String>,
    patterns: Vec<Lazy>,
    insert: Option<String>,
}

impl RuleKind for Require {
    fn id(&self) -> &'static str {
        "require"
    }

    fn compile(&self, value: &Value, literals: RuleLiterals<'_>) -> Result<Box<dyn Matcher>, SettingsError> {
        let Settings { any_of, any_pattern, insert } = settings(value)?;
        if any_of.is_empty() && any_pattern.is_empty() {
            return Err(SettingsError::at(
                "any_of",
                "Nothing is required. List at least one phrase or pattern.",
            ));
        }
        check_phrases("any_of", &any_of)?;
        let pattern = |(nth, pattern): (usize, &String)| {
            Lazy::new(pattern, true, literals.trust())
                .map_err(|message| SettingsError::at(&format!("any_pattern[{nth}]"), message))
        };
        let required = Required {
            phrases: any_of.iter().map(|phrase| folded(phrase)).collect(),
            patterns: any_pattern.iter().enumerate().map(pattern).collect::<Result<_, _>>()?,
            insert,
        };
        let mends = |insert: &String| required.is_in(&Reading::new(&Draft::new(insert), None));
        if literals.trust() == Trust::Source && !required.insert.as_ref().is_none_or(mends) {
            let message = "With this the draft would still lack what is required. Write one of “any_of”.";
            return Err(SettingsError::at("insert", message));
        }
        Ok(Box::new(required))
    }
}

impl Matcher for Required {
    fn find(&self, input: &Input<'_>) -> Vec<Match> {
        if self.is_in(input.reading) {
            return Vec::new();
        }
        let fix = self.insert.as_deref().map(|insert| at_the_end(input.draft().text(), insert));
        vec![Match { fix, ..Match::default() }]
    }
}

impl Required {
    fn is_in(&self, reading: &Reading<'_>) -> bool {
        self.phrases.iter().any(|phrase| has_whole(reading.folded().text(), phrase))
            || self.patterns.iter().any(|pattern| pattern.is_match(reading))
    }
}

fn at_the_end(text: &str, words: &str) -> Fix {
    let space = if text.is_empty() || text.ends_with(char::is_whitespace) { "" } else { " " };
    let edit = Edit { span: Span::new(text.len(), text.len()), insert: format!("{space}{words}") };
    Fix { label: format!("Add “{words}”"), edits: vec![edit] }
}
