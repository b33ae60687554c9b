//! The list of findings: what was found, why it matters, and what can be done about it.

use super::builder::{Intent, PanelBuilder};
use super::clearance::SIGN_OFF;
use crate::finding::{Clearance, Severity, Source};
use crate::gate::Answer;
use crate::wasm::draw::{Element, el};
use crate::wasm::panel_state::{Action, CheckState};
use crate::wire::FindingOut;

/// The most different words shown for one finding.
const MAX_WORDS: usize = 3;
/// The most characters shown of the words found in one place.
const MAX_CHARACTERS: usize = 80;

impl PanelBuilder<'_> {
    /// The findings of the newest report, unless the text could not be checked: then they are about an earlier text.
    pub(super) fn findings(&mut self) -> Option<Element> {
        let state = self.state;
        if state.check == CheckState::NotChecked || state.findings().is_empty() {
            return None;
        }
        let list = el("ul").key("findings").class("findings").set("role", "list");
        Some(list.add_all((0..).zip(state.findings()).map(|(nth, finding)| self.finding(nth, finding))))
    }

    fn finding(&mut self, nth: u32, finding: &FindingOut) -> Element {
        let id = ["finding-", nth.to_string().as_str()].concat();
        if self.state.is_settled(finding) {
            return self.settled(&id, finding);
        }
        let (class, severity) = match finding.severity {
            Severity::Note => ("note", "severityNote"),
            Severity::Warn => ("warn", "severityWarn"),
            Severity::Ask => ("ask", "severityAsk"),
            Severity::Block => ("block", "severityBlock"),
        };
        let heading = el("h2").set("id", id.as_str()).set("tabindex", "-1");
        let heading = heading
            .add(el("span").class("severity").text(self.words.say(severity)))
            .text(" ")
            .add(el("span").class("words").text(self.words_found(finding)));
        el("li")
            .key(finding.key.as_str())
            .class(["finding ", class].concat())
            .add(heading)
            .add(el("p").class("message").text(finding.message.as_str()))
            .add(self.source(&id, finding))
            .add_all(self.one_click(&id, finding))
            .add_all(self.clearance(&id, finding))
    }

    /// A finding that the poster has dealt with.
    fn settled(&mut self, id: &str, finding: &FindingOut) -> Element {
        let words = self.words_found(finding);
        let answer = self.state.answer(finding);
        let reply = answer.and_then(|answer| answer.reply.as_deref().or(answer.reason.as_deref()));
        let name = match finding.clearance {
            Clearance::Answer => "settledByAnswer",
            Clearance::Reason => "settledByReason",
            _ => "settledByConfirming",
        };
        let heading = el("h2").set("id", id).set("tabindex", "-1").text(words);
        let how = el("p").class("message").text(self.words.fill(name, &[reply.unwrap_or_default()]));
        let key = finding.key.clone();
        let undo = Intent::Send(Action::TakeBack { finding: key.clone() });
        let undo = self.button(["undo ", &key].concat(), "link", &self.words.say("undo"), undo);
        let undo = undo.set("aria-describedby", id);
        el("li").key(key).class("finding settled").add(heading).add(how).add(undo)
    }

    /// The words it is about, or the statement that it is about the whole post.
    fn words_found(&self, finding: &FindingOut) -> String {
        let mut different: Vec<&str> = Vec::new();
        for words in &finding.words {
            if !different.contains(&words.as_str()) {
                different.push(words);
            }
        }
        if different.is_empty() {
            return self.words.say(if finding.kind == SIGN_OFF { "signOff" } else { "wholePost" });
        }
        let quoted =
            different.iter().take(MAX_WORDS).map(|words| self.words.fill("quoted", &[&shortened(words)]));
        let mut quoted: Vec<String> = quoted.collect();
        if let Some(more) = different.len().checked_sub(MAX_WORDS).filter(|more| *more > 0) {
            quoted.push(self.words.count("andMore", more as u64));
        }
        quoted.join(", ")
    }

    /// Where the rule comes from, and a button that shows the words in the editor.
    fn source(&mut self, id: &str, finding: &FindingOut) -> Element {
        let guidance = el("span").text(self.words.say("guidance")).text(" ");
        let guidance = self.title(guidance, &finding.source);
        let show = (!finding.words.is_empty()).then(|| {
            let intent = Intent::Send(Action::Show { finding: finding.key.clone() });
            let key = ["show ", &finding.key].concat();
            self.button(key, "link", &self.words.say("show"), intent).set("aria-describedby", id)
        });
        el("div").class("source").add(guidance).add_all(show)
    }

    /// The title of the guidance: a link if the address is safe. A policy is data from outside, so only `https` is
    /// linked.
    fn title(&self, line: Element, source: &Source) -> Element {
        match source.url.as_deref().filter(|url| url.starts_with("https://")) {
            Some(url) => line.add(
                el("a")
                    .set("href", url)
                    .set("target", "_blank")
                    .set("rel", "noopener noreferrer")
                    .text(source.title.as_str())
                    .text(" ")
                    .add(el("span").class("visually-hidden").text(self.words.say("newTab"))),
            ),
            None => line.text(source.title.as_str()),
        }
    }

    /// The one-click fix, beside the button that lets the finding pass.
    fn one_click(&mut self, id: &str, finding: &FindingOut) -> Option<Element> {
        let key = &finding.key;
        let fix = finding.fix.as_ref().map(|fix| {
            let intent = Intent::Send(Action::Fix { finding: key.clone() });
            self.button(["fix ", key].concat(), "", &fix.label, intent)
        });
        let confirm = (finding.clearance == Clearance::Confirm && !finding.cleared).then(|| {
            let answer = Answer { finding: key.clone(), ..Answer::default() };
            let intent = Intent::Send(Action::Answer { answer });
            self.button(["confirm ", key].concat(), "secondary", &self.words.say("continueAnyway"), intent)
        });
        let buttons = fix.into_iter().chain(confirm).map(|button| button.set("aria-describedby", id));
        let buttons = el("div").class("buttons").add_all(buttons);
        (!buttons.is_empty()).then_some(buttons)
    }
}

fn shortened(words: &str) -> String {
    let mut characters = words.chars();
    let mut short: String = characters.by_ref().take(MAX_CHARACTERS).collect();
    if characters.next().is_some() {
        short.push('…');
    }
    short
}
