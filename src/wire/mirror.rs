//! From the engine's terms to those of the wire.

use super::report::{
    CountOut, CutOut, EditOut, FindingOut, FixOut, PlaceOut, PolicyOut, ReportOut, SignOffOut, VerdictOut,
};
use crate::engine::Report;
use crate::finding::{Edit, Finding, Fix, Span, in_order};
use crate::gate::Verdict;
use crate::sign_off::Planned;
use crate::text::length::Count;
use crate::{Draft, draft};

/// Builds the mirror of a report.
pub(super) struct Mirror<'a> {
    pub(super) draft: &'a Draft,
    pub(super) report: &'a Report,
    pub(super) verdict: &'a Verdict,
    pub(super) policy: PolicyOut,
}

impl Mirror<'_> {
    /// The report with every place in bytes and UTF-16.
    pub(super) fn report(self, id: Option<String>) -> ReportOut {
        ReportOut {
            id,
            account: self.report.grounds.account,
            findings: self.report.findings.iter().map(|finding| self.finding(finding)).collect(),
            count: self.report.count.map(Into::into),
            sign_offs: self.report.sign_offs.iter().map(Into::into).collect(),
            cut: self.draft.cut().map(|total| CutOut { checked: draft::MAX_CHARACTERS, total }),
            verdict: self.verdict(),
            policy: self.policy,
        }
    }

    fn place(&self, span: Span) -> PlaceOut {
        PlaceOut {
            bytes: (span.start, span.end),
            utf16: (self.draft.utf16(span.start), self.draft.utf16(span.end)),
        }
    }

    fn edits(&self, edits: &[Edit]) -> Vec<EditOut> {
        in_order(edits)
            .into_iter()
            .map(|edit| {
                let PlaceOut { bytes, utf16 } = self.place(edit.span);
                EditOut { bytes, utf16, insert: edit.insert.clone() }
            })
            .collect()
    }

    fn finding(&self, finding: &Finding) -> FindingOut {
        let fix = |fix: &Fix| FixOut { label: fix.label.clone(), edits: self.edits(&fix.edits) };
        FindingOut {
            key: finding.key.clone(),
            rule: finding.rule.clone(),
            kind: finding.kind.to_owned(),
            reference: finding.reference.clone(),
            severity: finding.severity,
            clearance: finding.clearance,
            cleared: self.verdict.clears(&finding.key),
            message: finding.message.clone(),
            source: finding.source.clone(),
            places: finding.spans.iter().map(|&span| self.place(span)).collect(),
            words: finding.spans.iter().map(|&span| self.draft.slice(span).to_owned()).collect(),
            fix: finding.fix.as_ref().map(fix),
            question: finding.question.clone(),
        }
    }

    fn verdict(&self) -> VerdictOut {
        let verdict = self.verdict;
        VerdictOut {
            decision: verdict.decision,
            seal: verdict.seal.to_string(),
            findings: verdict.pending().map(ToOwned::to_owned).collect(),
            edits: self.edits(&verdict.edits),
            reasons: verdict.reasons.clone(),
            grounds: verdict.grounds.clone(),
        }
    }
}

impl From<Count> for CountOut {
    fn from(count: Count) -> Self {
        Self { count: count.count, limit: count.limit, remaining: count.remaining(), unit: count.unit }
    }
}

impl From<&Planned> for SignOffOut {
    fn from(planned: &Planned) -> Self {
        Self {
            id: planned.id.clone(),
            status: planned.status,
            text: planned.text.clone(),
            message: planned.message.clone(),
        }
    }
}
