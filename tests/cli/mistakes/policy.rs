//! In sign-offs, in `policy.yml`, and in files as such.

use super::assert_mistakes;
use crate::program::SIGN_OFF;

#[test]
fn mistakes_in_a_sign_off() {
    let mistake = |name: &str, old: &str, new: &str, at: &str, words: &str| {
        let text = SIGN_OFF.replace(old, new);
        assert_mistakes(&format!("sign-off-{name}"), "sign-offs/initials.yml", &text, &[(at, words)]);
    };
    mistake(
        "field",
        "^{initials}",
        "^{initial}",
        ":4:12:",
        "There is no field “{initial}”. Known fields: {initials}, {name}",
    );
    mistake("none", "[\"^{initials}\"]", "[]", ":4:11:", "There is no wording. List at least one variant.");
    mistake("key", "scope:", "position: bottom\nscope:", ":5:11:", "Write one of: start, end, own-line.");
    mistake("already", "scope:", "already: ['(']\nscope:", ":5:11:", "The pattern cannot be read");
    mistake(
        "id",
        "id: sign-off/initials",
        "id: words/utilise",
        ":1:5:",
        "rules/utilise.yml:1:5. Give one of them another id.",
    );
}

#[test]
fn mistakes_in_the_policy_itself() {
    let mistake = |name: &str, text: &str, mistakes: &[(&str, &str)]| {
        assert_mistakes(&format!("policy-{name}"), "policy.yml", text, mistakes);
    };
    mistake(
        "keys",
        "id: a\nname: A\nversion: \"1\"\nmodes: monitor\n",
        &[
            (":3:10:", "Expected a whole number, found the text “1”."),
            (":4:1:", "There is no key “modes” here. Did you mean “mode”?"),
        ],
    );
    mistake(
        "accounts",
        "id: a\nname: A\nversion: 1\naccounts:\n  - {handle: \"@a\", kind: corporate, site: twitter}\n",
        &[
            (":5:14:", "Write the handle without the @."),
            (":5:43:", "There is no site “twitter”. Known sites: bluesky"),
        ],
    );
    mistake(
        "windows",
        "id: a\nname: A\nversion: 1\nwindows:\n  - {id: w, from: \"2024-05-25T00:00:00Z\", until: \"2024-05-24T00:00:00Z\"}\n",
        &[(":5:50:", "The window “w” ends before it begins.")],
    );
    mistake(
        "civil",
        "id: a\nname: A\nversion: 1\nwindows:\n  - {id: w, from: 2024-05-25, until: \"2024-05-26T00:00:00Z\"}\n",
        &[(":5:19:", "Expected a time with its offset, such as 2024-07-04T22:00:00+01:00.")],
    );
}

#[test]
fn files_that_are_not_what_they_should_be() {
    let mistake = |name: &str, file: &str, text: &str, at: &str, words: &str| {
        assert_mistakes(&format!("file-{name}"), file, text, &[(at, words)]);
    };
    mistake(
        "indent",
        "rules/a.yml",
        "id: a\n  kind: b\n",
        ":2:7:",
        "This is not YAML that can be read: mapping values are not allowed",
    );
    mistake("quote", "rules/a.yml", "message: \"a\n", ":2:1:", "Is a closing quotation mark missing?");
    mistake(
        "handle",
        "rules/a.yml",
        "terms: [@a]\n",
        ":1:9:",
        "Put text that begins with @, `, % or | in quotes.",
    );
    mistake(
        "two",
        "rules/a.yml",
        "id: a\n---\nid: b\n",
        ":2:1:",
        "Put each rule and sign-off in a file of its own.",
    );
    mistake(
        "alias",
        "rules/a.yml",
        "terms: [*important*]\n",
        ":1:9:",
        "put text that begins with & or * in quotes.",
    );
    mistake(
        "list",
        "rules/a.yml",
        "- id: a\n",
        ":1:1:",
        "Expected a rule, as “key: value” lines; found a list.",
    );
    mistake("empty", "rules/a.yml", "", ":1:1:", "The file is empty.");
    mistake(
        "other",
        "rules/a.txt",
        "id: a\n",
        ":",
        "This file would be ignored. Rules and sign-offs end in .yml or .yaml.",
    );
    mistake("folder", "rule/a.yml", "id: a\n", ":", "");
    mistake(
        "large",
        "rules/a.yml",
        &"#".repeat((1 << 20) + 1),
        ":",
        "The file has 1048577 bytes; 1048576 is the most.",
    );
    mistake("deep", "rules/a.yml", &format!("{}{}", "[".repeat(80), "]".repeat(80)), ":1:", "");
}
