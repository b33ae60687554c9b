//! What becomes of each sign-off, in words for the poster.

use super::choose::{Choice, Missing, TooLong};
use crate::finding::{Clearance, Edit, Finding, Severity, Span};
use crate::policy::{Mode, SignOff};
use crate::profile::detail;
use crate::text::length::Count;
use serde::{Deserialize, Serialize};

/// A sign-off that applies to a draft, and what becomes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// Its id.
    pub id: String,
    /// What becomes of it.
    pub status: Status,
    /// The text that will be added, or would be; empty if it is there or cannot be added.
    pub text: String,
    /// Why it is required.
    pub message: String,
}

/// What becomes of a sign-off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// It is there already.
    Present,
    /// It will be added when the post goes out.
    WillBeAdded,
    /// It is missing, and will not be added, as the policy only watches.
    Missing,
    /// No wording of it fits.
    DoesNotFit,
    /// A field of it is not known, such as the poster's initials.
    Incomplete,
    /// There is no post yet that could be signed: no text and nothing attached.
    NothingToSign,
}

/// What to do about sign-offs in one draft.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    /// Whether the policy adds what is missing or only watches.
    mode: Mode,
    /// Each that applies.
    pub(crate) planned: Vec<Planned>,
    /// What adds those that are missing.
    pub(crate) edits: Vec<Edit>,
    /// Those that are missing and cannot be added.
    pub(crate) problems: Vec<Finding>,
    /// Where sign-offs stand in the draft, in their own words.
    pub(super) places: Vec<Span>,
    /// The languages of the draft, as far as they were asked for.
    pub(crate) languages: Vec<&'static str>,
}

impl Plan {
    pub(super) fn new(mode: Mode) -> Self {
        Self { mode, ..Self::default() }
    }

    /// Whether there are such places, and each lies in a sign-off.
    pub(crate) fn has_all(&self, places: &[Span]) -> bool {
        let has = |place: &Span| self.places.iter().any(|sign_off| sign_off.contains(*place));
        !places.is_empty() && places.iter().all(has)
    }

    /// Notes a sign-off that applies. That it is there is what is said of it until something else is known.
    pub(super) fn note(&mut self, sign_off: &SignOff) {
        self.planned.push(Planned {
            id: sign_off.id.clone(),
            status: Status::Present,
            text: String::new(),
            message: sign_off.message.clone(),
        });
    }

    /// Notes a sign-off of what is no post.
    pub(super) fn has_nothing_to_sign(&mut self, sign_off: &SignOff) {
        self.note(sign_off);
        if let Some(planned) = self.noted(sign_off) {
            planned.status = Status::NothingToSign;
        }
    }

    /// Somebody else's initials are there. Which of the two wrote the post is the poster's to say.
    pub(super) fn signed_by_another(&mut self, sign_off: &SignOff, place: Span, written: &str, own: &str) {
        let why = format!(
            "It is signed “{written}”, and your initials are {own}. Change them if you wrote it; yours are not added to them."
        );
        self.report(sign_off, (Severity::Warn, Clearance::Confirm), &why);
        if let Some(problem) = self.problems.last_mut() {
            problem.spans = vec![place];
        }
    }

    /// The note of a sign-off.
    fn noted(&mut self, sign_off: &SignOff) -> Option<&mut Planned> {
        self.planned.iter_mut().find(|planned| planned.id == sign_off.id)
    }

    /// It cannot be added.
    fn refuse(&mut self, sign_off: &SignOff, status: Status, why: &str) {
        if let Some(planned) = self.noted(sign_off) {
            planned.status = status;
        }
        self.report(sign_off, (Severity::Block, Clearance::Never), why);
    }

    /// Something is the matter with it.
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

    /// A field of it is not known.
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

    /// It is missing, or too late in the text to count.
    pub(super) fn missing(&mut self, sign_off: &SignOff, late: bool) {
        let (Some(planned), true, Some(within)) = (self.noted(sign_off), late, sign_off.within) else {
            return;
        };
        let message = &sign_off.message;
        planned.message = format!("{message} It is there, but not in the first {within} characters.");
    }

    /// Adds all that is missing. If it does not fit together, none of it is added; unless nobody can be sure of that,
    /// as the site does not say how it counts. Then the poster is warned.
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

/// How much has to go.
fn cut(count: Count) -> String {
    format!("Cut {}, as the site counts.", count.unit.of(count.count.saturating_sub(count.limit)))
}
