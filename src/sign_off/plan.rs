//! What happens to each sign-off, in words for the poster.

use super::choose::{Choice, Missing, TooLong};
use crate::finding::{Clearance, Edit, Finding, Severity, Span};
use crate::policy::{Mode, SignOff};
use crate::profile::detail;
use crate::text::length::Count;
use serde::{Deserialize, Serialize};

/// A sign-off that applies to a draft, and what happens to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// Its id.
    pub id: String,
    /// What happens to it.
    pub status: Status,
    /// The text that will be added, or would be; empty if it is there or cannot be added.
    pub text: String,
    /// What the poster is told about it.
    pub message: String,
}

/// What happens to a sign-off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// It is there already.
    Present,
    /// It will be added when the post goes out.
    WillBeAdded,
    /// It is missing, and will not be added, because the policy only watches.
    Missing,
    /// None of its wordings fits.
    DoesNotFit,
    /// One of its fields is not known, such as the poster's initials.
    Incomplete,
    /// There is nothing to sign yet: no text, and nothing attached.
    NothingToSign,
}

/// What to do about the sign-offs of one draft.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    /// Whether the policy adds what is missing or only watches.
    mode: Mode,
    /// Each sign-off that applies.
    pub(crate) planned: Vec<Planned>,
    /// The edits that add missing sign-offs.
    pub(crate) edits: Vec<Edit>,
    /// Findings about sign-offs that cannot be added, or that the poster has to look at.
    pub(crate) problems: Vec<Finding>,
    /// Where the draft has the wordings of sign-offs.
    pub(super) places: Vec<Span>,
    /// The languages of the draft, if a sign-off needed to know them.
    pub(crate) languages: Vec<&'static str>,
}

impl Plan {
    pub(super) fn new(mode: Mode) -> Self {
        Self { mode, ..Self::default() }
    }

    /// Whether there are such places, and all of them are inside sign-offs.
    pub(crate) fn has_all(&self, places: &[Span]) -> bool {
        let has = |place: &Span| self.places.iter().any(|sign_off| sign_off.contains(*place));
        !places.is_empty() && places.iter().all(has)
    }

    /// Notes a sign-off that applies. It counts as present until something else is known.
    pub(super) fn note(&mut self, sign_off: &SignOff) {
        self.planned.push(Planned {
            id: sign_off.id.clone(),
            status: Status::Present,
            text: String::new(),
            message: sign_off.message.clone(),
        });
    }

    /// Notes a sign-off that has no post to go into yet.
    pub(super) fn has_nothing_to_sign(&mut self, sign_off: &SignOff) {
        self.note(sign_off);
        if let Some(planned) = self.noted(sign_off) {
            planned.status = Status::NothingToSign;
        }
    }

    /// Somebody else's initials are there. Only the poster can say which of the two wrote the post.
    pub(super) fn signed_by_another(&mut self, sign_off: &SignOff, place: Span, written: &str, own: &str) {
        let why = format!(
            "It is signed “{written}”, and your initials are {own}. Change them if you wrote it; yours are not added to them."
        );
        self.report(sign_off, (Severity::Warn, Clearance::Confirm), &why);
        if let Some(problem) = self.problems.last_mut() {
            problem.spans = vec![place];
        }
    }

    /// The entry of a sign-off that was noted.
    fn noted(&mut self, sign_off: &SignOff) -> Option<&mut Planned> {
        self.planned.iter_mut().find(|planned| planned.id == sign_off.id)
    }

    /// Reports that a sign-off cannot be added.
    fn refuse(&mut self, sign_off: &SignOff, status: Status, why: &str) {
        if let Some(planned) = self.noted(sign_off) {
            planned.status = status;
        }
        self.report(sign_off, (Severity::Block, Clearance::Never), why);
    }

    /// Reports a problem with a sign-off.
    fn report(&mut self, sign_off: &SignOff, (severity, clearance): (Severity, Clearance), why: &str) {
        let message = self.noted(sign_off).map_or(&sign_off.message, |planned| &planned.message).clone();
        self.problems.push(Finding {
            key: sign_off.id.clone(),
            rule: sign_off.id.clone(),
            kind: "sign-off",
            reference: sign_off.reference.clone(),
            severity,
            clearance,
            message: format!("{message} {why}"),
            source: sign_off.source.clone(),
            spans: Vec::new(),
            fix: None,
            question: None,
        });
    }

    /// Reports that a field of a sign-off is not known.
    pub(super) fn incomplete(&mut self, sign_off: &SignOff, field: &str) {
        let lack = match detail(field) {
            None => "The date is not known.".to_owned(),
            Some(detail) => {
                let (are, them) = if detail.is_plural { ("are", "them") } else { ("is", "it") };
                format!("Your {field} {are} not known. Add {them} on Countersign’s options page.")
            }
        };
        self.refuse(sign_off, Status::Incomplete, &lack);
    }

    /// Says so if a sign-off is there, but too late in the text to count.
    pub(super) fn missing(&mut self, sign_off: &SignOff, late: bool) {
        let (Some(planned), true, Some(within)) = (self.noted(sign_off), late, sign_off.within) else {
            return;
        };
        let message = &sign_off.message;
        planned.message = format!("{message} It is there, but not in the first {within} characters.");
    }

    /// Adds all missing sign-offs. If they do not fit together, none is added. But if the limit is not sure, because
    /// the site does not say how it counts, they are added and the poster is warned.
    pub(super) fn add(&mut self, missing: &[Missing<'_>], choice: Result<Choice, TooLong>, sure: bool) {
        match choice {
            Ok(choice) => self.take(missing, choice),
            Err(TooLong { count, .. }) if sure => {
                let why = format!("There is no room for it. {}", cut(count));
                for one in missing {
                    self.refuse(one.sign_off, Status::DoesNotFit, &why);
                }
            }
            Err(TooLong { shortest, count }) => {
                self.take(missing, shortest);
                let why = format!("The post may be too long with it. {}", cut(count));
                for one in missing {
                    self.report(one.sign_off, (Severity::Warn, Clearance::Confirm), &why);
                }
            }
        }
    }

    fn take(&mut self, missing: &[Missing<'_>], choice: Choice) {
        let status = if self.mode == Mode::Monitor { Status::Missing } else { Status::WillBeAdded };
        for (one, text) in missing.iter().zip(choice.texts) {
            if let Some(planned) = self.noted(one.sign_off) {
                (planned.status, planned.text) = (status, text);
            }
        }
        self.edits = choice.edits;
    }
}

/// How much the poster has to cut.
fn cut(count: Count) -> String {
    format!("Cut {}, as the site counts.", count.unit.of(count.count.saturating_sub(count.limit)))
}
