//! Handles and the names of sites, windows, topics and teams, wherever they are in a policy's files.
//!
//! An unknown name is not an error to the engine: nothing is ever posted there, and no post is about it. So a mistyped
//! name would silently switch off the rule or sign-off that uses it.

use super::error::At;
use super::mapping::{File, Mistakes};
use super::yaml::{Content, Node};
use crate::handle;
use crate::policy::suggestion::did_you_mean;
use crate::policy::unknown;
use crate::sites::SITES;
use serde_json::Value;

/// The keys whose values can contain names. The keys of other mappings, such as `swaps`, are the admin's own words.
const AROUND: [&str; 10] =
    ["scope", "when", "all", "any", "not", "near", "tests", "history", "accounts", "topics"];

/// The names given in `policy.yml`; a list is `None` if it cannot be read.
pub(super) struct Names<'a> {
    windows: Option<Vec<&'a str>>,
    topics: Option<Vec<&'a str>>,
    teams: Option<Vec<&'a str>>,
}

impl<'a> Names<'a> {
    pub(super) fn of(header: Option<&'a File>) -> Self {
        let ids = |key| header.and_then(|file| ids(&file.root, key));
        Self {
            windows: ids("windows"),
            topics: ids("topics"),
            teams: header.and_then(|file| teams(&file.root)),
        }
    }

    /// Refuses any unknown names in this value.
    pub(super) fn check(&self, node: &Node, mistakes: &mut Mistakes<'_>) {
        match &node.content {
            Content::Scalar(_) => {}
            Content::List(nodes) => nodes.iter().for_each(|node| self.check(node, mistakes)),
            Content::Mapping(entries) => {
                for entry in entries {
                    if entry.key == "scope" {
                        refuse_empty_lists(&entry.value, mistakes);
                    }
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
        let (what, known, add) = match key {
            "site" | "sites" => return unknown_site(name, key == "sites"),
            "handle" | "counterpart" => return handle::wrong(name),
            "windows" => ("window", &self.windows, "Add it to “windows” in policy.yml."),
            "topics" | "except_topics" => ("topic", &self.topics, "Add it to “topics” in policy.yml."),
            "teams" => ("team", &self.teams, ADD_TEAM),
            _ => return None,
        };
        // Letter case is ignored only for the names of teams, which people type into their profiles.
        let is_it = |known: &&str| *known == name || what == "team" && known.eq_ignore_ascii_case(name);
        let known = known.as_ref().filter(|known| !known.iter().any(is_it))?.iter().copied();
        let hint = did_you_mean(name, known);
        Some(format!("There is no {what} “{name}”.{hint} {add}"))
    }
}

const ADD_TEAM: &str = "Write it as the “team” of an account in policy.yml, or, if only posters’ profiles have it, add it to “teams” there.";

/// The keys of a scope, each with an example of what its list can hold.
const LISTS: [(&str, &str); 7] = [
    ("accounts", "corporate"),
    ("sites", "x"),
    ("surfaces", "reply"),
    ("windows", "pre-election"),
    ("topics", "flood"),
    ("media", "image"),
    ("teams", "Newsdesk"),
];

/// An empty list could mean nowhere or everywhere, and nobody can tell which.
fn refuse_empty_lists(scope: &Node, mistakes: &mut Mistakes<'_>) {
    let Content::Mapping(entries) = &scope.content else { return };
    for entry in entries {
        let is_empty = matches!(&entry.value.content, Content::List(nodes) if nodes.is_empty());
        if let Some((key, example)) = LISTS.iter().find(|(key, _)| is_empty && *key == entry.key) {
            let message = format!(
                "“{key}” lists nothing. List at least one, such as [{example}]; for everywhere, remove the key."
            );
            mistakes.add(entry.value.at, message);
        }
    }
}

/// The error for a site that is not known. Scopes may also say `all`.
fn unknown_site(name: &str, in_scope: bool) -> Option<String> {
    let known: Vec<&str> = SITES.iter().map(|site| site.id).chain(in_scope.then_some("all")).collect();
    (!known.contains(&name)).then(|| unknown("site", name, &known))
}

/// The ids in the list under this key, which may be left out.
fn ids<'a>(root: &'a Node, key: &str) -> Option<Vec<&'a str>> {
    Some(of_each(listed(root, key)?, "id"))
}

/// The teams of the accounts, and any listed separately.
fn teams(root: &Node) -> Option<Vec<&str>> {
    let mut teams = of_each(listed(root, "accounts")?, "team");
    teams.extend(listed(root, "teams")?.iter().flat_map(texts).map(|(_, team)| team));
    Some(teams)
}

/// The list under this key; empty if it is left out, `None` if it is something other than a list.
fn listed<'a>(root: &'a Node, key: &str) -> Option<&'a [Node]> {
    let Content::Mapping(entries) = &root.content else { return None };
    let Some(entry) = entries.iter().find(|entry| entry.key == key) else { return Some(&[]) };
    if let Content::List(nodes) = &entry.value.content { Some(nodes) } else { None }
}

/// The texts under this key in each mapping of a list.
fn of_each<'a>(nodes: &'a [Node], key: &str) -> Vec<&'a str> {
    let entry = |node: &'a Node| match &node.content {
        Content::Mapping(entries) => entries.iter().find(|entry| entry.key == key),
        _ => None,
    };
    nodes.iter().filter_map(entry).flat_map(|entry| texts(&entry.value)).map(|(_, text)| text).collect()
}

/// The value if it is a text, or the texts in its list, with their places.
fn texts(node: &Node) -> Vec<(At, &str)> {
    match &node.content {
        Content::Scalar(Value::String(text)) => vec![(node.at, text)],
        Content::List(nodes) => nodes.iter().flat_map(texts).collect(),
        Content::Scalar(_) | Content::Mapping(_) => Vec::new(),
    }
}
