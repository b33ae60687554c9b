//! What the panel looks like in a given state: describes the page and notes what each control does.

use super::HEADING;
use crate::finding::Clearance;
use crate::gate::Answer;
use crate::wasm::draw::{Element, el};
use crate::wasm::panel_state::{Action, CheckState, PanelState};
use crate::wasm::words::Words;
use crate::wire::FindingOut;

/// What a control does.
#[derive(Clone)]
pub(super) enum Intent {
    /// Send this action.
    Send(Action),
    /// Send the reason in this field for going ahead in spite of this finding.
    Reason { finding: String, field: String },
    /// Copy the text in this field.
    Copy { field: String },
}

/// State that only the panel needs.
#[derive(Default)]
pub(super) struct Local {
    /// The findings for which the poster pressed the button without giving a reason.
    reasons_missing: Vec<String>,
    /// The text to paste has been copied.
    pub(super) copied: bool,
    /// What was last said to a screen reader.
    pub(super) said: String,
}

impl Local {
    pub(super) fn reason_missing(&mut self, finding: &str, missing: bool) {
        self.reasons_missing.retain(|key| key != finding);
        if missing {
            self.reasons_missing.push(finding.to_owned());
        }
    }

    pub(super) fn lacks_reason(&self, finding: &str) -> bool {
        self.reasons_missing.iter().any(|key| key == finding)
    }

    /// Forgets anything about findings or text that the new state no longer has.
    pub(super) fn keep_what_concerns(&mut self, state: &PanelState) {
        let pending =
            |key: &String| state.findings().iter().any(|finding| !finding.cleared && finding.key == *key);
        self.reasons_missing.retain(pending);
        self.copied &= state.paste.is_some();
    }
}

/// A description of the panel, under construction.
pub(super) struct PanelBuilder<'a> {
    pub(super) state: &'a PanelState,
    pub(super) local: &'a Local,
    pub(super) words: &'a Words,
    controls: Vec<(String, Intent)>,
}

impl<'a> PanelBuilder<'a> {
    pub(super) fn new(state: &'a PanelState, local: &'a Local, words: &'a Words) -> Self {
        Self { state, local, words, controls: Vec::new() }
    }

    /// The whole panel, and what its controls do.
    pub(super) fn page(mut self) -> (Vec<Element>, Vec<(String, Intent)>) {
        let state = match self.state.check {
            CheckState::Checked if self.state.pending() > 0 => "checked pending",
            CheckState::Checked => "checked",
            CheckState::Checking => "checking",
            CheckState::Held => "held",
            CheckState::NotChecked => "not-checked",
        };
        let mut panel = el("div").key("panel").class(["panel ", state].concat()).add(self.bar());
        if self.state.open {
            let body = el("div").class("body").add_all(self.summary()).add_all(self.findings());
            panel = panel.add(body.add_all(self.facts())).add_all(self.actions());
        }
        let page = vec![panel.add_all(self.announcements())];
        (page, self.controls)
    }

    /// A button with words on it.
    pub(super) fn button(&mut self, key: String, class: &str, words: &str, intent: Intent) -> Element {
        self.control(key, intent).class(["button ", class].concat()).text(words)
    }

    /// A button without words so far.
    pub(super) fn control(&mut self, key: String, intent: Intent) -> Element {
        let button = el("button").key(key.as_str()).set("type", "button");
        self.controls.push((key, intent));
        button
    }

    pub(super) fn send(&mut self, key: &str, class: &str, name: &str, action: Action) -> Element {
        let words = self.words.say(name);
        self.button(key.to_owned(), class, &words, Intent::Send(action))
    }

    /// A paragraph with a message.
    pub(super) fn say(&self, class: &str, name: &str) -> Element {
        el("p").class(class).text(self.words.say(name))
    }

    /// The heading of the panel.
    pub(super) fn heading() -> Element {
        el("h1").key(HEADING)
    }
}

/// Questions that several parts of the panel ask about a state.
impl PanelState {
    pub(super) fn findings(&self) -> &[FindingOut] {
        self.report.as_ref().map_or(&[], |report| &report.findings)
    }

    /// The newest answer to a finding.
    pub(super) fn answer(&self, finding: &FindingOut) -> Option<&Answer> {
        self.answers.iter().rev().find(|answer| answer.finding == finding.key)
    }

    /// Whether the poster has dealt with a finding. Advice is never dealt with, only read.
    pub(super) fn is_settled(&self, finding: &FindingOut) -> bool {
        finding.cleared && finding.clearance != Clearance::NotNeeded && self.answer(finding).is_some()
    }

    /// How many findings are still to be read or dealt with.
    pub(super) fn open_findings(&self) -> u64 {
        self.findings().iter().filter(|finding| !self.is_settled(finding)).count() as u64
    }

    /// How many findings hold the post, or would.
    pub(super) fn pending(&self) -> u64 {
        self.findings().iter().filter(|finding| !finding.cleared).count() as u64
    }
}
