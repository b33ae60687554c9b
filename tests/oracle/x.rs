//! X compared with npm `twitter-text` 3.1.0; and Mastodon, whose composer counts with parts of it.

use crate::{Differences, Found, TEXTS, length, node, some_texts, texts};
use countersign::sites::entities;
use serde::Deserialize;

#[derive(Debug, Deserialize)]
struct Answer {
    length: usize,
    /// In UTF-16 code units.
    entities: Found,
    mastodon: usize,
}

fn found(text: &str) -> Found {
    let utf16 = |byte: usize| text.get(..byte).unwrap().encode_utf16().count();
    let found = entities("x", text).into_iter();
    found.map(|entity| (entity.kind, utf16(entity.span.start), utf16(entity.span.end))).collect()
}

fn compare(texts: &[String]) {
    let Some(answers) = node::ask::<Answer>("twitter-text.mjs", texts) else { return };
    let [mut lengths, mut links, mut mastodon] = <[Differences; 3]>::default();
    for (text, answer) in texts.iter().zip(&answers) {
        lengths.compare(text, &length("x", text), &answer.length);
        links.compare(text, &found(text), &answer.entities);
        mastodon.compare(text, &length("mastodon", text), &answer.mastodon);
    }
    lengths.report("length on X", texts.len());
    links.report("links on X", texts.len());
    mastodon.report("length on Mastodon", texts.len());
    assert!(lengths.0.is_empty() && links.0.is_empty() && mastodon.0.is_empty());
}

#[test]
fn x_counts_and_links_as_twitter_text_does() {
    compare(&some_texts(TEXTS));
}

#[test]
#[ignore = "takes minutes: every character of Unicode"]
fn x_knows_the_class_of_every_character() {
    let all: Vec<char> = (char::MIN..=char::MAX).collect();
    for some in all.chunks(TEXTS) {
        let texts: Vec<String> = some.iter().copied().map(texts::places).collect();
        compare(&texts);
    }
}
