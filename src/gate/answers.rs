//! The poster's answers, and which findings they clear.

use crate::finding::{Clearance, Finding};
use crate::policy::Approver;
use crate::report::Report;
use serde::{Deserialize, Serialize};

/// The poster's answer to one finding.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The finding's key.
    pub finding: String,
    /// The answer chosen, if the finding asks a question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply: Option<String>,
    /// The reason given, if the finding needs one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The code from a colleague, if the finding needs a second person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

/// What has cleared a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Cleared {
    /// Who or what cleared it.
    pub by: By,
    /// The answer to the rule's question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply: Option<String>,
    /// The poster's reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The id, in the policy, of the colleague who consented.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approver: Option<String>,
    /// The digest of the colleague's code, to recognise a code that is spent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

/// What can clear a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum By {
    /// Nothing: the finding never holds a post.
    NotNeeded,
    /// Nothing: the policy only watches.
    OnlyWatched,
    /// The poster's confirmation.
    Confirmation,
    /// The poster's answer to the rule's question.
    Answer,
    /// The poster's reason.
    Reason,
    /// A colleague's code, and the poster's reason.
    SecondPerson,
}

impl From<By> for Cleared {
    fn from(by: By) -> Self {
        Self { by, reply: None, reason: None, approver: None, code: None }
    }
}

/// All answers of the poster so far. If a finding has several answers, the last one counts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers {
    given: Vec<Answer>,
    /// Digests of colleagues' codes that were used on earlier posts.
    spent: Vec<String>,
}

impl From<Vec<Answer>> for Answers {
    fn from(given: Vec<Answer>) -> Self {
        Self { given, spent: Vec::new() }
    }
}

impl Answers {
    /// The same answers, but codes with these digests no longer count.
    #[must_use]
    pub fn with_spent(self, spent: Vec<String>) -> Self {
        Self { spent, ..self }
    }

    /// What clears this finding, if anything does.
    pub(super) fn clear(&self, finding: &Finding, report: &Report) -> Option<Cleared> {
        if finding.clearance == Clearance::NotNeeded {
            return Some(By::NotNeeded.into());
        }
        let answer = self.given.iter().rev().find(|answer| answer.finding == finding.key)?;
        let reason = answer.reason.as_deref().filter(|reason| is_a_reason(reason));
        match finding.clearance {
            Clearance::NotNeeded | Clearance::Never => None,
            Clearance::Confirm => Some(By::Confirmation.into()),
            Clearance::Answer => {
                let reply = answer.reply.as_ref()?;
                let choices = &finding.question.as_ref()?.answers;
                let releases = choices.iter().any(|choice| choice.releases && choice.answer == *reply);
                releases.then(|| Cleared { reply: Some(reply.clone()), ..By::Answer.into() })
            }
            Clearance::Reason => Some(Cleared { reason: Some(reason?.to_owned()), ..By::Reason.into() }),
            Clearance::SecondPerson => {
                let given = answer.code.as_deref()?;
                let consents = |one: &Approver| Some((one.id.clone(), one.gave(given)?));
                let (approver, code) = report.approvers.iter().find_map(consents)?;
                let unused = !self.spent.contains(&code);
                let reason = Some(reason?.to_owned());
                let (approver, code) = (Some(approver), Some(code));
                unused.then_some(Cleared { reason, approver, code, ..By::SecondPerson.into() })
            }
        }
    }
}

/// Whether a text is a reason: it needs at least three letters or digits. A dot or a dash tells a records officer
/// nothing.
#[must_use]
pub fn is_a_reason(text: &str) -> bool {
    text.chars().filter(|character| character.is_alphanumeric()).count() >= 3
}
