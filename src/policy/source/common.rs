//! The keys that rules and sign-offs have in common.

use super::header::unknown_site;
use super::mapping::{Mapping, Mistakes};
use super::yaml::Node;
use crate::context::{AccountKind, MediaKind, Surface};
use crate::finding::Source;
use crate::policy::wording::did_you_mean;
use crate::policy::{Policy, Scope};
use crate::text::length;

const SCOPE_KEYS: [&str; 7] = ["accounts", "sites", "surfaces", "windows", "topics", "media", "teams"];
const SOURCE_KEYS: [&str; 2] = ["title", "url"];

/// `id`: it is shown to people and stands in file names, so it is kept simple.
pub(super) fn id(mapping: &mut Mapping<'_>, mistakes: &mut Mistakes<'_>) -> Option<String> {
    let (id, node) = mapping.required_with_node::<String>("id", mistakes)?;
    let is_simple = |one: char| one.is_ascii_lowercase() || one.is_ascii_digit() || one == '-';
    if id.split('/').all(|part| !part.is_empty() && part.chars().all(is_simple)) {
        return Some(id);
    }
    let message = format!(
        "“{id}” cannot be an id. Use small letters, digits and hyphens, with / between the parts: words/utilise."
    );
    mistakes.add(node.at, message);
    None
}

/// `message`: what the poster reads.
pub(super) fn message(mapping: &mut Mapping<'_>, mistakes: &mut Mistakes<'_>) -> Option<String> {
    let (message, node) = mapping.required_with_node::<String>("message", mistakes)?;
    if message.trim().is_empty() {
        mistakes.add(node.at, "The message is empty. Say what to do, in a sentence.");
        return None;
    }
    Some(message)
}

/// `source`: the guidance behind it.
pub(super) fn source(mapping: &mut Mapping<'_>, mistakes: &mut Mistakes<'_>) -> Option<Source> {
    let node = mapping.required_node("source", mistakes)?;
    let mut mapping = Mapping::new(node, "a source with title and url", mistakes)?;
    mapping.refuse_unknown(&SOURCE_KEYS.map(ToOwned::to_owned), mistakes);
    let title = mapping.required("title", mistakes);
    let url = mapping.optional::<Option<String>>("url", mistakes);
    if let Some(url) = url.iter().flatten().find(|url| !url.starts_with("https://")) {
        let message = format!("“{url}” is not a web address that posters can open. Begin it with https://.");
        mistakes.add(node.value_at("url"), message);
        return None;
    }
    Some(Source { title: title?, url: url? })
}

/// `scope`: where it is in force. Nothing is known about windows and topics if policy.yml could not be read.
pub(super) fn scope(
    mapping: &mut Mapping<'_>,
    header: Option<&Policy>,
    mistakes: &mut Mistakes<'_>,
) -> Option<Scope> {
    let Some(node) = mapping.take("scope") else { return Some(Scope::default()) };
    let mut mapping = Mapping::new(node, "a scope with accounts, sites, surfaces and others", mistakes)?;
    mapping.refuse_unknown(&SCOPE_KEYS.map(ToOwned::to_owned), mistakes);
    let accounts = mapping.optional::<Vec<AccountKind>>("accounts", mistakes);
    let sites = mapping.optional::<Vec<String>>("sites", mistakes);
    let surfaces = mapping.optional::<Vec<Surface>>("surfaces", mistakes);
    let windows = mapping.optional::<Vec<String>>("windows", mistakes);
    let topics = mapping.optional::<Vec<String>>("topics", mistakes);
    let media = mapping.optional::<Vec<MediaKind>>("media", mistakes);
    let teams = mapping.optional::<Vec<String>>("teams", mistakes);
    let scope = Scope {
        accounts: accounts?,
        sites: sites?,
        surfaces: surfaces?,
        windows: windows?,
        topics: topics?,
        media: media?,
        teams: teams?,
    };
    check_sites(node, &scope.sites, mistakes);
    if let Some(header) = header {
        let windows = header.windows.iter().map(|window| window.id.as_str());
        check_names(node, "window", &scope.windows, &windows, mistakes);
        let topics = header.topics.iter().map(|topic| topic.id.as_str());
        check_names(node, "topic", &scope.topics, &topics, mistakes);
    }
    Some(scope)
}

fn check_sites(scope: &Node, sites: &[String], mistakes: &mut Mistakes<'_>) {
    for (nth, site) in sites.iter().enumerate() {
        if site != "all" && length::site(site).is_none() {
            mistakes.add(scope.value_at(&format!("sites[{nth}]")), unknown_site(site, true));
        }
    }
}

/// Refuses names of windows or topics, as `what` says, that policy.yml does not have.
fn check_names<'a>(
    scope: &Node,
    what: &str,
    names: &[String],
    known: &(impl Iterator<Item = &'a str> + Clone),
    mistakes: &mut Mistakes<'_>,
) {
    for (nth, name) in names.iter().enumerate() {
        if !known.clone().any(|known| known == name) {
            let hint = did_you_mean(name, known.clone());
            let message = format!("There is no {what} “{name}”.{hint} Add it to “{what}s” in policy.yml.");
            mistakes.add(scope.value_at(&format!("{what}s[{nth}]")), message);
        }
    }
}
