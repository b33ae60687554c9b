//! Bluesky against its own code, npm `@atproto/api`.

use crate::{Differences, Found, TEXTS, node, some_texts};
use countersign::text::entities::entities;
use countersign::text::length::site;
use serde::Deserialize;

#[derive(Debug, Deserialize)]
struct Answer {
    length: usize,
    bytes: usize,
    /// In bytes; those that overlap included.
    entities: Found,
}

impl Answer {
    /// What stands in the way of posting: characters, or else bytes.
    fn count(&self) -> usize {
        if self.length <= 300 && self.bytes > 3_000 { self.bytes } else { self.length }
    }

    /// Of entities that overlap, those that are shown: the first in the text.
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

/// Whether a text has a link whose short form depends on more than its letters.
///
/// What `docs/decisions` leaves out: hosts that have to be decoded or mapped (UTS #46), hosts of digits, which are read as
/// one number, and `^`, over which browsers differ.
fn has_odd_link(text: &str) -> bool {
    let after = text.split("://").skip(1).map(|rest| rest.trim_start_matches(['/', '\\']));
    let hosts = after
        .map(|rest| rest.split(['/', '?', '#', '\\', ' ']).next().unwrap_or_default().to_ascii_lowercase());
    let is_digit = |first: char| first.is_ascii_digit();
    let is_number = |host: &str| {
        host.rsplit('.').find(|label| !label.is_empty()).is_some_and(|last| last.starts_with(is_digit))
    };
    let odd = |host: String| {
        !host.is_ascii() || host.contains("xn--") || host.contains(['%', '[']) || is_number(&host)
    };
    text.contains('^') || hosts.into_iter().any(odd)
}

fn found(text: &str) -> Found {
    entities("bluesky", text).iter().map(|entity| (entity.kind, entity.span.start, entity.span.end)).collect()
}

#[test]
fn bluesky_counts_and_links_as_its_own_code_does() {
    let texts = some_texts(TEXTS / 2);
    let Some(answers) = node::ask::<Answer>("bluesky.mjs", &texts) else { return };
    let [mut lengths, mut odd, mut links] = <[Differences; 3]>::default();
    for (text, answer) in texts.iter().zip(&answers) {
        let count = site("bluesky").unwrap().count(text, None).count;
        let lengths = if has_odd_link(text) { &mut odd } else { &mut lengths };
        lengths.compare(text, &count, &answer.count());
        links.compare(text, &found(text), &answer.shown());
    }
    lengths.report("length on Bluesky", texts.len());
    println!("  and {} where the host of a link has to be decoded or mapped", odd.0.len());
    links.report("links on Bluesky", texts.len());
    assert!(lengths.0.is_empty() && links.0.is_empty());
}
