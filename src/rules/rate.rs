//! Accounts that post too often, too rarely, or the same thing again.
//!
//! # What it finds
//! A post that comes too soon, too late, too often or once more, compared with the account’s earlier posts. The
//! request that asks for the check has to list those. Browsers do not list them so far, so there it finds nothing.
//! If the present time is not known, only `alike` and `row` find anything.
//!
//! A day begins and ends at midnight on the poster’s own clock. The finding is about the whole draft, and has no
//! fix.
//!
//! # Why an organisation wants it
//! The 2009 template Twitter strategy asks for two to ten posts a day, at least half an hour apart, and varied.
//! Followers leave accounts that flood them or repeat themselves. Paired accounts in two languages have to keep in
//! step.
//!
//! # Example
//! ```yaml
//! id: rate/gap
//! kind: rate
//! severity: warn
//! message: "Wait {minutes} minutes, or make it part of a thread."
//! source: {title: "Template Twitter strategy for government departments"}
//! gap: 30
//! except_topics: [live]
//! ```
//!
//! # Settings
//! A rule has exactly one of `most`, `least`, `gap`, `alike`, `row` and `counterpart`.
//!
//! | setting | meaning | if absent |
//! |---|---|---|
//! | `most` | the most posts in a day: it finds the next one | – |
//! | `least` | the fewest posts in a day: it finds a post made at or after the time in `by` that still leaves the day with fewer | – |
//! | `by` | with `least`: a time, such as `"15:00"` | required |
//! | `gap` | how many minutes to leave after the last post | – |
//! | `alike` | from 1 to 100: it finds a post that shares at least this percentage of its three-word sequences with an earlier one. Links do not count. 40 finds a post with one word in ten changed | – |
//! | `last` | with `alike`: how many earlier posts to compare | 20 |
//! | `row` | how many similar posts in a row are too many: `3` finds the third | – |
//! | `same` | with `row`: `topic`, or `link-only` for posts that are a link and hardly a word | `topic` |
//! | `counterpart` | the account that says the same in the other language: it finds a post if that account has not posted recently | – |
//! | `within` | with `counterpart`: how many minutes count as recently | required |
//! | `surfaces` | which posts are counted and checked: a list of `post`, `reply` and `quote` | `[post, quote]`, so replies are free |
//! | `except_topics` | topics whose posts are neither counted nor checked, such as live coverage | none |
//!
//! The message can use `{count}` with `most`, `least` and `row` (how many posts, with this one), `{minutes}` with
//! `gap` (how long to wait), `{alike}` with `alike` (per cent) and `{handle}` with `counterpart` (that account).

use super::{Input, Match, Matcher, RuleKind, RuleLiterals, SettingsError, only_for, settings};
use crate::Instant;
use crate::history::{PastPost, is_link_only};
use crate::post::Surface;
use crate::sites::Fact;
use crate::text::shingles::{alike, of_folded};
use serde::Deserialize;
use serde_json::Value;
use time::Time;

/// The kind `rate`.
pub(super) struct Rate;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    most: Option<usize>,
    least: Option<usize>,
    by: Option<String>,
    gap: Option<i64>,
    alike: Option<usize>,
    last: Option<usize>,
    row: Option<usize>,
    same: Option<Same>,
    counterpart: Option<String>,
    within: Option<i64>,
    #[serde(default = "core")]
    surfaces: Vec<Surface>,
    #[serde(default)]
    except_topics: Vec<String>,
}

fn core() -> Vec<Surface> {
    vec![Surface::Post, Surface::Quote]
}

#[derive(Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Same {
    #[default]
    Topic,
    LinkOnly,
}

/// What a rule checks.
enum Check {
    Most(usize),
    Least(usize, Time),
    Gap(i64),
    Alike(usize, usize),
    Row(usize, Same),
    Counterpart(String, i64),
}

struct Compiled {
    check: Check,
    surfaces: Vec<Surface>,
    except_topics: Vec<String>,
}

impl RuleKind for Rate {
    fn id(&self) -> &'static str {
        "rate"
    }

    fn compile(&self, value: &Value, _: RuleLiterals<'_>) -> Result<Box<dyn Matcher>, SettingsError> {
        let settings: Settings = settings(value)?;
        let check = check(&settings)?;
        check_companions(&settings)?;
        if settings.surfaces.is_empty() {
            let message = "It looks at no posts. Write post, reply or quote, or leave “surfaces” out.";
            return Err(SettingsError::at("surfaces", message));
        }
        let Settings { surfaces, except_topics, .. } = settings;
        Ok(Box::new(Compiled { check, surfaces, except_topics }))
    }
}

fn check(settings: &Settings) -> Result<Check, SettingsError> {
    let Settings { most, least, by, gap, alike, last, row, same, counterpart, within, .. } = settings;
    let mut checks = Vec::new();
    checks.extend(most.map(Check::Most));
    if let Some(least) = least {
        let by = by.as_deref().and_then(super::hours::time).ok_or_else(|| {
            let found = by.as_ref().map_or_else(String::new, |by| format!("“{by}” is not a time. "));
            let ask = "From what time should it be said? Write “by”, such as 15:00.";
            SettingsError::at("by", found + ask)
        })?;
        checks.push(Check::Least(*least, by));
    }
    checks.extend(gap.map(|gap| at_least_a_minute("gap", gap)).transpose()?.map(Check::Gap));
    match alike {
        Some(0 | 101..) => return Err(SettingsError::at("alike", "Expected per cent: from 1 to 100.")),
        alike => checks.extend(alike.map(|percent| Check::Alike(percent, last.unwrap_or(20)))),
    }
    match row {
        Some(0 | 1) => return Err(SettingsError::at("row", "One post is no row. Write at least 2.")),
        row => checks.extend(row.map(|row| Check::Row(row, same.unwrap_or_default()))),
    }
    if let Some(handle) = counterpart {
        let within = within.ok_or_else(|| {
            SettingsError::at("within", "How many minutes may lie between the two? Write “within”.")
        })?;
        checks.push(Check::Counterpart(handle.clone(), at_least_a_minute("within", within)?));
    }
    if let (Some(check), true) = (checks.pop(), checks.is_empty()) {
        return Ok(check);
    }
    let message =
        "Expected one of “most”, “least”, “gap”, “alike”, “row” and “counterpart”. Write a rule for each.";
    Err(SettingsError { path: "settings".to_owned(), message: message.to_owned() })
}

/// Refuses settings that belong to a check that the rule does not have.
fn check_companions(settings: &Settings) -> Result<(), SettingsError> {
    let Settings { least, by, alike, last, row, same, counterpart, within, .. } = settings;
    only_for("“least”", least.is_some(), "by", by.is_some())?;
    only_for("“alike”", alike.is_some(), "last", last.is_some())?;
    only_for("“row”", row.is_some(), "same", same.is_some())?;
    only_for("“counterpart”", counterpart.is_some(), "within", within.is_some())
}

fn at_least_a_minute(setting: &str, minutes: i64) -> Result<i64, SettingsError> {
    let message = "Expected minutes: 1 or more.";
    if minutes > 0 { Ok(minutes) } else { Err(SettingsError::at(setting, message)) }
}

impl Matcher for Compiled {
    fn find(&self, input: &Input<'_>) -> Vec<Match> {
        let context = input.facts.context;
        if !self.counts(context.surface, &input.facts.topics) {
            return Vec::new();
        }
        // Without the earlier posts, it is not known that an account has posted too little.
        let Some(history) = &context.history else { return Vec::new() };
        let now = context.goes_out();
        let mut own: Vec<&PastPost> = (history.iter())
            .filter(|post| post.handle.is_none() || post.is_by(context.handle.as_deref()))
            .filter(|post| self.counts(post.kind, &post.topics))
            .filter(|post| now.is_none_or(|now| post.at <= now))
            .collect();
        own.sort_by_key(|post| std::cmp::Reverse(post.at));
        let fields = match &self.check {
            Check::Alike(percent, last) => repeated(input, own.iter().take(*last), *percent),
            Check::Row(row, same) => in_a_row(input, &own, *row, *same),
            timed => now.and_then(|now| timed.at(now, input, &own)),
        };
        fields.into_iter().map(|field| Match { fields: vec![field], ..Match::default() }).collect()
    }

    fn fields(&self) -> Vec<&'static str> {
        vec![match self.check {
            Check::Most(_) | Check::Least(..) | Check::Row(..) => "count",
            Check::Gap(_) => "minutes",
            Check::Alike(..) => "alike",
            Check::Counterpart(..) => "handle",
        }]
    }

    fn lacks(&self, is_known: &dyn Fn(Fact) -> bool) -> Option<Fact> {
        (!is_known(Fact::History)).then_some(Fact::History)
    }
}

impl Compiled {
    /// Whether a post on this surface and about these topics counts for the rule.
    fn counts(&self, surface: Surface, topics: &[impl AsRef<str>]) -> bool {
        let is_free = |topic: &str| self.except_topics.iter().any(|free| free == topic);
        self.surfaces.contains(&surface) && !topics.iter().any(|topic| is_free(topic.as_ref()))
    }
}

/// A field of the message, with its value.
type Field = (&'static str, String);

impl Check {
    /// The checks that need to know the time. `own` has the posts that count, latest first.
    fn at(&self, now: Instant, input: &Input<'_>, own: &[&PastPost]) -> Option<Field> {
        let today = || 1 + own.iter().filter(|post| post.at.beside(now).date() == now.date()).count();
        let count = |found: bool| found.then(|| ("count", today().to_string()));
        match self {
            Self::Most(most) => count(today() > *most),
            Self::Least(least, by) => count(now.time() >= *by && today() < *least),
            Self::Gap(gap) => {
                let left = gap.saturating_sub(now.minutes_after(own.first()?.at));
                (left > 0).then(|| ("minutes", left.to_string()))
            }
            Self::Counterpart(handle, within) => {
                let by_it = |post: &&PastPost| post.handle.is_some() && post.is_by(Some(handle));
                let mut posts = input.facts.context.history.iter().flatten().filter(by_it);
                let in_step = posts.any(|post| (0..=*within).contains(&now.minutes_after(post.at)));
                (!in_step).then(|| ("handle", handle.trim_start_matches('@').to_owned()))
            }
            Self::Alike(..) | Self::Row(..) => None,
        }
    }
}

fn repeated<'a>(
    input: &Input<'_>,
    own: impl Iterator<Item = &'a &'a PastPost>,
    percent: usize,
) -> Option<Field> {
    let draft = of_folded(input.reading.folded().text());
    let most = own.map(|post| alike(&draft, &post.shingles)).max()?;
    (most >= percent).then(|| ("alike", most.to_string()))
}

fn in_a_row(input: &Input<'_>, own: &[&PastPost], row: usize, same: Same) -> Option<Field> {
    let before = own.get(..row - 1)?;
    let found = match same {
        Same::LinkOnly => {
            let site = input.facts.context.site.as_deref().unwrap_or_default();
            before.iter().all(|post| post.link_only) && is_link_only(site, input.draft().text())
        }
        Same::Topic => input
            .facts
            .topics
            .iter()
            .any(|topic| before.iter().all(|post| post.topics.iter().any(|other| other == topic))),
    };
    found.then(|| ("count", row.to_string()))
}
