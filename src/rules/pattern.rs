//! Text that matches a regular expression.
//!
//! # What it finds
//! Each match of `pattern`, except those inside a match of one of the patterns in `except`. Case is ignored unless
//! `case: exact` is set.
//!
//! The syntax is that of the Rust [regex](https://docs.rs/regex/latest/regex/#syntax) crate. It has no look-around
//! and no backreferences, and so is never slow.
//!
//! The pattern is matched against a plain form of the draft, in which quotes are `'` and `"`, dashes are `-`,
//! special Unicode letters (`𝗯𝗼𝗹𝗱`) are ordinary ones, and invisible characters are gone. White space is as the
//! poster wrote it.
//!
//! # Why an organisation wants it
//! For things with a shape rather than a wording: case references, styles of writing times, and markings such as
//! `OFFICIAL - SENSITIVE` in any spacing.
//!
//! # Example
//! ```yaml
//! id: clock/noon
//! kind: pattern
//! severity: note
//! message: "Write “midday”."
//! source: {title: "GOV.UK style guide"}
//! pattern: '\b12 ?noon\b'
//! replace: midday
//! ```
//!
//! # Settings
//! | setting | meaning | if absent |
//! |---|---|---|
//! | `pattern` | the regular expression | required |
//! | `except` | a list of regular expressions: a match inside a match of one of these is fine | none |
//! | `case` | `ignore` or `exact` | `ignore` |
//! | `replace` | what the fix writes instead: `$1` is the first group, and `$$` a dollar sign. Empty to remove the match | no fix |
//! | `prose` | `true`: not in links, addresses, handles and file names. For rules about wording | `false` |
//! | `requires` | leave it out. `countersign pack` writes it: the words of which every match contains at least one, so that browsers need not work them out | worked out |

use super::phrases::Case;
use super::span_index::SpanIndex;
use super::{Input, Match, Matcher, RuleKind, RuleLiterals, SettingsError, replacement, settings};
use crate::Draft;
use crate::finding::Span;
use crate::policy::Trust;
use crate::reading::Reading;
use crate::reading::patterns::{Lazy, REQUIRED_VERSION};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::cell::OnceCell;

/// The kind `pattern`.
pub(super) struct Pattern;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    pattern: String,
    #[serde(default)]
    except: Vec<String>,
    #[serde(default)]
    case: Case,
    replace: Option<String>,
    #[serde(default)]
    prose: bool,
    requires: Option<Value>,
}

/// What `countersign pack` writes into the setting `requires`.
#[derive(Debug, PartialEq, Deserialize, Serialize)]
struct Requires {
    /// Every match contains at least one of these literals. Empty if there are no such literals.
    any_of: Vec<String>,
    /// The version of the method that worked them out.
    version: u32,
}

struct Compiled {
    pattern: Lazy,
    except: Vec<Lazy>,
    replace: Option<String>,
    prose: bool,
}

impl RuleKind for Pattern {
    fn id(&self) -> &'static str {
        "pattern"
    }

    fn compile(
        &self,
        value: &Value,
        mut literals: RuleLiterals<'_>,
    ) -> Result<Box<dyn Matcher>, SettingsError> {
        let Settings { pattern, except, case, replace, prose, requires } = settings(value)?;
        let ignore_case = case == Case::Ignore;
        let trust = literals.trust();
        let lazy = |setting: &str, pattern: &str| {
            Lazy::new(pattern, ignore_case, trust).map_err(|message| SettingsError::at(setting, message))
        };
        let compiled = match requires.as_ref().and_then(Requires::read) {
            Some(Requires { any_of, .. }) if trust == Trust::Packed => {
                Lazy::requiring(&pattern, ignore_case, Some(any_of).filter(|all| !all.is_empty()))
            }
            requires => {
                let compiled = lazy("pattern", &pattern)?;
                check(&compiled, requires.as_ref())?;
                if trust == Trust::Source {
                    replace.iter().try_for_each(|replace| check_replacement(&compiled, replace))?;
                }
                compiled
            }
        };
        compiled.required().into_iter().flatten().for_each(|literal| literals.name(literal));
        let except = except.iter().enumerate();
        let except = except
            .map(|(nth, pattern)| lazy(&format!("except[{nth}]"), pattern))
            .collect::<Result<_, _>>()?;
        Ok(Box::new(Compiled { pattern: compiled, except, replace, prose }))
    }

    fn prepare(&self, settings: &mut Map<String, Value>) {
        let case = settings.get("case").map(Case::deserialize).and_then(Result::ok).unwrap_or_default();
        let pattern = settings.get("pattern").and_then(Value::as_str);
        let lazy = pattern.map(|pattern| Lazy::new(pattern, case == Case::Ignore, Trust::Packed));
        let requires = lazy.and_then(Result::ok).map(|lazy| serde_json::to_value(Requires::of(&lazy)));
        settings.extend(requires.and_then(Result::ok).map(|requires| ("requires".to_owned(), requires)));
    }
}

impl Requires {
    fn of(pattern: &Lazy) -> Self {
        Self { any_of: pattern.required().unwrap_or_default().to_vec(), version: REQUIRED_VERSION }
    }

    /// Reads the setting. If the policy was packed by an engine with another method, the setting is ignored, and the
    /// literals are worked out from the pattern.
    fn read(value: &Value) -> Option<Self> {
        Self::deserialize(value).ok().filter(|requires| requires.version == REQUIRED_VERSION)
    }
}

/// The checks that need a parsed pattern.
fn check(pattern: &Lazy, requires: Option<&Requires>) -> Result<(), SettingsError> {
    if pattern.may_be_empty() {
        let message =
            "The pattern matches the empty text, so it would match everywhere. Make it ask for something.";
        return Err(SettingsError::at("pattern", message));
    }
    if requires.is_some_and(|requires| *requires != Requires::of(pattern)) {
        let message = "These are not the words that the pattern requires. Remove “requires”, or pack the policy again: `countersign pack` writes it.";
        return Err(SettingsError::at("requires", message));
    }
    Ok(())
}

/// Refuses a replacement that names a missing group, or that the pattern would find again.
fn check_replacement(pattern: &Lazy, replace: &str) -> Result<(), SettingsError> {
    let wrong = |message: String| Err(SettingsError::at("replace", message));
    let groups = pattern.group_count();
    let mut rest = replace;
    while let Some((_, after)) = rest.split_once('$') {
        let next = after.chars().next();
        match next.map(|next| next.to_digit(10)) {
            Some(Some(nth)) if nth as usize > groups => {
                return wrong(format!(
                    "The pattern has no group {nth}; it has {groups}. Put what shall stay in brackets."
                ));
            }
            Some(None) | None if next != Some('$') => {
                return wrong(
                    "After “$” write the number of a group, as in $1, or a second “$” for a dollar sign."
                        .to_owned(),
                );
            }
            _ => rest = after.get(1..).unwrap_or_default(),
        }
    }
    if !replace.contains('$') && pattern.is_match(&Reading::new(&Draft::new(replace), None)) {
        return wrong(format!(
            "The pattern finds “{replace}” as well, so the fix would change nothing. Write something else."
        ));
    }
    Ok(())
}

impl Matcher for Compiled {
    fn find(&self, input: &Input<'_>) -> Vec<Match> {
        let reading = input.reading;
        let text = self.pattern.view(reading).text();
        let in_normal = |span: Span| self.pattern.in_normal(reading, span);
        let exceptions = OnceCell::new();
        let mut matches = Vec::new();
        for place in input.matches(&self.pattern) {
            let exceptions = exceptions.get_or_init(|| self.exceptions(reading));
            if exceptions.covers(place) {
                continue;
            }
            let span = reading.from_normal(in_normal(place));
            if self.prose && reading.verbatim().name_around(span).is_some() {
                continue;
            }
            let fix = self.replace.as_deref().map(|template| {
                let groups = template.contains('$').then(|| self.pattern.groups(text, place)).flatten();
                let group = |nth| {
                    let group = groups.as_ref()?.get(nth)?;
                    Some(reading.normal().slice(in_normal(Span::new(group.start(), group.end()))))
                };
                replacement::fix(input.draft().text(), span, &filled(template, group))
            });
            matches.push(Match { fix, ..Match::at(span) });
        }
        matches
    }
}

impl Compiled {
    /// Where matches are fine.
    fn exceptions(&self, reading: &Reading<'_>) -> SpanIndex {
        let text = self.pattern.view(reading).text();
        SpanIndex::new(self.except.iter().flat_map(|except| except.matches(text, reading.search_limit())))
    }
}

/// The template with `$1` to `$9` replaced by the groups as written in the draft, and `$$` by a dollar sign.
fn filled<'a>(template: &str, group: impl Fn(usize) -> Option<&'a str>) -> String {
    let mut filled = String::new();
    let mut characters = template.chars().peekable();
    while let Some(character) = characters.next() {
        let next = if character == '$' { characters.peek().copied() } else { None };
        match next.map(|next| (next, next.to_digit(10))) {
            Some((_, Some(digit))) => filled.push_str(group(digit as usize).unwrap_or_default()),
            Some(('$', _)) => filled.push('$'),
            _ => {
                filled.push(character);
                continue;
            }
        }
        characters.next();
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Clearance;
    use crate::{Context, Draft, Engine, Policy, PolicyError};
    use proptest::prelude::*;
    use regex::Regex;
    use serde_json::json;

    const PATTERNS: [&str; 2] = [
        r"[0-9]* ?noon(?:s|ish)?\b|half +past|sév| & ",
        r"[0-9]{0,2} ?noon(?:s|ish)?\b|half {1,2}past|sév| & ",
    ];

    fn policy(settings: &Value) -> Policy {
        let rule = json!({
            "id": "a/b", "kind": "pattern", "severity": "note", "message": "Not so.", "source": {"title": "Test"},
            "settings": settings
        });
        let policy =
            json!({"format": "countersign-policy/1", "id": "p", "name": "P", "version": 1, "rules": [rule]});
        Policy::from_json(&policy.to_string()).unwrap()
    }

    fn engine(pattern: &str, settings: &Value) -> Engine {
        let mut settings = settings.clone();
        settings["pattern"] = pattern.into();
        Engine::new(policy(&settings)).unwrap()
    }

    proptest! {
        #[test]
        fn every_match_is_found(
            text in "(12 ?|noon|noonish|HALF  past|half past| |&|\n|é|Sév|🚌|x){0,12}"
        ) {
            let lower = text.to_lowercase();
            for pattern in PATTERNS {
                let regex = Regex::new(pattern).unwrap();
                let expected: Vec<_> = regex.find_iter(&lower).map(|found| (found.start(), found.end())).collect();
                let report = engine(pattern, &json!({})).check(&Draft::new(&text), &Context::default());
                let mut found: Vec<_> =
                    report.findings.iter().flat_map(|one| &one.spans).map(|span| (span.start, span.end)).collect();
                found.sort_unstable();
                prop_assert_eq!(found, expected);
            }
        }
    }
    #[test]
    fn nothing_hides_behind_many_exceptions() {
        let text = format!("{}{}bad1", "of the ".repeat(300), "a0\n".repeat(500));
        let engine = engine("[a-z ]*[0-9]", &json!({"except": ["[a-z ]*0"]}));
        let report = engine.check(&Draft::new(&text), &Context::default());
        let found: Vec<&str> = report
            .findings
            .iter()
            .flat_map(|one| &one.spans)
            .map(|span| text.get(span.start..span.end).unwrap())
            .collect();
        assert_eq!(found, ["bad1"]);
    }

    #[test]
    fn where_not_all_could_be_searched_the_post_is_held() {
        let engine = engine("a[^b]*b|a", &json!({"replace": "x"}));
        let rules = |length: usize| {
            let report = engine.check(&Draft::new(&"a".repeat(length)), &Context::default());
            let last = report.findings.last().map(|last| (last.rule.clone(), last.clearance));
            (report.findings.len(), last.unwrap())
        };
        assert_eq!(rules(2_000), (1, ("a/b".to_owned(), Clearance::NotNeeded)));
        assert_eq!(rules(30_000), (2, ("countersign/not-all-was-searched".to_owned(), Clearance::Never)));
    }

    fn packed(requires: &Value, trust: Trust) -> Result<Engine, PolicyError> {
        let settings = json!({"pattern": "noon(?:ish)?", "replace": "$7 noon", "requires": requires});
        Engine::with_trust(policy(&settings), trust)
    }

    #[test]
    fn what_a_packed_pattern_says_it_requires_is_believed_of_the_same_version_only() {
        let is_found = |requires| {
            let engine = packed(&requires, Trust::Packed).unwrap();
            !engine.check(&Draft::new("At noon"), &Context::default()).findings.is_empty()
        };
        assert!(is_found(json!({"any_of": ["noon"], "version": REQUIRED_VERSION})));
        assert!(is_found(json!({"any_of": [], "version": REQUIRED_VERSION})));
        // “midday” is not in the draft, so the pattern is not tried.
        assert!(!is_found(json!({"any_of": ["midday"], "version": REQUIRED_VERSION})));
        assert!(is_found(json!({"any_of": ["midday"], "version": REQUIRED_VERSION + 1})));
        // The form from before there were versions.
        assert!(is_found(json!(["midday"])));
    }

    #[test]
    fn what_a_pattern_says_it_requires_is_checked_outside_of_browsers() {
        let path = |requires| packed(&requires, Trust::Source).err().unwrap().problems()[0].path.clone();
        assert_eq!(path(json!({"any_of": ["midday"], "version": REQUIRED_VERSION})), "settings.requires");
        // The replacement is checked next, and there is no seventh group.
        assert_eq!(path(json!({"any_of": ["noon"], "version": REQUIRED_VERSION})), "settings.replace");
        assert_eq!(path(json!({"any_of": ["midday"], "version": 0})), "settings.replace");
    }
}
