//! Counting and linking compared with the sites' own code, over texts that nobody would write.
//!
//! The oracles are npm packages (`./build.sh setup` installs them); without them the tests say so and pass. Every run has
//! the same texts. `ORACLE_TEXTS` asks for another number of them, `ORACLE_SEED` for others.

mod node;
mod texts;

use countersign::text::entities::{EntityKind, entities};
use countersign::text::length::site;
use serde::Deserialize;

fn setting(name: &str, usual: usize) -> usize {
    std::env::var(name).map_or(usual, |value| value.parse().expect("a number"))
}

/// Entities as twitter-text gives them: kind, start and end in UTF-16 code units.
type Found = Vec<(EntityKind, usize, usize)>;

#[derive(Debug, Deserialize)]
struct BlueskyAnswer {
    length: usize,
    bytes: usize,
    /// In bytes; those that overlap included.
    entities: Found,
}

#[derive(Debug, Deserialize)]
struct XAnswer {
    #[serde(default)]
    failed: Option<String>,
    #[serde(default)]
    length: usize,
    #[serde(default)]
    entities: Found,
    #[serde(default)]
    mastodon: usize,
}

fn found(site: &str, text: &str) -> Found {
    let utf16 = |byte: usize| text[..byte].encode_utf16().count();
    entities(site, text)
        .iter()
        .map(|entity| (entity.kind, utf16(entity.span.start), utf16(entity.span.end)))
        .collect()
}

fn length(id: &str, text: &str) -> usize {
    site(id).unwrap().count(text, None).count
}

#[test]
fn characters_are_what_unicode_says_people_see() {
    let tests = include_str!("GraphemeBreakTest.txt").lines().filter(|line| line.starts_with('÷'));
    let mut count = 0;
    for line in tests {
        let clusters = line.trim_matches(['÷', ' ']).split('÷');
        let expected = clusters.clone().count();
        let codes = clusters.flat_map(|cluster| cluster.split('×')).map(str::trim);
        let text: String =
            codes.map(|code| char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap()).collect();
        assert_eq!((length("mastodon", &text), length("bluesky", &text)), (expected, expected), "{line}");
        count += 1;
    }
    println!("graphemes: {count} tests of Unicode's, no differences");
    assert_eq!(count, 766);
}

/// Says how often the two differ, and shows some.
fn report(what: &str, texts: usize, differences: &[String]) {
    println!("{what}: {texts} texts, {} differences", differences.len());
    for difference in differences.iter().take(20) {
        println!("  {difference}");
    }
}

#[test]
fn x_counts_and_links_as_twitter_text_does() {
    let texts = texts::texts(setting("ORACLE_SEED", 1) as u64, setting("ORACLE_TEXTS", 120_000));
    let Some(answers) = node::ask::<XAnswer>("twitter-text.mjs", &texts) else { return };
    let (mut lengths, mut links, mut mastodons, mut failed) = (Vec::new(), Vec::new(), Vec::new(), 0);
    for (text, answer) in texts.iter().zip(&answers) {
        if answer.failed.is_some() {
            failed += 1;
            continue;
        }
        let ours = (length("x", text), found("x", text), length("mastodon", text));
        if ours.0 != answer.length {
            lengths.push(format!("{text:?}: {} here, {} there", ours.0, answer.length));
        }
        if ours.1 != answer.entities {
            links.push(format!("{text:?}: {:?} here, {:?} there", ours.1, answer.entities));
        }
        if ours.2 != answer.mastodon {
            mastodons.push(format!("{text:?}: {} here, {} there", ours.2, answer.mastodon));
        }
    }
    report("length on X", texts.len() - failed, &lengths);
    report("links on X", texts.len() - failed, &links);
    report("length on Mastodon", texts.len() - failed, &mastodons);
    println!("twitter-text itself failed on {failed} texts");
    assert!(lengths.is_empty() && links.is_empty() && mastodons.is_empty());
}

/// Of entities that overlap, those that are shown: the first in the text.
fn shown(entities: &Found) -> Found {
    let mut sorted = entities.clone();
    sorted.sort_by_key(|&(_, start, _)| start);
    let mut done = 0;
    sorted.retain(|&(_, start, end)| {
        start >= done && {
            done = end;
            true
        }
    });
    sorted
}

/// Whether a text has a link to a host that has to be decoded or mapped (UTS #46) before its length is known.
fn has_foreign_host(text: &str) -> bool {
    let hosts = text.split("://").skip(1).map(|rest| {
        rest.trim_start_matches('/').split(['/', '?', '#', '\\', ' ']).next().unwrap_or_default()
    });
    let mut hosts = hosts.map(str::to_ascii_lowercase);
    // Browsers differ over `^` in a path, and read a host of digits as one number.
    let odd = |host: String| {
        !host.is_ascii() || host.contains("xn--") || host.contains(['%', '[']) || is_number(&host)
    };
    text.contains('^') || hosts.any(odd)
}

fn is_number(host: &str) -> bool {
    host.rsplit('.')
        .find(|label| !label.is_empty())
        .is_some_and(|label| label.starts_with(|first: char| first.is_ascii_digit()))
}

#[test]
fn bluesky_counts_and_links_as_its_own_code_does() {
    let texts = texts::texts(setting("ORACLE_SEED", 1) as u64 ^ 0xb5, setting("ORACLE_TEXTS", 120_000));
    let Some(answers) = node::ask::<BlueskyAnswer>("bluesky.mjs", &texts) else { return };
    let (mut lengths, mut links, mut foreign) = (Vec::new(), Vec::new(), 0);
    for (text, answer) in texts.iter().zip(&answers) {
        let ours = site("bluesky").unwrap().count(text, None);
        let theirs = if answer.length <= 300 && answer.bytes > 3_000 { answer.bytes } else { answer.length };
        if ours.count != theirs && has_foreign_host(text) {
            foreign += 1;
        } else if ours.count != theirs {
            lengths.push(format!("{text:?}: {} here, {theirs} there", ours.count));
        }
        let ours: Found = entities("bluesky", text)
            .iter()
            .map(|entity| (entity.kind, entity.span.start, entity.span.end))
            .collect();
        let theirs = shown(&answer.entities);
        if ours != theirs {
            links.push(format!("{text:?}: {ours:?} here, {theirs:?} there"));
        }
    }
    report("length on Bluesky", texts.len(), &lengths);
    println!("  and {foreign} where the host of a link has to be decoded or mapped");
    report("links on Bluesky", texts.len(), &links);
    assert!(lengths.is_empty() && links.is_empty());
}
