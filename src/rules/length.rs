//! Posts that are longer than your own limit.
//!
//! # What it finds
//! A draft that is longer than `max`, or than the site’s own limit if there is no `max`. `leave` lowers either
//! limit. The length is counted as the site counts it. If the site is not known, characters are counted, and only
//! `max` is a limit. Bluesky also limits bytes; this kind never counts those.
//!
//! A draft over the site’s own limit is always found. No rule is needed for that.
//!
//! The finding is about the whole draft, and has no fix.
//!
//! # Why an organisation wants it
//! The 2009 template Twitter strategy asks for posts that can be quoted: they need room for a comment.
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
//!
//! # Settings
//! | setting | meaning | if absent |
//! |---|---|---|
//! | `max` | the longest that a draft may be | the site’s own limit |
//! | `leave` | how much room to leave below that limit | 0 |
//!
//! The message can use `{count}`, the length; `{max}`, the limit; and `{over}`, how far over it the draft is.

use super::{Input, Match, Matcher, RuleKind, RuleLiterals, SettingsError, settings};
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
    fn find(&self, input: &Input<'_>) -> Vec<Match> {
        let (count, limit) = length(input);
        let Some(max) = self.max.or(limit).map(|max| max.saturating_sub(self.leave)) else {
            return Vec::new();
        };
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

/// The length of the draft in the site's own unit, and the site's limit. Without a known site, the number of
/// characters.
///
/// People see a count of bytes if the draft has too many of those. The numbers in a policy are never bytes.
fn length(input: &Input<'_>) -> (usize, Option<usize>) {
    let (text, context) = (input.draft().text(), input.facts.context);
    let Some(site) = context.known_site() else { return (text.chars().count(), None) };
    let counted = input.facts.count.filter(|count| count.unit == site.counting.unit);
    (counted.map_or_else(|| site.length(text), |count| count.count), Some(context.limit_on(site)))
}
