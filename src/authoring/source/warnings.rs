//! What is likely to be a mistake in a policy, but may be intended. Warnings never cause a policy to be refused.

use super::Loaded;
use super::entries::Entries;
use super::error::{At, Place, SourceError};
use super::files::Files;
use super::mapping::File;
use super::yaml::{Content, Node};
use crate::engine::Engine;
use crate::engine::unchecked::Unchecked;
use crate::policy::Policy;
use crate::policy::suggestion::did_you_mean;
use crate::text::normalise::folded;
use crate::{Instant, handle};
use serde_json::Value;
use std::collections::HashMap;

/// The lists of words that should have no repeats.
const LISTS: [&str; 2] = ["terms", "cues"];

impl Loaded {
    /// What is likely to be a mistake at this time, in the order of the files.
    #[must_use]
    pub fn warnings(&self, now: Instant) -> Vec<SourceError> {
        let windows = self.engine.policy().windows.iter().zip(&self.ends);
        let over = windows.filter(|(window, _)| window.until <= now).map(|(window, place)| {
            let message = format!(
                "The window “{}” ended on {}. What is in force only while it is open is not checked any more. Change its times, or remove it.",
                window.id,
                window.until.long_date("en")
            );
            SourceError { place: place.clone(), message }
        });
        let mut warnings: Vec<_> = over.chain(self.warnings.iter().cloned()).collect();
        warnings.sort();
        warnings
    }
}

/// Where each window of the policy ends, in its file.
pub(super) fn ends(header: Option<&File>, policy: &Policy) -> Vec<Place> {
    let end = |nth| header.map(|file| file.place(file.root.value_at(&format!("windows[{nth}].until"))));
    (0..policy.windows.len()).filter_map(end).collect()
}

/// What is likely to be a mistake, whatever the time.
pub(super) fn of(files: &Files, engine: &Engine, entries: &Entries<'_>) -> Vec<SourceError> {
    let mut warnings = unchecked_in_browsers(engine, entries);
    for file in files.entries() {
        let mut found = Found { policy: engine.policy(), warnings: Vec::new() };
        found.look(&file.root);
        warnings.extend(
            found.warnings.into_iter().map(|(at, message)| SourceError { place: file.place(at), message }),
        );
    }
    warnings
}

/// A warning for each rule or sign-off that passes its tests but does nothing, or less than it should, in a browser.
fn unchecked_in_browsers(engine: &Engine, entries: &Entries<'_>) -> Vec<SourceError> {
    let unchecked = engine.unchecked_in_browsers().into_iter();
    let warning =
        |one: Unchecked<'_>| Some(SourceError { place: entries.place(one.entry)?, message: one.to_string() });
    unchecked.filter_map(warning).collect()
}

/// What is found in one file.
struct Found<'a> {
    policy: &'a Policy,
    warnings: Vec<(At, String)>,
}

impl Found<'_> {
    fn look(&mut self, node: &Node) {
        match &node.content {
            Content::Scalar(_) => {}
            Content::List(nodes) => nodes.iter().for_each(|node| self.look(node)),
            Content::Mapping(entries) => {
                let is_exact =
                    entries.iter().any(|entry| entry.key == "case" && text(&entry.value) == Some("exact"));
                for entry in entries {
                    if LISTS.contains(&entry.key.as_str()) {
                        self.doubled(&entry.value, is_exact);
                    } else if entry.key == "counterpart" {
                        self.counterpart(&entry.value);
                    } else if entry.key != "tests" {
                        self.look(&entry.value);
                    }
                }
            }
        }
    }

    /// Words that are already in the list.
    fn doubled(&mut self, list: &Node, is_exact: bool) {
        let Content::List(nodes) = &list.content else { return };
        let mut known = HashMap::new();
        for (node, word) in nodes.iter().filter_map(|node| Some((node, text(node)?))) {
            let same = if is_exact { word.to_owned() } else { folded(word) };
            let first = *known.entry(same).or_insert(node.at);
            if first != node.at {
                let message = format!(
                    "“{word}” is listed already, at {}:{}. Remove one of the two.",
                    first.line, first.column
                );
                self.warnings.push((node.at, message));
            }
        }
    }

    /// An account that should say the same in the other language, but that the policy does not list.
    fn counterpart(&mut self, node: &Node) {
        let accounts = &self.policy.accounts;
        let Some(name) = text(node) else { return };
        if accounts.iter().any(|account| handle::is_same(&account.handle, name)) {
            return;
        }
        let hint = did_you_mean(handle::bare(name), accounts.iter().map(|account| account.handle.as_str()));
        let message = format!(
            "“{name}” is not one of the “accounts” in policy.yml.{hint} If it is the organisation’s own, add it there."
        );
        self.warnings.push((node.at, message));
    }
}

fn text(node: &Node) -> Option<&str> {
    if let Content::Scalar(Value::String(text)) = &node.content { Some(text) } else { None }
}
