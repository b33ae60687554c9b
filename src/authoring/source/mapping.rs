//! Takes a mapping apart key by key, and collects every mistake instead of stopping at the first.

use super::error::{At, Place, SourceError};
use super::yaml::{Content, Entry, Node};
use crate::authoring::wording::{self, Mistake};
use crate::policy::read;
use crate::policy::suggestion::nearest;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// A file of the policy, read into a tree.
#[derive(Debug)]
pub(super) struct File {
    /// Its path, as shown to the admin.
    pub(super) name: String,
    /// What is in it.
    pub(super) root: Node,
}

impl File {
    /// A place in this file.
    pub(super) fn place(&self, at: At) -> Place {
        Place { file: self.name.clone(), at: Some(at) }
    }
}

/// Collects what is wrong with one file.
#[derive(Debug)]
pub(super) struct Mistakes<'a> {
    pub(super) file: &'a str,
    pub(super) errors: &'a mut Vec<SourceError>,
}

impl Mistakes<'_> {
    pub(super) fn add(&mut self, at: At, message: impl Into<String>) {
        let place = Place { file: self.file.to_owned(), at: Some(at) };
        self.errors.push(SourceError { place, message: message.into() });
    }

    /// The node as a `T`.
    pub(super) fn read<T: DeserializeOwned>(&mut self, node: &Node) -> Option<T> {
        if node.has_gaps() {
            // Already reported: see `Node::mistakes`.
            return None;
        }
        let read = read::value(node.to_json());
        read.map_err(|error| {
            let (at, message) = located(node, &error.path, &error.message);
            self.add(at, message);
        })
        .ok()
    }
}

/// The place and the words of a serde error about the value at `path`.
pub(super) fn located(node: &Node, path: &str, message: &str) -> (At, String) {
    match wording::mistake(message) {
        Mistake::UnknownKey { key, known } => (node.key_at(path), wording::unknown_key(&key, &known)),
        Mistake::Other(message) => (node.value_at(path), message),
    }
}

/// A mapping whose keys have not all been taken yet.
#[derive(Debug)]
pub(super) struct Mapping<'a> {
    at: At,
    rest: Vec<&'a Entry>,
    /// Missing keys that have already been reported as mistyped.
    mistyped: Vec<String>,
}

impl<'a> Mapping<'a> {
    /// The node as a mapping. `what` says what it describes, such as `a rule`.
    pub(super) fn new(node: &'a Node, what: &str, mistakes: &mut Mistakes<'_>) -> Option<Self> {
        if let Content::Mapping(entries) = &node.content {
            return Some(Self { at: node.at, rest: entries.iter().collect(), mistyped: Vec::new() });
        }
        let found = match &node.content {
            Content::List(_) => "a list",
            // Already reported: see `Node::mistakes`.
            Content::Scalar(Value::Null) => return None,
            Content::Scalar(_) | Content::Mapping(_) => "a single value",
        };
        mistakes.add(node.at, format!("Expected {what}, as “key: value” lines; found {found}."));
        None
    }

    /// Takes out the value of a key, if the key is there.
    pub(super) fn take(&mut self, key: &str) -> Option<&'a Node> {
        let first = self.rest.iter().find(|entry| entry.key == key).map(|entry| &entry.value);
        // If it is there twice, that has already been reported: see `Node::mistakes`.
        self.rest.retain(|entry| entry.key != key);
        first
    }

    /// Takes a required value.
    pub(super) fn required<T: DeserializeOwned>(
        &mut self,
        key: &str,
        mistakes: &mut Mistakes<'_>,
    ) -> Option<T> {
        self.required_with_node(key, mistakes).map(|(value, _)| value)
    }

    /// Takes a required value, with its node.
    pub(super) fn required_with_node<T: DeserializeOwned>(
        &mut self,
        key: &str,
        mistakes: &mut Mistakes<'_>,
    ) -> Option<(T, &'a Node)> {
        let node = self.required_node(key, mistakes)?;
        mistakes.read(node).map(|value| (value, node))
    }

    /// Takes the node of a required key.
    pub(super) fn required_node(&mut self, key: &str, mistakes: &mut Mistakes<'_>) -> Option<&'a Node> {
        let node = self.take(key);
        // If the key was mistyped, that has already been reported.
        if node.is_none() && !self.mistyped.iter().any(|name| name == key) {
            mistakes.add(self.at, format!("“{key}” is missing. Add it."));
        }
        node
    }

    /// Takes an optional value.
    pub(super) fn optional<T: DeserializeOwned + Default>(
        &mut self,
        key: &str,
        mistakes: &mut Mistakes<'_>,
    ) -> Option<T> {
        self.take(key).map_or_else(|| Some(T::default()), |node| mistakes.read(node))
    }

    /// Whether any key was reported as mistyped.
    pub(super) fn is_mistyped(&self) -> bool {
        !self.mistyped.is_empty()
    }

    /// The keys that have not been taken.
    pub(super) fn rest(&self) -> &[&'a Entry] {
        &self.rest
    }

    /// Reports every key that is not one of `known`, and takes it out.
    pub(super) fn refuse_unknown(&mut self, known: &[String], mistakes: &mut Mistakes<'_>) {
        self.refuse(|key, _| !known.iter().any(|name| name == key), known, mistakes);
    }

    /// If this key is missing, reports the keys that are probably this one mistyped, and takes them out.
    pub(super) fn refuse_mistyped(&mut self, key: &str, known: &[String], mistakes: &mut Mistakes<'_>) {
        if !self.rest.iter().any(|entry| entry.key == key) {
            self.refuse(|_, meant| meant == Some(key), known, mistakes);
        }
    }

    /// Reports the keys for which `is_wrong` holds, and takes them out. It is given each key and the nearest known one.
    fn refuse(
        &mut self,
        is_wrong: impl Fn(&str, Option<&str>) -> bool,
        known: &[String],
        mistakes: &mut Mistakes<'_>,
    ) {
        let mistyped = &mut self.mistyped;
        self.rest.retain(|entry| {
            let meant = nearest(&entry.key, known.iter().map(String::as_str));
            let is_wrong = is_wrong(&entry.key, meant);
            // Without a colon it is part of a text: see `Node::mistakes`.
            if is_wrong && entry.has_colon {
                mistakes.add(entry.key_at, wording::unknown_key(&entry.key, known));
            }
            if is_wrong {
                mistyped.extend(meant.map(ToOwned::to_owned));
            }
            !is_wrong
        });
    }
}
