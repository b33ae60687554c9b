//! Converts the engine's types to those of the wire.

use super::report::{
    CountOut, CutOut, EditOut, FindingOut, FixOut, PlaceOut, PolicyOut, ReportOut, SignOffOut, VerdictOut,
};
use crate::finding::{Edit, Finding, Fix, Span, in_order};
use crate::gate::Verdict;
use crate::report::Report;
use crate::sign_off::Planned;
use crate::text::length::Count;
use crate::{Draft, draft};

/// Converts a report to its counterpart on the wire.
pub(super) struct Mirror<'a> {
    pub(super) draft: &'a Draft,
    pub(super) verdict: Verdict,
    pub(super) policy: PolicyOut,
}

impl Mirror<'_> {
    /// The report with every place in bytes and UTF-16.
    pub(super) fn of(self, report: Report, id: Option<String>) -> ReportOut {
        ReportOut {
            id,
            account: report.grounds.account,
            findings: report.findings.into_iter().map(|finding| self.finding(finding)).collect(),
            count: report.count.map(Into::into),
            sign_offs: report.sign_offs.into_iter().map(Into::into).collect(),
            cut: self.draft.cut().map(|total| CutOut { checked: draft::MAX_CHARACTERS, total }),
            verdict: VerdictOut {
                decision: self.verdict.decision,
                seal: self.verdict.seal.to_string(),
                findings: self.verdict.pending().map(ToOwned::to_owned).collect(),
                edits: self.edits(&self.verdict.edits),
                reasons: self.verdict.reasons,
                sign_offs: self.verdict.sign_offs,
                grounds: self.verdict.grounds,
            },
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

    fn finding(&self, finding: Finding) -> FindingOut {
        let fix = |fix: Fix| FixOut { edits: self.edits(&fix.edits), label: fix.label };
        FindingOut {
            cleared: self.verdict.clears(&finding.key),
            key: finding.key,
            rule: finding.rule,
            kind: finding.kind.to_owned(),
            reference: finding.reference,
            severity: finding.severity,
            clearance: finding.clearance,
            message: finding.message,
            source: finding.source,
            places: finding.spans.iter().map(|&span| self.place(span)).collect(),
            words: finding.spans.iter().map(|&span| self.draft.slice(span).to_owned()).collect(),
            fix: finding.fix.map(fix),
            question: finding.question,
        }
    }
}

impl From<Count> for CountOut {
    fn from(count: Count) -> Self {
        Self { count: count.count, limit: count.limit, remaining: count.remaining(), unit: count.unit }
    }
}

impl From<Planned> for SignOffOut {
    fn from(planned: Planned) -> Self {
        let Planned { id, status, text, message } = planned;
        Self { id, status, text, message }
    }
}
