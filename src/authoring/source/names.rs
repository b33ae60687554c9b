//! The names of sites, windows and topics, wherever in a policy's files they stand.
//!
//! A name that nobody knows is no mistake to the engine: nothing is ever posted there, and no post is about it.
//! So a mistyped one would silently switch off what it belongs to.

use super::error::At;
use super::mapping::{File, Mistakes};
use super::yaml::{Content, Node};
use crate::policy::suggestion::did_you_mean;
use crate::policy::unknown;
use crate::sites::SITES;
use serde_json::Value;

/// The keys in whose values names can stand. The keys of other mappings, such as `swaps`, are the admin's own words.
const AROUND: [&str; 10] =
    ["scope", "when", "all", "any", "not", "near", "tests", "history", "accounts", "topics"];

/// The names that `policy.yml` gives; `None` if it says nothing that can be read.
pub(super) struct Names<'a> {
    windows: Option<Vec<&'a str>>,
    topics: Option<Vec<&'a str>>,
}

impl<'a> Names<'a> {
    pub(super) fn of(header: Option<&'a File>) -> Self {
        let ids = |key| header.and_then(|file| ids(&file.root, key));
        Self { windows: ids("windows"), topics: ids("topics") }
    }

    /// Refuses the names in this value that nobody knows.
    pub(super) fn check(&self, node: &Node, mistakes: &mut Mistakes<'_>) {
        match &node.content {
            Content::Scalar(_) => {}
            Content::List(nodes) => nodes.iter().for_each(|node| self.check(node, mistakes)),
            Content::Mapping(entries) => {
                for entry in entries {
                    for (at, name) in texts(&entry.value) {
                        if let Some(message) = self.wrong(&entry.key, name) {
                            mistakes.add(at, message);
                        }
                    }
                    if AROUND.contains(&entry.key.as_str()) {
                        self.check(&entry.value, mistakes);
                    }
                }
            }
        }
    }

    /// What is wrong with a name under this key.
    fn wrong(&self, key: &str, name: &str) -> Option<String> {
        let (what, known) = match key {
            "site" | "sites" => return unknown_site(name, key == "sites"),
            "windows" => ("window", &self.windows),
            "topics" | "except_topics" => ("topic", &self.topics),
            _ => return None,
        };
        let known = known.as_ref().filter(|known| !known.contains(&name))?.iter().copied();
        let hint = did_you_mean(name, known);
        Some(format!("There is no {what} “{name}”.{hint} Add it to “{what}s” in policy.yml."))
    }
}

/// The sentence about a site, if it is not known. Scopes may say `all` as well.
fn unknown_site(name: &str, in_scope: bool) -> Option<String> {
    let known: Vec<&str> = SITES.iter().map(|site| site.id).chain(in_scope.then_some("all")).collect();
    (!known.contains(&name)).then(|| unknown("site", name, &known))
}

/// The ids in the list under this key, which may be left out.
fn ids<'a>(root: &'a Node, key: &str) -> Option<Vec<&'a str>> {
    let Content::Mapping(entries) = &root.content else { return None };
    let Some(entry) = entries.iter().find(|entry| entry.key == key) else { return Some(Vec::new()) };
    let Content::List(nodes) = &entry.value.content else { return None };
    let id = |node: &'a Node| match &node.content {
        Content::Mapping(entries) => entries.iter().find(|entry| entry.key == "id"),
        _ => None,
    };
    Some(nodes.iter().filter_map(id).flat_map(|entry| texts(&entry.value)).map(|(_, id)| id).collect())
}

/// The text that a value is, or those in its list, with their places.
fn texts(node: &Node) -> Vec<(At, &str)> {
    match &node.content {
        Content::Scalar(Value::String(text)) => vec![(node.at, text)],
        Content::List(nodes) => nodes.iter().flat_map(texts).collect(),
        Content::Scalar(_) | Content::Mapping(_) => Vec::new(),
    }
}
