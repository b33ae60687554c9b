//! The state in one line, which is all there is of the closed panel and the head of the open one. Also what a screen
//! reader says when the state changes.

use super::builder::{Intent, PanelBuilder};
use crate::wasm::draw::{Element, el};
use crate::wasm::panel_state::{Action, CheckState, Failure};

const TOGGLE: &str = "toggle";

impl PanelBuilder<'_> {
    pub(super) fn bar(&mut self) -> Element {
        let bar = el("header").class("bar");
        if self.state.open {
            let heading =
                PanelBuilder::heading().set("tabindex", "-1").class("state").text(self.state_in_words());
            let close = Intent::Send(Action::Close);
            let close =
                self.control(TOGGLE.to_owned(), close).class("toggle close").set("aria-expanded", "true");
            return bar.add(heading).add(close.text(self.words.say("close")));
        }
        let heading = PanelBuilder::heading().class("visually-hidden").text(self.words.say("extensionName"));
        let facts = self.facts_in_short().into_iter().map(|fact| el("span").class("fact").text(fact));
        let open = self.control(TOGGLE.to_owned(), Intent::Send(Action::Open)).class("toggle open");
        let open = open.set("aria-expanded", "false");
        bar.add(heading).add(open.add(el("span").class("state").text(self.state_in_words())).add_all(facts))
    }

    /// One of the four states, in words.
    pub(super) fn state_in_words(&self) -> String {
        let name = match self.state.check {
            CheckState::Checked => "stateChecked",
            CheckState::Checking => "stateChecking",
            CheckState::Held => "stateHeld",
            CheckState::NotChecked => match self.state.failure {
                Some(Failure::NoPolicy) => "notCheckedNoPolicy",
                Some(Failure::EngineFailed) => "notCheckedEngineFailed",
                Some(Failure::Reload) => "notCheckedReload",
                // The other failures are about a text that has been checked; if one came anyway, “no answer” would be
                // true.
                _ => "notCheckedNoAnswer",
            },
        };
        self.words.say(name)
    }

    fn facts_in_short(&self) -> Vec<String> {
        // Without an answer, there is nothing to count.
        if self.state.check == CheckState::NotChecked {
            return Vec::new();
        }
        self.state.report.as_ref().map(|_| self.number_of_findings()).into_iter().chain(self.room()).collect()
    }

    fn number_of_findings(&self) -> String {
        match self.state.open_findings() {
            0 => self.words.say("noFindings"),
            findings => self.words.count("findings", findings),
        }
    }

    /// How much room the site leaves.
    pub(super) fn room(&self) -> Option<String> {
        let count = self.state.report.as_ref()?.count.as_ref()?;
        let name = if count.remaining < 0 { "charactersTooMany" } else { "charactersLeft" };
        Some(self.words.count(name, count.remaining.unsigned_abs()))
    }

    /// Two live regions, always there: a region that appears together with its words is not read out.
    pub(super) fn announcements(&self) -> Vec<Element> {
        let region = |key: &str, role: &str, live: &str, said: &str| {
            el("p").key(key).class("visually-hidden").set("role", role).set("aria-live", live).text(said)
        };
        let (polite, urgent) = match self.state.check {
            CheckState::Held => ("", self.local.said.as_str()),
            _ => (self.local.said.as_str(), ""),
        };
        vec![region("status", "status", "polite", polite), region("alert", "alert", "assertive", urgent)]
    }

    /// What to say to a screen reader. It says nothing new while a draft is being checked and keeps no running count of
    /// characters: nobody wants an announcement for every key.
    pub(super) fn announcement(&self) -> Option<String> {
        let facts = match self.state.check {
            CheckState::Checking => return None,
            CheckState::NotChecked => Vec::new(),
            CheckState::Checked | CheckState::Held => self.announced_facts(),
        };
        Some(facts.iter().fold(self.state_in_words(), |said, fact| [&said, ". ", fact].concat()))
    }

    fn announced_facts(&self) -> Vec<String> {
        let Some(report) = self.state.report.as_ref() else { return Vec::new() };
        let too_long = report.count.as_ref().is_some_and(|count| count.remaining < 0);
        std::iter::once(self.number_of_findings())
            .chain(too_long.then(|| self.words.say("tooLong")))
            .collect()
    }
}
