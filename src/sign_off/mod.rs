//! Sign-offs: which text has to be in a post, whether it is there already, where it goes, and which wording fits.
//!
//! ```text
//! those that apply ─▶ need: what is there already? which language? ─▶ choose: what fits? ─▶ place: two edits
//! ```
//!
//! Adding sign-offs is idempotent: once added, they are found, so checking the signed text again asks for nothing more.
//! For this to work, the text itself is left as it is, a gap separates it from whatever is added, and added wordings
//! are recognised by the same rules as any others.

mod apart;
mod choose;
mod compiled;
mod fill;
mod initials;
mod language;
mod need;
mod place;
mod plan;
mod present;
mod problems;
mod quotation;
mod standing;

pub(crate) use plan::Plan;
pub use plan::{Planned, Status};

use crate::facts::Facts;
use crate::policy::{Mode, Problem, SignOff, Trust};
use crate::reading::Reading;
use crate::text::normalise::invisible;
use choose::{Missing, choose};
use compiled::Compiled;
use need::{Assessment, Need};

/// The sign-offs of a policy, compiled.
#[derive(Debug)]
pub(crate) struct SignOffs {
    all: Vec<Compiled>,
}

impl SignOffs {
    /// Compiles the sign-offs of a policy, or lists what is wrong with them.
    pub(crate) fn new(sign_offs: &[SignOff], trust: Trust) -> Result<Self, Vec<Problem>> {
        let (mut all, mut problems) = (Vec::new(), Vec::new());
        for sign_off in sign_offs {
            match Compiled::new(sign_off, trust) {
                Ok(compiled) => all.push(compiled),
                Err(wrong) => problems.extend(wrong),
            }
        }
        if problems.is_empty() { Ok(Self { all }) } else { Err(problems) }
    }

    /// Plans the sign-offs of a draft.
    pub(crate) fn plan(&self, reading: &Reading<'_>, facts: &Facts<'_>, mode: Mode) -> Plan {
        let mut plan = Plan::new(mode);
        if is_no_post(reading.draft().text(), facts) {
            let applicable = self.all.iter().filter(|one| one.applies(facts));
            applicable.for_each(|one| plan.has_nothing_to_sign(&one.sign_off));
            return plan;
        }
        let assessment = Assessment::new(reading, facts, self.all.iter().filter(|one| one.applies(facts)));
        let mut missing = Vec::new();
        for (sign_off, need) in assessment.needs() {
            plan.note(sign_off);
            match need {
                Need::Nothing => {}
                Need::Others(place) => {
                    let written = reading.draft().text().get(place.start..place.end).unwrap_or_default();
                    plan.signed_by_another(sign_off, place, written.trim(), fill::initials(facts));
                }
                Need::Field(field) => plan.incomplete(sign_off, field),
                Need::Wording { wordings, late } => {
                    plan.missing(sign_off, late);
                    missing.push(Missing { sign_off, wordings });
                }
            }
        }
        if !missing.is_empty() {
            let text = reading.draft().text();
            let choice = choose(text, facts, &missing, assessment.last_line_is_taken());
            let sure = facts.count.is_some_and(|count| facts.context.limit_is_sure(count));
            plan.add(&missing, choice, sure);
        }
        (plan.places, plan.languages) = (assessment.places(), assessment.languages_found());
        plan
    }
}

/// Whether a site would refuse to post it, because it has no visible text and nothing attached. A picture without text
/// is a post, and has to be signed.
fn is_no_post(text: &str, facts: &Facts<'_>) -> bool {
    let is_blank =
        |sign: char| sign.is_whitespace() || sign.is_control() || invisible(sign) || sign == BRAILLE_BLANK;
    facts.context.media.is_empty() && text.chars().all(is_blank)
}

/// The blank Braille cell, which people use for posts that look empty.
const BRAILLE_BLANK: char = '\u{2800}';
