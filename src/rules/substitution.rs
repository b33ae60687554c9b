//! Words and phrases to be replaced by better ones, and misspelled hashtags.
//!
//! # What it finds
//! Each phrase on the left of `swaps`, in the same spellings as the kind [term](#term). The fix writes the phrase
//! on the right. It keeps capitals, and changes `a` to `an` where it has to. If several phrases are listed on the
//! right, there is no fix, and the poster chooses.
//!
//! With `inflect: true`, regular forms are found too, and replaced in the same form: `utilised` by `used`,
//! `purchased` by `bought`. There is no fix where the form depends on the sentence (`gave` or `given`). A form with
//! an entry of its own follows that entry: `commenced: began` beside `commence: begin`.
//!
//! With `case: exact`, a phrase is found only in the case in which it is listed, and its replacement is written as
//! listed, with a capital at the start of a sentence. So `Civil Servants: civil servants` and
//! `council tax: Council Tax` can be swaps.
//!
//! Words in links, addresses, handles and file names are not found.
//!
//! `near_miss` finds hashtags that are one letter away from a listed one, or two letters in a hashtag of eight
//! letters or more: `#FindYouPark`. Hashtags with different digits are different hashtags. The fix writes the
//! listed one.
//!
//! # Why an organisation wants it
//! For plain words from the style guide, one spelling of `email`, house style for capitals, `#ad` instead of
//! `#spon`, and the campaign’s hashtag as it was agreed.
//!
//! # Example
//! ```yaml
//! id: plain/words
//! kind: substitution
//! severity: note
//! message: "Write “{replacement}” instead of “{words}”."
//! source: {title: "GOV.UK style guide"}
//! swaps: {utilise: use, purchase: buy, foster: [encourage, help]}
//! except: [foster care, foster carer]
//! inflect: true
//! ```
//!
//! # Settings
//! A rule has `swaps`, `near_miss` or both.
//!
//! | setting | meaning | if absent |
//! |---|---|---|
//! | `swaps` | phrases, each with what to write instead: a phrase, a list to choose from, or `""` to remove it | none |
//! | `near_miss` | hashtags to find misspellings of, each of four letters or more | none |
//! | `inflect` | with `swaps`: whether to find regular forms too; for verbs and nouns | `false` |
//! | `except` | phrases in which the words are fine, and hashtags that are not misspellings | none |
//! | `case` | with `swaps`: `ignore` or `exact` | `ignore` |
//!
//! The message can use `{replacement}`, in the form of the words that were found.

use super::phrases::{Case, Found, Phrases};
use super::{Input, Match, Matcher, RuleKind, RuleLiterals, SettingsError, only_for, replacement, settings};
use crate::text::entities::EntityKind;
use crate::text::normalise::folded;
use serde::Deserialize;
use serde_json::{Map, Value};

/// The kind `substitution`.
pub(super) struct Substitution;

/// Shorter hashtags are close to too many others.
const MIN_NEAR: usize = 4;
/// From this length on, two letters may be wrong.
const LONG_NAME: usize = 8;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    #[serde(default)]
    swaps: Map<String, Value>,
    #[serde(default)]
    near_miss: Vec<String>,
    #[serde(default)]
    inflect: bool,
    #[serde(default)]
    except: Vec<String>,
    #[serde(default)]
    case: Case,
}

struct Swaps {
    phrases: Phrases,
    /// What to write for each phrase: one replacement, or several to choose from.
    by: Vec<Vec<String>>,
    tags: Vec<String>,
    /// Folded, without the `#`.
    other_tags: Vec<String>,
}

impl RuleKind for Substitution {
    fn id(&self) -> &'static str {
        "substitution"
    }

    fn compile(
        &self,
        value: &Value,
        mut literals: RuleLiterals<'_>,
    ) -> Result<Box<dyn Matcher>, SettingsError> {
        let Settings { swaps, near_miss, inflect, except, case } = settings(value)?;
        if swaps.is_empty() && near_miss.is_empty() {
            let message =
                "There is nothing to swap. Write at least one phrase and its replacement, “utilise: use”.";
            return Err(SettingsError::at("swaps", message));
        }
        only_for("a rule with “swaps”", !swaps.is_empty(), "inflect", inflect)?;
        only_for("a rule with “swaps”", !swaps.is_empty(), "case", case == Case::Exact)?;
        let phrases: Vec<String> = swaps.keys().cloned().collect();
        let phrases = Phrases::new("swaps", &phrases, inflect, &except, case, &mut literals)?;
        let by: Vec<_> =
            swaps.iter().map(|(phrase, by)| replacements(phrase, by)).collect::<Result<_, _>>()?;
        for (nth, by) in by.iter().enumerate() {
            by.iter().try_for_each(|by| phrases.check_replacement("swaps", nth, by, &except))?;
        }
        let tags: Vec<String> = near_miss.iter().enumerate().map(tag).collect::<Result<_, _>>()?;
        if !tags.is_empty() {
            literals.name("#");
        }
        let other_tags = except.iter().map(|tag| bare(tag)).collect();
        Ok(Box::new(Swaps { phrases, by, tags, other_tags }))
    }
}

/// A hashtag as it is written, with the `#`.
fn tag((nth, listed): (usize, &String)) -> Result<String, SettingsError> {
    let name = listed.trim_start_matches(['#', '＃']);
    if bare(name).chars().count() < MIN_NEAR {
        let message = format!(
            "“{listed}” has fewer than {MIN_NEAR} letters and is near to too many other hashtags. Remove it."
        );
        return Err(SettingsError::at(&format!("near_miss[{nth}]"), message));
    }
    Ok(format!("#{name}"))
}

fn replacements(phrase: &str, by: &Value) -> Result<Vec<String>, SettingsError> {
    let list = by.as_array().map_or(std::slice::from_ref(by), Vec::as_slice);
    let all: Option<Vec<String>> = list.iter().map(|one| one.as_str().map(ToOwned::to_owned)).collect();
    all.filter(|all| !all.is_empty()).ok_or_else(|| {
        let message = format!("Expected what to write instead of “{phrase}”: a text, or a list of texts.");
        SettingsError::at("swaps", message)
    })
}

impl Matcher for Swaps {
    fn find(&self, input: &Input<'_>) -> Vec<Match> {
        let mut matches: Vec<Match> =
            self.phrases.find(input).iter().filter_map(|found| self.swapped(input, found)).collect();
        if !self.tags.is_empty() {
            self.near_misses(input, &mut matches);
        }
        matches
    }

    fn fields(&self) -> Vec<&'static str> {
        vec!["replacement"]
    }
}

impl Swaps {
    fn swapped(&self, input: &Input<'_>, found: &Found) -> Option<Match> {
        let by = self.by.get(found.nth)?;
        if self.phrases.is_in_a_name(input, found) {
            return None;
        }
        let (fix, said) = match by.as_slice() {
            [by] => {
                let said = replacement::in_the_form_of(input, &self.phrases, found, by);
                (replacement::of(input, &self.phrases, found, by), said.unwrap_or_else(|| by.clone()))
            }
            _ => (None, by.join(" or ")),
        };
        let fields = vec![("replacement", said)];
        Some(Match { fix, fields, ..Match::at(found.span) })
    }

    fn near_misses(&self, input: &Input<'_>, matches: &mut Vec<Match>) {
        let text = input.draft().text();
        let tags = input.reading.entities().iter().filter(|entity| entity.kind == EntityKind::Hashtag);
        for tag in tags {
            let name = bare(tag.text(text));
            let right = |tag: &String| bare(tag) == name;
            if self.tags.iter().any(right) || self.other_tags.contains(&name) {
                continue;
            }
            if let Some(meant) = self.tags.iter().find(|tag| is_near(&name, &bare(tag))) {
                let fix = Some(replacement::as_written(text, tag.span, meant));
                matches.push(Match {
                    fix,
                    fields: vec![("replacement", meant.clone())],
                    ..Match::at(tag.span)
                });
            }
        }
    }
}

/// The form in which hashtags are compared.
fn bare(tag: &str) -> String {
    folded(tag).trim_start_matches('#').to_owned()
}

/// Whether one of the names is probably a misspelling of the other.
fn is_near(one: &str, other: &str) -> bool {
    let digits = |name: &str| name.chars().filter(char::is_ascii_digit).collect::<String>();
    let shorter = one.chars().count().min(other.chars().count());
    let most = if shorter < LONG_NAME { 1 } else { 2 };
    shorter >= MIN_NEAR && digits(one) == digits(other) && strsim::osa_distance(one, other) <= most
}
