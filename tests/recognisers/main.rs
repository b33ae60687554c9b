//! The quality of the recognisers: precision and recall on labelled posts, printed as a table by
//! `cargo test --test recognisers -- --nocapture`, and properties that hold for every text.
//!
//! `posts/<recogniser>.toml` has posts that mark what should be found with `«` and `»`, and others that come close and
//! should pass; all are invented. `posts/clean.toml` has everyday posts in which no recogniser should find anything.
//! The posts grew with the code, so they show what gets worse, not how well it does with other people's posts.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "what does not hold panics, and the table is printed"
)]

mod allow;
mod labels;
mod properties;

use countersign::Engine;
use countersign::recognisers::RECOGNISERS;
use labels::{Post, engine, found_by, posts};
use std::fmt::Write;

/// The lowest acceptable precision of each recogniser.
const PRECISION: f64 = 0.95;
/// The lowest acceptable recall of each recogniser.
const RECALL: f64 = 0.90;
/// The minimum number of labelled posts for each recogniser.
const POSTS: usize = 25;
/// The minimum number of clean posts.
const CLEAN_POSTS: usize = 150;

#[derive(Default)]
struct Counts {
    right: usize,
    wrong: usize,
    missed: usize,
}

impl Counts {
    fn add(&mut self, recogniser: &str, engine: &Engine, post: &Post) -> Vec<String> {
        let found = found_by(engine, post);
        let wrong: Vec<_> = found.iter().filter(|span| !post.labels.contains(span)).collect();
        let missed: Vec<_> = post.labels.iter().filter(|label| !found.contains(label)).collect();
        self.right += found.len() - wrong.len();
        self.wrong += wrong.len();
        self.missed += missed.len();
        let says = |what: &str, &(start, end): &(usize, usize)| {
            format!("{recogniser} {what} “{}” in: {}", &post.text[start..end], post.text)
        };
        let wrong = wrong.into_iter().map(|span| says("wrongly finds", span));
        wrong.chain(missed.into_iter().map(|span| says("misses", span))).collect()
    }

    fn precision(&self) -> f64 {
        share(self.right, self.right + self.wrong)
    }

    fn recall(&self) -> f64 {
        share(self.right, self.right + self.missed)
    }
}

#[allow(clippy::cast_precision_loss, reason = "the numbers are small")]
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

#[test]
fn every_recogniser_is_precise_and_misses_little() {
    let clean = posts("clean");
    assert!(clean.len() >= CLEAN_POSTS, "only {} clean posts", clean.len());
    let mut table = format!(
        "{:<27}{:>6}{:>7}{:>7}{:>8}{:>11}{:>8}\n",
        "recogniser", "posts", "right", "wrong", "missed", "precision", "recall"
    );
    let (mut remarks, mut below) = (Vec::new(), Vec::new());
    for id in RECOGNISERS.iter().map(|recogniser| recogniser.id()) {
        let (posts, engine) = (posts(id), engine(id));
        let mut counts = Counts::default();
        remarks.extend(posts.iter().chain(&clean).flat_map(|post| counts.add(id, &engine, post)));
        let (precision, recall) = (counts.precision(), counts.recall());
        let Counts { right, wrong, missed } = counts;
        let total = posts.len() + clean.len();
        writeln!(table, "{id:<27}{total:>6}{right:>7}{wrong:>7}{missed:>8}{precision:>11.3}{recall:>8.3}")
            .expect("writing to a string succeeds");
        let hits = posts.iter().filter(|post| !post.labels.is_empty()).count();
        if posts.len() < POSTS
            || hits < 5
            || posts.len() - hits < 5
            || precision < PRECISION
            || recall < RECALL
        {
            below.push(id);
        }
    }
    println!("\n{table}\n{}\n", remarks.join("\n"));
    assert!(
        below.is_empty(),
        "below {POSTS} posts (5 of them hits and 5 not), precision {PRECISION} or recall {RECALL}: {below:?}"
    );
}

#[test]
fn every_file_of_posts_belongs_to_a_recogniser() {
    let known: Vec<_> = RECOGNISERS.iter().map(|recogniser| recogniser.id()).collect();
    let strange: Vec<_> =
        labels::files().into_iter().filter(|id| id != "clean" && !known.contains(&id.as_str())).collect();
    assert!(strange.is_empty(), "there is no such recogniser: {strange:?}");
}
