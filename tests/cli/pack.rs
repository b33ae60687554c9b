//! `countersign pack` and `countersign test`.

use crate::program::{EXAMPLE, Folder, RULE, SIGN_OFF, countersign, small};
use std::fs;

#[test]
fn the_example_policy_packs_to_the_same_bytes_each_time() {
    let folder = Folder::new("example");
    let packed = ["one.json", "two.json"].map(|name| {
        let file = folder.path(name);
        let run = countersign(&["pack", EXAMPLE, "-o", &file], "");
        assert_eq!((run.status, run.stderr.as_str()), (0, ""));
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

/// Packs a policy with one file changed, and expects this line of failure.
#[track_caller]
fn assert_fails(name: &str, file: &str, text: &str, line: &str, words: &str) {
    let folder = small(name);
    folder.write(file, text);
    for command in [vec!["test", &folder.root()], vec!["pack", &folder.root(), "-o", &folder.path("p.json")]]
    {
        let run = countersign(&command, "");
        assert_eq!(run.status, 2);
        run.assert_lines(&[(&format!("{}:{line}: ", folder.path(file)), words)]);
    }
    assert!(!fs::exists(folder.path("p.json")).expect("the folder can be read"));
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
    let packed = format!("{}.json", folder.root());
    let run = countersign(&["pack", &folder.root(), "-o", &packed], "");
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    let json = fs::read_to_string(&packed).expect("it was written");
    assert!(json.contains(r#""requires":["utilis"]"#), "{json}");
    fs::write(&packed, json.replace(r#"["utilis"]"#, r#"["use"]"#)).expect("it can be written");
    let run = countersign(&["check", "--policy", &packed, "-"], "");
    run.assert_refused(
        "words/utilise: at settings.requires: These are not the words that the pattern requires.",
    );
}

#[test]
fn a_policy_that_cannot_be_written_leaves_no_file_behind() {
    let folder = small("unwritable");
    let run = countersign(&["pack", &folder.root(), "-o", &folder.path("none/policy.json")], "");
    run.assert_refused("none/policy.json: This cannot be written:");
    // A folder stands where the file should go, so that only the last step fails.
    let run = countersign(&["pack", &folder.root(), "-o", &folder.path("rules")], "");
    run.assert_refused("rules: This cannot be written:");
    assert_eq!(folder.names(), ["policy.yml", "rules", "sign-offs"]);
}
