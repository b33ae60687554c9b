//! Posts that are longer than they should be.
//!
//! # What it finds
//! A draft whose length, counted as the site counts it, is over `max`, or over the site's own limit less the
//! room in `leave`.
//!
//! # Why an organisation wants it
//! The 2009 template Twitter strategy asks for posts that can be quoted: they need room for a remark.
//!
//! # Settings
//! | setting | meaning |
//! |---|---|
//! | `max` | the most a draft may have; the site's own limit if absent |
//! | `leave` | how much room to leave below that, 0 if absent |
//!
//! The message may say `{count}`, `{max}` and `{over}`.
//!
//! # Example
//! ```yaml
//! id: length/room-to-quote
//! kind: length
//! severity: note
//! message: "Cut {over} characters, so that others can quote the post."
//! source: {title: "Template Twitter strategy for government departments"}
//! leave: 20
//! ```

use super::{Look, Match, Matcher, RuleKind, RuleLiterals, SettingsError, settings};
use serde::Deserialize;
use serde_json::Value;

/// The kind `length`.
pub(super) struct Length;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    max: Option<usize>,
    #[serde(default)]
    leave: usize,
}

impl RuleKind for Length {
    fn id(&self) -> &'static str {
        "length"
    }

    fn compile(&self, value: &Value, _: RuleLiterals<'_>) -> Result<Box<dyn Matcher>, SettingsError> {
        let settings: Settings = settings(value)?;
        if settings.max == Some(0) {
            return Err(SettingsError::at("max", "No post fits into 0 characters. Write a larger number."));
        }
        if settings.max.is_some_and(|max| max <= settings.leave) {
            return Err(SettingsError::at("leave", "Nothing is left of “max”. Write a smaller number."));
        }
        Ok(Box::new(settings))
    }
}

impl Matcher for Settings {
    fn find(&self, look: &Look<'_>) -> Vec<Match> {
        // Without a site there is nothing to count by but characters.
        let count = look.facts.count.map_or_else(|| look.draft().text().chars().count(), |count| count.count);
        let limit = self.max.or(look.facts.count.map(|count| count.limit));
        let Some(max) = limit.map(|limit| limit.saturating_sub(self.leave)) else { return Vec::new() };
        let over = count.saturating_sub(max);
        if over == 0 {
            return Vec::new();
        }
        let fields = vec![("count", count.to_string()), ("max", max.to_string()), ("over", over.to_string())];
        vec![Match { fields, ..Match::default() }]
    }

    fn fields(&self) -> Vec<&'static str> {
        vec!["count", "max", "over"]
    }
}
