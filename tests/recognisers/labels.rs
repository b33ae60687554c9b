//! Reads labelled posts, and runs a recogniser on them through the public API.

use countersign::{Context, Draft, Engine, Policy};
use serde_json::json;
use std::fs;
use std::path::Path;

/// A post, and the positions that should be found.
pub(crate) struct Post {
    pub(crate) text: String,
    pub(crate) labels: Vec<(usize, usize)>,
}

/// The names of the files.
pub(crate) fn files() -> Vec<String> {
    let folder = Path::new("tests/recognisers/posts");
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).collect()
}

/// The posts of one file.
pub(crate) fn posts(name: &str) -> Vec<Post> {
    let path = format!("tests/recognisers/posts/{name}.toml");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let table: toml::Table = text.parse().unwrap_or_else(|error| panic!("{path}: {error}"));
    let posts = table["posts"].as_array().unwrap();
    posts.iter().map(|post| post_of(post.as_str().unwrap())).collect()
}

/// Removes the marks `«` and `»`.
fn post_of(marked: &str) -> Post {
    let (mut text, mut labels) = (String::new(), Vec::new());
    for character in marked.chars() {
        match character {
            '«' => labels.push((text.len(), 0)),
            '»' => labels.last_mut().expect("« comes before »").1 = text.len(),
            other => text.push(other),
        }
    }
    assert!(labels.iter().all(|(start, end)| start < end), "« and » do not match: {marked}");
    Post { text, labels }
}

/// What this engine's recogniser finds in the post at the usual score, as byte offsets.
pub(crate) fn found_by(engine: &Engine, post: &Post) -> Vec<(usize, usize)> {
    let report = engine.check(&Draft::new(&post.text), &Context::default());
    let spans = report.findings.iter().flat_map(|finding| &finding.spans);
    let mut spans: Vec<_> = spans.map(|span| (span.start, span.end)).collect();
    spans.sort_unstable();
    spans
}

/// A policy of one rule, with the recogniser's own defaults.
pub(crate) fn engine(recogniser: &str) -> Engine {
    let mut settings = json!({"detect": recogniser});
    if recogniser == "case-reference" {
        settings["pattern"] = json!("lcc/[0-9]{2}/[0-9]{5}|(?:enf|plan)[ -]?[0-9]{6}");
    }
    let policy = json!({
        "format": "countersign-policy/1", "id": "labels", "name": "Labels", "version": 1,
        "rules": [{
            "id": "labels", "kind": "recogniser", "severity": "warn", "message": "{words}",
            "source": {"title": "Labels"}, "settings": settings,
        }],
    });
    Engine::new(Policy::from_json(&policy.to_string()).unwrap()).unwrap()
}
