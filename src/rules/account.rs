//! Posts from the wrong account, or from an unregistered account that claims to be official.
//!
//! # What it finds
//! A post from an account that meets every setting of the rule. A rule without settings finds every post: with
//! `severity: ask` and a question, it asks “You are posting as @x. Is that right?”. If the posting account is not
//! known, it finds nothing.
//!
//! The finding is about the whole draft, and has no fix.
//!
//! # Why an organisation wants it
//! The best-known social media mistakes of public bodies are posts from the wrong account. And readers cannot tell
//! an account that calls itself official, but is on nobody’s list, from an impostor: this is why public bodies keep
//! registries of their accounts.
//!
//! # Example
//! ```yaml
//! id: account/impostor
//! kind: account
//! severity: warn
//! message: "@{handle} is not on the list of official accounts. Ask for it to be added, or post from a listed one."
//! source: {title: "US Digital Registry"}
//! unregistered: true
//! claims: [dfexample, department for example]
//! ```
//!
//! # Settings
//! | setting | meaning | if absent |
//! |---|---|---|
//! | `unregistered` | `true`: the policy has a registry of accounts, and this account is not in it | `false` |
//! | `claims` | its handle contains one of these words; only letters and digits are compared, so case, spaces, `_`, `.` and `-` make no difference | any handle |
//! | `other_than` | it is none of these accounts; written as in the kind [mention](#mention) | any account |
//!
//! The message can use `{handle}`, and `{type}`: `corporate`, `official`, `personal` or `unregistered`.

use super::mention::{check_handles, is_listed};
use super::{Input, Match, Matcher, RuleKind, RuleLiterals, SettingsError, settings};
use crate::facts::AccountFrom;
use crate::post::AccountKind;
use serde::Deserialize;
use serde_json::Value;

/// The kind `account`.
pub(super) struct Account;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
#[derive(Default)]
struct Settings {
    unregistered: bool,
    claims: Vec<String>,
    other_than: Vec<String>,
}

impl RuleKind for Account {
    fn id(&self) -> &'static str {
        "account"
    }

    fn compile(&self, value: &Value, _: RuleLiterals<'_>) -> Result<Box<dyn Matcher>, SettingsError> {
        let mut settings: Settings = settings(value)?;
        check_handles("other_than", &settings.other_than)?;
        for (nth, claim) in settings.claims.iter_mut().enumerate() {
            *claim = squeezed(claim);
            if claim.chars().count() < 2 {
                let message = "One letter is in every name. Write at least two.";
                return Err(SettingsError::at(&format!("claims[{nth}]"), message));
            }
        }
        Ok(Box::new(settings))
    }
}

/// A name reduced to what readers notice: its letters and digits.
fn squeezed(name: &str) -> String {
    name.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}

impl Matcher for Settings {
    fn find(&self, input: &Input<'_>) -> Vec<Match> {
        let facts = input.facts;
        let Some(handle) = facts.context.handle.as_deref() else { return Vec::new() };
        let unregistered = facts.has_registry && facts.registered.is_none();
        let name = squeezed(handle);
        let claims = self.claims.is_empty() || self.claims.iter().any(|claim| name.contains(claim));
        let other = !is_listed(&self.other_than, facts.context.site.as_deref(), handle);
        if self.unregistered && !unregistered || !claims || !other {
            return Vec::new();
        }
        let kind = match facts.account {
            _ if facts.account_from == AccountFrom::NotRegistered => "unregistered",
            AccountKind::Corporate => "corporate",
            AccountKind::Official => "official",
            AccountKind::Personal => "personal",
        };
        let handle = handle.trim_start_matches('@').to_owned();
        vec![Match { fields: vec![("handle", handle), ("type", kind.to_owned())], ..Match::default() }]
    }

    fn fields(&self) -> Vec<&'static str> {
        vec!["handle", "type"]
    }
}
