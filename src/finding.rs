//! What a check says about a draft: its findings, where they are, how much they matter and how to fix them.

use serde::{Deserialize, Serialize};

/// A place in a draft: a half-open range of bytes, always on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
}

impl Span {
    /// The span from `start` up to `end`.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Whether this span contains the other one or equals it.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two spans share at least one byte.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// How much a rule matters, from a remark to a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Shown; never holds a post.
    Note,
    /// Holds the post until the poster decides to go on regardless.
    Warn,
    /// Holds the post until a question is answered.
    Ask,
    /// Holds the post until the words are gone or, if the rule allows it, overridden.
    Block,
}

/// Whether and how a poster may override a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Override {
    /// There is no override.
    None,
    /// With a reason.
    Reason,
    /// With a colleague's code.
    SecondPerson,
}

/// What clears a finding, so that the gate lets the post go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Clearance {
    /// Nothing needs to be done: it never holds the post.
    NotNeeded,
    /// The poster confirms, in one click.
    Confirm,
    /// The poster answers the rule's question.
    Answer,
    /// The poster gives a reason.
    Reason,
    /// A colleague gives a code.
    SecondPerson,
    /// Nothing can: the text has to change.
    Never,
}

impl Clearance {
    /// What clears a finding with this severity and override setting.
    ///
    /// A warning without an override setting is confirmed in one click; a block without one is final.
    #[must_use]
    pub const fn of(severity: Severity, setting: Option<Override>) -> Self {
        match (severity, setting) {
            (Severity::Note, _) => Self::NotNeeded,
            (Severity::Ask, _) => Self::Answer,
            (_, Some(Override::Reason)) => Self::Reason,
            (_, Some(Override::SecondPerson)) => Self::SecondPerson,
            (Severity::Warn, None) => Self::Confirm,
            (Severity::Warn, Some(Override::None)) | (Severity::Block, _) => Self::Never,
        }
    }
}

/// A change to the text: replaces `span` with `insert`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Edit {
    /// The text to replace; empty to insert only.
    pub span: Span,
    /// The new text; empty to delete only.
    pub insert: String,
}

impl Edit {
    /// The edit without the part of it before a byte of the draft.
    pub(crate) fn behind(self, at: usize) -> Self {
        let Span { start, end } = self.span;
        Self { span: Span::new(start.max(at), end.max(at)), ..self }
    }
}

/// Edits that do not overlap, in text order.
#[must_use]
pub fn in_order(edits: &[Edit]) -> Vec<&Edit> {
    let mut sorted: Vec<&Edit> = edits.iter().collect();
    sorted.sort_by_key(|edit| edit.span);
    sorted
}

/// Applies edits that do not overlap, given in any order, and returns the new text.
///
/// ```
/// use countersign::finding::{Edit, Span, apply};
/// let edits = [Edit { span: Span::new(3, 10), insert: "use".into() }];
/// assert_eq!(apply("We utilise it", &edits), "We use it");
/// ```
#[must_use]
pub fn apply(text: &str, edits: &[Edit]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for edit in in_order(edits) {
        out.push_str(text.get(done..edit.span.start).unwrap_or_default());
        out.push_str(&edit.insert);
        done = edit.span.end;
    }
    out.push_str(text.get(done..).unwrap_or_default());
    out
}

/// A fix for a finding, made in one click.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Fix {
    /// What the click does, in words for the poster: `Change to “use”`.
    pub label: String,
    /// The changes, which do not overlap.
    pub edits: Vec<Edit>,
}

/// A question that a rule asks, with its possible answers.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The question.
    pub ask: String,
    /// The answers to choose from.
    pub answers: Vec<Choice>,
}

/// One answer to a [`Question`].
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// The label of the button.
    pub answer: String,
    /// Whether this answer lets the post go.
    pub releases: bool,
}

/// Where a rule comes from.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The name of the guidance.
    pub title: String,
    /// Where to read it, as an `https` address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// One thing that a rule found in a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Identifies this finding across checks, by the rule and the words it is about. An answer to it stays valid for as
    /// long as the same rule finds the same words.
    pub key: String,
    /// The rule's id.
    pub rule: String,
    /// The rule's kind.
    pub kind: &'static str,
    /// The rule's row in a published list, if the policy names one.
    pub reference: Option<String>,
    /// How much it matters.
    pub severity: Severity,
    /// What clears it.
    pub clearance: Clearance,
    /// What to tell the poster.
    pub message: String,
    /// Where the rule comes from.
    pub source: Source,
    /// The words it is about; empty if it is about the whole draft.
    pub spans: Vec<Span>,
    /// How to fix it in one click.
    pub fix: Option<Fix>,
    /// What the poster has to answer.
    pub question: Option<Question>,
}
