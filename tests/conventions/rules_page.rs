//! `docs/rules.md`, what an admin looks settings up in, is written from the docs of the code. It cannot drift.
//!
//! To write it anew: `WRITE_DOCS=1 cargo test --test conventions rules_page`.

use countersign::{recognisers::RECOGNISERS, rules::KINDS};
use std::fmt::Write as _;
use std::fs;

const PAGE: &str = "docs/rules.md";

const INTRODUCTION: &str = "# What a policy can say

This page is written from the code’s own docs; a test keeps the two the same. [How a policy is written](policies.md) tells
which files there are and what is in them, and `policies/` has examples.

Every rule has the keys below, and besides them the settings of its kind at the same level.
";

#[test]
fn the_page_about_rules_is_what_the_code_says() {
    let page = page();
    if std::env::var_os("WRITE_DOCS").is_some() {
        fs::write(PAGE, &page).expect("the page can be written");
    }
    let written = fs::read_to_string(PAGE).unwrap_or_default();
    assert!(
        written == page,
        "{PAGE} is out of date. Run: WRITE_DOCS=1 cargo test --test conventions rules_page"
    );
}

fn page() -> String {
    let mut page = INTRODUCTION.to_owned();
    let model = source("policy/model");
    for (name, title) in
        [("Rule", "Rules"), ("Scope", "Scopes"), ("SignOff", "Sign-offs"), ("Topic", "Topics")]
    {
        let _ = write!(page, "\n## {title}\n\n{}", keys(&model, name));
    }
    let _ = write!(page, "\n## Conditions\n\n{}", without_title(&docs(&source("rules/condition")), 3));
    page.push_str("\n## Kinds of rules\n");
    for kind in KINDS {
        let docs = docs(&source(&format!("rules/{}", kind.id().replace('-', "_"))));
        let _ = write!(page, "\n### {}\n\n{}", kind.id(), demoted(&docs, 3));
    }
    page.push_str("\n## Recognisers\n\nFor rules of the kind `recogniser`.\n");
    for recogniser in RECOGNISERS {
        let docs = docs(&source(&format!("recognisers/{}", recogniser.id().replace('-', "_"))));
        let _ = write!(page, "\n### {}\n\n{}", recogniser.id(), demoted(&docs, 3));
    }
    page
}

pub(crate) fn source(module: &str) -> String {
    let path = format!("src/{module}.rs");
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}. Its docs are part of {PAGE}."))
}

/// The `//!` docs at the top of a file, with links into the code made plain.
fn docs(source: &str) -> String {
    let lines = source.lines().map_while(|line| line.strip_prefix("//!"));
    let plain: Vec<String> = lines.map(|line| plain(line.strip_prefix(' ').unwrap_or(line))).collect();
    plain.join("\n") + "\n"
}

/// The docs without their first sentence's line, which names the file.
fn without_title(docs: &str, level: usize) -> String {
    demoted(docs.split_once("\n\n").map_or(docs, |(_, rest)| rest), level)
}

/// The docs with their headings so many levels down. Lines that begin so in code are left.
fn demoted(docs: &str, level: usize) -> String {
    let mut in_code = false;
    let line = |line: &str| {
        in_code ^= line.starts_with("```");
        let heading = !in_code && line.starts_with("# ");
        format!("{}{line}\n", if heading { "#".repeat(level) } else { String::new() })
    };
    docs.lines().map(line).collect()
}

/// `[Condition](crate::rules::Condition)` and [`Condition`] are links in the code only.
fn plain(line: &str) -> String {
    let mut plain = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once("](") {
        let Some((target, behind)) = after.split_once(')') else { break };
        let is_code = target.contains("::");
        match before.rsplit_once('[') {
            Some((text, name)) if is_code => plain.extend([text, name]),
            _ => plain.extend([before, "](", target, ")"]),
        }
        rest = behind;
    }
    plain.push_str(rest);
    plain.replace("[`", "`").replace("`]", "`")
}

/// A list of the fields of a struct, each with its docs.
fn keys(model: &str, name: &str) -> String {
    let mut list = String::new();
    // The settings of a kind stand beside the other keys, and have the kind's own docs.
    for (key, docs) in fields(model, name).iter().filter(|(key, _)| key != "settings") {
        let _ = writeln!(list, "- `{key}`: {docs}");
    }
    list
}

/// The fields of a struct as they are written in files, each with its docs.
pub(crate) fn fields(model: &str, name: &str) -> Vec<(String, String)> {
    let start = format!("pub struct {name} {{\n");
    let body = model.split_once(&start).and_then(|(_, rest)| rest.split_once("\n}\n")).map(|(body, _)| body);
    let (mut fields, mut docs, mut renamed) = (Vec::new(), Vec::new(), None);
    for line in body.unwrap_or_else(|| panic!("{name} is not where it is looked for")).lines().map(str::trim)
    {
        if let Some(doc) = line.strip_prefix("///") {
            docs.extend(Some(plain(doc.trim())).filter(|doc| !doc.is_empty()));
        } else if let Some((_, rest)) = line.split_once("rename = \"") {
            renamed = rest.split('"').next().map(ToOwned::to_owned);
        } else if let Some((field, _)) = line.strip_prefix("pub ").and_then(|field| field.split_once(':')) {
            fields.push((renamed.take().unwrap_or_else(|| field.to_owned()), docs.join(" ")));
            docs.clear();
        }
    }
    fields
}
