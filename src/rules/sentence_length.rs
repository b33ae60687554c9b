//! Sentences with too many words.
//!
//! # What it finds
//! Each sentence of more than `max` words. A line break ends a sentence, and so does an emoji or a link before a
//! capital letter. Links, emoji, and hashtags and mentions before or after a sentence are not counted; a hashtag
//! among its words is one word. There is no fix.
//!
//! # Why an organisation wants it
//! The GOV.UK style guide asks for sentences of at most 25 words: longer ones are hard for many readers.
//!
//! # Example
//! ```yaml
//! id: plain/sentence-length
//! kind: sentence-length
//! severity: note
//! message: "This sentence has {count} words. Split it: {max} are enough."
//! source: {title: "GOV.UK style guide"}
//! max: 25
//! ```
//!
//! # Settings
//! | setting | meaning | if absent |
//! |---|---|---|
//! | `max` | the most words that a sentence may have | 25 |
//!
//! The message can use `{count}`, the number of words, and `{max}`.

use super::{Input, Match, Matcher, RuleKind, RuleLiterals, SettingsError, settings};
use serde::Deserialize;
use serde_json::Value;

/// The kind `sentence-length`.
pub(super) struct SentenceLength;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    #[serde(default = "usual_max")]
    max: usize,
}

fn usual_max() -> usize {
    25
}

impl RuleKind for SentenceLength {
    fn id(&self) -> &'static str {
        "sentence-length"
    }

    fn compile(&self, value: &Value, _: RuleLiterals<'_>) -> Result<Box<dyn Matcher>, SettingsError> {
        let settings: Settings = settings(value)?;
        if settings.max == 0 {
            return Err(SettingsError::at("max", "No sentence has 0 words. Write a larger number."));
        }
        Ok(Box::new(settings))
    }
}

impl Matcher for Settings {
    fn find(&self, input: &Input<'_>) -> Vec<Match> {
        let long = input.reading.sentences().iter().filter(|sentence| sentence.words > self.max);
        long.map(|sentence| {
            let fields = vec![("count", sentence.words.to_string()), ("max", self.max.to_string())];
            Match { fields, ..Match::at(sentence.span) }
        })
        .collect()
    }

    fn fields(&self) -> Vec<&'static str> {
        vec!["count", "max"]
    }
}
