//! Regular expressions of a policy: parsed when the policy is compiled, built when first needed.
//!
//! Building a regular expression takes about a millisecond in the browser, parsing it a few microseconds. So a
//! policy with a thousand patterns is parsed at once, and a pattern is built only for a draft that has one of
//! the literals without which it cannot match.
//!
//! A pattern that ignores case is put into lower case and runs on the [`lowered`](Reading::lowered)
//! view. That is faster than matching each letter in two forms, and saves the engine the tables of Unicode's
//! letter pairs, a twentieth of the WebAssembly.

use super::normalise::{View, folded, normal};
use super::reading::Reading;
use crate::Span;
use regex::{Regex, RegexBuilder};
use regex_syntax::ast::{self, Ast};
use regex_syntax::hir::{self, Hir, HirKind};
use std::convert::Infallible;
use std::sync::OnceLock;

/// The most memory one built pattern may take, in bytes.
const SIZE_LIMIT: usize = 1 << 20;
/// The most literals of which one pattern may require any; with more, it is simply always tried.
const MAX_ALTERNATIVES: usize = 64;
/// A shorter literal is in nearly every draft and would save nothing.
const MIN_LITERAL: usize = 2;

/// A regular expression that is built when first used.
#[derive(Debug)]
pub struct Lazy {
    source: String,
    ignore_case: bool,
    may_be_empty: bool,
    /// Literals of which one is in every text that it matches, see [`Lazy::required`].
    required: Option<Vec<String>>,
    built: OnceLock<Regex>,
}

impl Lazy {
    /// Parses a pattern. It is written in the plain form of [`normal`], as the text is that it will run on.
    ///
    /// # Errors
    /// Says in a sentence what is wrong with the pattern. Outside the browser, where policies are packed, the
    /// pattern is built as well, so that one that is too big is refused there and never reaches a browser.
    pub fn new(pattern: &str, ignore_case: bool) -> Result<Self, String> {
        let source = normal(pattern).text().to_owned();
        let read = |error: regex_syntax::Error| format!("The pattern cannot be read: {}.", summary(&error));
        let source = if ignore_case { in_lower_case(&source).map_err(|error| read(*error))? } else { source };
        let hir = regex_syntax::parse(&source).map_err(read)?;
        let required = required_literals(&hir);
        let may_be_empty = hir.properties().minimum_len() == Some(0);
        let lazy = Self { source, ignore_case, may_be_empty, required, built: OnceLock::new() };
        if cfg!(not(target_arch = "wasm32")) {
            let regex = lazy.build().map_err(|error| format!("The pattern cannot be used: {error}."))?;
            lazy.built.get_or_init(|| regex);
        }
        Ok(lazy)
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
        static NOTHING: Constant = Constant::new("[a&&b]");
        // What was packed with the same limits can be built; if it cannot after all, it matches nothing.
        self.built.get_or_init(|| self.build().unwrap_or_else(|_| NOTHING.regex().clone()))
    }

    fn build(&self) -> Result<Regex, regex::Error> {
        RegexBuilder::new(&self.source).size_limit(SIZE_LIMIT).dfa_size_limit(SIZE_LIMIT).build()
    }
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
        self.built.get_or_init(|| Regex::new(self.source).expect("constant patterns are correct"))
    }
}

/// The parser's message in one line; its own spans several lines to draw an arrow.
fn summary(error: &regex_syntax::Error) -> String {
    match error {
        regex_syntax::Error::Parse(error) => {
            let start = error.span().start.offset;
            let part = error.pattern().get(start..error.span().end.offset).unwrap_or_default();
            format!("{} (at “{part}”, character {})", error.kind(), start + 1)
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

/// See [`Lazy::required`].
fn required_literals(hir: &Hir) -> Option<Vec<String>> {
    let required = match hir.kind() {
        HirKind::Alternation(branches) => {
            let branches: Option<Vec<_>> = branches.iter().map(required_literals).collect();
            branches?.concat()
        }
        HirKind::Capture(capture) => required_literals(&capture.sub)?,
        HirKind::Repetition(repetition) if repetition.min > 0 => required_literals(&repetition.sub)?,
        _ => in_sequence(hir)?,
    };
    let useful = required.len() <= MAX_ALTERNATIVES && required.iter().all(|one| one.len() >= MIN_LITERAL);
    useful.then_some(required)
}

/// The best requirement among the parts of a sequence: runs of plain characters, or what a part requires.
fn in_sequence(hir: &Hir) -> Option<Vec<String>> {
    let alone = std::slice::from_ref(hir);
    let parts = if let HirKind::Concat(parts) = hir.kind() { parts.as_slice() } else { alone };
    let mut candidates: Vec<Vec<String>> = Vec::new();
    let mut run = String::new();
    for part in parts {
        if let Some(plain) = plain_text(part) {
            run.push_str(&plain);
        } else {
            candidates.push(vec![std::mem::take(&mut run)]);
            // A part that is the whole sequence has been looked at already.
            candidates.extend((parts.len() > 1).then(|| required_literals(part)).flatten());
        }
    }
    candidates.push(vec![run]);
    candidates
        .into_iter()
        .map(|literals| literals.iter().map(|literal| folded(literal)).collect::<Vec<_>>())
        .max_by_key(|literals| literals.iter().map(String::len).min())
}

/// The text of a part that can only be one text.
fn plain_text(hir: &Hir) -> Option<String> {
    let HirKind::Literal(literal) = hir.kind() else { return None };
    String::from_utf8(literal.0.to_vec()).ok()
}

/// The pattern with each letter that stands for itself in lower case. Classes such as `\W`, groups' names and
/// flags stay as they are.
fn in_lower_case(pattern: &str) -> Result<String, Box<regex_syntax::Error>> {
    let ast = ast::parse::Parser::new().parse(pattern).map_err(|error| Box::new(error.into()))?;
    let Ok(letters) = ast::visit(&ast, Letters::default());
    let mut lower = String::with_capacity(pattern.len());
    let mut done = 0;
    for (span, letter) in letters {
        lower.push_str(pattern.get(done..span.start.offset).unwrap_or_default());
        lower.extend(letter.to_lowercase());
        done = span.end.offset;
    }
    lower.push_str(pattern.get(done..).unwrap_or_default());
    Ok(lower)
}

/// Collects the letters of a pattern that are not in lower case, however they are written, from left to right.
#[derive(Default)]
struct Letters(Vec<(ast::Span, char)>);

impl Letters {
    fn collect(&mut self, literal: &ast::Literal) {
        if !literal.c.to_lowercase().eq([literal.c]) {
            self.0.push((literal.span, literal.c));
        }
    }
}

impl ast::Visitor for Letters {
    type Output = Vec<(ast::Span, char)>;
    type Err = Infallible;

    fn finish(self) -> Result<Self::Output, Self::Err> {
        Ok(self.0)
    }

    fn visit_pre(&mut self, ast: &Ast) -> Result<(), Self::Err> {
        if let Ast::Literal(literal) = ast {
            self.collect(literal);
        }
        Ok(())
    }

    fn visit_class_set_item_pre(&mut self, item: &ast::ClassSetItem) -> Result<(), Self::Err> {
        match item {
            ast::ClassSetItem::Literal(literal) => self.collect(literal),
            ast::ClassSetItem::Range(range) => {
                self.collect(&range.start);
                self.collect(&range.end);
            }
            _ => {}
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Draft;

    #[track_caller]
    fn assert_literals(pattern: &str, expected: Option<&[&str]>) {
        let lazy = Lazy::new(pattern, true).unwrap();
        let expected = expected.map(|all| all.iter().map(|&one| one.to_owned()).collect::<Vec<_>>());
        assert_eq!(lazy.required().map(<[_]>::to_vec), expected, "{pattern}");
    }

    #[test]
    fn literals_without_which_a_pattern_cannot_match() {
        assert_literals("official ?- ?sensitive", Some(&["sensitive"]));
        assert_literals("(?:vote|voting) for", Some(&[" for"]));
        assert_literals(r"case\s+\d+", Some(&["case"]));
        assert_literals(r"a|\d", None);
        assert_literals("(?:abc)+", Some(&["abc"]));
        assert_literals("(?:abc)*", None);
        assert_literals("ask", Some(&["ask"]));
    }

    #[test]
    fn letters_are_put_into_lower_case_and_nothing_else() {
        let lower = |pattern| in_lower_case(pattern).unwrap();
        assert_eq!(
            lower(r"\bOFFICIAL[ -]+(?P<Mark>Sensitive|\W)\x41"),
            r"\bofficial[ -]+(?P<Mark>sensitive|\W)a"
        );
        assert_eq!(lower("[A-Z&&[^Q]]É{2}"), "[a-z&&[^q]]é{2}");
        let is_match = |pattern, ignore_case, text| {
            Lazy::new(pattern, ignore_case).unwrap().is_match(&Reading::new(&Draft::new(text), None))
        };
        assert!(!is_match("Secret", false, "secret"));
        assert!(is_match("Straße", true, "STRAßE"));
    }

    #[test]
    fn a_pattern_that_cannot_be_read_says_where() {
        let error = Lazy::new("12 (noon", true).unwrap_err();
        assert_eq!(error, "The pattern cannot be read: unclosed group (at “(”, character 4).");
        assert!(Lazy::new(r"(\w{1000}){1000}", true).unwrap_err().contains("exceeds size limit"));
    }
}
