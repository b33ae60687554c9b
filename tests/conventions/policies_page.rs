//! `docs/policies.md`, the guide to writing policies, has every key that a policy's files may have.

use crate::repository::none;
use crate::rules_page::{fields, source};
use countersign::profile::DETAILS;
use countersign::sites::SITES;
use std::fs;

const PAGE: &str = "docs/policies.md";

/// The structs that a policy's files are read into, and their modules.
const WRITTEN: [(&str, &[&str]); 8] = [
    ("policy/model", &["Policy", "OnUnavailable", "RegisteredAccount", "Scope", "Topic", "Rule", "SignOff"]),
    ("policy/window", &["Window"]),
    ("post", &["Media", "ThreadPart"]),
    ("context", &["Original"]),
    ("finding", &["Question", "Choice", "Source"]),
    ("policy/approver", &["Approver"]),
    ("history", &["PastPost"]),
    ("wire/mod", &["Request"]),
];

/// Keys whose content is in separate files or next to the other keys, and keys that only programs send.
const NOT_WRITTEN: [&str; 6] = ["format", "rules", "sign_offs", "settings", "answers", "spent_codes"];

#[test]
fn the_page_about_policies_has_every_key() {
    let page = fs::read_to_string(PAGE).unwrap_or_default();
    let keys = WRITTEN.iter().flat_map(|(module, structs)| {
        let source = source(module);
        structs.iter().flat_map(move |name| fields(&source, name)).map(|(key, _)| key)
    });
    let keys = keys.chain(DETAILS.iter().map(|detail| detail.id.to_owned()));
    // A key may be on its own or in an example.
    let is_told =
        |key: &String| [format!("`{key}`"), format!("{key}:")].iter().any(|told| page.contains(told));
    let missing = keys.filter(|key| !NOT_WRITTEN.contains(&key.as_str()) && !is_told(key));
    none(missing, &format!("Say in {PAGE} what these keys mean."));
}

#[test]
fn the_docs_of_sign_offs_have_every_detail_of_the_poster() {
    let docs = source("policy/model");
    let fields = DETAILS.iter().map(|detail| format!("{{{}}}", detail.id));
    let missing = fields.filter(|field| !docs.contains(&format!("`{field}`")));
    none(missing, "Name these fields in the docs of `SignOff::variants`.");
}

#[test]
fn the_page_about_policies_has_every_site() {
    let ids: Vec<String> = SITES.iter().map(|site| format!("`{}`", site.id)).collect();
    let row = format!("| `sites` | {}, or `all` |", ids.join(", "));
    assert!(fs::read_to_string(PAGE).unwrap_or_default().contains(&row), "Write in {PAGE}: {row}");
}
