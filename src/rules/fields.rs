//! The fields in a rule's texts for the poster: `{words}`, and those of its kind. They are checked when the policy is
//! packed; otherwise the poster would see the braces in the browser.

use super::{Matcher, SettingsError};
use crate::policy::{Rule, Trust, unknown};
use serde_json::Value;

/// What is wrong with the braces in a rule's message, question and answers.
pub(crate) fn unfilled(rule: &Rule, matcher: Option<&dyn Matcher>, trust: Trust) -> Vec<SettingsError> {
    let Some(matcher) = matcher.filter(|_| trust == Trust::Source) else { return Vec::new() };
    let known: Vec<_> = std::iter::once("words").chain(matcher.fields()).collect();
    let mut texts = vec![("message".to_owned(), rule.message.as_str())];
    let question = rule.question.as_ref().and_then(|question| serde_json::to_value(question).ok());
    let asked = [("settings", Some(&rule.settings)), ("question", question.as_ref())];
    for (at, question) in asked.into_iter().filter_map(|(at, question)| Some((at, question?))) {
        let text = |way: &str| question.pointer(way).and_then(Value::as_str);
        texts.extend(text("/ask").map(|ask| (format!("{at}.ask"), ask)));
        let answers = (0..).map_while(|nth| Some((nth, text(&format!("/answers/{nth}/answer"))?)));
        texts.extend(answers.map(|(nth, answer)| (format!("{at}.answers[{nth}].answer"), answer)));
    }
    let wrong = texts.into_iter().filter_map(|(path, text)| Some((path, wrong_braces(text, &known)?)));
    wrong.map(|(path, message)| SettingsError { path, message }).collect()
}

/// What is wrong with the braces in a text in which only these fields are filled in.
pub(crate) fn wrong_braces(text: &str, known: &[&str]) -> Option<String> {
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        let (_, from) = rest.split_at_checked(at)?;
        let Some(inside) = from.strip_prefix('{') else {
            return Some(
                "There is a “}” with no “{” before it. Remove it, or write the field as {words}.".to_owned(),
            );
        };
        let end = inside.find(['{', '}']).and_then(|end| inside.split_at_checked(end));
        rest = match end.map(|(name, after)| (name, after.strip_prefix('}'))) {
            Some((name, Some(after))) => {
                if let Some(message) = wrong_field(name, known) {
                    return Some(message);
                }
                after
            }
            Some(("", None)) => {
                return Some("There is a “{” too many. Write the field as {words}.".to_owned());
            }
            _ => return Some("A field has no end here. Write “}” after its name.".to_owned()),
        };
    }
    None
}

/// What is wrong with the name of a field. A name without a letter or digit, as in `{ }`, was never meant as a field.
fn wrong_field(name: &str, known: &[&str]) -> Option<String> {
    let trimmed = name.trim();
    if known.contains(&name) || !name.contains(char::is_alphanumeric) {
        None
    } else if known.contains(&trimmed) {
        Some(format!("The poster would read “{{{name}}}” as it is. Write it without blanks: {{{trimmed}}}."))
    } else if known.is_empty() {
        Some(format!(
            "Nothing is filled into this text, and the poster would read “{{{name}}}”. Write it in words."
        ))
    } else {
        Some(unknown("field", trimmed, known))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn assert_wrong(text: &str, words: &str) {
        let message = wrong_braces(text, &["words", "handle"]).unwrap_or_default();
        assert!(message.contains(words), "{text}: {message}");
    }

    #[test]
    fn braces_that_the_poster_would_read() {
        assert_wrong("Post as @{handel}?", "There is no field “handel”.");
        assert_wrong("{words is bad", "A field has no end here.");
        assert_wrong("{words is {handle}", "A field has no end here.");
        assert_wrong("words} is bad", "There is a “}” with no “{”");
        assert_wrong("{words}} is bad", "There is a “}” with no “{”");
        assert_wrong("{{words}} is bad", "There is a “{” too many.");
        assert_wrong("{ words } is bad", "Write it without blanks: {words}.");
        assert_wrong("{the words}", "There is no field “the words”.");
        assert!(wrong_braces("Yes, {words}", &[]).is_some());
    }

    #[test]
    fn braces_that_are_filled_or_never_meant_for_a_field() {
        for text in ["", "No braces.", "{words} and {handle}, {words}", "Between { } and {}"] {
            assert_eq!(wrong_braces(text, &["words", "handle"]), None, "{text}");
        }
    }

    proptest! {
        /// A text that is accepted has no braces left once its fields are filled in.
        #[test]
        fn no_field_is_left(text in "([{}]|words|handle|handel| |é){0,12}") {
            if wrong_braces(&text, &["words", "handle"]).is_none() {
                let filled = text.replace("{words}", "").replace("{handle}", "");
                prop_assert!(!filled.replace(' ', "").replace("{}", "").contains(['{', '}']), "{}", text);
            }
        }
    }
}
