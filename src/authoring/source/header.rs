//! `policy.yml`: the policy's name, its accounts and its windows.

use super::common::{filled, id, is_simple};
use super::error::SourceError;
use super::mapping::{File, Mapping, Mistakes};
use crate::handle;
use crate::instant::in_uk;
use crate::policy::{Approver, FORMAT, Mode, OnUnavailable, Policy, RegisteredAccount, Topic, Window};
use crate::text::language::Language;
use serde_json::Value;
use std::collections::HashSet;

const KEYS: [&str; 10] = [
    "id",
    "name",
    "version",
    "mode",
    "on_unavailable",
    "accounts",
    "teams",
    "windows",
    "topics",
    "approvers",
];

/// Reads `policy.yml` into a policy that has no rules or sign-offs yet. A placeholder replaces anything that cannot be
/// read, so that the other files can still be checked.
pub(super) fn read(file: Option<&File>, errors: &mut Vec<SourceError>) -> Policy {
    let blank = blank();
    let Some(file) = file else { return blank };
    let mistakes = &mut Mistakes { file: &file.name, errors };
    let Some(mut mapping) = Mapping::new(&file.root, "a policy", mistakes) else { return blank };
    mapping.refuse_unknown(&KEYS.map(ToOwned::to_owned), mistakes);
    let id = id(&mut mapping, mistakes);
    let name = filled("name", "The name is empty. Write whose policy it is.", &mut mapping, mistakes);
    let version = mapping.required("version", mistakes);
    let mode = mapping.optional::<Mode>("mode", mistakes);
    let on_unavailable = mapping.optional::<OnUnavailable>("on_unavailable", mistakes);
    let accounts = mapping.optional::<Vec<RegisteredAccount>>("accounts", mistakes);
    // Not part of the policy: these names serve only to check the files that use them.
    let teams = mapping.optional::<Vec<String>>("teams", mistakes);
    let windows = mapping.optional::<Vec<Window>>("windows", mistakes);
    let approvers = mapping.optional::<Vec<Approver>>("approvers", mistakes);
    let topics = mapping.optional::<Vec<Topic>>("topics", mistakes);
    check_teams(file, teams.as_deref().unwrap_or_default(), mistakes);
    check_approvers(file, approvers.as_deref().unwrap_or_default(), mistakes);
    let policy = Policy {
        id: id.unwrap_or(blank.id),
        name: name.unwrap_or(blank.name),
        version: version.unwrap_or(blank.version),
        mode: mode.unwrap_or(blank.mode),
        on_unavailable: on_unavailable.unwrap_or(blank.on_unavailable),
        accounts: accounts.unwrap_or(blank.accounts),
        windows: windows.unwrap_or(blank.windows),
        topics: topics.unwrap_or(blank.topics),
        approvers: approvers.unwrap_or(blank.approvers),
        ..blank
    };
    check_accounts(file, &policy.accounts, mistakes);
    check_windows(file, &policy.windows, mistakes);
    check_ids(file, "topics", policy.topics.iter().map(|topic| topic.id.as_str()), mistakes);
    policy
}

/// A policy of which nothing could be read. It has an approver, so that the error about having none appears only if
/// `policy.yml` really has none.
fn blank() -> Policy {
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
        approvers: vec![Approver { id: String::new(), codes: vec!["0".repeat(64)] }],
        rules: Vec::new(),
        sign_offs: Vec::new(),
    }
}

fn check_accounts(file: &File, accounts: &[RegisteredAccount], mistakes: &mut Mistakes<'_>) {
    for (nth, account) in accounts.iter().enumerate() {
        let at = |key: &str| file.root.value_at(&format!("accounts[{nth}].{key}"));
        if let Some(message) = wrong_form(&account.handle) {
            mistakes.add(at("handle"), message);
        }
        let same = |other: &&RegisteredAccount| {
            other.site == account.site && other.handle.eq_ignore_ascii_case(&account.handle)
        };
        if accounts.iter().take(nth).any(|other| same(&other)) {
            let message = format!("“{}” is registered twice. Remove one of the entries.", account.handle);
            mistakes.add(at("handle"), message);
        }
        if account.team.as_ref().is_some_and(|team| team.trim().is_empty()) {
            mistakes.add(at("team"), "This team has no name. Write one, or remove the key.");
        }
        for (language, code) in account.languages.iter().enumerate() {
            if let Some(message) = Language::wrong_code(code) {
                mistakes.add(at(&format!("languages[{language}]")), message);
            }
        }
    }
}

/// What is wrong with the form of an account’s handle. Programs may send other forms; a policy may not use them.
fn wrong_form(handle: &str) -> Option<String> {
    let bare = handle::bare(handle);
    match handle {
        _ if handle == bare => None,
        _ if handle.starts_with(['@', '＠']) => Some("Write the handle without the @.".to_owned()),
        _ => Some(format!("There is a blank at an end of the handle. Write it without: {bare}.")),
    }
}

fn check_teams(file: &File, teams: &[String], mistakes: &mut Mistakes<'_>) {
    for (nth, team) in teams.iter().enumerate() {
        let at = file.root.value_at(&format!("teams[{nth}]"));
        if team.trim().is_empty() {
            mistakes.add(at, "This team has no name. Write one, or remove it.");
        } else if teams.iter().take(nth).any(|other| other.eq_ignore_ascii_case(team)) {
            mistakes.add(at, format!("The team “{team}” is listed twice. Remove one of the two."));
        }
    }
}

fn check_windows(file: &File, windows: &[Window], mistakes: &mut Mistakes<'_>) {
    for (nth, window) in windows.iter().enumerate() {
        let at = || file.root.value_at(&format!("windows[{nth}].until"));
        if window.until == window.from {
            let message = format!("The window “{}” ends when it begins. Write a later time.", window.id);
            mistakes.add(at(), message);
        } else if window.until < window.from {
            let message = format!("The window “{}” ends before it begins. Swap the two times.", window.id);
            mistakes.add(at(), message);
        }
    }
    check_offsets(file, windows.len(), mistakes);
    check_ids(file, "windows", windows.iter().map(|window| window.id.as_str()), mistakes);
}

/// Refuses times whose offset is not the one in use in the United Kingdom at that time: the window would open an hour
/// early or late.
fn check_offsets(file: &File, windows: usize, mistakes: &mut Mistakes<'_>) {
    let root = file.root.to_json();
    for (nth, key) in (0..windows).flat_map(|nth| [(nth, "from"), (nth, "until")]) {
        let written = root.pointer(&format!("/windows/{nth}/{key}")).and_then(Value::as_str);
        if let Some((written, meant)) = written.and_then(|written| Some((written, in_uk(written)?))) {
            let clocks = if meant.ends_with('Z') { "Greenwich Mean Time" } else { "British Summer Time" };
            let message = format!(
                "“{written}” is no time in the United Kingdom, where clocks show {clocks} then. Write {meant}, or the time in UTC with Z."
            );
            mistakes.add(file.root.value_at(&format!("windows[{nth}].{key}")), message);
        }
    }
}

/// What is wrong with the name of an approver, which goes into the record of posts.
#[must_use]
pub fn wrong_approver(name: &str) -> Option<String> {
    (!is_simple(name)).then(|| {
        format!(
            "“{name}” cannot be an approver’s name. Use lower case letters, digits and hyphens: duty-editor."
        )
    })
}

fn check_approvers(file: &File, approvers: &[Approver], mistakes: &mut Mistakes<'_>) {
    let mut known = HashSet::new();
    for (nth, approver) in approvers.iter().enumerate() {
        if let Some(message) = wrong_approver(&approver.id) {
            mistakes.add(file.root.value_at(&format!("approvers[{nth}].id")), message);
        }
        for (code, digest) in approver.codes.iter().enumerate() {
            if !known.insert(digest) {
                let at = file.root.value_at(&format!("approvers[{nth}].codes[{code}]"));
                mistakes.add(at, "This digest is listed already. Remove one of the two.");
            }
        }
    }
    check_ids(file, "approvers", approvers.iter().map(|approver| approver.id.as_str()), mistakes);
}

/// Refuses two entries in this list with the same id.
fn check_ids<'a>(file: &File, list: &str, ids: impl Iterator<Item = &'a str>, mistakes: &mut Mistakes<'_>) {
    let mut known = HashSet::new();
    for (nth, id) in ids.enumerate() {
        if !known.insert(id) {
            let at = file.root.value_at(&format!("{list}[{nth}].id"));
            mistakes.add(at, format!("There are two {list} “{id}”. Give one another id."));
        }
    }
}
