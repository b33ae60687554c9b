//! What is wrong with a pattern, in words.

use regex_syntax::hir;

pub(super) fn unreadable(error: &regex_syntax::Error) -> String {
    format!("The pattern cannot be read: {}.", summary(error))
}

pub(super) fn unbuildable(error: &regex::Error) -> String {
    match error {
        regex::Error::CompiledTooBig(_) => too_big(),
        other => format!("The pattern cannot be used: {other}."),
    }
}

pub(super) fn too_big() -> String {
    "The pattern is too big. Let it repeat less: {1,100} takes as much room as what it repeats a hundred times."
        .to_owned()
}

/// The parser's message in one line; the original takes several lines to draw an arrow.
fn summary(error: &regex_syntax::Error) -> String {
    match error {
        regex_syntax::Error::Parse(error) => {
            let start = error.span().start.offset;
            let (before, _) = error.pattern().split_at_checked(start).unwrap_or_default();
            let part = error.pattern().get(start..error.span().end.offset).unwrap_or_default();
            format!("{} (at “{part}”, character {})", error.kind(), before.chars().count() + 1)
        }
        regex_syntax::Error::Translate(error) => match error.kind() {
            hir::ErrorKind::UnicodeCaseUnavailable => {
                "leave “(?i)” out, as case does not matter unless “case: exact” is set".to_owned()
            }
            other => other.to_string(),
        },
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use crate::policy::Trust;
    use crate::reading::patterns::Lazy;

    #[test]
    fn a_pattern_that_cannot_be_read_says_where() {
        let error = Lazy::new("1½ (noon", true, Trust::Packed).unwrap_err();
        assert_eq!(error, "The pattern cannot be read: unclosed group (at “(”, character 4).");
    }
}
