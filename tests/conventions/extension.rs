//! The TypeScript side: registries, the manifest and the translations agree.

use crate::repository::{File, files, json, names, none, quoted, read, same};
use countersign::profile::DETAILS;
use std::collections::BTreeSet;

const MANIFEST: &str = "extension/manifest.json";

fn sites() -> Vec<File> {
    files("extension/sites", ".ts").into_iter().filter(|file| file.text.contains(": Site = {")).collect()
}

#[test]
fn every_site_is_registered() {
    are_registered(&sites(), "extension/sites/index.ts", "SITES");
}

#[test]
fn every_editor_is_registered() {
    let editors =
        files("extension/editors", ".ts").into_iter().filter(|file| file.text.contains(": Editor = {"));
    are_registered(&editors.collect::<Vec<_>>(), "extension/editors/index.ts", "EDITORS");
}

/// The registry is one list of imports: `export const SITES: readonly Site[] = [bluesky, mastodon, x];`.
fn are_registered(files: &[File], index: &str, registry: &str) {
    assert!(!files.is_empty(), "Nothing of {registry} was found beside {index}.");
    let text = read(index);
    let (_, rest) = text.split_once(&format!("export const {registry}")).expect("the registry is exported");
    let list =
        rest.split_once("= [").and_then(|(_, rest)| rest.split(']').next()).expect("the registry is a list");
    let missing = files.iter().filter(|file| {
        let import = text.lines().find(|line| line.ends_with(&format!("from \"./{}.ts\";", file.stem())));
        let imported = import.and_then(|line| line.split(['{', '}']).nth(1)).unwrap_or_default();
        !imported.split(',').any(|name| !name.trim().is_empty() && names(list, name.trim()))
    });
    none(missing.map(|file| file.path.clone()), &format!("Import this in {index} and add it to {registry}."));
}

#[test]
fn the_engine_knows_every_site() {
    let is_known = |file: &File| {
        let (ids, names) = (quoted(&file.text, "  id: ", ','), quoted(&file.text, "  name: ", ','));
        let known = countersign::sites::site(file.stem());
        known.is_some_and(|site| ids.contains(site.id) && names.contains(site.name))
    };
    none(
        sites().into_iter().filter(|file| !is_known(file)).map(|file| file.path),
        "Give this site the same id and name here, in the name of the file and in src/sites/.",
    );
}

#[test]
fn hosts_are_named_by_one_site_alone() {
    let manifest = read(MANIFEST);
    let places = ["\"matches\"", "\"host_permissions\"", "://"];
    none(
        places.into_iter().filter(|place| manifest.contains(place)).map(str::to_owned),
        &format!(
            "The build writes the hosts of extension/sites/ into the manifest. Take this out of {MANIFEST}:"
        ),
    );
    let mut known = BTreeSet::new();
    let hosts = sites().into_iter().flat_map(|site| quoted(&site.text, "hosts: [", ']'));
    none(hosts.filter(|host| !known.insert(host.clone())), "Two sites in extension/sites/ have this host:");
    assert!(!known.is_empty(), "No site in extension/sites/ has a host.");
}

#[test]
fn every_message_is_there_in_every_language() {
    let keys = |language: &str| -> BTreeSet<String> {
        let messages = json(&format!("extension/_locales/{language}/messages.json"));
        messages.as_object().expect("messages are an object").keys().cloned().collect()
    };
    same(&keys("en"), &keys("cy"), "Translate in both extension/_locales/en and cy:");
}

#[test]
fn every_detail_of_the_poster_has_a_label_and_a_hint() {
    let messages = json("extension/_locales/en/messages.json");
    let names = DETAILS.iter().flat_map(|detail| [detail.id.to_owned(), format!("{}Hint", detail.id)]);
    none(names.filter(|name| messages.get(name).is_none()), "Add these to extension/_locales:");
}

#[test]
fn text_is_never_made_into_markup() {
    let makers = [".innerHTML =", ".outerHTML =", "insertAdjacentHTML(", "document.write", "set_inner_html("];
    let sources = files("extension", ".ts").into_iter().chain(files("src/wasm", ".rs"));
    none(
        sources.flat_map(|file| {
            file.lines_where(|line| makers.iter().any(|maker| line.contains(maker))).collect::<Vec<_>>()
        }),
        "What policies and posters write is drawn as text: use textContent.",
    );
}

#[test]
fn types_are_not_given_up() {
    let escapes = [": any", "<any", "as any", "any[]", "@ts-ignore", "@ts-expect-error", "@ts-nocheck"];
    let sources = files("extension", ".ts").into_iter().chain(files("tests", ".ts"));
    let gives_up = |line: &str| escapes.iter().any(|escape| names(line, escape));
    none(
        sources.flat_map(|file| {
            let all = (1..).zip(file.text.lines()).filter(|(_, line)| gives_up(line));
            all.map(|(number, _)| format!("{}:{number}", file.path)).collect::<Vec<_>>()
        }),
        "Say what type it is; use unknown for what comes from outside, and look before you use it.",
    );
}
