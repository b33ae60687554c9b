//! `countersign check`.

use crate::program::{EXAMPLE, Folder, POLICY, countersign, small};
use serde_json::Value;

#[track_caller]
fn assert_verdict(arguments: &[&str], draft: &str, status: i32, decision: &str) {
    let mut all = vec!["check", "--policy", EXAMPLE, "--json"];
    all.extend(arguments);
    let run = countersign(&all, draft);
    let report: Value = serde_json::from_str(&run.stdout).expect("one report");
    assert_eq!(report["verdict"]["decision"], decision, "{}", run.stdout);
    assert_eq!(run.status, status, "{decision}");
    assert_eq!(run.stderr, "");
}

#[test]
fn the_exit_status_follows_the_verdict() {
    assert_verdict(&["--account", "personal"], "Good morning", 0, "release");
    assert_verdict(&["--site", "x"], "The bridge is open", 0, "add-sign-offs");
    assert_verdict(&["--surface", "reply", "--initials", "AB"], "It is open", 0, "add-sign-offs");
    assert_verdict(&["--surface", "reply"], "It is open", 1, "hold");
    assert_verdict(&[], "We will announce it tomorrow", 1, "ask");
    assert_verdict(&[], "We utilise buses", 1, "hold");
    assert_verdict(&[], "Call about AB 12 34 56 C", 1, "hold");
    assert_verdict(&["--handle", "@dfexample"], "We utilise buses", 1, "hold");
    assert_verdict(&["--now", "2024-06-01T09:00:00Z"], "A new campaign", 1, "ask");
}

#[test]
fn the_report_names_places_in_bytes_and_utf_16() {
    let run =
        countersign(&["check", "--policy", EXAMPLE, "--site", "x", "--json", "-"], "🚌 We utilise it\n");
    let report: Value = serde_json::from_str(&run.stdout).expect("one report");
    let finding = &report["findings"][0];
    assert_eq!(finding["rule"], "words/utilise");
    assert_eq!(finding["severity"], "warn");
    assert_eq!(finding["places"], serde_json::json!([{ "bytes": [8, 15], "utf16": [6, 13] }]));
    assert_eq!(finding["fix"]["edits"][0]["insert"], "use");
    assert_eq!(report["sign_offs"][0]["status"], "will-be-added");
    assert_eq!(report["count"]["limit"], 280);
}

#[test]
fn findings_are_drawn_with_their_words_marked() {
    let run = countersign(&["check", "--policy", EXAMPLE, "--site", "x"], "We utilise it");
    let drawn = "1 | We utilise it\n  |    ^^^^^^^\n";
    for part in
        ["warn[words/utilise]: ", drawn, "= source: GOV.UK", "= fix: Change to “use”", "Verdict: held"]
    {
        assert!(run.stdout.contains(part), "{part} is not in:\n{}", run.stdout);
    }
    assert!(!run.stdout.contains('\u{1b}'), "no colour where there is no terminal");
}

#[test]
fn the_verdict_names_each_rule_once() {
    let draft = "Utilise it, ask a@b.com, utilised, and utilise";
    let run = countersign(&["check", "--policy", EXAMPLE, "--site", "x"], draft);
    let verdict = "Verdict: held, because of words/utilise, personal-data/email-address.\n";
    assert!(run.stdout.ends_with(verdict), "{}", run.stdout);
}

#[test]
fn a_sign_off_says_why() {
    let run =
        countersign(&["check", "--policy", EXAMPLE, "--surface", "reply", "--initials", "AB"], "It is open");
    let why = "Sign-off: “^AB” will be added (sign-off/initials). Replies from a shared account end with the initials";
    assert!(run.stdout.contains(why), "{}", run.stdout);
}

#[test]
fn a_verdict_says_which_sign_offs_and_facts_made_it() {
    let arguments = ["check", "--policy", EXAMPLE, "--json", "--site", "x", "--handle", "dfexample"];
    let run =
        countersign(&[&arguments[..], &["--surface", "reply", "--initials", "AB"]].concat(), "It is open");
    let report: Value = serde_json::from_str(&run.stdout).expect("one report");
    let verdict = &report["verdict"];
    let added = serde_json::json!([{ "id": "sign-off/initials", "status": "will-be-added" }]);
    assert_eq!(verdict["sign_offs"], added);
    let grounds = &verdict["grounds"];
    let known = [&grounds["site"], &grounds["handle"], &grounds["limit"]];
    assert_eq!(known, [&Value::from("x"), &Value::from("dfexample"), &Value::from(280)]);
    assert!(grounds.get("thread").is_none(), "what is not known is not there");
}

#[test]
fn a_topic_that_is_named_and_shown_is_one_topic() {
    let folder = small("topics");
    folder.write(
        "policy.yml",
        &format!("{POLICY}topics:\n  - {{id: rail, when: {{kind: term, terms: [train]}}}}\n"),
    );
    let request = r#"{"text": "A train", "topics": ["rail", "rail"]}"#;
    let run = countersign(&["check", "--policy", &folder.root(), "--jsonl", "-"], request);
    let report: Value = serde_json::from_str(&run.stdout).expect("one report");
    assert_eq!(report["verdict"]["grounds"]["topics"], serde_json::json!(["rail"]));
}

#[test]
fn a_policy_that_only_watches_adds_nothing_and_says_so() {
    let folder = small("watching");
    folder.write("policy.yml", &format!("{POLICY}mode: monitor\n"));
    let arguments = ["check", "--policy", &folder.root(), "--surface", "reply", "--initials", "AB"];
    let run = countersign(&arguments, "We utilise it");
    let missing =
        "Sign-off: “^AB” is missing, and is not added, as the policy only watches (sign-off/initials).";
    for part in [missing, "= to go on: nothing has to be done", "Verdict: this may be posted as it is."] {
        assert!(run.stdout.contains(part), "{part} is not in:\n{}", run.stdout);
    }
}

#[test]
fn what_the_site_would_refuse_may_not_be_posted() {
    let folder = small("too-long");
    let long = "The park is open. ".repeat(20);
    let check = |site| countersign(&["check", "--policy", &folder.root(), "--site", site], &long);
    let (bluesky, x) = (check("bluesky"), check("x"));
    assert!(bluesky.stdout.contains("This is 60 characters too long for Bluesky."), "{}", bluesky.stdout);
    assert!(x.stdout.contains("This is 80 characters over the usual limit of 280 on X."), "{}", x.stdout);
    for run in [bluesky, x] {
        assert_eq!(run.status, 1);
        assert!(run.stdout.ends_with("Verdict: held, because of countersign/too-long.\n"), "{}", run.stdout);
    }
    folder.write("policy.yml", &format!("{POLICY}mode: monitor\n"));
    let watched =
        "Verdict: nothing is held, as the policy only watches, but the site may refuse this as too long.\n";
    assert!(check("bluesky").stdout.ends_with(watched));
}

#[test]
fn a_packed_policy_checks_like_its_folder() {
    let folder = small("packed");
    let packed = folder.packed();
    assert_eq!(countersign(&["pack", &folder.root(), "-o", &packed], "").status, 0);
    let by = |policy: &str| countersign(&["check", "--json", "--policy", policy], "We utilise it").stdout;
    assert_eq!(by(&packed), by(&folder.root()));
}

#[test]
fn what_cannot_be_read_is_bad_input() {
    let folder = Folder::new("unreadable");
    folder.write_bytes("draft.txt", b"one\ntw\xff");
    let draft = folder.path("draft.txt");
    let policy = format!("{EXAMPLE}/policy.yml");
    for (arguments, message) in [
        (vec!["check", "--policy", EXAMPLE, &draft], "draft.txt:2:3: This is not UTF-8 text."),
        (vec!["check", "--policy", EXAMPLE, "nowhere.txt"], "nowhere.txt: This cannot be read:"),
        (vec!["check", "--policy", "nowhere"], "nowhere: This cannot be read:"),
        (vec!["check", "--policy", &draft], "draft.txt:2:3: This is not UTF-8 text."),
        (vec!["check", "--policy", &policy], "policy.yml: Name the policy’s folder, or a packed .json file."),
        (vec!["check", "--site", "twitter"], "invalid value 'twitter' for '--site"),
        (vec!["check", "--language", "welsh"], "“welsh” is not a language."),
        (vec!["check", "--language", "xx"], "Known codes: en, cy, fr."),
        (vec!["check", "--account", "corprate"], "Did you mean “corporate”?"),
        (vec!["check", "--now", "today"], "expected a time with its offset"),
        (vec!["check", "--colour"], "unexpected argument '--colour'"),
        (vec!["check", "--jsonl", "-", "--site", "x"], "cannot be used with"),
        (vec![], "Usage: countersign"),
    ] {
        countersign(&arguments, "draft").assert_refused(message);
    }
}

#[test]
fn a_policy_has_to_be_named_where_there_is_no_example() {
    let folder = Folder::new("elsewhere");
    folder.countersign(&["check"], "draft").assert_refused("Name a policy with --policy");
}

#[test]
fn a_draft_of_windows_is_read_like_any_other() {
    let folder = Folder::new("windows-draft");
    folder.write("plain.txt", "The park\nis open\n");
    folder.write("windows.txt", "\u{feff}The park\r\nis open\r\n");
    for file in ["plain.txt", "windows.txt"] {
        let run = countersign(&["length", "--site", "x", &folder.path(file)], "");
        assert_eq!(run.stdout, "16 of 280 characters on X: 264 left.\n", "{file}");
    }
    folder.write("windows.txt", "\u{feff}We utilise\r\nbuses, we utilise it");
    let run = countersign(
        &["check", "--policy", EXAMPLE, "--json", "--site", "x", &folder.path("windows.txt")],
        "",
    );
    let report: Value = serde_json::from_str(&run.stdout).expect("one report");
    let places = &report["findings"][0]["places"];
    assert_eq!(
        (&places[0]["bytes"], &places[1]["bytes"]),
        (&serde_json::json!([3, 10]), &serde_json::json!([22, 29]))
    );
}
