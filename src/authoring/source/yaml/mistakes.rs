//! Mistakes that are never right in a policy's file, whatever the file is for.

use super::{At, Content, Entry, Node};
use serde_json::Value;

impl Node {
    /// Keys given twice, keys without a value, words cut off from the text they were meant for, and YAML features other
    /// than texts, numbers, lists and mappings. `file` is the text that was read.
    pub(in super::super) fn mistakes(&self, file: &str) -> Vec<(At, String)> {
        let tagged = self.is_tagged.then(|| (self.at, TAGGED.to_owned()));
        let inside: Vec<_> = match &self.content {
            Content::Scalar(value) => {
                self.of_scalar(value, file).map(|message| (self.at, message.to_owned())).into_iter().collect()
            }
            Content::List(nodes) => nodes.iter().flat_map(|node| node.mistakes(file)).collect(),
            Content::Mapping(entries) => {
                let inside = entries.iter().flat_map(|entry| of_entry(entry, file));
                inside.chain(doubled_keys(entries)).collect()
            }
        };
        tagged.into_iter().chain(inside).collect()
    }

    fn of_scalar(&self, value: &Value, file: &str) -> Option<&'static str> {
        match value {
            Value::Null => Some(NO_VALUE),
            Value::String(_) if self.is_cut_short(file) => Some(CUT_SHORT),
            Value::Number(_) if file.get(self.bytes.clone()).is_some_and(|text| !is_plain(text)) => {
                Some(NOT_PLAIN)
            }
            _ => None,
        }
    }

    /// Whether a hashtag follows a text without quotes: YAML takes it and everything after it for a comment. Real
    /// comments have a space after the `#`, and a block of text runs to the end of its last line.
    fn is_cut_short(&self, file: &str) -> bool {
        let text = file.get(self.bytes.clone()).unwrap_or_default();
        let after = file.get(self.bytes.end..).unwrap_or_default();
        let comment = after.trim_start_matches([' ', '\t']).strip_prefix('#').unwrap_or_default();
        !text.starts_with(['"', '\''])
            && !text.ends_with(char::is_whitespace)
            && comment.starts_with(char::is_alphanumeric)
    }
}

const NO_VALUE: &str = "There is no value here. Write one (\"\" for an empty text, and in quotes what begins with “#”), or remove the key.";
const CUT_SHORT: &str = "What follows “#” here is taken for a comment. Put the text in quotes; if it is a comment, put a space after the “#”.";
const TAGGED: &str =
    "Tags such as !!str are not used here. Remove it, or put text that begins with ! in quotes.";
const NOT_PLAIN: &str = "Write this number in ordinary digits, such as 30 or 0.5, or put the text in quotes.";

/// Whether a number is written in the ordinary way: to YAML, `0x1e` and `1e3` are numbers too.
fn is_plain(number: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.chars().all(|one| one.is_ascii_digit());
    let number = number.strip_prefix('-').unwrap_or(number);
    let (whole, part) = number.split_once('.').unwrap_or((number, "0"));
    digits(whole) && digits(part)
}

fn of_entry(entry: &Entry, file: &str) -> Vec<(At, String)> {
    if entry.has_colon {
        return entry.value.mistakes(file);
    }
    let message = format!(
        "No colon follows “{}”. If it is part of a text with a comma in it, put the whole text in quotes.",
        entry.key
    );
    vec![(entry.key_at, message)]
}

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
