//! The YAML parser's messages, reworded to help whoever is writing a policy.

use super::{At, at};
use serde_saphyr::Error;
use serde_saphyr::budget::BudgetBreach;

/// What the parser says and what to do about it, with its place.
pub(super) fn located(error: &Error, file: &str) -> (At, String) {
    let error = error.without_snippet();
    let at = error.location().map_or(At::START, at);
    let known = match error {
        Error::Budget { breach, .. } => over_budget(breach),
        Error::UnknownAnchor { .. } => NO_ALIASES,
        Error::MergeKeyNotAllowed { .. } => "Merge keys (<<) are not used here. Write the keys out.",
        Error::UnsupportedTag { .. } => "Tags are not used here. Put text that begins with ! in quotes.",
        Error::NonFiniteFloat { .. } => {
            "This number is too large, or none at all. Write one in digits, or put the text in quotes."
        }
        _ => return unreadable(error, at, file),
    };
    (at, known.to_owned())
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

/// What the parser could not read. The line itself often shows the cause better than the parser's message does.
fn unreadable(error: &Error, at: At, file: &str) -> (At, String) {
    if let Some(tab) = tab_near(at, file) {
        return (tab, "A tab stands here, where YAML wants spaces. Write spaces.".to_owned());
    }
    let rendered = error.to_string();
    let line = rendered.lines().next().unwrap_or_default();
    // The place is reported separately.
    let message = line.split_once(" at line ").map_or(line, |(message, _)| message);
    let message = message.trim_start_matches("error: ").trim_end_matches('.');
    let of_line = usize::try_from(at.line).ok().and_then(|nth| file.lines().nth(nth - 1)).and_then(of_line);
    let of_message = HINTS.iter().find(|(part, _)| message.contains(part)).map(|(_, hint)| *hint);
    let hint = of_line.or(of_message).unwrap_or(ANYTHING);
    (at, format!("This is not YAML that can be read: {message}. {hint}"))
}

/// The tab that indents this line or the next one.
fn tab_near(at: At, file: &str) -> Option<At> {
    let skipped = usize::try_from(at.line).ok()?.checked_sub(1)?;
    let indented = |(nth, line): (u64, &str)| {
        let indent = line.chars().take_while(|one| one.is_whitespace());
        let column = indent.zip(1..).find(|(one, _)| *one == '\t').map(|(_, column)| column)?;
        Some(At { line: nth, column })
    };
    (at.line..).zip(file.lines().skip(skipped)).take(2).find_map(indented)
}

/// Something in a line that looks right to people but not to YAML.
fn of_line(line: &str) -> Option<&'static str> {
    let text = line.trim_start_matches(' ');
    if text.starts_with(char::is_whitespace) {
        return Some("The line begins with a space that is not an ordinary one. Type the spaces again.");
    }
    let is_curly = text.starts_with(['“', '”', '‘', '’'])
        || [": “", ": ”", ": ‘", ": ’", "- “", "- ”", "- ‘", "[“", "[‘", "{“", "{‘"]
            .iter()
            .any(|opening| text.contains(opening));
    is_curly.then_some("Curly quotation marks put no text in quotes. Write straight ones, as in \"…\".")
}

/// The most likely cause of each parser message, for when the line itself does not show it.
const HINTS: [(&str, &str); 5] = [
    ("unexpected character: `\\u", "Remove this character, which is not shown."),
    ("unexpected character", "Put text that begins with @, `, % or | in quotes."),
    ("escape", "Between \"…\" a backslash is written \\\\; between '…' it is itself."),
    (
        "-quoted scalar",
        "Between \"…\" a quotation mark is written \\\", between '…' an apostrophe is written ''. Or a closing quotation mark is missing further up, or a comma before this.",
    ),
    ("multiline quoted", "Is a closing quotation mark missing?"),
];

const ANYTHING: &str = "Check the indentation, which is of ordinary spaces. Are all brackets and quotation marks closed? Put text in quotes if it has “: ” or “ #” in it, or begins with a bracket or a “-”.";
