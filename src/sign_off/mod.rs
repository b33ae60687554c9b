//! Sign-offs: which text has to be in a post, is it there already, where does it go, and which wording fits.
//!
//! ```text
//! those that apply ─▶ need: what stands already? which language? ─▶ choose: what fits? ─▶ place: two edits
//! ```
//!
//! Adding sign-offs is idempotent: once added they are found to be there, so checking the signed text again
//! asks for nothing more. For that the text itself is left as it is, a gap divides it from what is added, and
//! what is added is recognised by the very rules that looked for it before.

mod apart;
mod choose;
mod compiled;
mod fill;
mod language;
mod need;
mod place;
mod plan;
mod present;
mod problems;
mod standing;

#[cfg(not(target_arch = "wasm32"))]
use crate::facts::Facts;
use crate::policy::{Mode, Problem, SignOff};
use crate::text::reading::Reading;
use choose::{Missing, choose};
use compiled::Compiled;
use need::{Need, Survey};
pub(crate) use plan::Plan;
pub use plan::{Planned, Status};

/// The sign-offs of a policy, compiled.
#[derive(Debug)]
pub(crate) struct SignOffs {
    all: Vec<Compiled>,
}

impl SignOffs {
    /// Compiles the sign-offs of a policy, or lists what is wrong with them.
    pub(crate) fn new(sign_offs: &[SignOff]) -> Result<Self, Vec<Problem>> {
        let (mut all, mut problems) = (Vec::new(), Vec::new());
        for sign_off in sign_offs {
            match Compiled::new(sign_off) {
                Ok(compiled) => all.push(compiled),
                Err(wrong) => problems.extend(wrong),
            }
        }
        if problems.is_empty() { Ok(Self { all }) } else { Err(problems) }
    }

    /// Plans the sign-offs of a draft.
    pub(crate) fn plan(&self, reading: &Reading<'_>, facts: &Facts<'_>, mode: Mode) -> Plan {
        let mut plan = Plan::new(mode);
        let survey = Survey::new(reading, facts, self.all.iter().filter(|one| one.applies(facts)));
        let mut missing = Vec::new();
        for (sign_off, need) in survey.needs() {
            plan.note(sign_off);
            match need {
                Need::Nothing => {}
                Need::Field(field) => plan.incomplete(sign_off, field),
                Need::Wording { wordings, late } => {
                    plan.missing(sign_off, late);
                    missing.push(Missing { sign_off, wordings });
                }
            }
        }
        if !missing.is_empty() {
            let text = reading.draft().text();
            let choice = choose(text, facts, &missing, survey.last_line_is_taken());
            plan.add(&missing, choice, facts.context.limit_is_known());
        }
        (plan.places, plan.languages) = (survey.places(), survey.languages_found());
        plan
    }
}
