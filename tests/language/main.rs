//! Language detection: how often Countersign is right, compared with `whatlang`, on the sentences in this folder.
//!
//! The sentences were written for this test, in the style of public bodies' posts, before the words and letters were
//! chosen. `cargo test --test language -- --nocapture` prints the figures.

#![allow(clippy::print_stdout, reason = "the figures are for people")]
#![allow(clippy::unwrap_used, reason = "a test that cannot be read fails")]

mod posts;

use countersign::text::language::{Language, among, of, parts};
use whatlang::{Detector, Lang};

const SENTENCES: [(Language, &str); 3] = [
    (Language::English, include_str!("en.txt")),
    (Language::Welsh, include_str!("cy.txt")),
    (Language::French, include_str!("fr.txt")),
];

#[derive(Default)]
struct Score {
    right: usize,
    wrong: usize,
    unsure: usize,
}

impl Score {
    fn add(&mut self, said: Option<Language>, is: Language) {
        match said {
            None => self.unsure += 1,
            Some(said) if said == is => self.right += 1,
            Some(_) => self.wrong += 1,
        }
    }

    fn print(&self, who: &str) {
        let Self { right, wrong, unsure } = self;
        println!("{who:<38}{right:>6}{wrong:>7}{unsure:>8}");
    }
}

/// The answer of `whatlang` when told the possible languages, and its confidence out of 100.
fn whatlang(text: &str, languages: &[Language]) -> Option<(Language, f64)> {
    let listed = languages.iter().map(|language| match language {
        Language::English => Lang::Eng,
        Language::Welsh => Lang::Cym,
        Language::French => Lang::Fra,
    });
    let info = Detector::with_allowlist(listed.collect()).detect(text)?;
    let language = match info.lang() {
        Lang::Eng => Language::English,
        Lang::Cym => Language::Welsh,
        _ => Language::French,
    };
    Some((language, info.confidence() * 100.0))
}

/// The scores of Countersign, of `whatlang`, and of `whatlang` if its confidence is over 60.
fn scores(languages: &[Language]) -> [Score; 3] {
    let mut scores = <[Score; 3]>::default();
    for (language, sentences) in SENTENCES.into_iter().filter(|(language, _)| languages.contains(language)) {
        for sentence in sentences.lines() {
            let said = among(sentence, languages);
            if said != Some(language) {
                println!("  {said:?}, is {language:?}: {sentence}");
            }
            let other = whatlang(sentence, languages);
            scores[0].add(said, language);
            scores[1].add(other.map(|other| other.0), language);
            scores[2].add(other.filter(|other| other.1 > 60.0).map(|other| other.0), language);
        }
    }
    scores
}

fn compare(languages: &[Language]) {
    let [own, whatlang, sure] = scores(languages);
    println!("{languages:?}\n{:<38}{:>6}{:>7}{:>8}", "", "right", "wrong", "unsure");
    own.print("Countersign");
    whatlang.print("whatlang");
    sure.print("whatlang, where more than 60 sure");
    let all = own.right + own.wrong + own.unsure;
    assert_eq!(own.wrong, 0, "no answer is better than a wrong one");
    assert!(own.right * 100 >= all * 96, "{} of {all} right", own.right);
    assert!(own.right > whatlang.right && own.right > sure.right);
}

#[test]
fn english_welsh_and_french() {
    compare(&[Language::English, Language::Welsh, Language::French]);
}

#[test]
fn english_and_welsh() {
    compare(&[Language::English, Language::Welsh]);
}

#[test]
fn english_and_french() {
    compare(&[Language::English, Language::French]);
}

#[test]
fn what_is_in_no_language() {
    for text in [
        "",
        "A470",
        "#Llanrwst @press",
        "https://llyw.cymru/cymorth",
        "Merci!",
        "NHS HMRC DVLA",
        "🚨 10:30",
        "Llanrwst",
    ] {
        assert_eq!(of(text), None, "{text}");
    }
}

#[test]
fn parts_of_bilingual_posts() {
    let cases: [(&str, &[Language]); 9] = [
        ("Ffordd ar gau: A470 / Road closed: A470", &[Language::Welsh, Language::English]),
        ("Mae'r ffordd ar gau. The road is closed.", &[Language::Welsh, Language::English]),
        (
            "Apply now for free school meals\n\nGwnewch gais nawr am brydau ysgol am ddim",
            &[Language::English, Language::Welsh],
        ),
        ("Croeso! Road closed at Llanrwst", &[Language::English]),
        ("Bore da pawb! The library is open. Diolch yn fawr", &[Language::English]),
        ("Road closed at Llanrwst #CymruAmByth", &[Language::English]),
        (
            "Rappel : le 12 avril est la date limite | Reminder: the deadline is April 12",
            &[Language::French, Language::English],
        ),
        ("Dewch i’r Eisteddfod! Mae croeso i bawb.", &[Language::Welsh]),
        ("Watch the film Un bore Mercher tonight. It is free.", &[Language::English]),
    ];
    for (text, languages) in cases {
        let found: Vec<_> = parts(text).iter().filter_map(|part| part.language).collect();
        assert_eq!(found, languages, "{text}");
    }
}
