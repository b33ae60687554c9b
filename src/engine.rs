//! The engine: a compiled policy, and the check of a draft against it.
//!
//! Thousands of rules and a keystroke to answer: so one automaton finds the literals of all rules in one pass
//! over the draft, and a rule is asked only if one of its literals was seen, or if it has none. Patterns are
//! compiled when they are first asked.

use crate::context::{AccountKind, Context, Window};
use crate::finding::{Clearance, Edit, Finding, Severity, Source};
use crate::policy::{Mode, Policy, PolicyError, Problem, Rule};
use crate::rules::{Hit, Literals, Look, Match, Matcher, Seen};
use crate::sign_off::{self, SignOffs};
use crate::text::length::Count;
use crate::text::normalise;
use crate::{Draft, draft, rules};
use sha2::{Digest, Sha256};
use std::collections::HashSet;

/// A policy, ready to check drafts. It never changes; for another policy make another engine.
pub struct Engine {
    policy: Policy,
    matchers: Vec<Box<dyn Matcher>>,
    seen: Seen,
    sign_offs: SignOffs,
}

/// Everything that a check says about a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The account type that was applied.
    pub account: AccountKind,
    /// What was found, in the order of the text; what is about the whole draft comes last.
    pub findings: Vec<Finding>,
    /// The draft's length, if the site is known.
    pub count: Option<Count>,
    /// The sign-offs that apply.
    pub sign_offs: Vec<sign_off::Planned>,
    /// What adds the missing sign-offs.
    pub edits: Vec<Edit>,
    /// Whether the policy only watches.
    pub monitor: bool,
}

impl Engine {
    /// Compiles a policy.
    ///
    /// # Errors
    /// Lists every rule that cannot be used: an unknown kind, wrong settings, a bad pattern, a doubled id.
    pub fn new(policy: Policy) -> Result<Self, PolicyError> {
        let mut problems = doubled_ids(&policy);
        let mut literals = Literals::default();
        let mut matchers = Vec::with_capacity(policy.rules.len());
        for (index, rule) in policy.rules.iter().enumerate() {
            match rules::compile(rule, literals.of_rule(index)) {
                Ok(matcher) => matchers.push(matcher),
                Err(error) => problems.push(Problem::entry(&rule.id, error.path, error.message)),
            }
        }
        let sign_offs = SignOffs::new(&policy.sign_offs);
        problems.extend(sign_offs.as_ref().err().into_iter().flatten().cloned());
        let seen = literals.build(policy.rules.len());
        problems.extend(seen.as_ref().err().map(|message| Problem::whole("rules", message)));
        match (sign_offs, seen) {
            (Ok(sign_offs), Ok(seen)) if problems.is_empty() => {
                Ok(Self { policy, matchers, seen, sign_offs })
            }
            _ => Err(PolicyError::of(problems)),
        }
    }

    /// The policy that was compiled.
    #[must_use]
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// Checks a draft.
    #[must_use]
    pub fn check(&self, draft: &Draft, context: &Context) -> Report {
        let account = self.policy.account(context);
        let open = open_windows(context, &self.policy.windows);
        let count = context.count(draft.text());
        let mut findings = self.findings(draft, context, account, &open, count);
        let sign_offs = self.sign_offs.plan(draft, context, account, &open);
        findings.extend(sign_offs.problems.into_iter().map(Finding::from));
        findings.extend(draft.cut().map(only_a_part_was_checked));
        findings.sort_by_key(|finding| finding.spans.first().map_or(usize::MAX, |span| span.start));
        Report {
            account,
            findings,
            count,
            sign_offs: sign_offs.planned,
            edits: sign_offs.edits,
            monitor: self.policy.mode == Mode::Monitor,
        }
    }

    fn findings(
        &self,
        draft: &Draft,
        context: &Context,
        account: AccountKind,
        open: &[&str],
        count: Option<Count>,
    ) -> Vec<Finding> {
        let normal = normalise::normal(draft.text());
        let folded = normalise::folded(normal.text());
        let mut findings = Vec::new();
        self.seen.each_rule(folded.text(), |index, hits: &[Hit]| {
            let (Some(rule), Some(matcher)) = (self.policy.rules.get(index), self.matchers.get(index)) else {
                return;
            };
            if rule.scope.covers(context, account, open) {
                let look = Look { draft, context, normal: &normal, folded: &folded, hits, count };
                findings.extend(grouped(rule, draft, matcher.find(&look)));
            }
        });
        findings
    }
}

fn open_windows<'a>(context: &'a Context, policy: &'a [Window]) -> Vec<&'a str> {
    let Some(now) = context.now else { return Vec::new() };
    let windows = policy.iter().chain(&context.windows);
    windows.filter(|window| window.contains(now)).map(|window| window.id.as_str()).collect()
}

fn doubled_ids(policy: &Policy) -> Vec<Problem> {
    let mut known = HashSet::new();
    let rules = policy.rules.iter().map(|rule| &rule.id);
    let ids = rules.chain(policy.sign_offs.iter().map(|sign_off| &sign_off.id));
    ids.filter(|id| !known.insert(*id))
        .map(|id| {
            Problem::entry(id, "id", "Another rule or sign-off has the same id. Give one of them another.")
        })
        .collect()
}

/// Makes findings of matches: the same words found by the same rule are one finding with several places.
fn grouped(rule: &Rule, draft: &Draft, matches: Vec<Match>) -> Vec<Finding> {
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
        question: found.question,
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
fn only_a_part_was_checked(total: usize) -> Finding {
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
