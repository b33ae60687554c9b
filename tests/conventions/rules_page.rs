//! `docs/rules.md`, where admins look up settings, is generated from the code's own docs, so it cannot drift.
//!
//! To generate it again: `WRITE_DOCS=1 cargo test --test conventions rules_page`.

use countersign::{recognisers::RECOGNISERS, rules::KINDS};
use std::fmt::Write as _;
use std::fs;

const PAGE: &str = "docs/rules.md";

const INTRODUCTION: &str = r#"# Rule kinds and recognisers

A rule names its kind. The kind says what the rule looks for, and which settings it has. This page lists every kind and every
recogniser; [How to write a policy](policies.md) has the keys that all rules share.

```yaml
# rules/words/utilise.yml
id: words/utilise
kind: term                  # one of the kinds below
severity: warn
message: "Write “use”."
source: {title: GOV.UK style guide}
terms: [utilise]            # the settings of that kind stand beside the other keys
replace: use
tests:
  - {breaks: We utilise it, fixed: We use it}
  - {complies: We use it}
```

The page is written from the code’s own docs, and a test keeps the two the same.
"#;

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
    let kinds = KINDS.iter().map(|kind| (kind.id(), docs_of("rules", kind.id())));
    let recognisers = RECOGNISERS.iter().map(|one| (one.id(), docs_of("recognisers", one.id())));
    let (kinds, recognisers): (Vec<_>, Vec<_>) = (kinds.collect(), recognisers.collect());
    let mut page = INTRODUCTION.to_owned();
    let _ = write!(page, "\n## Which kind do I need?\n\n{}", index("kind", &kinds));
    let _ = write!(
        page,
        "\nThe kind [`recogniser`](#recogniser) finds these:\n\n{}",
        index("recogniser", &recognisers)
    );
    let _ = write!(page, "\n## Conditions\n\n{}", without_title(&docs(&source("rules/condition")), 3));
    page.push_str("\n## Rule kinds\n");
    page.extend(kinds.iter().map(|(id, docs)| section(id, docs)));
    page.push_str(
        "\n## Recognisers\n\nA rule of the kind `recogniser` names one or more of them in `detect`.\n",
    );
    page.extend(recognisers.iter().map(|(id, docs)| section(id, docs)));
    page
}

fn docs_of(folder: &str, id: &str) -> String {
    docs(&source(&format!("{folder}/{}", id.replace('-', "_"))))
}

/// A table of the entries, each with the first sentence of its docs.
fn index(what: &str, all: &[(&str, String)]) -> String {
    let mut table = format!("| what it finds | {what} |\n|---|---|\n");
    for (id, docs) in all {
        let title = docs.split("\n\n").next().unwrap_or_default().replace('\n', " ");
        let _ = writeln!(table, "| {} | [`{id}`](#{id}) |", title.trim().replace('|', "\\|"));
    }
    table
}

fn section(id: &str, docs: &str) -> String {
    format!("\n### {id}\n\n{}", demoted(docs, 3))
}

pub(crate) fn source(module: &str) -> String {
    let path = format!("src/{module}.rs");
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}. Its docs are part of {PAGE}."))
}

/// The `//!` docs at the top of a file, with links into the code turned into plain text.
fn docs(source: &str) -> String {
    let lines = source.lines().map_while(|line| line.strip_prefix("//!"));
    let plain: Vec<String> = lines.map(|line| plain(line.strip_prefix(' ').unwrap_or(line))).collect();
    plain.join("\n") + "\n"
}

/// The docs without the line of their first sentence, which names the file.
fn without_title(docs: &str, level: usize) -> String {
    demoted(docs.split_once("\n\n").map_or(docs, |(_, rest)| rest), level)
}

/// The docs with their headings this many levels lower. Similar lines in code blocks stay as they are.
fn demoted(docs: &str, level: usize) -> String {
    let mut in_code = false;
    let line = |line: &str| {
        in_code ^= line.starts_with("```");
        let heading = !in_code && line.starts_with("# ");
        format!("{}{line}\n", if heading { "#".repeat(level) } else { String::new() })
    };
    docs.lines().map(line).collect()
}

/// `[Condition](crate::rules::Condition)` and [`Condition`] are links only in the code.
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

/// The fields of a struct under the names they have in files, each with its docs.
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
