//! The single list of the facts that browsers know about a post matches what the extension does.

use crate::repository::{files, read};
use countersign::post::MediaKind;
use countersign::sites::{Fact, browsed};

#[test]
fn each_site_of_the_extension_is_listed() {
    let listed: Vec<&str> = browsed().map(|browser| browser.id).collect();
    let modules = files("extension/sites", ".ts");
    let sites: Vec<String> = modules
        .iter()
        .filter(|file| file.text.contains(": Site = {"))
        .map(|file| file.stem().to_owned())
        .collect();
    assert_eq!(
        listed, sites,
        "Say in src/sites/ what the extension reads from each site of extension/sites/."
    );
}

/// The extension's request has a key for each fact that some site supplies, and no other keys.
#[test]
fn each_fact_that_the_extension_asks_with_is_listed() {
    let question = read("extension/content/inquiry.ts");
    let keys: [(&str, &[Fact]); 4] = [
        ("history", &[Fact::History]),
        ("original", &[Fact::Original]),
        ("thread", &[Fact::Thread]),
        (
            "media",
            &[Fact::Media(MediaKind::Image), Fact::Media(MediaKind::Video), Fact::Media(MediaKind::Gif)],
        ),
    ];
    for (key, facts) in keys {
        let is_asked = question.lines().any(|line| line.trim_start().starts_with(&format!("{key}:")));
        let is_listed = facts.iter().any(|fact| browsed().any(|browser| browser.is_read(*fact)));
        assert_eq!(is_listed, is_asked, "“{key}”: src/sites/ and extension/content/inquiry.ts differ.");
    }
}

#[test]
fn the_attachments_that_each_site_tells_apart_are_listed() {
    let kinds = [(MediaKind::Image, "image"), (MediaKind::Video, "video"), (MediaKind::Gif, "gif")];
    for browser in browsed() {
        let module = read(&format!("extension/sites/{}.ts", browser.id));
        for (kind, name) in kinds {
            let is_told = module.contains(&format!("kind: \"{name}\""));
            assert_eq!(browser.is_read(Fact::Media(kind)), is_told, "{}: {name}", browser.id);
        }
        let shows_words = !module.contains("alt: UNSEEN");
        assert_eq!(
            browser.is_read(Fact::AltText),
            shows_words,
            "{}: the words of alternative texts",
            browser.id
        );
    }
}
