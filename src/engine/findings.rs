//! Turns the matches of rules into findings for the poster.

use crate::facts::Facts;
use crate::finding::{Clearance, Finding, Severity, Source, Span};
use crate::policy::Rule;
use crate::rules::{self, Match};
use crate::{Draft, draft};
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::iter;

/// Turns matches into findings. The same words, found by the same rule, are one finding with several places.
pub(super) fn grouped(rule: &Rule, draft: &Draft, matches: Vec<Match>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    let mut known = BTreeMap::new();
    for found in matches {
        let finding = finding(rule, draft, found);
        let nth = *known.entry(finding.key.clone()).or_insert(findings.len());
        let Some(same) = findings.get_mut(nth) else {
            findings.push(finding);
            continue;
        };
        same.spans.extend(finding.spans);
        match (&mut same.fix, finding.fix) {
            (Some(fix), Some(more)) => {
                // If neighbours are removed, the first takes the space between them.
                let end = fix.edits.last().map_or(0, |edit| edit.span.end);
                fix.edits.extend(more.edits.into_iter().map(|edit| edit.behind(end)));
            }
            // The first place may be one that no fix may touch, such as a quotation.
            (none @ None, more) => *none = more,
            (Some(_), None) => {}
        }
    }
    findings
}

fn finding(rule: &Rule, draft: &Draft, found: Match) -> Finding {
    let words = words(draft, &found.spans);
    let mut question = found.question.or_else(|| rule.question.clone());
    if let Some(question) = &mut question {
        for text in
            iter::once(&mut question.ask).chain(question.answers.iter_mut().map(|one| &mut one.answer))
        {
            *text = filled(text, &words, &found.fields);
        }
    }
    Finding {
        key: key(&rule.id, &words),
        rule: rule.id.clone(),
        kind: rules::kind(&rule.kind).map_or("", |kind| kind.id()),
        reference: rule.reference.clone(),
        severity: rule.severity,
        clearance: rule.clearance(),
        message: filled(&rule.message, &words, &found.fields),
        source: rule.source.clone(),
        spans: found.spans,
        fix: found.fix,
        question,
    }
}

/// The words that a finding is about. Usually they are in one place.
fn words<'d>(draft: &'d Draft, spans: &[Span]) -> Cow<'d, str> {
    match spans {
        [] => Cow::Borrowed(""),
        [one] => Cow::Borrowed(draft.slice(*one)),
        several => several.iter().map(|&span| draft.slice(span)).collect::<Vec<_>>().join(" … ").into(),
    }
}

/// A message, question or answer with `{words}` and the rule's own fields filled in. Fields inside the filled-in text
/// are not filled in again.
fn filled(message: &str, words: &str, fields: &[(&str, String)]) -> String {
    let value = |name: &str| match name {
        "words" => Some(words),
        _ => fields.iter().find(|(field, _)| *field == name).map(|(_, value)| value.as_str()),
    };
    let mut filled = String::with_capacity(message.len() + words.len());
    let mut rest = message;
    while let Some((before, behind)) = rest.split_once('{') {
        filled.push_str(before);
        let field = behind.split_once('}').and_then(|(name, after)| Some((value(name)?, after)));
        let (text, after) = field.unwrap_or(("{", behind));
        filled.push_str(text);
        rest = after;
    }
    filled + rest
}

/// A key for a finding that does not repeat the words it is about.
fn key(rule: &str, words: &str) -> String {
    if words.is_empty() {
        return rule.to_owned();
    }
    let digest = Sha256::digest(words.as_bytes());
    let short = digest.iter().take(6).fold(0_u64, |number, &byte| number << 8 | u64::from(byte));
    format!("{rule}#{short:012x}")
}

/// No site takes a post this long, so there is no need for an override.
pub(super) fn only_a_part_was_checked(total: usize) -> Finding {
    let message = format!(
        "Only the first {} of {total} characters were checked. Shorten the draft.",
        draft::MAX_CHARACTERS
    );
    own(
        "countersign/only-a-part-was-checked",
        Clearance::Never,
        message,
        "Countersign’s own limit".to_owned(),
    )
}

/// The part that was not searched may contain anything. Everyday drafts of any length are far from this limit.
pub(super) fn not_all_was_searched() -> Finding {
    own(
        "countersign/not-all-was-searched",
        Clearance::Never,
        "Not all of this draft could be checked, because one of the policy’s patterns takes too long. \
        Shorten the draft. If that does not help, tell whoever keeps the policy."
            .to_owned(),
        "Countersign’s own limit".to_owned(),
    )
}

/// A draft that the site would refuse. Where the limit is not sure, the poster has the last word: some accounts and
/// servers have a higher limit, and the page may not say so.
pub(super) fn too_long(facts: &Facts<'_>) -> Option<Finding> {
    let count = facts.count.filter(|count| !count.fits())?;
    let site = facts.context.known_site()?;
    let (name, limit) = (site.name, count.limit);
    let over = count.unit.of(count.count.saturating_sub(limit));
    let (clearance, message) = if facts.context.limit_is_sure(count) {
        (Clearance::Never, format!("This is {over} too long for {name}. Shorten it."))
    } else {
        let usual = format!("This is {over} over the usual limit of {limit} on {name}.");
        (Clearance::Confirm, format!("{usual} Shorten it, unless your account may post more."))
    };
    Some(own("countersign/too-long", clearance, message, format!("The limit of {name}")))
}

/// A finding that does not come from a policy.
fn own(id: &str, clearance: Clearance, message: String, source: String) -> Finding {
    Finding {
        key: id.to_owned(),
        rule: id.to_owned(),
        kind: "countersign",
        reference: None,
        severity: if clearance == Clearance::Never { Severity::Block } else { Severity::Warn },
        clearance,
        message,
        source: Source { title: source, url: None },
        spans: Vec::new(),
        fix: None,
        question: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Context, Engine, Policy};
    use serde_json::json;

    #[test]
    fn questions_and_answers_are_filled_in_like_messages() {
        let question =
            json!({"ask": "As @{handle}?", "answers": [{"answer": "Yes, as {type}", "releases": true}]});
        let rule = json!({"id": "a", "kind": "account", "severity": "ask", "message": "@{handle}", "source": {"title": "T"}, "question": question});
        let policy =
            json!({"format": "countersign-policy/1", "id": "p", "name": "P", "version": 1, "rules": [rule]});
        let engine = Engine::new(Policy::from_json(&policy.to_string()).unwrap()).unwrap();
        let context = Context { handle: Some("jane_b".to_owned()), ..Context::default() };
        let finding = engine.check(&Draft::new("Hello"), &context).findings.remove(0);
        let question = finding.question.unwrap();
        assert_eq!((finding.message.as_str(), question.ask.as_str()), ("@jane_b", "As @jane_b?"));
        assert_eq!(question.answers[0].answer, "Yes, as unregistered");
    }

    #[test]
    fn what_is_filled_into_a_message_is_not_looked_at_again() {
        let fields = [("count", "2".to_owned())];
        assert_eq!(
            filled("{count} of “{words}”, not {max}", "{count}", &fields),
            "2 of “{count}”, not {max}"
        );
        assert_eq!(filled("{ {count", "a", &fields), "{ {count");
    }
}
