//! One-click replacement of what was found, for the kinds that find words.

use crate::finding::{Edit, Fix, Span};

/// Replaces `words`, which stand at `span`, by `by`. A capital at the start of the words is kept; replacing by
/// nothing takes one of the spaces around along.
pub(super) fn fix(text: &str, span: Span, by: &str) -> Fix {
    let words = text.get(span.start..span.end).unwrap_or_default();
    if by.is_empty() {
        let span = with_one_space(text, span);
        return Fix {
            label: format!("Remove “{words}”"), edits: vec![Edit { span, insert: String::new() }]
        };
    }
    let insert = in_the_case_of(words, by);
    Fix { label: format!("Change to “{insert}”"), edits: vec![Edit { span, insert }] }
}

fn in_the_case_of(words: &str, by: &str) -> String {
    let capital = words.chars().next().is_some_and(char::is_uppercase);
    let mut characters = by.chars();
    match characters.next() {
        Some(first) if capital => first.to_uppercase().chain(characters).collect(),
        _ => by.to_owned(),
    }
}

fn with_one_space(text: &str, span: Span) -> Span {
    let before = text.get(..span.start).unwrap_or_default();
    let after = text.get(span.end..).unwrap_or_default();
    if after.starts_with(' ') && (before.is_empty() || before.ends_with(char::is_whitespace)) {
        Span::new(span.start, span.end + 1)
    } else if before.ends_with(' ') {
        Span::new(span.start - 1, span.end)
    } else {
        span
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::apply;

    #[track_caller]
    fn assert_fixed(text: &str, words: &str, by: &str, fixed: &str) {
        let start = text.find(words).unwrap();
        let fix = fix(text, Span::new(start, start + words.len()), by);
        assert_eq!(apply(text, &fix.edits), fixed);
    }

    #[test]
    fn a_capital_is_kept() {
        assert_fixed("Utilise it", "Utilise", "use", "Use it");
        assert_fixed("We utilise it", "utilise", "use", "We use it");
    }

    #[test]
    fn removal_takes_one_space_along() {
        assert_fixed("very good", "very", "", "good");
        assert_fixed("so very good", "very", "", "so good");
        assert_fixed("good, very.", "very", "", "good,.");
        assert_fixed("very", "very", "", "");
    }
}
