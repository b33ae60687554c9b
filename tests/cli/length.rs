//! `countersign length` and `countersign entities`.

use crate::program::{Folder, countersign};
use serde_json::{Value, json};

/// A text with characters of one to four bytes, and everything that X links.
const TEXT: &str = "🚌 Buses: gov.uk/buses #LatestNews @press $GBP é\n";

#[track_caller]
fn assert_prints(arguments: &[&str], text: &str, printed: &str) {
    let run = countersign(arguments, text);
    assert_eq!((run.status, run.stdout.as_str(), run.stderr.as_str()), (0, printed, ""));
}

#[test]
fn a_text_is_counted_as_the_site_counts_it() {
    assert_prints(&["length", "--site", "x"], "Hello\n", "5 of 280 characters on X: 275 left.\n");
    let short = ["length", "--site", "mastodon", "--limit", "4", "-"];
    assert_prints(&short, "Hello", "5 of 4 characters on Mastodon: 1 too many.\n");
    assert_prints(&["length", "--site", "threads"], "can’t", "7 of 500 bytes on Threads: 493 left.\n");
    let comment = ["length", "--site", "linkedin", "--surface", "reply"];
    assert_prints(&comment, "Hello", "5 of 1250 characters on LinkedIn: 1245 left.\n");
}

#[test]
fn both_commands_print_the_same_object() {
    let print = |command| countersign(&[command, "--site", "x", "--json"], TEXT).stdout;
    assert_eq!(print("length"), print("entities"));
    let measure: Value = serde_json::from_str(&print("length")).expect("one object");
    assert_eq!(
        measure,
        json!({
            "site": "x", "count": 59, "limit": 280, "remaining": 221, "unit": "weighted-characters",
            "entities": [
                {"kind": "url", "text": "gov.uk/buses", "bytes": [12, 24], "utf16": [10, 22], "code_points": [9, 21]},
                {"kind": "hashtag", "text": "#LatestNews", "bytes": [25, 36], "utf16": [23, 34], "code_points": [22, 33]},
                {"kind": "mention", "text": "@press", "bytes": [37, 43], "utf16": [35, 41], "code_points": [34, 40]},
                {"kind": "cashtag", "text": "$GBP", "bytes": [44, 48], "utf16": [42, 46], "code_points": [41, 45]},
            ],
        })
    );
}

#[test]
fn entities_are_listed_for_people() {
    let printed = "47 of 300 characters on Bluesky: 253 left.

      bytes       UTF-16  code points
      12–24        10–22         9–21  link     gov.uk/buses
      25–36        23–34        22–33  hashtag  #LatestNews
      44–48        42–46        41–45  cashtag  $GBP
";
    assert_prints(&["entities", "--site", "bluesky"], TEXT, printed);
    let none = "5 of 280 characters on X: 275 left.\nThere are no links, hashtags, mentions or cashtags.\n";
    assert_prints(&["entities", "--site", "x"], "Hello", none);
}

#[test]
fn what_cannot_be_measured_is_bad_input() {
    let folder = Folder::new("unmeasurable");
    folder.write_bytes("draft.txt", b"one\ntw\xff");
    let draft = folder.path("draft.txt");
    for command in ["length", "entities"] {
        for (arguments, message) in [
            (vec!["--site", "twitter"], "[possible values: bluesky, facebook, instagram, linkedin, mastodon"),
            (vec!["--site", "x", "--surface", "story"], "“story” is not one of the values here."),
            (vec!["--site", "x", "nowhere.txt"], "nowhere.txt: This cannot be read: No such file"),
            (vec!["--site", "x", &draft], "draft.txt:2:3: This is not UTF-8 text. Save it as UTF-8."),
            (vec![], "--site <SITE>"),
        ] {
            let arguments: Vec<_> = [command].into_iter().chain(arguments).collect();
            countersign(&arguments, "draft").assert_refused(message);
        }
    }
}
