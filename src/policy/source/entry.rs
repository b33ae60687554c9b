//! One file, one rule or sign-off.

use super::cases::{self, EntryTests};
use super::error::{At, SourceError};
use super::header::unknown_site;
use super::mapping::{File, Mapping, Mistakes};
use crate::context::Window;
use crate::finding::{Override, Severity, Source};
use crate::policy::wording::{Mistake, did_you_mean, mistake};
use crate::policy::{Position, Rule, Scope, SignOff};
use crate::rules::{KINDS, Literals, RuleKind, kind};
use crate::text::length;
use serde_json::{Map, Value};

/// The keys of every rule; the others are settings of its kind.
const RULE_KEYS: [&str; 9] =
    ["id", "kind", "severity", "override", "scope", "message", "source", "ref", "tests"];
const SIGN_OFF_KEYS: [&str; 8] =
    ["id", "message", "source", "scope", "variants", "position", "already", "tests"];

/// Reads a rule with its tests.
pub(super) fn rule(
    file: &File,
    windows: Option<&[Window]>,
    errors: &mut Vec<SourceError>,
) -> Option<(Rule, EntryTests)> {
    let mut mistakes = Mistakes { file: &file.name, errors };
    let mistakes = &mut mistakes;
    let mut mapping = Mapping::new(&file.root, "a rule", mistakes)?;
    let kind_at = file.root.value_at("kind");
    let kind_name = mapping.required::<String>("kind", mistakes);
    let kind = kind_name.as_deref().and_then(|name| known_kind(name, kind_at, mistakes));
    if let Some(kind) = kind {
        mapping.refuse_unknown(&keys_of(kind), mistakes);
    }
    let tests = mapping.take("tests");
    let id = id(&mut mapping, file, mistakes);
    let severity = mapping.required::<Severity>("severity", mistakes);
    let overriding = mapping.take("override").map(|node| mistakes.read::<Override>(node));
    let scope = scope(&mut mapping, file, windows, mistakes);
    let message = message(&mut mapping, file, mistakes);
    let source = source(&mut mapping, file, mistakes);
    let reference = mapping.optional::<Option<String>>("ref", mistakes);
    let settings: Map<String, Value> =
        mapping.rest().iter().map(|entry| (entry.key.clone(), entry.value.to_json())).collect();
    let rule = Rule {
        id: id?,
        kind: kind?.id().to_owned(),
        reference: reference?,
        severity: severity?,
        overriding: overriding.map_or(Some(None), |read| read.map(Some))?,
        scope: scope?,
        message: message?,
        source: source?,
        settings: Value::Object(settings),
    };
    let tests = cases::of_rule(&rule, file, tests, windows, mistakes);
    Some((rule, tests))
}

/// Reads a sign-off with its tests.
pub(super) fn sign_off(
    file: &File,
    windows: Option<&[Window]>,
    errors: &mut Vec<SourceError>,
) -> Option<(SignOff, EntryTests)> {
    let mut mistakes = Mistakes { file: &file.name, errors };
    let mistakes = &mut mistakes;
    let mut mapping = Mapping::new(&file.root, "a sign-off", mistakes)?;
    mapping.refuse_unknown(&SIGN_OFF_KEYS.map(ToOwned::to_owned), mistakes);
    let tests = mapping.take("tests");
    let id = id(&mut mapping, file, mistakes);
    let message = message(&mut mapping, file, mistakes);
    let source = source(&mut mapping, file, mistakes);
    let scope = scope(&mut mapping, file, windows, mistakes);
    let variants = mapping.required::<Vec<String>>("variants", mistakes);
    let position = mapping.optional::<Position>("position", mistakes);
    let already = mapping.optional::<Vec<String>>("already", mistakes);
    let sign_off = SignOff {
        id: id?,
        message: message?,
        source: source?,
        scope: scope?,
        variants: variants?,
        position: position?,
        already: already?,
    };
    let tests = cases::of_sign_off(&sign_off, file, tests, windows, mistakes);
    Some((sign_off, tests))
}

fn known_kind(name: &str, at: At, mistakes: &mut Mistakes<'_>) -> Option<&'static dyn RuleKind> {
    let kind = kind(name);
    if kind.is_none() {
        let known: Vec<_> = KINDS.iter().map(|kind| kind.id()).collect();
        let hint = did_you_mean(name, known.iter().copied());
        let known = known.join(", ");
        mistakes.add(at, format!("There is no rule kind “{name}”.{hint} Known kinds: {known}."));
    }
    kind
}

/// The keys that a rule of this kind may have. A kind tells its own when it is given one that it does not
/// know.
fn keys_of(kind: &dyn RuleKind) -> Vec<String> {
    let probe = serde_json::json!({ "": null });
    let mut keys: Vec<_> = RULE_KEYS.map(ToOwned::to_owned).into();
    if let Err(error) = kind.compile(&probe, Literals::default().of_rule(0))
        && let Mistake::UnknownKey { known, .. } = mistake(&error.message)
    {
        keys.extend(known);
    }
    keys
}

fn id(mapping: &mut Mapping<'_>, file: &File, mistakes: &mut Mistakes<'_>) -> Option<String> {
    let id = mapping.required::<String>("id", mistakes)?;
    let part = |part: &str| {
        !part.is_empty()
            && part.chars().all(|one| one.is_ascii_lowercase() || one.is_ascii_digit() || one == '-')
    };
    if id.split('/').all(part) {
        return Some(id);
    }
    let message = format!(
        "“{id}” cannot be an id. Use small letters, digits and hyphens, with / between the parts: words/utilise."
    );
    mistakes.add(file.root.value_at("id"), message);
    None
}

fn message(mapping: &mut Mapping<'_>, file: &File, mistakes: &mut Mistakes<'_>) -> Option<String> {
    let message = mapping.required::<String>("message", mistakes)?;
    if message.trim().is_empty() {
        mistakes.add(file.root.value_at("message"), "The message is empty. Say what to do, in a sentence.");
        return None;
    }
    Some(message)
}

fn source(mapping: &mut Mapping<'_>, file: &File, mistakes: &mut Mistakes<'_>) -> Option<Source> {
    let source = mapping.required::<Source>("source", mistakes)?;
    if let Some(url) = source.url.as_deref().filter(|url| !url.starts_with("https://")) {
        let message = format!("“{url}” is not a web address that posters can open. Begin it with https://.");
        mistakes.add(file.root.value_at("source.url"), message);
        return None;
    }
    Some(source)
}

fn scope(
    mapping: &mut Mapping<'_>,
    file: &File,
    windows: Option<&[Window]>,
    mistakes: &mut Mistakes<'_>,
) -> Option<Scope> {
    let scope = mapping.optional::<Scope>("scope", mistakes)?;
    for (nth, site) in scope.sites.iter().enumerate() {
        if site != "all" && length::site(site).is_none() {
            mistakes.add(file.root.value_at(&format!("scope.sites[{nth}]")), unknown_site(site, true));
        }
    }
    // If policy.yml could not be read, nothing is known about its windows.
    let Some(windows) = windows else { return Some(scope) };
    let known = || windows.iter().map(|window| window.id.as_str());
    for (nth, window) in scope.windows.iter().enumerate() {
        if !known().any(|id| id == window) {
            let hint = did_you_mean(window, known());
            let message = format!("There is no window “{window}”.{hint} Add it to “windows” in policy.yml.");
            mistakes.add(file.root.value_at(&format!("scope.windows[{nth}]")), message);
        }
    }
    Some(scope)
}
