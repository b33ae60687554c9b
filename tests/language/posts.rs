//! What rules of the kind `language` find in short posts, in one language and in two.

use countersign::wire::{Request, answer};
use countersign::{Engine, Policy};
use serde::Deserialize;
use serde_json::json;

#[derive(Deserialize)]
struct Posts {
    group: Vec<Group>,
}

/// Posts in which a rule with these settings finds something, or nothing.
#[derive(Deserialize)]
struct Group {
    check: String,
    languages: Vec<String>,
    found: bool,
    posts: Vec<String>,
}

impl Group {
    fn engine(&self) -> Engine {
        let rule = json!({
            "id": "rule", "kind": "language", "severity": "block", "message": "{language}", "source": {"title": "A test"},
            "settings": {"check": self.check, "languages": self.languages},
        });
        let policy = json!({
            "format": "countersign-policy/1", "id": "posts", "name": "Posts", "version": 1, "rules": [rule],
        });
        Engine::new(Policy::from_json(&policy.to_string()).unwrap()).unwrap()
    }

    /// The posts for which the rule gives the wrong result.
    fn wrong(&self) -> Vec<String> {
        let engine = self.engine();
        let found = |text: &str| {
            !answer(&engine, Request { text: text.to_owned(), ..Request::default() }).findings.is_empty()
        };
        let wrong = self.posts.iter().filter(|post| found(post) != self.found);
        wrong
            .map(|post| {
                format!("{} {:?}, found should be {}: {post:?}", self.check, self.languages, self.found)
            })
            .collect()
    }
}

#[test]
fn short_posts() {
    let posts: Posts = toml::from_str(include_str!("posts.toml")).unwrap();
    let wrong: Vec<String> = posts.group.iter().flat_map(Group::wrong).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
