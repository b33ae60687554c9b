//! Bluesky against its own code, npm `@atproto/api`.

use crate::{Differences, Found, TEXTS, node, some_texts};
use countersign::sites::{entities, site};
use serde::Deserialize;

#[derive(Debug, Deserialize)]
struct Answer {
    length: usize,
    bytes: usize,
    /// In bytes, including those that overlap.
    entities: Found,
    /// Whether implementations differ on it.
    open: bool,
}

impl Answer {
    /// What prevents posting: characters, or otherwise bytes.
    fn count(&self) -> usize {
        if self.length <= 300 && self.bytes > 3_000 { self.bytes } else { self.length }
    }

    /// Of overlapping entities, the shown one is the first in the text.
    fn shown(&self) -> Found {
        let mut shown = self.entities.clone();
        shown.sort_by_key(|&(_, start, _)| start);
        let mut done = 0;
        shown.retain(|&(_, start, end)| {
            let free = start >= done;
            done = if free { end } else { done };
            free
        });
        shown
    }
}

fn found(text: &str) -> Found {
    entities("bluesky", text).iter().map(|entity| (entity.kind, entity.span.start, entity.span.end)).collect()
}

#[test]
fn bluesky_counts_and_links_as_its_own_code_does() {
    let texts = some_texts(TEXTS / 2);
    let Some(answers) = node::ask::<Answer>("bluesky.mjs", &texts) else { return };
    let [mut lengths, mut open, mut links] = <[Differences; 3]>::default();
    for (text, answer) in texts.iter().zip(&answers) {
        let count = site("bluesky").unwrap().count(text, None).count;
        let lengths = if answer.open { &mut open } else { &mut lengths };
        lengths.compare(text, &count, &answer.count());
        links.compare(text, &found(text), &answer.shown());
    }
    lengths.report("length on Bluesky", texts.len());
    println!("  and {} where implementations differ", open.0.len());
    links.report("links on Bluesky", texts.len());
    assert!(lengths.0.is_empty() && links.0.is_empty());
}
