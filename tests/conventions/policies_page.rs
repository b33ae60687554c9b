//! `docs/policies.md`, how a policy is written, has every key that its files may have.

use crate::repository::none;
use crate::rules_page::{fields, source};
use countersign::sites::SITES;
use std::fs;

const PAGE: &str = "docs/policies.md";

/// What can be written in a policy's files, and where in the code it is.
const WRITTEN: [(&str, &[&str]); 6] = [
    ("policy/model", &["Policy", "OnUnavailable", "RegisteredAccount", "Scope", "Topic", "Rule", "SignOff"]),
    ("context", &["Window", "Media", "ThreadPart", "Original", "Profile"]),
    ("finding", &["Question", "Choice", "Source"]),
    ("gate/approval", &["Approver"]),
    ("history", &["PastPost"]),
    ("wire/mod", &["Request"]),
];

/// What stands in files of their own, beside the other keys, or only in what programs send.
const NOT_WRITTEN: [&str; 6] = ["format", "rules", "sign_offs", "settings", "answers", "spent_codes"];

#[test]
fn the_page_about_policies_has_every_key() {
    let page = fs::read_to_string(PAGE).unwrap_or_default();
    let keys = WRITTEN.iter().flat_map(|(module, structs)| {
        let source = source(module);
        structs.iter().flat_map(move |name| fields(&source, name)).map(|(key, _)| key)
    });
    // Keys stand by themselves, or in an example.
    let is_told =
        |key: &String| [format!("`{key}`"), format!("{key}:")].iter().any(|told| page.contains(told));
    let missing = keys.filter(|key| !NOT_WRITTEN.contains(&key.as_str()) && !is_told(key));
    none(missing, &format!("Say in {PAGE} what these keys mean."));
}

#[test]
fn the_page_about_policies_has_every_site() {
    let ids: Vec<String> = SITES.iter().map(|site| format!("`{}`", site.id)).collect();
    let row = format!("| `sites` | {}, or `all` |", ids.join(", "));
    assert!(fs::read_to_string(PAGE).unwrap_or_default().contains(&row), "Write in {PAGE}: {row}");
}
