//! Warnings of `test` and `pack`, for things that may be intended. They do not change the exit status.

use crate::program::{Folder, POLICY, RULE, countersign, small};

/// Tests and packs the policy. Both print these warnings and nothing else on standard error.
#[track_caller]
fn assert_warns(folder: &Folder, expected: &[(&str, &str)]) {
    let places: Vec<_> = expected.iter().map(|(at, _)| format!("{}: Warning: ", folder.path(at))).collect();
    let lines: Vec<_> =
        places.iter().map(String::as_str).zip(expected.iter().map(|(_, words)| *words)).collect();
    for command in [vec!["test", &folder.root()], vec!["pack", &folder.root(), "-o", &folder.packed()]] {
        let run = countersign(&command, "");
        assert_eq!(run.status, 0, "{}", run.stderr);
        run.assert_lines(&lines);
        let count = match expected.len() {
            0 => String::new(),
            1 => "1 warning.\n".to_owned(),
            count => format!("{count} warnings.\n"),
        };
        assert!(run.stderr.ends_with(&count), "{}", run.stderr);
        assert_eq!(run.stderr.lines().count(), expected.len() + usize::from(!expected.is_empty()));
    }
}

fn rule(id: &str, kind: &str, settings: &str, tests: &str) -> String {
    format!(
        "id: {id}\nkind: {kind}\nseverity: note\nmessage: Look.\nsource: {{title: A}}\n{settings}\ntests:\n{tests}\n"
    )
}

#[test]
fn a_policy_that_leaves_nothing_to_say() {
    assert_warns(&small("no-warnings"), &[]);
}

#[test]
fn windows_that_are_over() {
    let folder = small("window-over");
    let over = "  - {id: then, from: \"2017-05-25T00:00:00+01:00\", until: \"2017-07-04T22:00:00+01:00\"}\n";
    folder.write("policy.yml", &format!("{POLICY}{over}"));
    assert_warns(&folder, &[("policy.yml:6:58", "The window “then” ended on 4 July 2017.")]);
}

#[test]
fn words_that_are_listed_twice() {
    let folder = small("doubled");
    folder.write("rules/utilise.yml", &RULE.replace("[utilise]", "[utilise, leverage, Utilise]"));
    let cues = "ask: Is it?\nanswers: [{answer: \"Yes\", releases: true}]\ncues: [new money, New  Money]";
    let asks = rule("ask/money", "question", cues, "  - {breaks: New money}\n  - {complies: Old}");
    folder.write("rules/ask.yml", &asks.replace("severity: note", "severity: ask"));
    let exact = "case: exact\nterms: [us, US, us]";
    folder.write(
        "rules/exact.yml",
        &rule("words/us", "term", exact, "  - {breaks: The US}\n  - {complies: You}"),
    );
    assert_warns(
        &folder,
        &[
            ("rules/ask.yml:8:19", "“New  Money” is listed already, at 8:8. Remove one of the two."),
            ("rules/exact.yml:7:17", "“us” is listed already, at 7:9."),
            ("rules/utilise.yml:6:28", "“Utilise” is listed already, at 6:9."),
        ],
    );
}

#[test]
fn a_counterpart_that_the_policy_does_not_know() {
    let folder = small("counterpart");
    let accounts = "accounts:\n  - {handle: BrackfordCymru, kind: corporate}\n";
    folder.write("policy.yml", &format!("{POLICY}{accounts}"));
    let tests = "  - {breaks: Hello, now: \"2029-03-08T09:00:00Z\"}\n  - {complies: Hello, history: [{at: \"2029-03-08T08:55:00Z\", handle: brackfordcymru}], now: \"2029-03-08T09:00:00Z\"}";
    let pair = |handle: &str| {
        let tests = tests.replace("brackfordcymru", handle);
        rule("rate/pair", "rate", &format!("counterpart: {handle}\nwithin: 15"), &tests)
    };
    let browsers = (
        "rules/pair.yml:1:5",
        "rate/pair is not checked in browsers yet, because the extension does not read the earlier posts of an account.",
    );
    folder.write("rules/pair.yml", &pair("\"@brackfordcymru\""));
    assert_warns(&folder, &[browsers]);
    folder.write("rules/pair.yml", &pair("BrackfordCymro"));
    let unknown =
        "“BrackfordCymro” is not one of the “accounts” in policy.yml. Did you mean “BrackfordCymru”?";
    assert_warns(&folder, &[browsers, ("rules/pair.yml:6:14", unknown)]);
}

/// Adds a rule to the folder and returns the expected warning: none if it is checked everywhere.
fn is_said(
    folder: &Folder,
    id: &str,
    kind: &str,
    settings: &str,
    tests: &str,
    because: &str,
) -> Option<(String, String)> {
    let file = format!("rules/{id}.yml");
    folder.write(&file, &rule(id, kind, settings, tests));
    (!because.is_empty()).then(|| (format!("{file}:1:5"), format!("{id} is {because}")))
}

const PARTY: &str = "  - {breaks: A party}\n  - {complies: A fair}";

#[test]
fn rules_that_no_browser_checks_yet() {
    let folder = small("browsers");
    let no_gif =
        "not checked in browsers yet, because the extension does not read whether an attachment is a GIF.";
    let no_site = "not checked in browsers yet, because the extension does not work on Facebook or LinkedIn.";
    let no_words = "not checked in browsers yet on Bluesky and Mastodon, because the extension does not read the words of";
    let no_answers =
        "checked in browsers for mentions only. Replies and quotes are not checked in browsers yet, because";
    let alt = "  - {breaks: A, media: [{kind: image, alt: a.jpg}]}\n  - {complies: A, media: []}";
    let mention = "  - {breaks: Hi @party, site: x}\n  - {complies: A}";
    let said = [
        is_said(&folder, "a", "term", "scope: {media: [gif]}\nterms: [party]", PARTY, no_gif),
        is_said(&folder, "b", "term", "scope: {media: [gif, image]}\nterms: [party]", PARTY, ""),
        is_said(&folder, "c", "term", "scope: {sites: [facebook, linkedin]}\nterms: [party]", PARTY, no_site),
        is_said(&folder, "d", "term", "scope: {sites: [facebook, x]}\nterms: [party]", PARTY, ""),
        is_said(&folder, "e", "media", "check: poor", alt, no_words),
        is_said(&folder, "f", "media", "check: poor\nscope: {sites: [x]}", alt, ""),
        is_said(&folder, "g", "mention", "handles: [\"@party\"]", mention, no_answers),
        is_said(&folder, "h", "mention", "handles: [\"@party\"]\nby: [mention]", mention, ""),
        is_said(&folder, "i", "mention", "handles: [\"@party\"]\nscope: {surfaces: [post]}", mention, ""),
    ];
    let said: Vec<_> = said.iter().flatten().map(|(at, words)| (at.as_str(), words.as_str())).collect();
    assert_warns(&folder, &said);
}

#[test]
fn conditions_that_no_browser_can_meet_yet() {
    let folder = small("browsers-conditions");
    let history =
        "not checked in browsers yet, because the extension does not read the earlier posts of an account.";
    let rate = "  - {breaks: A party, now: \"2029-03-08T09:00:00Z\", history: [{at: \"2029-03-08T08:55:00Z\"}]}\n  - {complies: A party}";
    let tonight = "  - {breaks: A party tonight}\n  - {complies: A party}";
    let when = |condition: &str| format!("terms: [party]\nwhen: {condition}");
    let either = when("{any: [{kind: rate, gap: 30}, {kind: term, terms: [tonight]}]}");
    let said = [
        is_said(&folder, "a", "term", &when("{all: [{kind: rate, gap: 30}]}"), rate, history),
        is_said(&folder, "b", "term", &either, tonight, ""),
        is_said(&folder, "c", "term", &when("{not: {kind: rate, gap: 30}}"), PARTY, ""),
    ];
    let said: Vec<_> = said.iter().flatten().map(|(at, words)| (at.as_str(), words.as_str())).collect();
    assert_warns(&folder, &said);
}
