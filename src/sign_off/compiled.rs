//! One sign-off of a policy, ready to be looked for.

use super::fill::{self, Form};
use super::initials;
use super::problems::problems;
use crate::facts::Facts;
use crate::policy::{Position, Problem, SignOff, Trust};
use crate::reading::patterns::Lazy;

/// A sign-off with its wordings and patterns read.
#[derive(Debug)]
pub(super) struct Compiled {
    pub(super) sign_off: SignOff,
    pub(super) forms: Vec<Form>,
    pub(super) already: Vec<Lazy>,
    /// Whether it is the poster's initials, which may also be written by hand.
    pub(super) is_initials: bool,
    /// Whether these go after a caret, where anybody's initials can be recognised.
    pub(super) has_caret: bool,
}

impl Compiled {
    /// Reads a sign-off, or lists what is wrong with it.
    pub(super) fn new(sign_off: &SignOff, trust: Trust) -> Result<Self, Vec<Problem>> {
        let mut problems = problems(sign_off);
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
            match Lazy::new(pattern, true, trust) {
                Ok(pattern) => already.push(pattern),
                Err(message) => problems.push(problem(&format!("already[{nth}]"), &message)),
            }
        }
        if problems.is_empty() {
            let forms = fill::forms(&sign_off.variants);
            let is_late = sign_off.position != Position::Start;
            Ok(Self {
                sign_off: sign_off.clone(),
                is_initials: is_late && forms.iter().any(initials::is_initials),
                has_caret: is_late && forms.iter().any(initials::has_caret),
                forms,
                already,
            })
        } else {
            Err(problems)
        }
    }

    /// Whether the post needs it.
    pub(super) fn applies(&self, facts: &Facts<'_>) -> bool {
        facts.are_in(&self.sign_off.scope) && self.sign_off.parts().include(facts.context.thread)
    }

    /// Whether its wordings are the same in every language.
    pub(super) fn is_plain(&self) -> bool {
        self.forms.iter().all(|form| form.languages.is_empty())
    }

    /// The form for a language. One for that language alone is preferred to one for several.
    pub(super) fn form_in(&self, language: &str) -> Option<&Form> {
        let forms = self.forms.iter().filter(|form| form.is_in(language));
        forms.min_by_key(|form| form.languages.len())
    }
}
