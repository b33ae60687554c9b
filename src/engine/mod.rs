//! The engine: a compiled policy, and the check of a draft against it.
//!
//! A policy may have thousands of rules, and every keystroke needs an answer. So one index finds the literals of all
//! rules in one pass over the draft, and a rule is asked only if one of its literals was found, or if it has none.
//! Patterns are compiled when they are first needed.

mod browsers;
pub mod unchecked;
mod findings;
mod fixes;

use crate::Draft;
use crate::context::Context;
use crate::facts::Facts;
use crate::finding::Finding;
use crate::policy::{Approver, Policy, PolicyError, Problem, Trust, approver_problems};
use crate::reading::Reading;
use crate::report::{Report, Seal};
use crate::rules::{
    self, Compiler, Condition, Evaluator, Hit, Input, LiteralHits, LiteralIndex, Literals, Match, Matcher,
    SettingsError,
};
use crate::sign_off::SignOffs;
use findings::{grouped, not_all_was_searched, only_a_part_was_checked, too_long};
use fixes::Matched;
use serde_json::Value;
use std::cell::RefCell;
use std::collections::HashSet;
use std::sync::Arc;

/// A policy, ready to check drafts. It never changes: build a new engine for another policy.
pub struct Engine {
    policy: Policy,
    rules: Vec<CompiledRule>,
    /// The condition of each topic of the policy.
    topics: Vec<Condition>,
    /// The rules inside conditions.
    inner: Vec<Box<dyn Matcher>>,
    literals: LiteralIndex,
    sign_offs: SignOffs,
    approvers: Arc<[Approver]>,
}

struct CompiledRule {
    matcher: Box<dyn Matcher>,
    when: Option<Condition>,
}

impl Engine {
    /// Compiles a policy, and checks all of it.
    ///
    /// # Errors
    /// Lists every rule that cannot be used: an unknown kind, wrong settings, a bad pattern, a duplicate id.
    pub fn new(policy: Policy) -> Result<Self, PolicyError> {
        Self::with_trust(policy, Trust::Source)
    }

    /// Compiles a policy with this level of trust.
    ///
    /// # Errors
    /// As for [`Engine::new`], except for whatever is not checked again in a packed policy.
    pub fn with_trust(policy: Policy, trust: Trust) -> Result<Self, PolicyError> {
        let mut problems = doubled_ids(&policy);
        problems.extend(approver_problems(&policy));
        let mut literals = Literals::trusting(trust);
        let matchers: Vec<_> = (policy.rules.iter().enumerate())
            .map(|(index, rule)| rules::compile(&rule.kind, &rule.settings, literals.of_rule(index)))
            .collect();
        let mut conditions = Compiler::new(&mut literals, matchers.len());
        let mut compiled = Vec::with_capacity(matchers.len());
        for (rule, matcher) in policy.rules.iter().zip(matchers) {
            let unfilled = rules::unfilled(rule, matcher.as_deref().ok(), trust);
            let further = rules::misasked(rule).into_iter().chain(unfilled);
            problems.extend(further.map(|error| Problem::entry(&rule.id, error.path, error.message)));
            let when = match &rule.when {
                Value::Null => Ok(None),
                when => conditions.condition(when, "when").map(Some),
            };
            match (matcher, when) {
                (Ok(matcher), Ok(when)) => compiled.push(CompiledRule { matcher, when }),
                (matcher, when) => {
                    let wrong = matcher.err().into_iter().chain(when.err());
                    problems.extend(wrong.map(|error| Problem::entry(&rule.id, error.path, error.message)));
                }
            }
        }
        let topics = topics(&policy, &mut conditions, &mut problems);
        let inner = conditions.finish();
        let sign_offs = SignOffs::new(&policy.sign_offs, trust);
        problems.extend(sign_offs.as_ref().err().into_iter().flatten().cloned());
        let literals = literals.build(policy.rules.len() + inner.len());
        match sign_offs {
            Ok(sign_offs) if problems.is_empty() => {
                let approvers = policy.approvers.clone().into();
                Ok(Self { policy, rules: compiled, topics, inner, literals, sign_offs, approvers })
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
        let reading = Reading::new(draft, context.site.as_deref());
        let mut facts = Facts::new(&self.policy, draft, context);
        let mut findings = self.findings(&reading, &mut facts);
        let sign_offs = self.sign_offs.plan(&reading, &facts, self.policy.mode);
        // An organisation may give its own addresses and names in a sign-off. Other rules may well be about sign-offs.
        findings.retain(|finding| finding.kind != "recogniser" || !sign_offs.has_all(&finding.spans));
        findings.extend(sign_offs.problems);
        findings.extend(draft.cut().map(only_a_part_was_checked));
        findings.extend(too_long(&facts));
        findings.extend(reading.search_limit().is_reached().then(not_all_was_searched));
        findings.sort_by_key(|finding| finding.spans.first().map_or(usize::MAX, |span| span.start));
        Report {
            grounds: facts.grounds(self.policy.mode, &sign_offs.languages),
            findings,
            count: facts.count,
            sign_offs: sign_offs.planned,
            edits: sign_offs.edits,
            seal: Seal::of(&self.policy, draft, &facts),
            approvers: Arc::clone(&self.approvers),
        }
    }

    fn findings<'a>(&'a self, reading: &Reading<'_>, facts: &mut Facts<'a>) -> Vec<Finding> {
        let literal_hits = self.literals.scan(reading.folded().text());
        let about = self.topics_shown(&self.evaluator(reading, facts, &literal_hits));
        facts.add_topics(about);
        let evaluator = self.evaluator(reading, facts, &literal_hits);
        let mut all: Vec<Matched> = Vec::new();
        literal_hits.each(self.rules.len(), |index, hits| {
            let matches = self.matches(index, hits, &evaluator);
            if !matches.is_empty() {
                all.push((index, matches));
            }
        });
        self.keep_harmless_fixes(&evaluator, &mut all);
        let of_rule = |(index, matches)| {
            let rule = self.policy.rules.get(index);
            rule.map(|rule| grouped(rule, reading.draft(), matches)).unwrap_or_default()
        };
        all.into_iter().flat_map(of_rule).collect()
    }

    /// The matches of a rule whose literals were found, if it is in force and its condition holds.
    fn matches(&self, index: usize, hits: &[Hit], evaluator: &Evaluator<'_>) -> Vec<Match> {
        let (Some(rule), Some(compiled)) = (self.policy.rules.get(index), self.rules.get(index)) else {
            return Vec::new();
        };
        if !evaluator.facts.are_in(&rule.scope) {
            return Vec::new();
        }
        let mut matches =
            compiled.matcher.find(&Input { reading: evaluator.reading, facts: evaluator.facts, hits });
        if let Some(when) = &compiled.when {
            matches.retain(|found| evaluator.holds(when, &found.spans));
        }
        matches
    }

    fn evaluator<'a>(
        &'a self,
        reading: &'a Reading<'a>,
        facts: &'a Facts<'a>,
        literal_hits: &'a LiteralHits<'a>,
    ) -> Evaluator<'a> {
        Evaluator {
            reading,
            facts,
            literal_hits,
            rules: self.rules.len(),
            inner: &self.inner,
            cache: RefCell::default(),
        }
    }

    /// The policy's topics that a draft is about.
    fn topics_shown<'a>(&'a self, evaluator: &Evaluator<'_>) -> Vec<&'a str> {
        let topics = self.policy.topics.iter().zip(&self.topics);
        let shown = topics.filter(|(_, condition)| evaluator.holds(condition, &[]));
        shown.map(|(topic, _)| topic.id.as_str()).collect()
    }
}

/// Compiles the conditions of the policy's topics.
fn topics(policy: &Policy, conditions: &mut Compiler<'_>, problems: &mut Vec<Problem>) -> Vec<Condition> {
    let mut topics = Vec::with_capacity(policy.topics.len());
    for (nth, topic) in policy.topics.iter().enumerate() {
        match conditions.condition(&topic.when, &format!("topics[{nth}].when")) {
            Ok(condition) => topics.push(condition),
            Err(SettingsError { path, message }) => problems.push(Problem::whole(path, message)),
        }
    }
    topics
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
