//! Which account a draft was checked for, in a sentence: its type and team decide which rules applied.

use annotate_snippets::normalize_untrusted_str;
use countersign::facts::{AccountFrom, Grounds};
use countersign::policy::{RegisteredAccount, suggestion};
use countersign::post::AccountKind;
use countersign::sites;
use countersign::{Policy, handle};

/// The account type and team that were used, and how each was worked out.
pub(crate) fn in_words(grounds: &Grounds, policy: &Policy) -> String {
    let Grounds { handle, account_from, .. } = grounds;
    let kind = word(grounds.account);
    let line = match (account_from, handle) {
        (AccountFrom::Request, Some(handle)) => format!("@{handle}, {kind}, as --account says."),
        (AccountFrom::Request, None) => format!("{kind}, as --account says."),
        (AccountFrom::Registry, handle) => {
            format!("@{}, {kind}, as the policy lists it.", handle.as_deref().unwrap_or_default())
        }
        (AccountFrom::NotRegistered, handle) => {
            unlisted(handle.as_deref().unwrap_or_default(), grounds.site.as_deref(), &policy.accounts)
        }
        (AccountFrom::Unknown, _) => {
            format!("not named, so the rules for {kind} apply. Name it with --handle.")
        }
    };
    normalize_untrusted_str(&format!("{line}{}", team(grounds, policy)))
}

fn word(kind: AccountKind) -> &'static str {
    match kind {
        AccountKind::Corporate => "corporate",
        AccountKind::Official => "official",
        AccountKind::Personal => "personal",
    }
}

/// An account that is not on the list counts as somebody’s own, but the poster may have mistyped its handle.
fn unlisted(name: &str, site: Option<&str>, accounts: &[RegisteredAccount]) -> String {
    if accounts.is_empty() {
        return format!(
            "@{name}, personal: the policy lists no accounts, so it is taken for somebody’s own."
        );
    }
    let elsewhere = accounts.iter().find(|account| handle::is_same(&account.handle, name));
    let hint = match elsewhere.and_then(|account| account.site.as_deref()).and_then(sites::site) {
        Some(listed) if site.is_none() => {
            format!(" It is listed for {}: name the site with --site {}.", listed.name, listed.id)
        }
        Some(listed) => format!(" It is listed for {} only.", listed.name),
        None => suggestion::did_you_mean(name, accounts.iter().map(|account| account.handle.as_str())),
    };
    format!("@{name}, personal: not on the policy’s list, so it is taken for somebody’s own.{hint}")
}

fn team(grounds: &Grounds, policy: &Policy) -> String {
    let Some(team) = &grounds.team else { return String::new() };
    let is_it = |account: &&RegisteredAccount| {
        let here = account.site.is_none() || account.site == grounds.site;
        here && grounds.handle.as_deref().is_some_and(|name| handle::is_same(&account.handle, name))
    };
    let listed = policy.accounts.iter().find(is_it).is_some_and(|account| account.team.is_some());
    let from = if listed { "as the policy lists it" } else { "as --team says" };
    format!(" Team: {team}, {from}.")
}
