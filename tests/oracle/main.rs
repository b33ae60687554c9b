//! Counting and linking, compared with the sites' own code on texts that nobody would write.
//!
//! The oracles are npm packages (`./build.sh setup` installs them). Without them the tests say so and pass. Every run
//! uses the same texts. `ORACLE_TEXTS` sets how many, `ORACLE_SEED` selects others, and `--ignored` runs every
//! character in every position where its class matters.

#![cfg(test)]
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "the figures are what these tests are for")]

mod bluesky;
mod graphemes;
mod hosts;
mod node;
mod texts;
mod x;

use countersign::sites::site;
use countersign::text::entities::EntityKind;

/// An entity that a site links: kind, start and end.
type Found = Vec<(EntityKind, usize, usize)>;

/// How many texts are compared, unless `ORACLE_TEXTS` says otherwise.
const TEXTS: usize = 120_000;

fn length(id: &str, text: &str) -> usize {
    site(id).unwrap().count(text, None).count
}

/// Texts for one oracle.
fn some_texts(usual: usize) -> Vec<String> {
    let setting = |name, usual| std::env::var(name).map_or(usual, |value| value.parse().expect("a number"));
    texts::texts(setting("ORACLE_SEED", 1), setting("ORACLE_TEXTS", usual))
}

/// The differences between our results and the oracle's.
#[derive(Default)]
struct Differences(Vec<String>);

impl Differences {
    fn compare<T: PartialEq + std::fmt::Debug>(&mut self, text: &str, here: &T, there: &T) {
        if here != there {
            self.0.push(format!("{text:?}: {here:?} here, {there:?} there"));
        }
    }

    /// Reports how often the two differ, and shows examples.
    fn report(&self, what: &str, texts: usize) {
        println!("{what}: {texts} texts, {} differences", self.0.len());
        for difference in self.0.iter().take(20) {
            println!("  {difference}");
        }
    }
}
