//! The structs of an answer.

use crate::facts::Grounds;
use crate::finding::{Clearance, Question, Severity, Source};
use crate::gate::{Decision, Reason, SignOffReason};
use crate::post::AccountKind;
use crate::sign_off::Status;
use crate::text::length::Unit;
use serde::{Deserialize, Serialize};

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
    /// What replaces it.
    pub insert: String,
}

/// One click that fixes a finding.
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
    /// Identifies the finding from one check to the next.
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
    /// Whether the answers given have cleared it.
    pub cleared: bool,
    /// What to tell the poster.
    pub message: String,
    /// The guidance the rule is based on.
    pub source: Source,
    /// Where the words are; empty if the finding is about the whole draft.
    pub places: Vec<PlaceOut>,
    /// The words at each place.
    pub words: Vec<String>,
    /// How to fix it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fix: Option<FixOut>,
    /// What to ask the poster.
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
    /// The unit that is counted.
    pub unit: Unit,
}

/// A sign-off that applies to the draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct SignOffOut {
    /// Its id.
    pub id: String,
    /// Whether it is there, will be added, or cannot be added.
    pub status: Status,
    /// The text that will be added, or would be; empty if it is there or cannot be added.
    pub text: String,
    /// Why it is required.
    pub message: String,
}

/// The gate's answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct VerdictOut {
    /// What should happen to the post.
    pub decision: Decision,
    /// Identifies the text and context that this is about: 64 hexadecimal digits, which contain no part of either.
    pub seal: String,
    /// The keys of the findings that hold the post or ask a question; empty if there are none.
    pub findings: Vec<String>,
    /// The changes that add the sign-offs; empty if there are none to make.
    pub edits: Vec<EditOut>,
    /// What became of each finding.
    pub reasons: Vec<Reason>,
    /// What became of each sign-off that applies.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sign_offs: Vec<SignOffReason>,
    /// The facts that the verdict rests on.
    pub grounds: Grounds,
}

/// How much was checked, if not all of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct CutOut {
    /// How many characters were checked.
    pub checked: usize,
    /// How many characters the draft has.
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
    /// The policy that was applied.
    pub policy: PolicyOut,
    /// The account type that was applied.
    pub account: AccountKind,
    /// What was found, in the order of the text; findings about the whole draft come last.
    pub findings: Vec<FindingOut>,
    /// How long the draft is; absent if the site is unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<CountOut>,
    /// The sign-offs that apply.
    pub sign_offs: Vec<SignOffOut>,
    /// Present if the draft was too long to check in full.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cut: Option<CutOut>,
    /// What the gate says.
    pub verdict: VerdictOut,
}

/// Identifies a policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct PolicyOut {
    /// Its id.
    pub id: String,
    /// Its name, for people to read.
    pub name: String,
    /// Its version.
    pub version: u64,
}

impl PolicyOut {
    /// The identifying details of this policy.
    #[must_use]
    pub fn of(policy: &crate::Policy) -> Self {
        Self { id: policy.id.clone(), name: policy.name.clone(), version: policy.version }
    }
}
