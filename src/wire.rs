//! What leaves the crate: the JSON of `countersign check --json` and the messages of the extension are the
//! same structs. Each place in a text is given in bytes and in UTF-16 code units.
//!
//! Nothing is decided here; the structs mirror [`Report`], [`Finding`] and [`Verdict`].
//! TypeScript types are generated from them (`pkg/countersign.d.ts`).

use crate::context::{AccountKind, Context, Media, PastPost, Profile, Surface, Window};
use crate::engine::Report;
use crate::finding::{Clearance, Edit, Finding, Fix, Question, Severity, Source, Span};
use crate::gate::{Answer, Answers, Verdict};
use crate::sign_off::{Planned, Status};
use crate::text::length::{Count, Unit};
use crate::{Draft, Engine, draft, gate};
use serde::{Deserialize, Serialize};

/// One draft with its context: a line of `countersign check --jsonl`, or the extension's question.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// Anything; comes back in the answer.
    #[serde(default)]
    pub id: Option<String>,
    /// The draft.
    pub text: String,
    /// The site's id, such as `x`.
    #[serde(default)]
    pub site: Option<String>,
    /// The account type, if known.
    #[serde(default)]
    pub account: Option<AccountKind>,
    /// The acting account.
    #[serde(default)]
    pub handle: Option<String>,
    /// What kind of post it is.
    #[serde(default)]
    pub surface: Surface,
    /// What is attached.
    #[serde(default)]
    pub media: Vec<Media>,
    /// The present time, as RFC 3339.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub now: Option<crate::Instant>,
    /// Earlier posts of the account.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "{ at: string; kind?: Surface; text?: string }[]"))]
    pub history: Vec<PastPost>,
    /// Windows known besides those of the policy.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "{ id: string; from: string; until: string }[]"))]
    pub windows: Vec<Window>,
    /// The account's languages.
    #[serde(default)]
    pub languages: Vec<String>,
    /// The site's limit where it differs from the usual one.
    #[serde(default)]
    pub limit: Option<usize>,
    /// Who is posting.
    #[serde(default)]
    pub profile: Profile,
    /// What the poster has answered so far.
    #[serde(default)]
    pub answers: Vec<Answer>,
}

impl Request {
    /// The request in the engine's terms.
    #[must_use]
    pub fn split(self) -> (Draft, Context, Answers) {
        let context = Context {
            site: self.site,
            account: self.account,
            handle: self.handle,
            surface: self.surface,
            media: self.media,
            now: self.now,
            history: self.history,
            windows: self.windows,
            languages: self.languages,
            limit: self.limit,
            profile: self.profile,
        };
        (Draft::new(&self.text), context, self.answers.into())
    }
}

/// Checks one draft and decides whether it may be posted.
#[must_use]
pub fn answer(engine: &Engine, request: Request) -> ReportOut {
    let id = request.id.clone();
    let (draft, context, answers) = request.split();
    let report = engine.check(&draft, &context);
    let verdict = gate::decide(&report, &answers);
    let policy = PolicyOut::of(engine.policy());
    Mirror { draft: &draft, report: &report, verdict: &verdict, policy }.report(id)
}

/// A place in the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct PlaceOut {
    /// Start and end in bytes of UTF-8.
    pub bytes: (usize, usize),
    /// Start and end in UTF-16 code units, as in JavaScript.
    pub utf16: (usize, usize),
}

/// A change to the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct EditOut {
    /// What is replaced, in bytes of UTF-8.
    pub bytes: (usize, usize),
    /// What is replaced, in UTF-16 code units.
    pub utf16: (usize, usize),
    /// What comes in its place.
    pub insert: String,
}

/// One click that mends a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct FixOut {
    /// What the click does.
    pub label: String,
    /// The changes, in the order of the text.
    pub edits: Vec<EditOut>,
}

/// A finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct FindingOut {
    /// Names the finding across checks.
    pub key: String,
    /// The rule's id.
    pub rule: String,
    /// The rule's kind.
    pub kind: String,
    /// The rule's row in a published list.
    #[serde(rename = "ref", default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// How much it matters.
    pub severity: Severity,
    /// What clears it.
    pub clearance: Clearance,
    /// Whether it has been cleared by the answers given.
    pub cleared: bool,
    /// What to tell the poster.
    pub message: String,
    /// Where the rule comes from.
    pub source: Source,
    /// Where the words are; empty if it is about the whole draft.
    pub places: Vec<PlaceOut>,
    /// The words at each place.
    pub words: Vec<String>,
    /// How to mend it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fix: Option<FixOut>,
    /// What to answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<Question>,
}

/// How long the draft is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct CountOut {
    /// As the site counts it.
    pub count: usize,
    /// What the site allows.
    pub limit: usize,
    /// How much room is left; negative if the draft is too long.
    pub remaining: i64,
    /// What is counted.
    pub unit: Unit,
}

/// A sign-off that applies to the draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct SignOffOut {
    /// Its id.
    pub id: String,
    /// Whether it is there, will be added, or cannot be.
    pub status: Status,
    /// The text that will be added; empty if none will.
    pub text: String,
    /// Why it is required.
    pub message: String,
}

/// The gate's answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct VerdictOut {
    /// What is to happen.
    pub decision: Decision,
    /// The keys of the findings that hold the post or ask; empty if none does.
    pub findings: Vec<String>,
    /// The changes that add the sign-offs; empty if there are none to make.
    pub edits: Vec<EditOut>,
}

/// What is to happen to a post, as [`Verdict`] explains.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    /// The post may go as it is.
    Release,
    /// The post may go once the sign-offs are added.
    AddSignOffs,
    /// Questions have to be answered first.
    Ask,
    /// The post is held.
    Hold,
}

/// What was checked, if not all of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct CutOut {
    /// How many characters were checked.
    pub checked: usize,
    /// How many the draft has.
    pub total: usize,
}

/// Everything about one draft.
// Without `hashmap_as_object`, the flattened struct inside an edit would become a JavaScript `Map`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(hashmap_as_object))]
pub struct ReportOut {
    /// The request's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Names the policy that was applied.
    pub policy: PolicyOut,
    /// The account type that was applied.
    pub account: AccountKind,
    /// What was found, in the order of the text; what is about the whole draft comes last.
    pub findings: Vec<FindingOut>,
    /// How long the draft is; absent if the site is unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<CountOut>,
    /// The sign-offs that apply.
    pub sign_offs: Vec<SignOffOut>,
    /// Present if the draft was too long to check whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cut: Option<CutOut>,
    /// What the gate says.
    pub verdict: VerdictOut,
}

/// Names a policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct PolicyOut {
    /// Its id.
    pub id: String,
    /// Its name for people.
    pub name: String,
    /// Its version.
    pub version: u64,
}

impl PolicyOut {
    /// The names of this policy.
    #[must_use]
    pub fn of(policy: &crate::Policy) -> Self {
        Self { id: policy.id.clone(), name: policy.name.clone(), version: policy.version }
    }
}

/// Builds the mirror of a report.
struct Mirror<'a> {
    draft: &'a Draft,
    report: &'a Report,
    verdict: &'a Verdict,
    policy: PolicyOut,
}

impl Mirror<'_> {
    /// The report with every place in bytes and UTF-16.
    fn report(self, id: Option<String>) -> ReportOut {
        ReportOut {
            id,
            account: self.report.account,
            findings: self.report.findings.iter().map(|finding| self.finding(finding)).collect(),
            count: self.report.count.map(count_out),
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
        let mut edits: Vec<_> = edits.iter().collect();
        edits.sort_by_key(|edit| edit.span);
        edits
            .iter()
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
        let (decision, findings, edits): (_, &[String], &[Edit]) = match self.verdict {
            Verdict::Release => (Decision::Release, &[], &[]),
            Verdict::AddSignOffs { edits } => (Decision::AddSignOffs, &[], edits),
            Verdict::Ask { findings } => (Decision::Ask, findings, &[]),
            Verdict::Hold { findings } => (Decision::Hold, findings, &[]),
        };
        VerdictOut { decision, findings: findings.to_vec(), edits: self.edits(edits) }
    }
}

fn count_out(count: Count) -> CountOut {
    CountOut { count: count.count, limit: count.limit, remaining: count.remaining(), unit: count.unit }
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
