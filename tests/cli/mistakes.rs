//! Every kind of mistake in a policy: where it is reported, and how it is worded. The cases are in mistakes.toml.

use crate::program::{Folder, RULE, SIGN_OFF, countersign, small};
use serde::Deserialize;
use std::fs;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Cases {
    rule: Vec<Changed>,
    sign_off: Vec<Changed>,
    policy: Vec<Written>,
    other: Vec<Written>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Changed {
    change: String,
    to: String,
    says: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default = "header")]
    file: String,
    text: String,
    #[serde(default = "once")]
    times: usize,
    says: Vec<String>,
}

fn header() -> String {
    "policy.yml".to_owned()
}

fn once() -> usize {
    1
}

fn cases() -> Cases {
    toml::from_str(include_str!("mistakes.toml")).expect("the cases can be read")
}

/// Packs the small policy with this file in it. Expects these errors, no new output and the old file unchanged.
fn assert_refused(folder: &Folder, file: &str, text: &str, says: &[String]) {
    folder.write(file, text);
    let packed = folder.packed();
    fs::write(&packed, "the previous policy").expect("the folder can be written to");
    let run = countersign(&["pack", &folder.root(), "-o", &packed], "");
    let path = folder.path(file);
    let split =
        |line: &String| line.split_once(' ').map(|(at, words)| (format!("{path}{at} "), words.to_owned()));
    let expected: Vec<_> = says.iter().filter_map(split).collect();
    assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{says:?}");
    run.assert_lines(&expected.iter().map(|(at, words)| (at.as_str(), words.as_str())).collect::<Vec<_>>());
    assert!(run.stderr.contains("Nothing was written."), "{}", run.stderr);
    assert_eq!(fs::read_to_string(&packed).expect("it is still there"), "the previous policy");
}

fn assert_all_changed(name: &str, file: &str, original: &str, cases: &[Changed]) {
    for (nth, case) in cases.iter().enumerate() {
        assert!(original.contains(&case.change), "“{}” is not in {file}", case.change);
        let text = original.replace(&case.change, &case.to);
        assert_refused(&small(&format!("{name}-{nth}")), file, &text, &case.says);
    }
}

fn assert_all_written(name: &str, cases: &[Written]) {
    for (nth, case) in cases.iter().enumerate() {
        let text = case.text.repeat(case.times);
        assert_refused(&small(&format!("{name}-{nth}")), &case.file, &text, &case.says);
    }
}

#[test]
fn in_a_rule() {
    assert_all_changed("mistake-in-rule", "rules/utilise.yml", RULE, &cases().rule);
}

#[test]
fn in_a_sign_off() {
    assert_all_changed("mistake-in-sign-off", "sign-offs/initials.yml", SIGN_OFF, &cases().sign_off);
}

#[test]
fn in_the_policy_itself() {
    assert_all_written("mistake-in-policy", &cases().policy);
}

#[test]
fn in_a_file_as_such() {
    assert_all_written("mistake-in-file", &cases().other);
}

#[test]
fn in_the_folder() {
    let folder = small("mistake-in-folder");
    folder.write("rule/a.yml", "");
    folder.write(".hidden", "");
    folder.write("rules/README.md", "");
    let run = countersign(&["test", &folder.root()], "");
    run.assert_lines(&[(
        &format!("{}: ", folder.path("rule")),
        "A policy’s folder has policy.yml, rules/ and sign-offs/.",
    )]);
    let folder = Folder::new("mistake-no-policy");
    countersign(&["test", &folder.root()], "").assert_refused("There is no policy.yml in this folder.");
    countersign(&["test", &folder.path("none")], "").assert_refused("none: The folder cannot be read:");
}

#[test]
fn in_a_folder_with_nothing_to_check() {
    let folder = Folder::new("mistake-nothing");
    folder.write("policy.yml", "id: a\nname: A\nversion: 1\n");
    countersign(&["test", &folder.root()], "").assert_refused(
        "There are no rules and no sign-offs in this folder. Add a file in rules/ or sign-offs/.",
    );
}

/// A pipe that nobody writes to, or an endless device, would be read for ever.
#[cfg(unix)]
#[test]
fn in_what_is_no_file() {
    let folder = small("mistake-no-file");
    for link in ["policy.yml", "rules"] {
        let there = folder.path(link);
        fs::rename(&there, folder.path(".there")).expect("it can be moved");
        std::os::unix::fs::symlink("/dev/zero", &there).expect("it can be linked");
        let run = countersign(&["test", &folder.root()], "");
        run.assert_lines(&[(&format!("{there}: "), "This is a link. Put the file or folder itself here.")]);
        fs::remove_file(&there).expect("the link can be removed");
        fs::rename(folder.path(".there"), &there).expect("it can be moved back");
    }
    let pipe = folder.path("rules/pipe.yml");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status().expect("it can be run");
    assert!(made.success());
    let run = countersign(&["test", &folder.root()], "");
    run.assert_lines(&[(&format!("{pipe}: "), "This is not a file of text. Put one here.")]);
}

#[test]
fn in_a_policy_that_is_not_there_and_in_a_rule() {
    let folder = small("mistake-no-policy-yet");
    folder.write("rules/utilise.yml", &RULE.replace("warn", "wran"));
    folder.write("policy.yml", "id: \"a\n");
    let run = countersign(&["test", &folder.root()], "");
    let places =
        ["policy.yml:2:1", "rules/utilise.yml:3:11"].map(|place| format!("{}: ", folder.path(place)));
    run.assert_lines(&[(&places[0], "quotation mark"), (&places[1], "wran")]);
    fs::remove_file(folder.path("policy.yml")).expect("it can be removed");
    let run = countersign(&["test", &folder.root()], "");
    run.assert_lines(&[(&format!("{}: ", folder.root()), "There is no policy.yml"), (&places[1], "wran")]);
}

/// Correct settings next to a mistake are not reported.
#[test]
fn in_one_key_of_the_policy_only() {
    let folder = small("mistake-in-one-key");
    folder.write("rules/utilise.yml", &RULE.replace("warn", "block\noverride: second-person"));
    let digest = "e322885873ebf4881fc6ce35e5de8a322727f93b7dae061fec9e4e114fa568b3";
    let policy = |version: &str, codes: &str| {
        let text = format!("id: a\nname: A\nversion: {version}\napprovers: [{{id: b, codes: {codes}}}]\n");
        folder.write("policy.yml", &text);
        countersign(&["test", &folder.root()], "")
    };
    let place = |at: &str| format!("{}:{at}: ", folder.path("policy.yml"));
    policy("one", &format!("[{digest}]")).assert_lines(&[(&place("3:10"), "found the text “one”")]);
    policy("1", digest).assert_lines(&[(&place("4:28"), "Expected a list")]);
}

#[test]
fn in_several_files_at_once() {
    let folder = small("mistakes-everywhere");
    folder.write("rules/utilise.yml", &RULE.replace("warn", "wran"));
    folder.write("sign-offs/initials.yml", &SIGN_OFF.replace("{initials}\"", "{initial}\""));
    folder.write("policy.yml", "id: a\nname: A\nversion: 1\nmood: good\n");
    let run = countersign(&["test", &folder.root()], "");
    let places = ["policy.yml:4:1", "rules/utilise.yml:3:11", "sign-offs/initials.yml:4:12"];
    let places = places.map(|place| format!("{}: ", folder.path(place)));
    run.assert_lines(&[(&places[0], "There is no key"), (&places[1], "wran"), (&places[2], "{initial}")]);
    assert!(run.stderr.ends_with("3 errors.\n"), "{}", run.stderr);
}

#[test]
fn in_a_packed_policy() {
    let folder = Folder::new("mistake-in-packed");
    let at = |text: &str| {
        folder.write("p.json", text);
        countersign(&["check", "--policy", &folder.path("p.json")], "draft")
    };
    at("{\"format\": \"countersign-policy/1\",\n \"id\": 3}")
        .assert_refused("p.json:2:8: at id: Expected text, found the number 3.");
    at("{\"id\"").assert_refused("p.json:1:5: This is not JSON that can be read: EOF while parsing");
    at("{\"rules\": [\n")
        .assert_refused("p.json:2:1: This is not JSON that can be read: EOF while parsing a list.");
    at("[]").assert_refused("p.json:1:2: Expected a mapping of keys to values, found a list.");
    // A byte order mark and two-byte letters do not shift the columns.
    at("\u{feff}{\"id\": \"é\", \"nme\": 1}")
        .assert_refused("p.json:1:17: at nme: There is no key “nme” here.");
    let other = "{\"format\": \"countersign-policy/9\", \"id\": \"a\", \"name\": \"A\", \"version\": 1}";
    at(other).assert_refused("p.json: at format: The format is “countersign-policy/9”");
}
