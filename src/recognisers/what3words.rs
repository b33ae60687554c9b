//! what3words addresses: three words that stand for a three-metre square.
//!
//! An address has three slashes and three words separated by full stops, in any language; or it is a link to w3w.co or
//! what3words.com. Without the slashes, the name what3words has to be nearby, and the last word must not be the end of
//! a host name (`apps.example.com`). Source: what3words, “How to recognise a what3words address”.

use super::{CERTAIN, Candidate, LIKELY, Recogniser, Scan, cues};
use crate::finding::Span;

const CUES: &str = "what3words|w3w|what 3 words|what three words";

/// Endings of host names that are long enough to be words.
const HOSTS: &str = "com org net gov edu info app wales cymru scot london nhs mod police sch biz dev tech online site website \
    html pdf aspx";

/// The recogniser `what3words`.
pub(super) struct What3Words;

impl Recogniser for What3Words {
    fn id(&self) -> &'static str {
        "what3words"
    }

    fn literals(&self) -> &'static [&'static str] {
        &["///", "w3w", "what3words", "what 3 words", "what three words"]
    }

    fn cue(&self) -> &'static str {
        "what3words "
    }

    /// The three words with their dots. With a dot moved, `fil.led.count` is somewhere else.
    fn canonical(&self, value: &str) -> String {
        value.rsplit('/').next().unwrap_or_default().to_lowercase()
    }

    fn find(&self, scan: &Scan<'_>) -> Vec<Candidate> {
        let text = scan.text;
        let mut found = Vec::new();
        let mut at = 0;
        for token in
            text.split_inclusive(|character: char| character.is_whitespace() || "(,;\"".contains(character))
        {
            let start = at;
            at += token.len();
            found.extend(candidate(text, start, token));
        }
        found
    }
}

fn candidate(text: &str, start: usize, token: &str) -> Option<Candidate> {
    let token = token.trim_end_matches(|end: char| !end.is_alphanumeric());
    let (ahead, words) = token.rsplit_once('/').unwrap_or(("", token));
    let parts = words.split('.');
    let is_word = |part: &str| part.chars().count() > 2 && part.chars().all(char::is_alphabetic);
    if parts.clone().count() != 3 || !parts.clone().all(is_word) {
        return None;
    }
    let host = HOSTS
        .split(' ')
        .any(|end| words.rsplit('.').next().is_some_and(|last| last.eq_ignore_ascii_case(end)));
    let link = ahead.ends_with("w3w.co") || ahead.ends_with("what3words.com");
    let span = Span::new(start, start + token.len());
    let score = match () {
        () if link || ahead == "//" => CERTAIN,
        () if ahead.is_empty()
            && !host
            && !words.starts_with("www.")
            && cues::near(text, span, 25, 0, CUES) =>
        {
            LIKELY
        }
        () => return None,
    };
    Some(Candidate { span, score })
}
