//! What is known about a post apart from its text, once the policy has been consulted: which account this is, which
//! windows are open, what the post is about.

use crate::context::Context;
use crate::policy::Window;
use crate::policy::{Mode, Policy, RegisteredAccount, Scope};
use crate::post::{AccountKind, MediaKind, Surface, ThreadPart};
use crate::text::length::Count;
use crate::{Draft, Instant};
use serde::{Deserialize, Serialize};
use time::Date;

/// The facts on which rules, sign-offs and the gate decide.
#[derive(Debug, Clone)]
pub struct Facts<'a> {
    /// What the caller said.
    pub context: &'a Context,
    /// The account type that applies.
    pub account: AccountKind,
    /// How the account type was determined.
    pub account_from: AccountFrom,
    /// The account's entry in the policy's registry.
    pub registered: Option<&'a RegisteredAccount>,
    /// Every account in the policy's registry.
    pub accounts: &'a [RegisteredAccount],
    /// Whether the policy registers any accounts at all.
    pub has_registry: bool,
    /// The windows that are open.
    pub windows: Vec<&'a str>,
    /// What the post is about: the policy's topics found in the draft, and those that the caller named.
    pub topics: Vec<&'a str>,
    /// The draft's length, if the site is known.
    pub count: Option<Count>,
}

/// The facts behind a verdict, to show and keep with it. Unknown facts are left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Grounds {
    /// The site.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<String>,
    /// The account that is posting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handle: Option<String>,
    /// The team that is posting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub team: Option<String>,
    /// The account type that was applied.
    pub account: AccountKind,
    /// How it was determined.
    pub account_from: AccountFrom,
    /// What kind of post it is.
    pub surface: Surface,
    /// Which part of a thread it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thread: Option<ThreadPart>,
    /// What is attached.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub media: Vec<MediaKind>,
    /// The languages of the draft, if the wording of a sign-off follows them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
    /// How long it may be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<usize>,
    /// The windows that are open.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub windows: Vec<String>,
    /// What the post is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<String>,
    /// Whether the policy enforces or only observes.
    pub mode: Mode,
}

/// How an account's type was determined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum AccountFrom {
    /// The caller said so.
    Request,
    /// The policy registers the account.
    Registry,
    /// The policy does not know the account, so it counts as somebody's own.
    NotRegistered,
    /// It is not known which account this is, so the strictest type applies.
    Unknown,
}

impl<'a> Facts<'a> {
    /// The facts about this draft in this context under this policy. Topics are added later.
    #[must_use]
    pub fn new(policy: &'a Policy, draft: &Draft, context: &'a Context) -> Self {
        let handle = context.handle.as_deref();
        let registered = handle.and_then(|handle| policy.registered(context.site.as_deref(), handle));
        let (account, account_from) = match (context.account, registered, &context.handle) {
            (Some(kind), _, _) => (kind, AccountFrom::Request),
            (None, Some(account), _) => (account.kind, AccountFrom::Registry),
            (None, None, Some(_)) => (AccountKind::Personal, AccountFrom::NotRegistered),
            (None, None, None) => (AccountKind::Corporate, AccountFrom::Unknown),
        };
        let mut facts = Self {
            context,
            account,
            account_from,
            registered,
            accounts: &policy.accounts,
            has_registry: !policy.accounts.is_empty(),
            windows: open_windows(context, &policy.windows),
            topics: Vec::new(),
            count: context.count(draft.text()),
        };
        facts.add_topics(context.topics.iter().map(String::as_str));
        facts
    }

    /// Adds the topics of the post, each only once.
    pub(crate) fn add_topics(&mut self, topics: impl IntoIterator<Item = &'a str>) {
        for topic in topics {
            if !self.topics.contains(&topic) {
                self.topics.push(topic);
            }
        }
    }

    /// The facts that a verdict is based on, with the languages of the draft.
    #[must_use]
    pub fn grounds(&self, mode: Mode, languages: &[&str]) -> Grounds {
        let owned = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
        let Context { site, handle, surface, thread, media, .. } = self.context;
        Grounds {
            site: site.clone(),
            handle: handle.clone(),
            team: self.team().map(ToOwned::to_owned),
            account: self.account,
            account_from: self.account_from,
            surface: *surface,
            thread: *thread,
            media: media.iter().map(|media| media.kind).collect(),
            languages: owned(languages),
            limit: self.count.map(|count| count.limit),
            windows: owned(&self.windows),
            topics: owned(&self.topics),
            mode,
        }
    }

    /// The day the post goes out.
    pub(crate) fn today(&self) -> Option<Date> {
        self.context.goes_out().map(Instant::date)
    }

    /// The account's languages: those that the caller gave, or else those in the registry.
    #[must_use]
    pub fn languages(&self) -> &'a [String] {
        let registered = self.registered.map(|account| account.languages.as_slice());
        if self.context.languages.is_empty() {
            registered.unwrap_or_default()
        } else {
            &self.context.languages
        }
    }

    /// The team that is posting: the one in the registry, or else the poster's own.
    #[must_use]
    pub fn team(&self) -> Option<&'a str> {
        let own = Some(self.context.profile.team.as_str()).filter(|team| !team.is_empty());
        self.registered.and_then(|account| account.team.as_deref()).or(own)
    }

    /// Whether a post with these facts is in a scope.
    #[must_use]
    pub fn are_in(&self, scope: &Scope) -> bool {
        let context = self.context;
        let site = |name: &String| name == "all" || context.site.as_deref() == Some(name);
        let team = |name: &String| self.team().is_some_and(|team| team.eq_ignore_ascii_case(name));
        any(&scope.accounts, |account| *account == self.account)
            && any(&scope.sites, site)
            && any(&scope.surfaces, |surface| *surface == context.surface)
            && any(&scope.windows, |name| self.windows.contains(&name.as_str()))
            && any(&scope.topics, |name| self.topics.contains(&name.as_str()))
            && any(&scope.media, |kind| self.has_media(*kind))
            && any(&scope.teams, team)
    }

    /// Whether something of this kind is attached.
    #[must_use]
    pub fn has_media(&self, kind: MediaKind) -> bool {
        self.context.media.iter().any(|media| media.kind == kind)
    }
}

/// Whether one of the listed values fits; an empty list always fits.
fn any<T>(listed: &[T], fits: impl FnMut(&T) -> bool) -> bool {
    listed.is_empty() || listed.iter().any(fits)
}

fn open_windows<'a>(context: &'a Context, policy: &'a [Window]) -> Vec<&'a str> {
    let Some(at) = context.goes_out() else { return Vec::new() };
    let windows = policy.iter().chain(&context.windows);
    windows.filter(|window| window.contains(at)).map(|window| window.id.as_str()).collect()
}
