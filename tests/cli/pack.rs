//! `countersign pack` and `countersign test`.

use crate::program::{EXAMPLE, Folder, RULE, SIGN_OFF, countersign, small};
use std::fs;

#[test]
fn the_example_policy_packs_to_the_same_bytes_each_time() {
    let folder = Folder::new("example");
    let packed = ["one.json", "two.json"].map(|name| {
        let file = folder.path(name);
        let run = countersign(&["pack", EXAMPLE, "-o", &file], "");
        assert_eq!(run.status, 0);
        run.assert_lines(&[(&format!("{EXAMPLE}/policy.yml:21:75: "), "ended on 4 July 2024.")]);
        assert!(run.stdout.contains("13 rules, 2 sign-offs"), "{}", run.stdout);
        folder.read(name)
    });
    assert_eq!(packed[0], packed[1]);
}

#[test]
fn the_tests_of_a_policy_are_run_and_counted() {
    let run = countersign(&["test", &small("tested").root()], "");
    assert_eq!(run.status, 0);
    assert_eq!(run.stdout, "Small: 4 tests of 1 rule and 1 sign-off run.\nAll passed.\n");
}

/// The page about policies contains a small policy. Each of its files begins with its name.
#[test]
fn the_policy_on_the_page_about_policies_passes_its_tests() {
    let folder = Folder::new("documented");
    let page = include_str!("../../docs/policies.md");
    for block in page.split("```yaml\n# ").skip(1) {
        let (name, text) = block.split_once('\n').expect("it has more lines");
        folder.write(name, text.split_once("```").expect("it ends").0);
    }
    let run = countersign(&["test", &folder.root()], "");
    let summary = "Department for Example: 5 tests of 1 rule and 1 sign-off run.\nAll passed.\n";
    assert_eq!((run.stdout.as_str(), run.stderr.as_str()), (summary, ""));
}

/// Packs a policy with one file changed, and expects this line of failure.
#[track_caller]
fn assert_fails(name: &str, file: &str, text: &str, line: &str, words: &str) {
    let folder = small(name);
    folder.write(file, text);
    for command in [vec!["test", &folder.root()], vec!["pack", &folder.root(), "-o", &folder.packed()]] {
        let run = countersign(&command, "");
        assert_eq!(run.status, 2);
        run.assert_lines(&[(&format!("{}:{line}: ", folder.path(file)), words)]);
    }
    assert!(!fs::exists(folder.packed()).expect("the folder can be read"));
}

#[test]
fn a_failing_test_is_named_and_nothing_is_packed() {
    let rule =
        |tests: &str| format!("{}\ntests:\n{tests}\n", RULE.split_once("\ntests").expect("it has tests").0);
    let complies = "  - {complies: We use it}\n";
    let fails = |name: &str, tests: String, line: &str, words: &str| {
        assert_fails(name, "rules/utilise.yml", &rule(&tests), line, words);
    };
    let silent = format!("{complies}  - {{breaks: We use it}}");
    fails(
        "silent",
        silent,
        "10:5",
        "words/utilise: this draft should break the rule, and the rule finds nothing",
    );
    let speaks = format!("  - {{breaks: Utilise it}}\n{complies}  - {{complies: utilise}}");
    fails("speaks", speaks, "11:5", "this draft should comply with the rule, and the rule finds “utilise”");
    let wrong = format!("{complies}  - {{breaks: Utilise it, fixed: use it}}");
    fails("wrong-fix", wrong, "10:5", "the fix should give “use it”, and gives “Use it”");
    fails("no-breaks", complies.to_owned(), "9:3", "words/utilise has no test that shows it at work");
    fails(
        "no-complies",
        "  - {breaks: utilise}".to_owned(),
        "9:3",
        "has no test that shows it keeping silent",
    );
}

#[test]
fn a_rule_without_tests_is_not_packed() {
    let untested = RULE.split_once("\ntests").expect("it has tests").0;
    assert_fails(
        "untested",
        "rules/utilise.yml",
        untested,
        "1:1",
        "words/utilise has no tests. Add one draft",
    );
    let untested = SIGN_OFF.split_once("\ntests").expect("it has tests").0;
    assert_fails("unsigned", "sign-offs/initials.yml", untested, "1:1", "sign-off/initials has no tests.");
}

#[test]
fn a_sign_off_has_to_give_the_signed_text() {
    let fails = |name: &str, old: &str, new: &str, line: &str, words: &str| {
        assert_fails(name, "sign-offs/initials.yml", &SIGN_OFF.replace(old, new), line, words);
    };
    fails(
        "misplaced",
        "signed: Thanks. ^AB}\n  - {text: Thanks. ^AB",
        "signed: ^AB Thanks.}\n  - {text: Thanks. ^AB",
        "7:5",
        "the signed text should be “^AB Thanks.”, and is “Thanks. ^AB”",
    );
    fails(
        "nobody",
        "{text: Thanks., profile: {initials: AB},",
        "{text: Thanks.,",
        "7:5",
        "the sign-off cannot be added:",
    );
}

#[test]
fn a_sign_off_does_not_break_the_policys_own_rules() {
    let folder = small("against-itself");
    folder.write(
        "rules/initials.yml",
        &RULE
            .replace("words/utilise", "words/initials")
            .replace("utilise", "ab")
            .replace("Utilise", "ab")
            .replace("warn", "block"),
    );
    let run = countersign(&["test", &folder.root()], "");
    let words =
        "sign-off/initials: the signed text “Thanks. ^AB” breaks words/initials, and the draft did not.";
    run.assert_lines(&[(&format!("{}:7:5: ", folder.path("sign-offs/initials.yml")), words)]);
}

#[test]
fn a_packed_pattern_says_which_words_it_requires() {
    let folder = small("requires");
    let pattern =
        RULE.replace("kind: term", "kind: pattern").replace("terms: [utilise]", "pattern: utilis(e|ing)");
    folder.write("rules/utilise.yml", &pattern);
    let packed = folder.packed();
    let run = countersign(&["pack", &folder.root(), "-o", &packed], "");
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    let json = fs::read_to_string(&packed).expect("it was written");
    assert!(json.contains(r#""requires":{"any_of":["utilis"],"version":1}"#), "{json}");
    fs::write(&packed, json.replace(r#"["utilis"]"#, r#"["use"]"#)).expect("it can be written");
    let run = countersign(&["check", "--policy", &packed, "-"], "");
    run.assert_refused(
        "words/utilise: at settings.requires: These are not the words that the pattern requires.",
    );
}

#[test]
fn a_policy_that_cannot_be_written_leaves_no_file_behind() {
    let around = Folder::new("unwritable");
    let folder = small("unwritable/policy");
    let beside = folder.path("../none/policy.json");
    countersign(&["pack", &folder.root(), "-o", &beside], "")
        .assert_refused("none/policy.json: This cannot be written:");
    // A folder is in the place of the output file, so only the last step fails.
    fs::create_dir(folder.packed()).expect("it can be made");
    let run = countersign(&["pack", &folder.root(), "-o", &folder.packed()], "");
    run.assert_refused("policy.json: This cannot be written:");
    fs::remove_dir(folder.packed()).expect("nothing was put into it");
    assert_eq!(around.names(), ["policy"]);
}

#[test]
fn a_file_that_is_no_packed_policy_is_not_overwritten() {
    let folder = small("foreign");
    let packed = folder.packed();
    let pack = || countersign(&["pack", &folder.root(), "-o", &packed], "");
    for foreign in ["Minutes of the board", "{}", "[]", "{\"format\": \"other/1\"}", "{\"format\": 1}", " "] {
        fs::write(&packed, foreign).expect("it can be written");
        let run = pack();
        run.assert_refused("foreign.json: This file is not a packed policy, so it is not overwritten.");
        assert!(run.stderr.contains("Nothing was written."), "{}", run.stderr);
        assert_eq!(fs::read_to_string(&packed).expect("it is there"), foreign);
    }
    for own in ["", "{\"format\": \"countersign-policy/0\", \"rules\": 5}"] {
        fs::write(&packed, own).expect("it can be written");
        assert_eq!(pack().status, 0, "{own}");
        assert_eq!(pack().status, 0, "what was packed once is packed again");
    }
}

#[test]
fn a_policy_is_not_packed_between_its_sources() {
    let folder = small("inside");
    let before = folder.read("policy.yml");
    let words = "The policy’s own folder has its sources only. Write the packed policy somewhere else.";
    for output in ["policy.yml", "policy.json", "rules/policy.json", "../inside/policy.json"] {
        folder.countersign(&["pack", ".", "-o", output], "").assert_refused(&format!("{output}: {words}"));
        countersign(&["pack", &folder.root(), "-o", &folder.path(output)], "").assert_refused(words);
    }
    assert_eq!((folder.names(), folder.read("policy.yml")), (small("inside").names(), before));
}

#[test]
fn a_finding_about_a_whole_draft_is_told_by_its_message() {
    let rule = "id: words/utilise\nkind: question\nseverity: ask\nmessage: Say whether it is public.\nsource: {title: a}\n\
        ask: Is it?\nanswers: [{answer: Yes, releases: true}, {answer: No, releases: false}]\n\
        tests:\n  - {breaks: a}\n  - {complies: b}\n";
    let words = "and the rule says of the whole draft: “Say whether it is public.”";
    assert_fails("whole", "rules/utilise.yml", rule, "10:5", words);
}

#[test]
fn a_test_without_attachments_has_none() {
    let folder = small("no-media");
    let rule = RULE
        .replace("replace: use", "scope: {media: [image]}")
        .replace(", fixed: We use it", "")
        .replace("{complies: We use it}", "{complies: We utilise it, media: []}");
    folder.write("rules/utilise.yml", &rule);
    let run = countersign(&["test", &folder.root()], "");
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
}
