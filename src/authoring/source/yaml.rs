//! YAML as a tree that knows where in the file each key and each value stands.

mod visitor;
mod words;

use super::error::At;
use serde_json::Value;
use serde_saphyr::Location;
use serde_saphyr::options::DuplicateKeyPolicy;
use std::ops::Range;

/// The most values one file may have.
const MAX_VALUES: usize = 200_000;
/// The most lists and mappings inside one another.
const MAX_DEPTH: usize = 64;

/// A value and where it stands.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) at: At,
    pub(super) content: Content,
    /// Where it stands in the file, in bytes.
    bytes: Range<usize>,
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
}

/// Reads one YAML document, or says what is wrong and where.
pub(super) fn parse(text: &str) -> Result<Node, (At, String)> {
    let options = serde_saphyr::options! {
        budget: serde_saphyr::budget! {
            max_documents: 1,
            // Without them, what a value says stands where the value is, and no file can grow when it is read.
            max_anchors: 0,
            max_aliases: 0,
            max_nodes: MAX_VALUES,
            max_events: 4 * MAX_VALUES,
            max_depth: MAX_DEPTH,
        },
        // Doubled keys are all reported, see `Node::mistakes`.
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        // `0800` is a telephone number and `no` a word.
        leading_zero_numbers_as_strings: true,
        underscored_numbers_as_strings: true,
        strict_booleans: true,
        reject_unsupported_tags: true,
        with_snippet: false,
    };
    serde_saphyr::from_str_with_options(text, options).map_err(|error| {
        let at = error.location().map_or(At::START, at);
        (at, words::in_words(&error))
    })
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
    /// The value without places.
    pub(super) fn to_json(&self) -> Value {
        match &self.content {
            Content::Scalar(value) => value.clone(),
            Content::List(nodes) => nodes.iter().map(Self::to_json).collect(),
            Content::Mapping(entries) => {
                entries.iter().map(|entry| (entry.key.clone(), entry.value.to_json())).collect()
            }
        }
    }

    /// Where the value at a path such as `variants[0]` stands, or the nearest value around it. For a
    /// mapping's value it is that value's place; [`Node::key_at`] gives the key's.
    pub(super) fn value_at(&self, path: &str) -> At {
        self.follow(path).1
    }

    /// Where the last key of the path stands.
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

    /// What is never right, whatever the value is for: keys given twice, keys without a value, and words that are no
    /// part of the text that they are meant for. `file` is the text that was read.
    pub(super) fn mistakes(&self, file: &str) -> Vec<(At, String)> {
        match &self.content {
            Content::Scalar(Value::String(_)) if self.is_cut_short(file) => {
                vec![(self.at, CUT_SHORT.to_owned())]
            }
            Content::Scalar(Value::Null) => vec![(self.at, NO_VALUE.to_owned())],
            Content::Scalar(_) => Vec::new(),
            Content::List(nodes) => nodes.iter().flat_map(|node| node.mistakes(file)).collect(),
            Content::Mapping(entries) => {
                let inside = entries.iter().flat_map(|entry| entry.value.mistakes(file));
                inside.chain(doubled_keys(entries)).collect()
            }
        }
    }

    /// Whether a hashtag stands behind a text without quotes: to YAML it is a comment, as is all behind it. Comments have
    /// a space behind their sign, and what stands in a block of lines ends with its last line.
    fn is_cut_short(&self, file: &str) -> bool {
        let text = file.get(self.bytes.clone()).unwrap_or_default();
        let behind = file.get(self.bytes.end..).unwrap_or_default();
        let comment = behind.trim_start_matches([' ', '\t']).strip_prefix('#').unwrap_or_default();
        !text.starts_with(['"', '\''])
            && !text.ends_with(char::is_whitespace)
            && comment.starts_with(char::is_alphanumeric)
    }
}

const NO_VALUE: &str = "There is no value here. Write one (\"\" for an empty text, and in quotes what begins with “#”), or remove the key.";
const CUT_SHORT: &str = "What follows “#” here is taken for a comment. Put the text in quotes; if it is a comment, put a space behind the “#”.";

fn doubled_keys(entries: &[Entry]) -> Vec<(At, String)> {
    let earlier = |nth: usize, key: &str| entries.iter().take(nth).find(|entry| entry.key == key);
    let doubled = entries.iter().enumerate().filter_map(|(nth, entry)| {
        let first = earlier(nth, &entry.key)?;
        let message = format!(
            "The key “{}” is here twice; the first is in line {}. Remove one of them.",
            entry.key, first.key_at.line
        );
        Some((entry.key_at, message))
    });
    doubled.collect()
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
