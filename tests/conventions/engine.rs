//! The Rust side: which modules may use which, and that everything in a registry has cases.

use crate::repository::{File, files, names, none};
use countersign::{recognisers::RECOGNISERS, rules::KINDS, sites::SITES};
use std::collections::BTreeSet;

const BROWSER: &[&str] = &["wasm_bindgen", "web_sys", "js_sys", "gloo", "tsify"];
const OUTSIDE: &[&str] = &[
    "now_local",
    "now_utc",
    "std::env",
    "std::fs",
    "std::io",
    "std::net",
    "std::process",
    "std::thread",
    "std::time::Instant",
    "SystemTime::now",
];

fn sources_outside(folder: &'static str) -> impl Iterator<Item = File> {
    files("src", ".rs").into_iter().filter(move |file| !file.path.starts_with(folder))
}

fn naming(file: &File, forbidden: &[&str]) -> Vec<String> {
    file.lines_where(|line| forbidden.iter().any(|name| names(line, name))).collect()
}

/// Removes the attributes that apply only in the browser: they only generate TypeScript types.
fn without_browser_attributes(mut file: File) -> File {
    const START: &str = "#[cfg_attr(target_arch = \"wasm32\"";
    while let Some(start) = file.text.find(START) {
        let mut depth = 0;
        let end = file.text[start..].find(|letter| {
            depth += i32::from(letter == '[') - i32::from(letter == ']');
            letter == ']' && depth == 0
        });
        let end = start + end.expect("an attribute has an end") + 1;
        let lines = "\n".repeat(file.text[start..end].matches('\n').count());
        file.text.replace_range(start..end, &lines);
    }
    file
}

#[test]
fn only_the_border_knows_that_a_browser_exists() {
    none(
        sources_outside("src/wasm/").map(without_browser_attributes).flat_map(|file| naming(&file, BROWSER)),
        "Move this to src/wasm/. Outside, tsify may stand in #[cfg_attr(target_arch = \"wasm32\", …)] only.",
    );
}

#[test]
fn only_the_command_line_reads_files_or_the_clock() {
    // Policies in folders are read only by the command line.
    let sources = sources_outside("src/cli/").filter(|file| !file.path.starts_with("src/authoring/source/"));
    none(
        sources.flat_map(|file| naming(&file, OUTSIDE)),
        "The engine does no I/O and reads no clock: let the caller in src/cli/ or src/wasm/ pass it in.",
    );
}

#[test]
fn every_rule_kind_is_registered() {
    is_registered("rules", &["impl RuleKind for"], &KINDS.iter().map(|kind| kind.id()).collect::<Vec<_>>());
}

#[test]
fn every_recogniser_is_registered() {
    is_registered(
        "recognisers",
        &["impl Recogniser for", ": Marking ="],
        &RECOGNISERS.iter().map(|each| each.id()).collect::<Vec<_>>(),
    );
}

#[test]
fn every_site_is_registered() {
    is_registered("sites", &["const SITE: Site"], &SITES.iter().map(|site| site.id).collect::<Vec<_>>());
}

/// Files with one of the signs of a kind, recogniser or site are registered under their own names.
fn is_registered(folder: &str, signs: &[&str], ids: &[&str]) {
    assert!(ids.is_sorted(), "Sort the registry in src/{folder}/mod.rs by id: {ids:?}");
    let unique: BTreeSet<String> = ids.iter().map(|id| (*id).to_owned()).collect();
    assert_eq!(unique.len(), ids.len(), "An id stands twice in the registry in src/{folder}/mod.rs: {ids:?}");
    let has_sign = |file: &File| signs.iter().any(|sign| file.text.contains(sign));
    // The file shared by all markings is not itself a recogniser.
    let kinds = files(&format!("src/{folder}"), ".rs").into_iter().filter(|file| file.stem() != "markings");
    let kinds = kinds.filter(has_sign);
    none(
        kinds.filter(|file| !unique.contains(&file.stem().replace('_', "-"))).map(|file| file.path),
        &format!(
            "Add a line for this to the registry in src/{folder}/mod.rs, with the file's name as its id."
        ),
    );
}

#[test]
fn every_rule_kind_has_cases() {
    have_cases("rules", KINDS.iter().map(|kind| kind.id()));
}

#[test]
fn every_recogniser_has_cases() {
    have_cases("recognisers", RECOGNISERS.iter().map(|each| each.id()));
}

fn have_cases(folder: &str, ids: impl Iterator<Item = &'static str>) {
    let cases = files(&format!("tests/cases/{folder}"), ".toml");
    let has_enough = |id: &str| cases.iter().any(|file| file.stem() == id && hits_and_misses(file) >= (2, 2));
    none(
        ids.filter(|id| !has_enough(id)).map(str::to_owned),
        &format!(
            "Give this at least two cases that it finds and two that it does not, in tests/cases/{folder}/."
        ),
    );
}

/// How many cases find something and how many do not, counting each up to two.
fn hits_and_misses(file: &File) -> (usize, usize) {
    let table: toml::Table = file.text.parse().unwrap_or_else(|error| panic!("{}: {error}", file.path));
    let cases = table.get("case").and_then(toml::Value::as_array).cloned().unwrap_or_default();
    let finds = |case: &&toml::Value| {
        case.get("finds").and_then(toml::Value::as_array).is_some_and(|f| !f.is_empty())
    };
    let hits = cases.iter().filter(finds).count();
    (hits.min(2), (cases.len() - hits).min(2))
}
