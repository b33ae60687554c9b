//! Words, phrases and names that should not be in a post.
//!
//! # What it finds
//! Each of `terms`, as whole words. These differences do not matter:
//!
//! - case, unless `case: exact` is set: `LABOUR`,
//! - the white space in a phrase, line breaks included,
//! - curly or straight quotes and apostrophes, and the kind of hyphen or dash,
//! - invisible characters, and most special Unicode letters: `𝗹𝗮𝗯𝗼𝘂𝗿`, `ｌａｂｏｕｒ`,
//! - Cyrillic or Greek letters that look like Latin ones, in a word that also has Latin letters: `lаbour` with a
//!   Cyrillic `а`.
//!
//! A term is also found next to an apostrophe or a hyphen (`Labour’s`, `labour-only`), and as a whole word in a
//! hashtag, a mention or a link: `#Labour`, `@labour`, `example.org/labour`. With `prose: true` it is not found in
//! links, addresses, handles and file names.
//!
//! It does not find
//!
//! - a term inside a longer word or hashtag: `labourer`, `#VoteLabour`,
//! - other forms or words of the same stem: `utilised` or `utilisation` for `utilise`,
//! - letters that are masked, replaced or spaced out: `f*ck`, `l4bour`, `l a b o u r`,
//! - misspellings, or letters with other accents: `cafe` for `café`,
//! - a phrase written with hyphens or as one word: `bus-lane` for `bus lane`,
//! - words that are entirely in letters of another alphabet,
//! - small capitals, letters in dark circles or squares, and struck-through letters. Use the kind
//!   [fancy-letters](#fancy-letters) for those.
//!
//! List such spellings as terms of their own, or use the kind [pattern](#pattern). With `inflect: true`, it finds
//! the regular English forms: `-s`, `-ed` and `-ing` in their right spelling, of a word, or of the first or last
//! word of a phrase. It never finds irregular forms (`bought`).
//!
//! A term is fine inside one of the phrases in `except`. There, a hyphen does for a space: `labour market` also
//! covers `labour-market`.
//!
//! The fix leaves links, handles, hashtags and quotations as they are.
//!
//! With `hashed`, it finds names that the policy does not spell out.
//!
//! # Why an organisation wants it
//! For party names on a corporate account, words to avoid from a style guide, project names under embargo, and the
//! names of staff and customers.
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
//!
//! # Settings
//! A rule has either `terms` or `hashed`. With `hashed`, the only other setting is `replace`.
//!
//! | setting | meaning | if absent |
//! |---|---|---|
//! | `terms` | the words and phrases | – |
//! | `inflect` | whether to find their regular forms too | `false` |
//! | `except` | phrases in which they are fine | none |
//! | `case` | `ignore`, or `exact`: only as written in `terms` | `ignore` |
//! | `replace` | what the fix writes instead, in the same form and case; empty to remove the term | no fix |
//! | `prose` | `true`: not in links, addresses, handles and file names. For rules about wording | `false` |
//! | `hashed` | a `salt`, and as `words` the salted hashes of names | – |
//!
//! **Hashed names.** A hash is the SHA-256, in hexadecimal, of the salt with the name straight after it. At least
//! its first 16 digits are needed. Write the name in lower case, as one to three words with single spaces and
//! straight apostrophes:
//!
//! ```text
//! printf %s 'the-salt' 'jane doe' | sha256sum
//! ```
//!
//! A hashed name is found if its first word does not begin with a lower-case letter. Otherwise, case makes no
//! difference, and `’s` at the end of the name is ignored. It is not found in hashtags, mentions and links, or with a
//! comma between its words. Hashes keep a list from being read at a glance, but anyone who has the policy can check
//! whether a given name is in it.

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
