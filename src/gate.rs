//! The gate: may this post go?
//!
//! A verdict is about one report, and so about one exact text in one exact context. If either changes, check
//! and decide again.

use crate::engine::Report;
use crate::finding::{Clearance, Edit, Finding};
use crate::policy::Mode;
use serde::{Deserialize, Serialize};

/// What the poster answered to one finding.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The finding's key.
    pub finding: String,
    /// The answer picked, where the finding asks a question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply: Option<String>,
    /// The reason given, where the finding wants one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Everything the poster has answered so far; a later answer to the same finding counts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers(Vec<Answer>);

impl From<Vec<Answer>> for Answers {
    fn from(answers: Vec<Answer>) -> Self {
        Self(answers)
    }
}

impl Answers {
    fn to(&self, finding: &Finding) -> Option<&Answer> {
        self.0.iter().rev().find(|answer| answer.finding == finding.key)
    }

    /// Whether the answers let this finding pass.
    fn clear(&self, finding: &Finding) -> bool {
        let answer = self.to(finding);
        match finding.clearance {
            Clearance::NotNeeded => true,
            Clearance::Confirm => answer.is_some(),
            Clearance::Answer => {
                let reply = answer.and_then(|answer| answer.reply.as_deref());
                let question = finding.question.as_ref();
                question.zip(reply).is_some_and(|(question, reply)| {
                    question.answers.iter().any(|choice| choice.releases && choice.answer == reply)
                })
            }
            Clearance::Reason => answer.and_then(|answer| answer.reason.as_deref()).is_some_and(is_a_reason),
            Clearance::SecondPerson | Clearance::Never => false,
        }
    }
}

/// A reason has at least one word in it; a dot or a dash does not tell a records officer anything.
pub(crate) fn is_a_reason(text: &str) -> bool {
    text.chars().filter(|character| character.is_alphanumeric()).count() >= 3
}

/// The gate's answer to a post attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// The post may go as it is.
    Release,
    /// The post may go once these changes are made; then check again.
    AddSignOffs {
        /// The changes: at most one at the start and one at the end.
        edits: Vec<Edit>,
    },
    /// Only questions stand in the way.
    Ask {
        /// The keys of the findings that ask.
        findings: Vec<String>,
    },
    /// The post is held.
    Hold {
        /// The keys of every finding that is not cleared.
        findings: Vec<String>,
    },
}

impl Verdict {
    /// Whether the finding of this key no longer stands in the way.
    #[must_use]
    pub fn clears(&self, key: &str) -> bool {
        match self {
            Self::Ask { findings } | Self::Hold { findings } => !findings.iter().any(|held| held == key),
            Self::Release | Self::AddSignOffs { .. } => true,
        }
    }
}

/// Decides on a report, given what the poster has answered.
#[must_use]
pub fn decide(report: &Report, answers: &Answers) -> Verdict {
    if report.grounds.mode == Mode::Monitor {
        return Verdict::Release;
    }
    let pending: Vec<&Finding> = report.findings.iter().filter(|finding| !answers.clear(finding)).collect();
    let findings = || pending.iter().map(|finding| finding.key.clone()).collect();
    if pending.iter().any(|finding| finding.clearance != Clearance::Answer) {
        Verdict::Hold { findings: findings() }
    } else if !pending.is_empty() {
        Verdict::Ask { findings: findings() }
    } else if !report.edits.is_empty() {
        Verdict::AddSignOffs { edits: report.edits.clone() }
    } else {
        Verdict::Release
    }
}
