//! The single list of the facts that browsers know about a post matches what the extension does.

use crate::repository::{files, read};
use countersign::browsers::{BROWSED, Fact};
use countersign::post::MediaKind;

#[test]
fn each_site_of_the_extension_is_listed() {
    let listed: Vec<&str> = BROWSED.iter().map(|browser| browser.site).collect();
    let modules = files("extension/sites", ".ts");
    let sites: Vec<String> = modules
        .iter()
        .filter(|file| file.text.contains(": Site = {"))
        .map(|file| file.stem().to_owned())
        .collect();
    assert_eq!(
        listed, sites,
        "List the sites of extension/sites/ in src/browsers.rs, with what is read from each."
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
        let is_listed = facts.iter().any(|fact| BROWSED.iter().any(|browser| browser.knows(*fact)));
        assert_eq!(is_listed, is_asked, "“{key}”: src/browsers.rs and extension/content/inquiry.ts differ.");
    }
}

#[test]
fn the_attachments_that_each_site_tells_apart_are_listed() {
    let kinds = [(MediaKind::Image, "image"), (MediaKind::Video, "video"), (MediaKind::Gif, "gif")];
    for browser in BROWSED {
        let module = read(&format!("extension/sites/{}.ts", browser.site));
        for (kind, name) in kinds {
            let is_told = module.contains(&format!("kind: \"{name}\""));
            assert_eq!(browser.knows(Fact::Media(kind)), is_told, "{}: {name}", browser.site);
        }
        let shows_words = !module.contains("alt: UNSEEN");
        assert_eq!(
            browser.knows(Fact::AltText),
            shows_words,
            "{}: the words of alternative texts",
            browser.site
        );
    }
}
