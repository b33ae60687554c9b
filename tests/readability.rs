//! The reading formulas, compared with an independent implementation. Its grades are in `readability.toml`.
//!
//! Words, sentences and letters must agree, so the Automated Readability Index agrees to within a tenth. We count
//! syllables by letters, the other implementation by a dictionary, so the grades may differ by up to three quarters of
//! a year, and by a quarter on average.

#![allow(clippy::expect_used, reason = "a text that cannot be read panics")]

use countersign::text::segment::{Measure, emoji, sentences, tokens};
use serde::Deserialize;

#[derive(Deserialize)]
struct File {
    text: Vec<Graded>,
}

#[derive(Deserialize)]
struct Graded {
    flesch_kincaid: f64,
    flesch_reading_ease: f64,
    automated_readability: f64,
    text: String,
}

fn texts() -> Vec<Graded> {
    let file: File = toml::from_str(include_str!("readability.toml")).expect("the texts can be read");
    assert!(file.text.len() >= 10, "texts have gone");
    file.text
}

fn measure(text: &str) -> Measure {
    let tokens = tokens(text, &[], &emoji(text));
    Measure::of(text, &sentences(text, &tokens), &tokens)
}

#[test]
fn formulas_agree_with_an_independent_implementation() {
    let mut off = Vec::new();
    for graded in texts() {
        let ours = measure(&graded.text);
        let differences = [
            ours.flesch_kincaid() - graded.flesch_kincaid,
            (ours.flesch_reading_ease() - graded.flesch_reading_ease) / 8.0,
            (ours.automated_readability() - graded.automated_readability) * 5.0,
        ];
        assert!(differences.iter().all(|off| off.abs() <= 0.75), "{differences:?}: {ours:?} {}", graded.text);
        off.push(differences[0].abs());
    }
    let average = off.iter().sum::<f64>() / f64::from(u32::try_from(off.len()).expect("they are few"));
    assert!(average <= 0.25, "{average}");
}
