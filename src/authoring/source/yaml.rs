//! YAML as a tree that knows where each key and value is in the file.

mod mistakes;
mod visitor;
mod words;

use super::error::At;
use serde_json::Value;
use serde_saphyr::Location;
use serde_saphyr::options::{DuplicateKeyPolicy, MergeKeyPolicy};
use std::ops::Range;

/// The most values one file may have.
const MAX_VALUES: usize = 200_000;
/// How deep lists and mappings may be nested.
const MAX_DEPTH: usize = 64;

/// A value and its place.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) at: At,
    pub(super) content: Content,
    /// Where it is in the file, in bytes.
    bytes: Range<usize>,
    /// Whether it has a tag such as `!!str` before it.
    is_tagged: bool,
}

/// What a value is.
#[derive(Debug)]
pub(super) enum Content {
    Scalar(Value),
    List(Vec<Node>),
    Mapping(Vec<Entry>),
}

/// A key with its value.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) key: String,
    pub(super) key_at: At,
    pub(super) value: Node,
    /// Whether it was followed by a colon: inside braces, a comma in a text turns the parts of the text into keys.
    pub(super) has_colon: bool,
}

/// Reads one YAML document, or says what is wrong and where.
pub(super) fn parse(text: &str) -> Result<Node, (At, String)> {
    let options = serde_saphyr::options! {
        budget: serde_saphyr::budget! {
            max_documents: 1,
            // Without anchors, the content of a value is always where the value is, and no file can grow as it is read.
            max_anchors: 0,
            max_aliases: 0,
            max_nodes: MAX_VALUES,
            max_events: 4 * MAX_VALUES,
            max_depth: MAX_DEPTH,
        },
        // Repeated keys are all reported: see `Node::mistakes`.
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        merge_keys: MergeKeyPolicy::Error,
        // `0800` is a telephone number, and `no` is a word.
        leading_zero_numbers_as_strings: true,
        underscored_numbers_as_strings: true,
        strict_booleans: true,
        reject_unsupported_tags: true,
        with_snippet: false,
    };
    let read = serde_saphyr::from_str_with_options::<Node>(text, options);
    let mut root = read.map_err(|error| words::located(&error, text))?;
    root.look_for_colons(text);
    Ok(root)
}

fn at(location: Location) -> At {
    At { line: location.line().max(1), column: location.column().max(1) }
}

fn bytes(location: Location) -> Range<usize> {
    let number =
        |number: Option<u64>| number.and_then(|number| usize::try_from(number).ok()).unwrap_or_default();
    let start = number(location.span().byte_offset());
    start..start + number(location.span().byte_len())
}

impl Node {
    /// The value without its places.
    pub(super) fn to_json(&self) -> Value {
        match &self.content {
            Content::Scalar(value) => value.clone(),
            Content::List(nodes) => nodes.iter().map(Self::to_json).collect(),
            Content::Mapping(entries) => {
                entries.iter().map(|entry| (entry.key.clone(), entry.value.to_json())).collect()
            }
        }
    }

    /// The place of the value at a path such as `variants[0]`, or of the nearest value around it. For a value in a
    /// mapping, this is the place of the value; [`Node::key_at`] gives the place of the key.
    pub(super) fn value_at(&self, path: &str) -> At {
        self.follow(path).1
    }

    /// The place of the last key in the path.
    pub(super) fn key_at(&self, path: &str) -> At {
        self.follow(path).0
    }

    fn follow(&self, path: &str) -> (At, At) {
        let (mut node, mut key_at) = (self, self.at);
        for step in path.split(['.', '[']).filter(|step| !step.is_empty()) {
            let next = match &node.content {
                Content::Mapping(entries) => {
                    entries.iter().find(|entry| entry.key == step).map(|entry| (entry.key_at, &entry.value))
                }
                Content::List(nodes) => {
                    let nth = step.trim_end_matches(']').parse::<usize>().ok();
                    nth.and_then(|nth| nodes.get(nth)).map(|node| (node.at, node))
                }
                Content::Scalar(_) => None,
            };
            let Some((at, value)) = next else { break };
            (key_at, node) = (at, value);
        }
        (key_at, node.at)
    }

    /// Whether a value is missing here or deeper inside, which [`Node::mistakes`] reports.
    pub(super) fn has_gaps(&self) -> bool {
        match &self.content {
            Content::Scalar(value) => value.is_null(),
            Content::List(nodes) => nodes.iter().any(Self::has_gaps),
            Content::Mapping(entries) => entries.iter().any(|entry| entry.value.has_gaps()),
        }
    }

    /// Whether it is a mapping with this key.
    pub(super) fn has(&self, key: &str) -> bool {
        matches!(&self.content, Content::Mapping(entries) if entries.iter().any(|entry| entry.key == key))
    }

    fn look_for_colons(&mut self, file: &str) {
        match &mut self.content {
            Content::Scalar(_) => {}
            Content::List(nodes) => nodes.iter_mut().for_each(|node| node.look_for_colons(file)),
            Content::Mapping(entries) => {
                for entry in entries {
                    let after = file.get(entry.value.bytes.start..).unwrap_or_default();
                    let is_empty = matches!(entry.value.content, Content::Scalar(Value::Null));
                    entry.has_colon = !(is_empty && after.trim_start().starts_with([',', '}']));
                    entry.value.look_for_colons(file);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_and_value_has_its_place() {
        let node = parse("id: x\nscope:\n  sites: [x, \"y\"]\n").unwrap();
        assert_eq!(node.key_at("scope"), At { line: 2, column: 1 });
        assert_eq!(node.value_at("scope.sites[1]"), At { line: 3, column: 14 });
        assert_eq!(node.value_at("scope.sitas"), At { line: 3, column: 3 });
        assert_eq!(node.value_at("id"), At { line: 1, column: 5 });
    }

    #[test]
    fn words_that_look_like_values_stay_words() {
        let node = parse("[no, 0800, 1_000, on, 2024, true, '2024', 2024-05-25]").unwrap();
        let expected = serde_json::json!(["no", "0800", "1_000", "on", 2024, true, "2024", "2024-05-25"]);
        assert_eq!(node.to_json(), expected);
    }

    #[test]
    fn doubled_keys_and_missing_values_are_all_found() {
        let mistakes = parse("a: 1\nb:\na: 2\nc: {d: 1, d: 2}\n").unwrap().mistakes("");
        let lines: Vec<_> = mistakes.iter().map(|(at, _)| (at.line, at.column)).collect();
        assert_eq!(lines, [(2, 2), (4, 11), (3, 1)]);
    }

    #[track_caller]
    fn assert_cut_short(text: &str, lines: &[u64]) {
        let mistakes = parse(text).unwrap().mistakes(text);
        assert_eq!(mistakes.iter().map(|(at, _)| at.line).collect::<Vec<_>>(), lines, "{text}");
    }

    #[test]
    fn a_hashtag_behind_a_text_without_quotes_is_found_and_no_comment_is() {
        assert_cut_short("a: Use #Tag and go\r\n#b: c\nd: e\n  f #g\nh: [i, j\t#k\n]\n", &[1, 3, 5]);
        assert_cut_short("a: b # c\n#d: e\nf: 'g' #h\ni: \"j\" #k\nl: 5 #m\nn: [o] #p\nq: r\n\n#s: t\n", &[]);
        assert_cut_short("a: |\n  Use #Tag\n#b: c\nd:\n  - e: >-\n      #f\n    #g: h\n    i: j\n", &[]);
        assert_cut_short("\u{feff}é: é #é\n", &[1]);
    }

    #[track_caller]
    fn assert_unreadable(text: &str, line: u64, column: u64) {
        let (at, message) = parse(text).unwrap_err();
        assert_eq!(at, At { line, column }, "{message}");
    }

    #[test]
    fn unreadable_yaml_has_a_place() {
        assert_unreadable("a: [1, 2\nb: 3\n", 2, 2);
        assert_unreadable("a: {b\n", 1, 4);
        assert_unreadable("a: \"b\n", 2, 1);
        assert_unreadable("a: 1\n---\nb: 2\n", 2, 1);
    }
}
