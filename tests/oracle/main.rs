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
