//! Mentions of accounts, and replies to their posts or quotes of them.
//!
//! # What it finds
//! Each mention of a listed account, and a reply to or quote of a post by one. Case makes no difference. A finding
//! about a reply or quote is about the whole draft. There is no fix.
//!
//! # Why an organisation wants it
//! Repeating a post by a party or a candidate takes sides (GCS propriety guidance, 2013; pre-election guidance).
//! Some accounts only want a quarrel. And people who never wrote to the organisation are startled when it speaks to
//! them in public.
//!
//! # Example
//! ```yaml
//! id: propriety/parties
//! kind: mention
//! severity: block
//! override: reason
//! message: "@{handle} belongs to a party. Repeating or mentioning it takes sides."
//! source: {title: "GCS propriety guidance"}
//! handles: [ExampleParty, "bluesky:party.bsky.social"]
//! ```
//!
//! # Settings
//! | setting | meaning | if absent |
//! |---|---|---|
//! | `handles` | the accounts, with or without `@`; `x:press` is `@press` on X only | every account |
//! | `except` | accounts that it does not find | none |
//! | `by` | a list of `mention`, `reply` and `quote` | all three |
//! | `strangers` | `true`: only accounts that did not write to you first. It does not find the author of the post that is answered or quoted, the accounts mentioned in that post, the accounts in the policy’s registry, or the posting account. If it is not known which post a reply answers, it finds nobody | `false` |
//!
//! The message can use `{handle}`.

use super::{Input, Match, Matcher, RuleKind, RuleLiterals, SettingsError, settings};
use crate::handle::{self, bare};
use crate::post::Surface;
use crate::sites::Fact;
use crate::sites::{self, entities};
use crate::text::entities::EntityKind;
use serde::Deserialize;
use serde_json::Value;

/// The kind `mention`.
pub(super) struct Mention;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
#[derive(Default)]
struct Settings {
    handles: Vec<String>,
    except: Vec<String>,
    by: Vec<By>,
    strangers: bool,
}

/// How a post addresses an account.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum By {
    Mention,
    Reply,
    Quote,
}

impl RuleKind for Mention {
    fn id(&self) -> &'static str {
        "mention"
    }

    fn compile(&self, value: &Value, _: RuleLiterals<'_>) -> Result<Box<dyn Matcher>, SettingsError> {
        let settings: Settings = settings(value)?;
        check_handles("handles", &settings.handles)?;
        check_handles("except", &settings.except)?;
        Ok(Box::new(settings))
    }
}

/// Refuses entries that cannot be an account on any site.
pub(super) fn check_handles(setting: &str, handles: &[String]) -> Result<(), SettingsError> {
    for (nth, handle) in handles.iter().enumerate() {
        let path = format!("{setting}[{nth}]");
        if let Some(message) = handle.contains('/').then(|| handle::wrong(handle)).flatten() {
            return Err(SettingsError::at(&path, message));
        }
        let (site, name) = split(handle);
        if let Some(site) = site.filter(|site| sites::site(site).is_none()) {
            let message = format!(
                "There is no site “{site}”. Write an account as @press, or as x:press for one site only."
            );
            return Err(SettingsError::at(&path, message));
        }
        if name.is_empty() {
            return Err(SettingsError::at(&path, "Expected an account, such as @press."));
        }
        if let Some(message) = handle::wrong(name) {
            return Err(SettingsError::at(&path, message));
        }
    }
    Ok(())
}

/// An entry of a list: its site, if it names one, and the account without its `@`.
fn split(entry: &str) -> (Option<&str>, &str) {
    let (site, name) = entry.split_once(':').map_or((None, entry), |(site, name)| (Some(site), name));
    (site, bare(name))
}

/// Whether an account of this site is on a list.
pub(super) fn is_listed(list: &[String], site: Option<&str>, handle: &str) -> bool {
    list.iter().any(|entry| {
        let (on, name) = split(entry);
        on.is_none_or(|on| Some(on) == site) && name.eq_ignore_ascii_case(bare(handle))
    })
}

impl Matcher for Settings {
    fn find(&self, input: &Input<'_>) -> Vec<Match> {
        let mut found = Vec::new();
        let text = input.draft().text();
        if self.is_about(By::Mention) {
            let mentions =
                input.reading.entities().iter().filter(|entity| entity.kind == EntityKind::Mention);
            for mention in mentions.filter(|mention| self.concerns(input, mention.name(text))) {
                let fields = vec![("handle", mention.name(text).to_owned())];
                found.push(Match { fields, ..Match::at(mention.span) });
            }
        }
        found.extend(
            self.answered(input).map(|handle| Match {
                fields: vec![("handle", bare(handle).to_owned())],
                ..Match::default()
            }),
        );
        found
    }

    fn fields(&self) -> Vec<&'static str> {
        vec!["handle"]
    }

    fn lacks(&self, is_known: &dyn Fn(Fact) -> bool) -> Option<Fact> {
        self.lacks_for_answers(is_known).filter(|_| !self.is_about(By::Mention))
    }

    fn lacks_for_answers(&self, is_known: &dyn Fn(Fact) -> bool) -> Option<Fact> {
        let answers = self.is_about(By::Reply) || self.is_about(By::Quote);
        (answers && !is_known(Fact::Original)).then_some(Fact::Original)
    }
}

impl Settings {
    fn is_about(&self, by: By) -> bool {
        self.by.is_empty() || self.by.contains(&by)
    }

    /// The account that the post answers or quotes, if the rule is about it.
    fn answered<'a>(&self, input: &Input<'a>) -> Option<&'a str> {
        let by = match input.facts.context.surface {
            Surface::Reply => By::Reply,
            Surface::Quote => By::Quote,
            Surface::Post => return None,
        };
        let handle = input.facts.context.original.as_ref()?.handle.as_deref()?;
        (self.is_about(by) && self.concerns(input, handle)).then_some(handle)
    }

    fn concerns(&self, input: &Input<'_>, handle: &str) -> bool {
        let site = input.facts.context.site.as_deref();
        let listed = self.handles.is_empty() || is_listed(&self.handles, site, handle);
        listed && !is_listed(&self.except, site, handle) && !(self.strangers && is_known(input, handle))
    }
}

/// Whether an account is the author of the original post, is mentioned in it, or is one of ours.
fn is_known(input: &Input<'_>, handle: &str) -> bool {
    let context = input.facts.context;
    let same = |other: &str| bare(other).eq_ignore_ascii_case(bare(handle));
    let ours = input.facts.accounts.iter().any(|account| same(&account.handle));
    // The reply may be to anybody, so nobody counts as a stranger.
    let is_anybody = context.surface == Surface::Reply && context.original.is_none();
    let original = context.original.as_ref().is_some_and(|original| {
        let mentions = entities(context.site.as_deref().unwrap_or_default(), &original.text);
        original.handle.as_deref().is_some_and(same)
            || mentions
                .iter()
                .any(|mention| mention.kind == EntityKind::Mention && same(mention.name(&original.text)))
    });
    is_anybody || ours || original || context.handle.as_deref().is_some_and(same)
}
