//! `policy.yml`: the policy's name, its accounts and its windows.

use super::error::SourceError;
use super::mapping::{File, Mapping, Mistakes};
use crate::context::Window;
use crate::gate::Approver;
use crate::policy::wording::did_you_mean;
use crate::policy::{FORMAT, Mode, OnUnavailable, Policy, RegisteredAccount, Topic};
use crate::text::length;

const KEYS: [&str; 9] =
    ["id", "name", "version", "mode", "on_unavailable", "accounts", "windows", "topics", "approvers"];

/// Reads `policy.yml` into a policy that has no rules and sign-offs yet.
pub(super) fn read(file: &File, errors: &mut Vec<SourceError>) -> Option<Policy> {
    let mut mistakes = Mistakes { file: &file.name, errors };
    let mistakes = &mut mistakes;
    let mut mapping = Mapping::new(&file.root, "a policy", mistakes)?;
    mapping.refuse_unknown(&KEYS.map(ToOwned::to_owned), mistakes);
    let id = mapping.required("id", mistakes);
    let name = mapping.required("name", mistakes);
    let version = mapping.required("version", mistakes);
    let mode = mapping.optional::<Mode>("mode", mistakes);
    let on_unavailable = mapping.optional::<OnUnavailable>("on_unavailable", mistakes);
    let accounts = mapping.optional::<Vec<RegisteredAccount>>("accounts", mistakes);
    let windows = mapping.optional::<Vec<Window>>("windows", mistakes);
    let approvers = mapping.optional::<Vec<Approver>>("approvers", mistakes);
    let topics = mapping.optional::<Vec<Topic>>("topics", mistakes);
    check_accounts(file, accounts.as_deref().unwrap_or_default(), mistakes);
    check_windows(file, windows.as_deref().unwrap_or_default(), mistakes);
    Some(Policy {
        id: id?,
        name: name?,
        version: version?,
        mode: mode?,
        on_unavailable: on_unavailable?,
        accounts: accounts?,
        windows: windows?,
        topics: topics?,
        approvers: approvers?,
        ..blank()
    })
}

/// Stands in for a `policy.yml` that cannot be read, so that the other files can still be looked at.
pub(super) fn blank() -> Policy {
    Policy {
        format: FORMAT.to_owned(),
        id: String::new(),
        name: String::new(),
        version: 0,
        mode: Mode::default(),
        on_unavailable: OnUnavailable::default(),
        accounts: Vec::new(),
        windows: Vec::new(),
        topics: Vec::new(),
        approvers: Vec::new(),
        rules: Vec::new(),
        sign_offs: Vec::new(),
    }
}

fn check_accounts(file: &File, accounts: &[RegisteredAccount], mistakes: &mut Mistakes<'_>) {
    for (nth, account) in accounts.iter().enumerate() {
        if let Some(site) = account.site.as_deref().filter(|site| length::site(site).is_none()) {
            let at = file.root.value_at(&format!("accounts[{nth}].site"));
            mistakes.add(at, unknown_site(site, false));
        }
        let handle_at = file.root.value_at(&format!("accounts[{nth}].handle"));
        if account.handle.starts_with('@') {
            mistakes.add(handle_at, "Write the handle without the @.");
        }
        let same = |other: &&RegisteredAccount| {
            other.site == account.site && other.handle.eq_ignore_ascii_case(&account.handle)
        };
        if accounts.iter().take(nth).any(|other| same(&other)) {
            let message = format!("“{}” is registered twice. Remove one of the entries.", account.handle);
            mistakes.add(handle_at, message);
        }
    }
}

fn check_windows(file: &File, windows: &[Window], mistakes: &mut Mistakes<'_>) {
    for (nth, window) in windows.iter().enumerate() {
        if window.until <= window.from {
            let at = file.root.value_at(&format!("windows[{nth}].until"));
            mistakes
                .add(at, format!("The window “{}” ends before it begins. Swap the two times.", window.id));
        }
        if windows.iter().take(nth).any(|other| other.id == window.id) {
            let at = file.root.value_at(&format!("windows[{nth}].id"));
            mistakes.add(at, format!("There are two windows “{}”. Give one another id.", window.id));
        }
    }
}

/// The sentence about a site that is not known. Scopes may say `all` as well.
pub(super) fn unknown_site(site: &str, in_scope: bool) -> String {
    let all = in_scope.then_some("all");
    let known: Vec<&str> = length::SITES.iter().map(|site| site.id).chain(all).collect();
    let hint = did_you_mean(site, known.iter().copied());
    format!("There is no site “{site}”.{hint} Known sites: {}.", known.join(", "))
}
