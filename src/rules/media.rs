//! Missing or unhelpful alternative text (alt text), and too many attachments.
//!
//! # What it finds
//! One of these, named by `check`:
//!
//! - `missing`: an attachment has no alternative text.
//! - `poor`: its alternative text is a file name or text that a program filled in, begins with “image of” or the
//!   like, is shorter than `min` or longer than `max`, or is the same as the post.
//! - `names`: its alternative text has one of `terms` in it.
//! - `only-there`: its alternative text has numbers (a date, a time, a telephone number), and the post has none of
//!   them.
//! - `too-many`: there are more than `max` attachments.
//!
//! It looks at the attachments of the draft or, with `of: original`, at those of the post that is quoted or
//! answered. Every check but `missing` and `too-many` skips attachments whose alternative text the page does not
//! show.
//!
//! A rule makes one finding, about the first such attachment. It is about the whole draft, and has no fix.
//!
//! # Why an organisation wants it
//! People who cannot see a picture hear its alternative text instead. A file name or “image of” tells them nothing,
//! and a date that is only on a poster never reaches them (GCS accessible communications; WCAG 2.2, 1.1.1). In a
//! pre-election period, a picture of a politician is a message too.
//!
//! # Example
//! ```yaml
//! id: access/useful-alt
//! kind: media
//! severity: warn
//! message: "The text of picture {nth} {reason}. Say what it shows."
//! source: {title: "GCS accessible social media"}
//! check: poor
//! ```
//!
//! # Settings
//! | setting | meaning | if absent |
//! |---|---|---|
//! | `check` | `missing`, `poor`, `names`, `only-there` or `too-many` | required |
//! | `kinds` | which attachments: a list of `image`, `video` and `gif` | `[image, gif]`; with `too-many`, all |
//! | `of` | `draft`, or `original`: the post that is quoted or answered | `draft` |
//! | `min` | with `poor`: the fewest characters of a useful text | 10 |
//! | `max` | with `poor`: the most characters of a useful text. With `too-many`: the most attachments | with `poor`, the limit of the site; with `too-many`, required |
//! | `terms` | with `names`: words and phrases, found as whole words in any case | required |
//!
//! The message can use `{alt}`, the alternative text; `{nth}`, the number of the attachment; and `{reason}`: with
//! `poor`, what is wrong with the text, and with `names`, the term.

mod wording;

use super::phrases::{check_phrases, has_whole};
use super::{Input, Match, Matcher, RuleKind, RuleLiterals, SettingsError, only_for, settings};
use crate::post::{Media, MediaKind};
use crate::sites::Fact;
use crate::text::normalise::folded;
use serde::Deserialize;
use serde_json::Value;
use wording::{is_file_name, is_placeholder, opening};

/// The kind `media`.
pub(super) struct Medium;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    check: Check,
    #[serde(default)]
    kinds: Vec<MediaKind>,
    #[serde(default)]
    of: Of,
    min: Option<usize>,
    max: Option<usize>,
    #[serde(default)]
    terms: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Check {
    Missing,
    Poor,
    Names,
    OnlyThere,
    TooMany,
}

#[derive(Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Of {
    #[default]
    Draft,
    Original,
}

/// Stands for an alternative text that the page has but does not show, so that its words cannot be checked.
const UNSEEN: &str = "…";

impl RuleKind for Medium {
    fn id(&self) -> &'static str {
        "media"
    }

    fn compile(&self, value: &Value, _: RuleLiterals<'_>) -> Result<Box<dyn Matcher>, SettingsError> {
        let mut settings: Settings = settings(value)?;
        check_phrases("terms", &settings.terms)?;
        let check = settings.check;
        only_for("the check “poor”", check == Check::Poor, "min", settings.min.is_some())?;
        let has_max = matches!(check, Check::Poor | Check::TooMany);
        only_for("the check “poor” or “too-many”", has_max, "max", settings.max.is_some())?;
        only_for("the check “names”", check == Check::Names, "terms", !settings.terms.is_empty())?;
        if settings.max.is_some_and(|max| max < settings.min.unwrap_or_default()) {
            return Err(SettingsError::at("max", "The most is less than the fewest. Write a larger “max”."));
        }
        match check {
            Check::Names if settings.terms.is_empty() => {
                return Err(SettingsError::at("terms", "There are no terms. List at least one."));
            }
            Check::TooMany if settings.max.is_none() => {
                return Err(SettingsError::at("max", "How many attachments may there be? Write “max”."));
            }
            _ => {}
        }
        settings.terms = settings.terms.iter().map(|term| folded(term)).collect();
        if settings.kinds.is_empty() && settings.check != Check::TooMany {
            settings.kinds = vec![MediaKind::Image, MediaKind::Gif];
        }
        Ok(Box::new(settings))
    }
}

impl Matcher for Settings {
    fn find(&self, input: &Input<'_>) -> Vec<Match> {
        let context = input.facts.context;
        let all = match (self.of, &context.original) {
            (Of::Draft, _) => context.media.as_slice(),
            (Of::Original, Some(original)) => original.media.as_slice(),
            (Of::Original, None) => &[],
        };
        let concerned = || {
            let media = (1_usize..).zip(all);
            media.filter(|(_, media)| self.kinds.is_empty() || self.kinds.contains(&media.kind))
        };
        if self.check == Check::TooMany {
            let too_many = concerned().nth(self.max.unwrap_or(usize::MAX));
            return too_many.map(|(nth, media)| about(nth, media, String::new())).into_iter().collect();
        }
        let found = concerned().filter_map(|(nth, media)| Some(about(nth, media, self.wrong(input, media)?)));
        // One finding for all of them. The message is about the first.
        found.take(1).collect()
    }

    fn fields(&self) -> Vec<&'static str> {
        match self.check {
            Check::Poor | Check::Names => vec!["alt", "nth", "reason"],
            _ => vec!["alt", "nth"],
        }
    }

    fn lacks(&self, is_known: &dyn Fn(Fact) -> bool) -> Option<Fact> {
        let reads_words = matches!(self.check, Check::Poor | Check::Names | Check::OnlyThere);
        let kind =
            || self.kinds.first().filter(|_| !self.kinds.iter().any(|kind| is_known(Fact::Media(*kind))));
        match self.of {
            Of::Original => (!is_known(Fact::Original)).then_some(Fact::Original),
            Of::Draft if reads_words && !is_known(Fact::AltText) => Some(Fact::AltText),
            Of::Draft => kind().map(|kind| Fact::Media(*kind)),
        }
    }
}

fn about(nth: usize, media: &Media, reason: String) -> Match {
    let alt = media.alt.clone().unwrap_or_default();
    Match { fields: vec![("nth", nth.to_string()), ("alt", alt), ("reason", reason)], ..Match::default() }
}

impl Settings {
    /// What is wrong with an attachment. The text is empty if the check says enough.
    fn wrong(&self, input: &Input<'_>, media: &Media) -> Option<String> {
        let alt = media.alt.as_deref().map(str::trim).filter(|alt| !alt.is_empty());
        let (check, alt) = match (self.check, alt) {
            (Check::Missing, None) => return Some(String::new()),
            (Check::Missing, Some(_)) | (_, None | Some(UNSEEN)) => return None,
            (check, Some(alt)) => (check, alt),
        };
        let plain = folded(alt);
        let text = input.reading.folded().text();
        match check {
            Check::Poor => self.poor(input, alt, &plain),
            Check::Names => self.terms.iter().find(|term| has_whole(&plain, term)).cloned(),
            Check::OnlyThere => {
                let mut numbers = numbers(&plain).peekable();
                let given: Vec<&str> = self::numbers(text).collect();
                (numbers.peek().is_some() && !numbers.any(|number| given.contains(&number))).then(String::new)
            }
            Check::Missing | Check::TooMany => None,
        }
    }

    /// Why an alternative text is of little use.
    fn poor(&self, input: &Input<'_>, alt: &str, plain: &str) -> Option<String> {
        let limit = || input.facts.context.known_site()?.alt_limit;
        let (length, min) = (alt.chars().count(), self.min.unwrap_or(10));
        let max = self.max.or_else(limit).unwrap_or(usize::MAX);
        if is_file_name(plain) {
            Some("is the name of a file".to_owned())
        } else if is_placeholder(plain) {
            Some("was filled in by a program".to_owned())
        } else if let Some(opening) = opening(plain) {
            Some(format!("begins with “{opening}”"))
        } else if length < min {
            Some(format!("has only {length} characters"))
        } else if length > max {
            Some(format!("has {length} characters, more than {max}"))
        } else if plain.trim() == input.reading.folded().text().trim() {
            Some("is the same as the post".to_owned())
        } else {
            None
        }
    }
}

/// The runs of digits in a text.
pub(super) fn numbers(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty())
}
