//! Words and phrases that should not be in a post.
//!
//! # What it finds
//! Each of `terms`, as whole words, whatever the case, spacing and disguise (`lаbour` with a Cyrillic `а`).
//! A term inside one of the phrases in `except` is fine. With `inflect` it finds the regular English forms as
//! well: of one word `-s`, `-ed`, `-ing` in their right spelling, of a phrase those of its first and last word.
//!
//! With `hashed` it finds names that the policy does not spell out: see there.
//!
//! # Why an organisation wants it
//! Party names on a corporate account, words to avoid from a style guide, project names under embargo, the
//! names of staff and customers.
//!
//! # Settings
//! | setting | meaning |
//! |---|---|
//! | `terms` | the words and phrases |
//! | `inflect` | whether to find their regular forms too, `false` if absent |
//! | `except` | phrases in which they are allowed |
//! | `case` | `ignore` (default), or `exact`: only as written in `terms` |
//! | `replace` | what one click puts in their place, in the same form; empty to remove them |
//! | `prose` | whether they are looked for outside links, addresses, handles and file names only, `false` if absent; for rules about wording |
//! | `hashed` | instead of `terms`: a `salt`, and as `words` the names' salted hashes |
//!
//! A hash is the hexadecimal SHA-256, whole or its first 16 digits or more, of the salt and the name behind it.
//! The name is one to three words in small letters with single spaces:
//! `printf %s 'the-salt' 'jane doe' | sha256sum`. Names are found if their first word does not begin with a
//! small letter. Hashes keep a list from being read at a glance; who has the policy can still try out a name.
//!
//! # Example
//! ```yaml
//! id: words/party
//! kind: term
//! severity: warn
//! message: "“{words}” may be read as support for a party."
//! source: {title: "GCS propriety guidance"}
//! terms: [labour, conservative]
//! except: [labour market, conservative estimate]
//! ```

use super::hashed::{self, Hashed};
use super::phrases::{Case, Found, Phrases};
use super::{Input, Match, Matcher, RuleKind, RuleLiterals, SettingsError, replacement, settings};
use crate::finding::Span;
use serde::Deserialize;
use serde_json::Value;

/// The kind `term`.
pub(super) struct Term;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    #[serde(default)]
    terms: Vec<String>,
    #[serde(default)]
    inflect: bool,
    #[serde(default)]
    except: Vec<String>,
    #[serde(default)]
    case: Case,
    replace: Option<String>,
    #[serde(default)]
    prose: bool,
    hashed: Option<hashed::Settings>,
}

enum Terms {
    Listed { phrases: Phrases, replace: Option<String>, prose: bool },
    Hashed { hashed: Hashed, replace: Option<String> },
}

impl RuleKind for Term {
    fn id(&self) -> &'static str {
        "term"
    }

    fn compile(
        &self,
        value: &Value,
        mut literals: RuleLiterals<'_>,
    ) -> Result<Box<dyn Matcher>, SettingsError> {
        let Settings { terms, inflect, except, case, replace, prose, hashed } = settings(value)?;
        if let Some(hashed) = hashed {
            let others = inflect || prose || case == Case::Exact;
            if !(terms.is_empty() && except.is_empty()) || others {
                let message = "Hashed names take no other setting but “replace”. Put the terms into a rule of their own.";
                return Err(SettingsError::at("hashed", message));
            }
            return Ok(Box::new(Terms::Hashed { hashed: Hashed::new(&hashed)?, replace }));
        }
        if terms.is_empty() {
            return Err(SettingsError::at("terms", "There are no terms. List at least one."));
        }
        let phrases = Phrases::new("terms", &terms, inflect, &except, case, &mut literals)?;
        if let Some(by) = &replace {
            (0..terms.len()).try_for_each(|nth| phrases.check_replacement("replace", nth, by, &except))?;
        }
        Ok(Box::new(Terms::Listed { phrases, replace, prose }))
    }
}

impl Matcher for Terms {
    fn find(&self, input: &Input<'_>) -> Vec<Match> {
        match self {
            Self::Listed { phrases, replace, prose } => {
                let is_meant = |found: &Found| !prose || !phrases.is_in_a_name(input, found);
                let found = phrases.find(input).into_iter().filter(is_meant);
                let fix = |found: &Found| replacement::of(input, phrases, found, replace.as_deref()?);
                found.map(|found| Match { fix: fix(&found), ..Match::at(found.span) }).collect()
            }
            Self::Hashed { hashed, replace } => {
                let fix = |span: Span| {
                    replace.as_deref().map(|by| replacement::as_written(input.draft().text(), span, by))
                };
                hashed
                    .find(input)
                    .into_iter()
                    .map(|span| Match { fix: fix(span), ..Match::at(span) })
                    .collect()
            }
        }
    }
}
