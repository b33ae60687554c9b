//! What the YAML parser says, in words that help somebody who writes a policy.

use serde_saphyr::budget::BudgetBreach;

/// What the parser says, and what to do about it.
pub(super) fn in_words(error: &serde_saphyr::Error) -> String {
    if let serde_saphyr::Error::Budget { breach, .. } = error.without_snippet() {
        return over_budget(breach).to_owned();
    }
    let rendered = error.without_snippet().to_string();
    let line = rendered.lines().next().unwrap_or_default();
    // The place is given anyway.
    let message = line.split_once(" at line ").map_or(line, |(message, _)| message);
    let message = message.trim_start_matches("error: ").trim_end_matches('.');
    if message.contains("unknown anchor") {
        return NO_ALIASES.to_owned();
    }
    if message.contains("non-finite") {
        return "This number is too large, or none at all. Write one in digits, or put the text in quotes."
            .to_owned();
    }
    let hint = HINTS.iter().find(|(part, _)| message.contains(part)).map_or("", |(_, hint)| *hint);
    format!("This is not YAML that can be read: {message}.{hint}")
}

fn over_budget(breach: &BudgetBreach) -> &'static str {
    match breach {
        BudgetBreach::Documents { .. } => {
            "A second document begins here (---). Put each rule and sign-off in a file of its own."
        }
        BudgetBreach::Anchors { .. } | BudgetBreach::Aliases { .. } => NO_ALIASES,
        BudgetBreach::Depth { .. } => "There are too many lists and mappings inside one another here.",
        _ => "There are too many values in this file. Split it.",
    }
}

const NO_ALIASES: &str = "Anchors (&) and aliases (*) are not used here. Write the value out, or put text that begins with & or * in quotes.";

/// What most often lies behind a message of the parser.
const HINTS: [(&str, &str); 17] = [
    ("mapping values are not allowed", " Check the indentation, and put text that has “: ” in it in quotes."),
    ("unexpected character: `\\u", " Remove this character, which is not shown."),
    ("unexpected character", " Put text that begins with @, `, % or | in quotes."),
    ("unsupported tag", " Put text that begins with ! in quotes."),
    ("escape", " Between \"…\" a backslash is written \\\\; between '…' it is itself."),
    (
        "after double-quoted",
        " Between \"…\" a quotation mark is written \\\". Or a closing quotation mark is missing further up, or a comma before this.",
    ),
    (
        "after single-quoted",
        " Between '…' an apostrophe is written ''. Or a closing quotation mark is missing further up, or a comma before this.",
    ),
    ("multiline quoted", " Is a closing quotation mark missing?"),
    (
        "illegal placement",
        " Is a closing bracket or quotation mark missing? Put text with “ #” in it in quotes.",
    ),
    ("unclosed bracket", " Is its closing bracket missing? Put text with a bracket or “ #” in it in quotes."),
    (
        "only valid inside a block",
        " Is a closing bracket missing further up? Put text with “ #” in it in quotes.",
    ),
    ("comment", " Put text with “#” in it in quotes."),
    ("tabs disallowed", " Write spaces."),
    ("did not find expected key", " Check the indentation, and put text that begins with { or [ in quotes."),
    ("expected '-' indicator", " Check the indentation, which is of ordinary spaces."),
    (
        "block sequence entries",
        " Begin a list on a line of its own, and put text that begins with “- ” in quotes.",
    ),
    ("simple key expected", " Is a colon or a quotation mark missing?"),
];
