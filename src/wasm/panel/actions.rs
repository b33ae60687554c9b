//! What could not be done, the text to paste by hand, and what the poster can do with the whole post.

use super::builder::{Intent, PanelBuilder};
use crate::wasm::draw::{Element, el};
use crate::wasm::panel_state::{Action, CheckState, Failure};
use crate::wire::Decision;

const PASTE: &str = "paste";

impl PanelBuilder<'_> {
    /// Says what could not be done, and gives the text to paste.
    pub(super) fn notice(&mut self) -> Option<Element> {
        let name = match self.state.failure {
            Some(Failure::NotInserted) => "notInserted",
            Some(Failure::NotFixed) => "notFixed",
            Some(Failure::NotReleased) => "notReleased",
            // The other failures are shown as the state itself.
            _ => return None,
        };
        let notice = el("div").key("notice").class("notice").add(self.say("", name));
        let state = self.state;
        Some(notice.add_all(state.paste.as_deref().into_iter().flat_map(|text| self.paste(text))))
    }

    fn paste(&mut self, text: &str) -> Vec<Element> {
        let label = el("label").set("for", PASTE).text(self.words.say("pasteLabel"));
        let rows = text.lines().count().clamp(2, 8).to_string();
        let area =
            el("textarea").key(PASTE).set("id", PASTE).set("readonly", "").set("rows", rows).text(text);
        let name = if self.local.copied { "copied" } else { "copy" };
        let intent = Intent::Copy { field: PASTE.to_owned() };
        let copy = self.button("copy".to_owned(), "secondary", &self.words.say(name), intent);
        vec![label, area, el("div").class("buttons").add(copy)]
    }

    /// The buttons for the whole post.
    pub(super) fn actions(&mut self) -> Vec<Element> {
        let mut buttons = Vec::new();
        match self.state.check {
            CheckState::Held if self.may_post_now() => {
                buttons.push(self.send("post", "primary", "postNow", Action::Post));
            }
            CheckState::NotChecked => {
                // A page left over from before an update can no longer reach the extension.
                if self.state.failure != Some(Failure::Reload) {
                    buttons.push(self.send("retry", "primary", "retry", Action::Retry));
                }
                if self.state.may_post_unchecked {
                    buttons.push(self.send("post", "secondary", "postUnchecked", Action::Post));
                }
            }
            CheckState::Held | CheckState::Checked | CheckState::Checking => {}
        }
        let footer = el("footer").key("actions").class("actions buttons").add_all(buttons);
        self.policy().into_iter().chain((!footer.is_empty()).then_some(footer)).collect()
    }

    /// Nothing holds the post any more. Sign-offs that could not be inserted must be in the text first.
    pub(super) fn may_post_now(&self) -> bool {
        match self.state.report.as_ref().map(|report| report.verdict.decision) {
            Some(Decision::Release) => true,
            Some(Decision::AddSignOffs) => self.state.paste.is_none(),
            _ => false,
        }
    }

    fn policy(&self) -> Option<Element> {
        let policy = &self.state.report.as_ref()?.policy;
        let words = self.words.fill("policyInForce", &[&policy.name, &policy.version.to_string()]);
        Some(el("p").key("policy").class("policy").text(words))
    }
}
