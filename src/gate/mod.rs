//! The gate: may this post go?
//!
//! A verdict is about one report, and so about one exact text in one exact context, which its [`Seal`] identifies. If
//! either changes, check and decide again. A verdict also records its grounds: the facts, and what happened to each
//! finding and sign-off.

mod answers;

pub use answers::{Answer, Answers, By, Cleared, is_a_reason};

use crate::facts::Grounds;
use crate::finding::{Clearance, Edit, Finding};
use crate::policy::Mode;
use crate::report::{Report, Seal};
use crate::sign_off::Status;
use serde::{Deserialize, Serialize};

/// The gate's answer to an attempt to post, with its grounds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// What happens next.
    pub decision: Decision,
    /// Identifies the text and context that this is about.
    pub seal: Seal,
    /// The facts that it is based on.
    pub grounds: Grounds,
    /// What happened to each finding, in the report's order.
    pub reasons: Vec<Reason>,
    /// What happened to each sign-off that applies.
    pub sign_offs: Vec<SignOffReason>,
    /// The edits that add the sign-offs, if that is the decision: at most one at the start of the text and one at its
    /// end.
    pub edits: Vec<Edit>,
}

/// What happens next to a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    /// The post may go as it is.
    Release,
    /// The post may go once the sign-offs are added; then check again.
    AddSignOffs,
    /// The post is held only by questions that the poster has to answer.
    Ask,
    /// The post is held.
    Hold,
}

/// What happened to one finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Reason {
    /// The finding's key.
    pub finding: String,
    /// The rule's id.
    pub rule: String,
    /// What it takes to clear it.
    pub clearance: Clearance,
    /// What has cleared it; absent if it still holds up the post.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cleared: Option<Cleared>,
}

/// What happened to one sign-off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct SignOffReason {
    /// Its id.
    pub id: String,
    /// Whether it is there, will be added, or cannot be added.
    pub status: Status,
}

impl Verdict {
    /// The keys of the findings that still hold up the post.
    pub fn pending(&self) -> impl Iterator<Item = &str> {
        self.reasons.iter().filter(|reason| reason.cleared.is_none()).map(|reason| reason.finding.as_str())
    }

    /// Whether the finding with this key no longer holds up the post.
    #[must_use]
    pub fn clears(&self, key: &str) -> bool {
        self.pending().all(|pending| pending != key)
    }
}

/// Decides on a report, given what the poster has answered.
#[must_use]
pub fn decide(report: &Report, answers: &Answers) -> Verdict {
    let watching = report.grounds.mode == Mode::Monitor;
    let reason = |finding: &Finding| Reason {
        finding: finding.key.clone(),
        rule: finding.rule.clone(),
        clearance: finding.clearance,
        cleared: if watching { Some(By::OnlyWatched.into()) } else { answers.clear(finding, report) },
    };
    let reasons: Vec<Reason> = report.findings.iter().map(reason).collect();
    let mut pending = reasons.iter().filter(|reason| reason.cleared.is_none()).peekable();
    let decision = if pending.peek().is_some() {
        let only_questions = pending.all(|reason| reason.clearance == Clearance::Answer);
        if only_questions { Decision::Ask } else { Decision::Hold }
    } else if report.edits.is_empty() || watching {
        Decision::Release
    } else {
        Decision::AddSignOffs
    };
    let edits = if decision == Decision::AddSignOffs { report.edits.clone() } else { Vec::new() };
    let planned = report.sign_offs.iter();
    let sign_offs = planned.map(|one| SignOffReason { id: one.id.clone(), status: one.status }).collect();
    Verdict { decision, seal: report.seal, grounds: report.grounds.clone(), reasons, sign_offs, edits }
}
