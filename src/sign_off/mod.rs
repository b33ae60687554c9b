//! Sign-offs: which text has to be in a post, is it there already, where does it go, and which wording fits.
//!
//! ```text
//! those that apply ─▶ need: what stands already? which language? ─▶ choose: what fits? ─▶ place: two edits
//! ```
//!
//! Adding sign-offs is idempotent: once added they are found to be there, so checking the signed text again
//! asks for nothing more. For that the text itself is left as it is, a gap divides it from what is added, and
//! what is added is recognised by the very rules that looked for it before.

mod choose;
mod fill;
mod language;
mod need;
mod place;
mod present;

use crate::facts::Facts;
use crate::finding::{Clearance, Edit, Finding, Severity, Source};
use crate::policy::{Position, Problem, SignOff};
use crate::text::reading::Reading;
use crate::text::regexes::Lazy;
use choose::{Choice, Missing, choose};
use fill::Form;
use need::{Need, Survey};
use serde::{Deserialize, Serialize};

/// A sign-off that applies to a draft, and what becomes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// Its id.
    pub id: String,
    /// What becomes of it.
    pub status: Status,
    /// The text that will be added; empty if none will.
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
    /// No wording of it fits.
    DoesNotFit,
    /// A field of it is not known, such as the poster's initials.
    Incomplete,
}

/// The sign-offs of a policy, compiled.
#[derive(Debug)]
pub(crate) struct SignOffs {
    all: Vec<Compiled>,
}

#[derive(Debug)]
struct Compiled {
    sign_off: SignOff,
    forms: Vec<Form>,
    already: Vec<Lazy>,
}

/// What to do about sign-offs in one draft.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    pub(crate) planned: Vec<Planned>,
    pub(crate) edits: Vec<Edit>,
    pub(crate) problems: Vec<Unsigned>,
}

/// A required sign-off that cannot be added.
#[derive(Debug)]
pub(crate) struct Unsigned {
    id: String,
    reference: Option<String>,
    source: Source,
    message: String,
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
    pub(crate) fn plan(&self, reading: &Reading<'_>, facts: &Facts<'_>) -> Plan {
        let mut plan = Plan::default();
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
            plan.add(&missing, choose(text, facts.context, &missing, survey.last_line_is_taken()));
        }
        plan
    }
}

impl Compiled {
    fn new(sign_off: &SignOff) -> Result<Self, Vec<Problem>> {
        let mut problems = fill::problems(sign_off);
        let problem =
            |path: &str, message: &str| Problem::entry(&sign_off.id, path.to_owned(), message.to_owned());
        if sign_off.within == Some(0) {
            problems
                .push(problem("within", "Nothing stands in the first 0 characters. Write a larger number."));
        }
        if sign_off.within.is_some() && sign_off.position != Position::Start {
            problems
                .push(problem("within", "What has to stand early goes at the start: add “position: start”."));
        }
        let mut already = Vec::new();
        for (nth, pattern) in sign_off.already.iter().enumerate() {
            match Lazy::new(pattern, true) {
                Ok(pattern) => already.push(pattern),
                Err(message) => problems.push(problem(&format!("already[{nth}]"), &message)),
            }
        }
        if problems.is_empty() {
            Ok(Self { sign_off: sign_off.clone(), forms: fill::forms(&sign_off.variants), already })
        } else {
            Err(problems)
        }
    }

    fn applies(&self, facts: &Facts<'_>) -> bool {
        self.sign_off.scope.covers(facts) && self.sign_off.parts().include(facts.context.thread)
    }

    /// Whether its wordings are the same in every language.
    fn is_plain(&self) -> bool {
        self.forms.iter().all(|form| form.languages.is_empty())
    }

    /// The form for a language, rather one for it alone than for several.
    fn form_in(&self, language: &str) -> Option<&Form> {
        let forms = self.forms.iter().filter(|form| form.is_in(language));
        forms.min_by_key(|form| form.languages.len())
    }
}

impl Plan {
    /// Notes a sign-off that applies. That it is there is what is said of it until something else is known.
    fn note(&mut self, sign_off: &SignOff) {
        self.planned.push(Planned {
            id: sign_off.id.clone(),
            status: Status::Present,
            text: String::new(),
            message: sign_off.message.clone(),
        });
    }

    /// The note of a sign-off.
    fn noted(&mut self, sign_off: &SignOff) -> Option<&mut Planned> {
        self.planned.iter_mut().find(|planned| planned.id == sign_off.id)
    }

    fn refuse(&mut self, sign_off: &SignOff, status: Status, why: &str) {
        let mut message = sign_off.message.clone();
        if let Some(planned) = self.noted(sign_off) {
            planned.status = status;
            message.clone_from(&planned.message);
        }
        self.problems.push(Unsigned {
            id: sign_off.id.clone(),
            reference: sign_off.reference.clone(),
            source: sign_off.source.clone(),
            message: format!("{message} {why}"),
        });
    }

    fn incomplete(&mut self, sign_off: &SignOff, field: &str) {
        let lack = match field {
            "date" => "The date is not known.".to_owned(),
            "initials" => "Your initials are not known. Add them on Countersign’s options page.".to_owned(),
            _ => format!("Your {field} is not known. Add it on Countersign’s options page."),
        };
        self.refuse(sign_off, Status::Incomplete, &lack);
    }

    fn missing(&mut self, sign_off: &SignOff, late: bool) {
        let (Some(planned), true, Some(within)) = (self.noted(sign_off), late, sign_off.within) else {
            return;
        };
        let message = &sign_off.message;
        planned.message = format!("{message} It is there, but not in the first {within} characters.");
    }

    /// Adds all that is missing, or none of it if it does not fit together.
    fn add(&mut self, missing: &[Missing<'_>], choice: Result<Choice, usize>) {
        match choice {
            Ok(choice) => {
                for (one, text) in missing.iter().zip(choice.texts) {
                    if let Some(planned) = self.noted(one.sign_off) {
                        (planned.status, planned.text) = (Status::WillBeAdded, text);
                    }
                }
                self.edits = choice.edits;
            }
            Err(over) => {
                let characters = if over == 1 { "character" } else { "characters" };
                let why = format!("There is no room for it. Cut {over} {characters}.");
                for one in missing {
                    self.refuse(one.sign_off, Status::DoesNotFit, &why);
                }
            }
        }
    }
}

impl From<Unsigned> for Finding {
    fn from(unsigned: Unsigned) -> Self {
        Self {
            key: unsigned.id.clone(),
            rule: unsigned.id,
            kind: "sign-off",
            reference: unsigned.reference,
            severity: Severity::Block,
            clearance: Clearance::Never,
            message: unsigned.message,
            source: unsigned.source,
            spans: Vec::new(),
            fix: None,
            question: None,
        }
    }
}
