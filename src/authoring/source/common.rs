//! The keys that rules and sign-offs have in common.

use super::mapping::{Mapping, Mistakes};
use crate::finding::Source;
use crate::policy::Scope;
use crate::post::{AccountKind, MediaKind, Surface};

const SCOPE_KEYS: [&str; 7] = ["accounts", "sites", "surfaces", "windows", "topics", "media", "teams"];
const SOURCE_KEYS: [&str; 2] = ["title", "url"];

/// `id`: people see it and it is used in file names, so it is kept simple.
pub(super) fn id(mapping: &mut Mapping<'_>, mistakes: &mut Mistakes<'_>) -> Option<String> {
    let (id, node) = mapping.required_with_node::<String>("id", mistakes)?;
    if id.split('/').all(is_simple) {
        return Some(id);
    }
    let message = format!(
        "“{id}” cannot be an id. Use lower case letters, digits and hyphens, with / between the parts: words/utilise."
    );
    mistakes.add(node.at, message);
    None
}

/// Whether a name has only lower-case letters, digits and hyphens.
pub(super) fn is_simple(name: &str) -> bool {
    let is_plain = |one: char| one.is_ascii_lowercase() || one.is_ascii_digit() || one == '-';
    !name.is_empty() && name.chars().all(is_plain)
}

/// `message`: what the poster reads.
pub(super) fn message(mapping: &mut Mapping<'_>, mistakes: &mut Mistakes<'_>) -> Option<String> {
    filled("message", "The message is empty. Say what to do, in a sentence.", mapping, mistakes)
}

/// A text that must not be blank.
pub(super) fn filled(
    key: &str,
    empty: &str,
    mapping: &mut Mapping<'_>,
    mistakes: &mut Mistakes<'_>,
) -> Option<String> {
    let (text, node) = mapping.required_with_node::<String>(key, mistakes)?;
    if text.trim().is_empty() {
        mistakes.add(node.at, empty);
        return None;
    }
    Some(text)
}

/// `source`: the guidance it is based on.
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

/// `scope`: where it is in force.
pub(super) fn scope(mapping: &mut Mapping<'_>, mistakes: &mut Mistakes<'_>) -> Option<Scope> {
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
    Some(Scope {
        accounts: accounts?,
        sites: sites?,
        surfaces: surfaces?,
        windows: windows?,
        topics: topics?,
        media: media?,
        teams: teams?,
    })
}
