//! In a rule and its tests.

use super::assert_mistakes;
use crate::program::RULE;

#[test]
fn mistakes_in_a_rule() {
    let swap = |name: &str, old: &str, new: &str, mistakes: &[(&str, &str)]| {
        assert!(RULE.contains(old), "{old}");
        assert_mistakes(&format!("rule-{name}"), "rules/utilise.yml", &RULE.replace(old, new), mistakes);
    };
    swap(
        "key",
        "severity:",
        "sevrity:",
        &[(
            ":3:1:",
            "There is no key “sevrity” here. Did you mean “severity”? Known keys: id, kind, severity",
        )],
    );
    swap(
        "setting",
        "terms:",
        "terns:",
        &[(
            ":6:1:",
            "Did you mean “terms”? Known keys: id, kind, severity, override, scope, message, source, ref, tests, terms, except, case, replace.",
        )],
    );
    swap(
        "kind",
        "kind: term",
        "kind: tern",
        &[(":2:7:", "There is no rule kind “tern”. Did you mean “term”? Known kinds: length, pattern")],
    );
    swap("missing", "message: Write “use”.\n", "", &[(":1:1:", "“message” is missing. Add it.")]);
    swap(
        "severity",
        "warn",
        "wran",
        &[(":3:11:", "“wran” is not one of the values here. Did you mean “warn”?")],
    );
    swap(
        "type",
        "[utilise]",
        "utilise",
        &[(":6:8:", "Expected a list such as [a, b], found the text “utilise”.")],
    );
    swap(
        "number",
        "[utilise]",
        "[utilise, 2024]",
        &[(":6:18:", "Expected text, found the number 2024. Put it in quotes.")],
    );
    swap(
        "empty",
        "[utilise]",
        "[utilise, \"\"]",
        &[(":6:18:", "This entry is empty. Remove it, or write a word.")],
    );
    swap(
        "nothing",
        "replace: use",
        "replace:",
        &[(":7:9:", "There is no value here. Write one (\"\" for an empty text)")],
    );
    swap(
        "twice",
        "kind: term\n",
        "kind: term\nkind: term\n",
        &[(":3:1:", "The key “kind” is here twice; the first is in line 2.")],
    );
    swap(
        "source",
        "{title: Style guide}",
        "{title: A, link: b}",
        &[(":5:20:", "There is no key “link” here. Known keys: title, url.")],
    );
    swap(
        "url",
        "{title: Style guide}",
        "{title: A, url: \"http://a\"}",
        &[(":5:22:", "Begin it with https://.")],
    );
    swap(
        "site",
        "replace: use",
        "scope: {sites: [mastadon]}",
        &[(":7:17:", "There is no site “mastadon”. Did you mean “mastodon”?")],
    );
    swap(
        "window",
        "replace: use",
        "scope: {windows: [purda]}",
        &[(":7:19:", "There is no window “purda”. Did you mean “purdah”?")],
    );
    swap(
        "account",
        "replace: use",
        "scope: {accounts: [corprate]}",
        &[(":7:20:", "Did you mean “corporate”?")],
    );
    swap("id", "words/utilise", "Words", &[(":1:5:", "“Words” cannot be an id. Use small letters")]);
    swap(
        "several",
        "severity: warn\nmessage: Write “use”.\nsource: {title: Style guide}\nterms: [utilise]",
        "severity: hard\nterms: utilise",
        &[
            (":1:1:", "“message” is missing."),
            (":1:1:", "“source” is missing."),
            (":3:11:", "Write one of: note, warn, ask, block."),
            (":4:8:", "Expected a list"),
        ],
    );
}

#[test]
fn mistakes_in_a_pattern() {
    let pattern =
        |pattern: &str| RULE.replace("kind: term", "kind: pattern").replace("terms: [utilise]", pattern);
    let mistake = |name: &str, setting: &str, at: &str, words: &str| {
        assert_mistakes(&format!("pattern-{name}"), "rules/utilise.yml", &pattern(setting), &[(at, words)]);
    };
    mistake(
        "open",
        "pattern: 'util(ise'",
        ":6:10:",
        "The pattern cannot be read: unclosed group (at “(”, character 5).",
    );
    mistake("look", "pattern: '(?=a)b'", ":6:10:", "look-around");
    mistake("any", "pattern: 'a*'", ":6:10:", "The pattern matches the empty text");
    mistake("huge", "pattern: '(\\w{900}){900}'", ":6:10:", "The pattern cannot be used");
    mistake(
        "except",
        "pattern: utilise\nexcept: [fine, '[z-a]']",
        ":7:16:",
        "The pattern cannot be read: invalid character class range",
    );
}

#[test]
fn mistakes_in_tests() {
    let mistake = |name: &str, old: &str, new: &str, at: &str, words: &str| {
        assert_mistakes(
            &format!("test-{name}"),
            "rules/utilise.yml",
            &RULE.replace(old, new),
            &[(at, words)],
        );
    };
    mistake("key", "complies:", "complys:", ":10:5:", "Expected either “breaks” or “complies” in a test");
    mistake(
        "context",
        "{complies: We use it}",
        "{complies: x, syte: x}",
        ":10:19:",
        "Did you mean “site”? Known keys: breaks, complies, fixed, site",
    );
    mistake(
        "value",
        "{complies: We use it}",
        "{complies: x, surface: pots}",
        ":10:28:",
        "Did you mean “post”?",
    );
    mistake(
        "time",
        "{complies: We use it}",
        "{complies: x, now: 2024-05-25}",
        ":10:24:",
        "Expected a time with its offset, such as",
    );
    mistake(
        "text",
        "{complies: We use it}",
        "We use it",
        ":10:5:",
        "Expected a test, as “key: value” lines; found a single value.",
    );
}
