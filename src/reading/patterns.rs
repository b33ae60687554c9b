//! A policy's regular expressions, built when first needed.
//!
//! Building a regular expression takes about a millisecond in the browser. So a pattern is built only for a draft that
//! has one of the literals without which it cannot match. Parsing a pattern to find these literals takes forty
//! microseconds, so a packed policy lists them. Then a pattern is not even parsed until it is built.
//!
//! A pattern that ignores case is put into lower case and runs on the [`lowered`](Reading::lowered) view. That is
//! faster than matching each letter in two forms, and the engine can do without the tables of Unicode's letter pairs.

mod error;
mod plain;
mod reach;
mod required;
mod search;

use super::{Reading, View};
use crate::Span;
use crate::policy::Trust;
use plain::in_plain_form;
use reach::Reach;
use regex::{Captures, Regex, RegexBuilder};
use regex_syntax::hir::Hir;
use required::required;
pub use search::{Matches, SearchLimit};
use std::sync::OnceLock;

/// The most memory one built pattern may take, in bytes.
const SIZE_LIMIT: usize = 1 << 20;
/// How often a pattern may repeat something. At every byte of a text, each repeat can add another way to continue.
const MOST_REPEATS: usize = 1_000;
/// How literals are worked out from a pattern. Increase it whenever `required` or `plain` gives a
/// different answer for some pattern, so that the literals in older packed policies are ignored.
pub const REQUIRED_VERSION: u32 = 1;

/// A regular expression that is built when first used.
#[derive(Debug)]
pub struct Lazy {
    /// As written in the policy.
    pattern: String,
    ignore_case: bool,
    may_be_empty: bool,
    /// Literals such that every text it matches contains at least one, see [`Lazy::required`].
    required: Option<Vec<String>>,
    /// Nothing if it cannot be built.
    built: OnceLock<Option<Built>>,
}

/// A pattern, ready to match.
#[derive(Debug)]
struct Built {
    regex: Regex,
    reach: Reach,
}

impl Lazy {
    /// Parses a pattern. Literal text in it is put into the form of the texts that it will run on.
    ///
    /// # Errors
    /// Says in a sentence what is wrong with the pattern. A pattern from the sources of a policy is also built, so that
    /// one that is too big is refused there and never reaches a browser.
    pub fn new(pattern: &str, ignore_case: bool, trust: Trust) -> Result<Self, String> {
        let (plain, hir) = parsed(pattern, ignore_case)?;
        let lazy = Self {
            may_be_empty: hir.properties().minimum_len() == Some(0),
            required: required(&hir),
            ..Self::requiring(pattern, ignore_case, None)
        };
        if trust == Trust::Source {
            let built = Built::new(&plain, &hir)?;
            lazy.built.get_or_init(|| Some(built));
        }
        Ok(lazy)
    }

    /// A pattern that [`Lazy::new`] has accepted before, when it [required](Self::required) these literals, and that
    /// does not match the empty text.
    #[must_use]
    pub fn requiring(pattern: &str, ignore_case: bool, required: Option<Vec<String>>) -> Self {
        let pattern = pattern.to_owned();
        Self { pattern, ignore_case, may_be_empty: false, required, built: OnceLock::new() }
    }

    /// Literals such that every text it matches contains at least one, in the form they have in a folded view; `None`
    /// if there are no such literals.
    ///
    /// ```
    /// use countersign::{Trust, reading::patterns::Lazy};
    /// let required = |pattern| {
    ///     Lazy::new(pattern, true, Trust::Source).map(|lazy| lazy.required().map(|all| all.join(" ")))
    /// };
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
        self.is_possible(reading)
            && self.matches(self.view(reading).text(), reading.search_limit()).next().is_some()
    }

    /// Whether it can match the empty text.
    #[must_use]
    pub fn may_be_empty(&self) -> bool {
        self.may_be_empty
    }

    /// Its matches in a text, from left to right, without overlap. Empty matches do not count.
    pub fn matches<'a>(&'a self, text: &'a str, limit: &'a SearchLimit) -> Matches<'a> {
        Matches::new(self.built(), text, limit)
    }

    /// The groups of a match found at this place in a text.
    #[must_use]
    pub fn groups<'t>(&self, text: &'t str, at: Span) -> Option<Captures<'t>> {
        self.built()?.regex.captures_at(text, at.start)
    }

    /// How many groups it has, not counting the whole match.
    #[must_use]
    pub fn group_count(&self) -> usize {
        self.built().map_or(0, |built| built.regex.captures_len() - 1)
    }

    fn built(&self) -> Option<&Built> {
        let build = || {
            let (plain, hir) = parsed(&self.pattern, self.ignore_case).ok()?;
            Built::new(&plain, &hir).ok()
        };
        self.built.get_or_init(build).as_ref()
    }
}

impl Built {
    fn new(plain: &str, hir: &Hir) -> Result<Self, String> {
        let reach = Reach::of(hir);
        if reach.repeats > MOST_REPEATS {
            return Err(error::too_big());
        }
        let regex = RegexBuilder::new(plain).size_limit(SIZE_LIMIT).build();
        let regex = regex.map_err(|error| error::unbuildable(&error))?;
        Ok(Self { regex, reach })
    }
}

/// A pattern in the form of the view that it runs on, and parsed.
fn parsed(pattern: &str, ignore_case: bool) -> Result<(String, Hir), String> {
    let plain = in_plain_form(pattern, ignore_case).map_err(|error| error::unreadable(&error))?;
    let hir = regex_syntax::parse(&plain).map_err(|error| error::unreadable(&error))?;
    Ok((plain, hir))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Draft;

    #[test]
    fn case_is_ignored_unless_it_matters() {
        let is_match = |pattern, ignore_case, text| {
            let lazy = Lazy::new(pattern, ignore_case, Trust::Source).unwrap();
            lazy.is_match(&Reading::new(&Draft::new(text), None))
        };
        assert!(!is_match("Secret", false, "secret"));
        assert!(is_match("Straße", true, "STRAßE"));
        let requiring = Lazy::requiring("OFFICIAL ‘A’", true, None);
        assert!(requiring.is_match(&Reading::new(&Draft::new("Official 'a'"), None)));
    }

    #[test]
    fn what_would_take_too_much_room_or_time_is_refused() {
        let nested = format!("{}a{}", "(?:".repeat(60), "|b)*".repeat(60));
        let words = (0..3_000).map(|nth| format!("word{nth}")).collect::<Vec<_>>().join("|");
        for fine in ["(?:a*)*b", "(a|a)*", "[a-z ]{1,900}!", "(?:a{30}){30}", &nested, &words] {
            assert_eq!(Lazy::new(fine, true, Trust::Source).err(), None, "{fine}");
        }
        let many = format!("(?:{words}){{90}}");
        let nested = "(?:a{1,40}b{1,40}){30}";
        for big in [r"(\w{1000}){1000}", r"\w{900}", "[a-z ]{1,3000}!", "a{1,1001}", nested, &many] {
            let error = Lazy::new(big, true, Trust::Source).err().unwrap_or_default();
            assert!(error.contains("too big"), "{big}: {error}");
            let packed = Lazy::new(big, true, Trust::Packed).unwrap();
            let draft = Draft::new("word1word2 ab a!");
            let reading = Reading::new(&draft, None);
            assert!(!packed.is_match(&reading) && reading.search_limit().is_reached(), "{big}");
        }
    }

    #[test]
    fn a_pattern_of_a_packed_policy_is_built_when_a_draft_needs_it() {
        let draft = Draft::new("a secret");
        let reading = Reading::new(&draft, None);
        let packed = Lazy::new("secret|hush", true, Trust::Packed).unwrap();
        assert!(packed.built.get().is_none() && packed.is_match(&reading) && packed.built.get().is_some());
        let other = Lazy::new("hush", true, Trust::Packed).unwrap();
        assert!(!other.is_match(&reading) && other.built.get().is_none());
        assert!(Lazy::new("secret", true, Trust::Source).unwrap().built.get().is_some());
    }
}
