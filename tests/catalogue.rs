//! `policies/catalogue` covers every row of the list of rules that the vocabulary was made for, and uses the whole
//! vocabulary. `cargo test --test catalogue -- --nocapture` prints what its rules say about everyday posts.

#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "what does not hold panics, and the table is printed"
)]

use countersign::authoring::selftest;
use countersign::authoring::source::{self, Loaded};
use countersign::policy::{Parts, Position, SignOff, Variants};
use countersign::recognisers::RECOGNISERS;
use countersign::rules::KINDS;
use countersign::{Context, Draft, Severity};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

static CATALOGUE: LazyLock<Loaded> = LazyLock::new(|| {
    source::load(Path::new("policies/catalogue"))
        .unwrap_or_else(|errors| panic!("the catalogue does not load: {:?}", errors.all()))
});

/// The packs of the list, with the number of rows in each.
const PACKS: [(&str, usize); 12] = [
    ("CS", 21),
    ("TW", 20),
    ("PE", 24),
    ("AX", 17),
    ("PD", 18),
    ("PM", 8),
    ("PX", 13),
    ("IM", 5),
    ("WE", 8),
    ("FR", 1),
    ("PA", 9),
    ("AD", 2),
];

#[test]
fn its_tests_pass() {
    let outcome = selftest::run(&CATALOGUE);
    assert!(outcome.failures.is_empty(), "{:#?}", outcome.failures);
    assert!(outcome.run > 450, "only {} tests", outcome.run);
}

/// Each row is the `ref` of a rule or sign-off, or has a line in the README that says why there is none.
#[test]
fn every_row_of_the_list_is_there() {
    let rows: Vec<String> = PACKS
        .iter()
        .flat_map(|(pack, rows)| (1..=*rows).map(move |row| format!("{pack}-{row:02}")))
        .collect();
    assert_eq!(rows.len(), 146);
    let policy = CATALOGUE.engine.policy();
    let of_rules = policy.rules.iter().filter_map(|rule| rule.reference.clone());
    let of_sign_offs = policy.sign_offs.iter().filter_map(|sign_off| sign_off.reference.clone());
    let written: BTreeSet<String> = of_rules.chain(of_sign_offs).collect();
    let readme = fs::read_to_string("policies/catalogue/README.md").unwrap();
    let excused = |row: &String| readme.lines().any(|line| line.starts_with(&format!("| {row} |")));
    let missing: Vec<_> = rows.iter().filter(|row| !written.contains(*row) && !excused(row)).collect();
    assert!(missing.is_empty(), "not in the catalogue: {missing:?}");
    let unknown: Vec<_> = written.iter().filter(|row| !rows.contains(row)).collect();
    assert!(unknown.is_empty(), "not in the list: {unknown:?}");
}

#[test]
fn every_kind_recogniser_and_condition_is_used() {
    let policy = CATALOGUE.engine.policy();
    let (mut kinds, mut recognisers, mut conditions) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for rule in &policy.rules {
        kinds.insert(rule.kind.as_str());
        recognisers.extend(strings(&rule.settings["detect"]));
        keys(&rule.when, &mut conditions);
    }
    let unused = |known: Vec<&'static str>, used: &BTreeSet<&str>| -> Vec<&str> {
        known.into_iter().filter(|id| !used.contains(id)).collect()
    };
    let left = [
        unused(KINDS.iter().map(|kind| kind.id()).collect(), &kinds),
        unused(RECOGNISERS.iter().map(|recogniser| recogniser.id()).collect(), &recognisers),
        unused(vec!["all", "any", "not", "near", "scope", "kind"], &conditions),
    ];
    assert!(left.iter().all(Vec::is_empty), "not used: {left:?}");
}

#[test]
fn every_feature_of_sign_offs_is_used() {
    let sign_offs = &CATALOGUE.engine.policy().sign_offs;
    let one = |what: &str, has: &dyn Fn(&SignOff) -> bool| {
        assert!(sign_offs.iter().any(has), "no sign-off has {what}");
    };
    one("position: start", &|it| it.position == Position::Start);
    one("position: end", &|it| it.position == Position::End);
    one("position: own-line", &|it| it.position == Position::OwnLine);
    one("parts: every", &|it| it.parts == Some(Parts::Every));
    one("within", &|it| it.within.is_some());
    one("languages", &|it| matches!(it.variants, Variants::ByLanguage(_)));
    one("a plain list", &|it| matches!(it.variants, Variants::Plain(_)));
    one("already", &|it| !it.already.is_empty());
}

/// Everyday posts, from the organisation's own account and about one of its objectives. None may be held until it is
/// changed, and findings that slow the poster down must be rare.
#[test]
fn everyday_posts_are_left_alone() {
    let posts = [posts("tests/recognisers/posts/clean.toml"), posts("tests/catalogue.toml")].concat();
    let context = Context {
        handle: Some("DfExample".to_owned()),
        site: Some("bluesky".to_owned()),
        topics: vec!["policy".to_owned()],
        ..Context::default()
    };
    let mut said: BTreeMap<(Severity, String), Vec<&String>> = BTreeMap::new();
    for post in &posts {
        for finding in CATALOGUE.engine.check(&Draft::new(post), &context).findings {
            said.entry((finding.severity, finding.rule)).or_default().push(post);
        }
    }
    println!("{:<7}{:<32}{:>6}{:>10}", "", "rule", "posts", "per post");
    for ((severity, rule), about) in &said {
        let severity = format!("{severity:?}").to_lowercase();
        println!("{severity:<7}{rule:<32}{:>6}{:>10.3}", about.len(), share(about.len(), posts.len()));
        if severity != "note" {
            for post in about {
                println!("         {post}");
            }
        }
    }
    let held: Vec<_> = said.iter().filter(|((severity, _), _)| *severity == Severity::Block).collect();
    assert!(held.is_empty(), "everyday posts are blocked: {held:#?}");
    let slowed = said.iter().filter(|((severity, _), _)| *severity != Severity::Note);
    let slowed = slowed.map(|(_, about)| about.len()).sum();
    println!("warnings and questions per post: {:.3}", share(slowed, posts.len()));
    assert!(share(slowed, posts.len()) <= MOST_PER_POST);
}

/// The posts of a file.
fn posts(file: &str) -> Vec<String> {
    let table: toml::Table = fs::read_to_string(file).unwrap().parse().unwrap();
    table["posts"].as_array().unwrap().iter().map(|post| post.as_str().unwrap().to_owned()).collect()
}

/// The most warnings and questions allowed for an everyday post.
const MOST_PER_POST: f64 = 0.2;

#[allow(clippy::cast_precision_loss, reason = "the numbers are small")]
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

fn strings(value: &Value) -> Vec<&str> {
    let list = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
    list.iter().filter_map(Value::as_str).collect()
}

/// The keys of a condition and of those inside it.
fn keys<'a>(value: &'a Value, into: &mut BTreeSet<&'a str>) {
    for (key, inner) in value.as_object().into_iter().flatten() {
        into.insert(key);
        keys(inner, into);
    }
    value.as_array().into_iter().flatten().for_each(|inner| keys(inner, into));
}
