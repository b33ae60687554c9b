//! Regular expressions of a policy, built when first needed.
//!
//! Building a regular expression takes about a millisecond in the browser. So a pattern is built only for a draft
//! that has one of the literals without which it cannot match. Which those are takes forty microseconds to parse, so
//! a packed policy names them: then a pattern is parsed as well only when it is built.
//!
//! A pattern that ignores case is put into lower case and runs on the [`lowered`](Reading::lowered)
//! view. That is faster than matching each letter in two forms, and saves the engine the tables of Unicode's
//! letter pairs, a twentieth of the WebAssembly.

mod attempt;
mod plain;
mod regex;
mod required;
mod starts;

use super::reading::Reading;
use super::view::View;
use crate::Span;
use plain::in_plain_form;
pub use regex::{Match, Matches, Regex};
use regex_syntax::hir::{self, Hir};
use required::required;
use std::sync::OnceLock;

/// The most memory one built pattern may take, in bytes.
const SIZE_LIMIT: usize = 1 << 20;

/// A regular expression that is built when first used.
#[derive(Debug)]
pub struct Lazy {
    /// As it is written in the policy.
    pattern: String,
    ignore_case: bool,
    may_be_empty: bool,
    /// Literals of which one is in every text that it matches, see [`Lazy::required`].
    required: Option<Vec<String>>,
    built: OnceLock<Regex>,
}

impl Lazy {
    /// Parses a pattern. What stands for itself in it is put into the form of the texts that it will run on.
    ///
    /// # Errors
    /// Says in a sentence what is wrong with the pattern. Outside the browser, where policies are packed, the
    /// pattern is built as well, so that one that is too big is refused there and never reaches a browser.
    pub fn new(pattern: &str, ignore_case: bool) -> Result<Self, String> {
        let hir = parsed(pattern, ignore_case)?;
        let lazy = Self {
            may_be_empty: hir.properties().minimum_len() == Some(0),
            required: required(&hir).map(|required| required.literals),
            ..Self::trusting(pattern, ignore_case, None)
        };
        if cfg!(not(target_arch = "wasm32")) {
            let regex = built(&hir)?;
            lazy.built.get_or_init(|| regex);
        }
        Ok(lazy)
    }

    /// A pattern that [`Lazy::new`] has accepted before, when it [required](Self::required) these literals, and that
    /// does not match the empty text.
    #[must_use]
    pub fn trusting(pattern: &str, ignore_case: bool, required: Option<Vec<String>>) -> Self {
        let pattern = pattern.to_owned();
        Self { pattern, ignore_case, may_be_empty: false, required, built: OnceLock::new() }
    }

    /// Literals of which at least one is in every text that it matches, as they look in a folded view; or
    /// `None` if there are no such literals.
    ///
    /// ```
    /// use countersign::text::regexes::Lazy;
    /// let required = |pattern| Lazy::new(pattern, true).map(|lazy| lazy.required().map(|all| all.join(" ")));
    /// assert_eq!(required(r"\b12 ?noon\b")?.as_deref(), Some("noon"));
    /// assert_eq!(required(r"(?:colou?r|shade)s?")?.as_deref(), Some("colo shade"));
    /// assert_eq!(required(r"\d+")?, None);
    /// # Ok::<(), String>(())
    /// ```
    #[must_use]
    pub fn required(&self) -> Option<&[String]> {
        self.required.as_deref()
    }

    /// The view of a draft that it runs on: the lowered one if it ignores case, otherwise the normal one.
    #[must_use]
    pub fn view<'r>(&self, reading: &'r Reading<'_>) -> &'r View {
        if self.ignore_case { reading.lowered() } else { reading.normal() }
    }

    /// The place in the normal view of a span of the view that it runs on.
    #[must_use]
    pub fn in_normal(&self, reading: &Reading<'_>, span: Span) -> Span {
        if self.ignore_case { reading.lowered().origin(span) } else { span }
    }

    /// The place in the view that it runs on of a span of the folded view.
    #[must_use]
    pub fn from_folded(&self, reading: &Reading<'_>, span: Span) -> Span {
        if self.ignore_case { reading.folded().origin(span) } else { reading.normal_of_folded(span) }
    }

    /// Whether a draft has one of the literals without which it cannot match.
    #[must_use]
    pub fn is_possible(&self, reading: &Reading<'_>) -> bool {
        let folded = reading.folded().text();
        self.required().is_none_or(|all| all.iter().any(|literal| folded.contains(literal)))
    }

    /// Whether it matches somewhere in a draft.
    #[must_use]
    pub fn is_match(&self, reading: &Reading<'_>) -> bool {
        self.is_possible(reading) && self.regex().is_match(self.view(reading).text())
    }

    /// Whether it matches the empty text.
    #[must_use]
    pub fn matches_nothing_at_all(&self) -> bool {
        self.may_be_empty
    }

    /// The pattern, ready to match.
    #[must_use]
    pub fn regex(&self) -> &Regex {
        // What was packed with the same limits can be built; if it cannot after all, it matches nothing.
        self.built.get_or_init(|| {
            let hir = parsed(&self.pattern, self.ignore_case);
            hir.and_then(|hir| built(&hir)).unwrap_or_else(|_| Regex::never())
        })
    }
}

/// A pattern as it is built: in the form of the view that it runs on.
fn parsed(pattern: &str, ignore_case: bool) -> Result<Hir, String> {
    let plain = in_plain_form(pattern, ignore_case).map_err(|error| unreadable(&error))?;
    regex_syntax::parse(&plain).map_err(|error| unreadable(&error))
}

fn built(hir: &Hir) -> Result<Regex, String> {
    Regex::new(hir, SIZE_LIMIT).map_err(|error| match error.size_limit() {
        Some(_) => "The pattern is too big. Let it repeat less: {1,100} takes as much room as what it repeats a hundred times.".to_owned(),
        None => format!("The pattern cannot be used: {error}."),
    })
}

fn unreadable(error: &regex_syntax::Error) -> String {
    format!("The pattern cannot be read: {}.", summary(error))
}

/// A regular expression of the engine's own, built when first used.
///
/// ```
/// use countersign::text::regexes::Constant;
/// static YEAR: Constant = Constant::new(r"\b(?:19|20)[0-9]{2}\b");
/// assert!(YEAR.regex().is_match("since 2009"));
/// ```
#[derive(Debug)]
pub struct Constant {
    source: &'static str,
    built: OnceLock<Regex>,
}

impl Constant {
    /// The pattern, which has to be a correct one: a test of the file that has it builds it.
    #[must_use]
    pub const fn new(source: &'static str) -> Self {
        Self { source, built: OnceLock::new() }
    }

    /// The pattern, ready to match.
    #[must_use]
    #[allow(clippy::missing_panics_doc, reason = "the source is a constant, see `new`")]
    pub fn regex(&self) -> &Regex {
        #[allow(clippy::expect_used, reason = "the source is a constant, see `new`")]
        self.built.get_or_init(|| {
            let hir = regex_syntax::parse(self.source).expect("constant patterns can be read");
            Regex::new(&hir, SIZE_LIMIT).expect("constant patterns are small")
        })
    }
}

/// The parser's message in one line; its own spans several lines to draw an arrow.
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
    use super::*;
    use crate::Draft;

    #[test]
    fn case_is_ignored_unless_it_matters() {
        let is_match = |pattern, ignore_case, text| {
            Lazy::new(pattern, ignore_case).unwrap().is_match(&Reading::new(&Draft::new(text), None))
        };
        assert!(!is_match("Secret", false, "secret"));
        assert!(is_match("Straße", true, "STRAßE"));
        let trusting = Lazy::trusting("OFFICIAL ‘A’", true, None);
        assert!(trusting.is_match(&Reading::new(&Draft::new("Official 'a'"), None)));
    }

    #[test]
    fn a_pattern_that_cannot_be_read_says_where() {
        let error = Lazy::new("1½ (noon", true).unwrap_err();
        assert_eq!(error, "The pattern cannot be read: unclosed group (at “(”, character 4).");
        assert!(Lazy::new(r"(\w{1000}){1000}", true).unwrap_err().contains("too big"));
    }
}
