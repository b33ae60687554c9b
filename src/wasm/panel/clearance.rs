//! How a finding that holds the post can be dealt with: confirmed, answered, given a reason, or not at all.

use super::builder::{Intent, PanelBuilder};
use crate::finding::{Clearance, Question};
use crate::gate::Answer;
use crate::sign_off::Status;
use crate::wasm::draw::{Element, el};
use crate::wasm::panel_state::Action;
use crate::wire::FindingOut;

/// The kind of the findings about sign-offs that cannot be added.
pub(super) const SIGN_OFF: &str = "sign-off";

/// The key of the field for a colleague's code.
pub(super) fn code_field(finding: &str) -> String {
    ["code ", finding].concat()
}

impl PanelBuilder<'_> {
    pub(super) fn clearance(&mut self, id: &str, finding: &FindingOut) -> Vec<Element> {
        // In monitor mode a policy finds things, but holds nothing.
        if finding.cleared {
            return Vec::new();
        }
        match (finding.clearance, &finding.question) {
            // Confirmed with a button beside the fix.
            (Clearance::NotNeeded | Clearance::Confirm, _) => Vec::new(),
            (Clearance::Answer, Some(question)) => self.question(finding, question),
            (Clearance::Reason | Clearance::SecondPerson, _) => self.reason(id, finding),
            _ if finding.kind == SIGN_OFF => self.missing_details(finding).into_iter().collect(),
            (Clearance::Never | Clearance::Answer, _) => vec![self.say("must", "mustChange")],
        }
    }

    fn question(&mut self, finding: &FindingOut, question: &Question) -> Vec<Element> {
        let picked = self.state.answer(finding).and_then(|answer| answer.reply.as_deref());
        let mut buttons = el("div").class("buttons");
        for choice in &question.answers {
            let (finding, reply) = (finding.key.clone(), Some(choice.answer.clone()));
            let key = ["answer ", &choice.answer, " ", &finding].concat();
            let intent =
                Intent::Send(Action::Answer { answer: Answer { finding, reply, ..Answer::default() } });
            let is_picked = picked == Some(choice.answer.as_str());
            let button = self.button(key, "secondary", &choice.answer, intent);
            buttons = buttons.add(button.set("aria-pressed", if is_picked { "true" } else { "false" }));
        }
        let legend = el("legend").text(question.ask.as_str());
        let fieldset = el("fieldset").class("question").add(legend).add(buttons);
        let stays_held = picked.map(|_| self.say("must", "answerHolds"));
        std::iter::once(fieldset).chain(stays_held).collect()
    }

    fn reason(&mut self, id: &str, finding: &FindingOut) -> Vec<Element> {
        let field = ["reason ", &finding.key].concat();
        let [input, hint, error] = ["-reason", "-hint", "-error"].map(|part| [id, part].concat());
        let is_missing = self.local.lacks_reason(&finding.key);
        let describes = if is_missing { [&hint, " ", &error].concat() } else { hint.clone() };
        let group = el("div").class(if is_missing { "field error" } else { "field" });
        let group = group
            .add(el("label").set("for", input.as_str()).text(self.words.say("reasonLabel")))
            .add(self.say("hint", "reasonHint").set("id", hint))
            .add_all(is_missing.then(|| self.error("reasonMissing").set("id", error)));
        let area =
            el("textarea").key(field.as_str()).set("id", input).set("rows", "2").set("maxlength", "500");
        let area =
            area.set("aria-describedby", describes).maybe("aria-invalid", is_missing.then_some("true"));
        let code = (finding.clearance == Clearance::SecondPerson).then(|| self.code(id, finding));
        let intent = Intent::Reason { finding: finding.key.clone(), field };
        let key = ["give reason ", &finding.key].concat();
        let button = self.button(key, "secondary", &self.words.say("continueWithReason"), intent);
        let buttons = el("div").class("buttons").add(button.set("aria-describedby", id));
        std::iter::once(group.add(area)).chain(code).chain([buttons]).collect()
    }

    /// The field for the code that a colleague reads out. If a code was given and did not clear the finding, it is
    /// wrong.
    fn code(&mut self, id: &str, finding: &FindingOut) -> Element {
        let [input, hint, error] = ["-code", "-code-hint", "-code-error"].map(|part| [id, part].concat());
        let is_wrong = self.state.answer(finding).is_some_and(|answer| answer.code.is_some());
        let describes = if is_wrong { [&hint, " ", &error].concat() } else { hint.clone() };
        let area = el("textarea").key(code_field(&finding.key)).set("id", input.as_str()).set("rows", "1");
        let area = area.set("maxlength", "40").set("autocomplete", "off").set("spellcheck", "false");
        el("div")
            .class(if is_wrong { "field error" } else { "field" })
            .add(el("label").set("for", input).text(self.words.say("codeLabel")))
            .add(self.say("hint", "codeHint").set("id", hint))
            // The answer comes while the focus is on the button, so it must be read out there.
            .add_all(is_wrong.then(|| self.error("codeWrong").set("id", error).set("role", "alert")))
            .add(area.set("aria-describedby", describes).maybe("aria-invalid", is_wrong.then_some("true")))
    }

    fn error(&self, name: &str) -> Element {
        let prefix = el("span").class("visually-hidden").text(self.words.say("errorPrefix")).text(" ");
        el("p").class("error-message").add(prefix).text(self.words.say(name))
    }

    /// If a sign-off needs a detail about the poster, it can be filled in on the options page.
    fn missing_details(&mut self, finding: &FindingOut) -> Option<Element> {
        let mut sign_offs = self.state.report.iter().flat_map(|report| &report.sign_offs);
        let is_incomplete =
            sign_offs.any(|sign_off| sign_off.id == finding.rule && sign_off.status == Status::Incomplete);
        let key = ["details ", &finding.key].concat();
        let button = is_incomplete.then(|| self.send(&key, "secondary", "fillInDetails", Action::Options));
        button.map(|button| el("div").class("buttons").add(button))
    }
}
