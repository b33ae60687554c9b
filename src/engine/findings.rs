//! From what a rule matched to what the poster is told.

use crate::finding::{Clearance, Finding, Severity, Source};
use crate::policy::Rule;
use crate::rules::{self, Match};
use crate::{Draft, draft};
use sha2::{Digest, Sha256};

/// Makes findings of matches: the same words found by the same rule are one finding with several places.
pub(super) fn grouped(rule: &Rule, draft: &Draft, matches: Vec<Match>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    for found in matches {
        let finding = finding(rule, draft, found);
        match findings.iter_mut().find(|other| other.key == finding.key) {
            Some(same) => {
                same.spans.extend(finding.spans);
                if let (Some(fix), Some(more)) = (same.fix.as_mut(), finding.fix) {
                    fix.edits.extend(more.edits);
                }
            }
            None => findings.push(finding),
        }
    }
    findings
}

fn finding(rule: &Rule, draft: &Draft, found: Match) -> Finding {
    let words = found.spans.iter().map(|&span| draft.slice(span)).collect::<Vec<_>>().join(" … ");
    let mut message = rule.message.replace("{words}", &words);
    for (field, value) in &found.fields {
        message = message.replace(&format!("{{{field}}}"), value);
    }
    Finding {
        key: key(&rule.id, &words),
        rule: rule.id.clone(),
        kind: rules::kind(&rule.kind).map_or("", |kind| kind.id()),
        reference: rule.reference.clone(),
        severity: rule.severity,
        clearance: rule.clearance(),
        message,
        source: rule.source.clone(),
        spans: found.spans,
        fix: found.fix,
        question: found.question.or_else(|| rule.question.clone()),
    }
}

/// Names a finding without repeating the words it is about.
fn key(rule: &str, words: &str) -> String {
    if words.is_empty() {
        return rule.to_owned();
    }
    let digest = Sha256::digest(words.as_bytes());
    let short = digest.iter().take(6).fold(0_u64, |number, &byte| number << 8 | u64::from(byte));
    format!("{rule}#{short:012x}")
}

/// No site takes a post as long as that, so there is nothing to override.
pub(super) fn only_a_part_was_checked(total: usize) -> Finding {
    Finding {
        key: "countersign/only-a-part-was-checked".to_owned(),
        rule: "countersign/only-a-part-was-checked".to_owned(),
        kind: "countersign",
        reference: None,
        severity: Severity::Block,
        clearance: Clearance::Never,
        message: format!(
            "Only the first {} of {total} characters were checked. Shorten the draft.",
            draft::MAX_CHARACTERS
        ),
        source: Source { title: "Countersign’s own limit".to_owned(), url: None },
        spans: Vec::new(),
        fix: None,
        question: None,
    }
}
