//! What the state means for the poster, who is posting where, and how long the post is with its sign-offs.

use super::builder::PanelBuilder;
use crate::post::AccountKind;
use crate::sign_off::Status;
use crate::wasm::draw::{Element, el};
use crate::wasm::panel_state::{CheckState, Failure};
use crate::wasm::words::Words;
use crate::wire::{CountOut, SignOffOut};

impl PanelBuilder<'_> {
    pub(super) fn summary(&mut self) -> Vec<Element> {
        let mut all = vec![el("p").key("meaning").class("meaning").text(self.meaning())];
        all.push(el("p").key("acting").class("acting").text(self.acting()));
        all.extend(self.notice());
        let cut = self.state.report.as_ref().and_then(|report| report.cut.as_ref());
        all.extend(cut.map(|cut| {
            let checked = Words::number(cut.checked as u64);
            el("p").key("cut").class("notice").text(self.words.fill("cut", &[&checked]))
        }));
        all
    }

    fn meaning(&self) -> String {
        let pending = self.state.pending();
        let name = match self.state.check {
            CheckState::Checking => "meaningChecking",
            CheckState::NotChecked if self.state.failure == Some(Failure::Reload) => "meaningReload",
            CheckState::NotChecked if self.state.may_post_unchecked => "meaningMayPostUnchecked",
            CheckState::NotChecked => "meaningNotChecked",
            CheckState::Held if pending > 0 => return self.words.count("meaningHeld", pending),
            CheckState::Held if self.may_post_now() => "meaningReleased",
            CheckState::Held => "meaningStopped",
            CheckState::Checked if pending > 0 => return self.words.count("meaningWouldHold", pending),
            CheckState::Checked if self.state.open_findings() > 0 => "meaningAdvice",
            CheckState::Checked => "meaningChecked",
        };
        self.words.say(name)
    }

    fn acting(&self) -> String {
        let kind = self.state.report.as_ref().map(|report| match report.account {
            AccountKind::Corporate => "accountCorporate",
            AccountKind::Official => "accountOfficial",
            AccountKind::Personal => "accountPersonal",
        });
        let (site, kind) = (self.state.site_name.as_str(), kind.map(|kind| self.words.say(kind)));
        match (self.state.handle.as_deref(), kind.as_deref()) {
            (Some(handle), Some(kind)) => self.words.fill("postingAs", &[handle, kind, site]),
            (Some(handle), None) => self.words.fill("postingAsUnknown", &[handle, site]),
            (None, Some(kind)) => self.words.fill("postingOn", &[site, kind]),
            (None, None) => self.words.fill("postingOnUnknown", &[site]),
        }
    }

    /// The length and the sign-offs, unless they are about an earlier text.
    pub(super) fn facts(&mut self) -> Option<Element> {
        let report = self.state.report.as_ref().filter(|_| self.state.check != CheckState::NotChecked)?;
        let length = report.count.as_ref().map(|count| self.length(count));
        let sign_offs = report.sign_offs.iter().map(|sign_off| self.sign_off(sign_off));
        let facts = el("dl").key("facts").class("facts").add_all(length).add_all(sign_offs);
        (!facts.is_empty()).then_some(facts)
    }

    fn length(&self, count: &CountOut) -> Element {
        let (used, limit) = (Words::number(count.count as u64), Words::number(count.limit as u64));
        let class = if count.remaining < 0 { "over" } else { "room" };
        let room = el("strong").class(class).text(self.room().unwrap_or_default());
        let used = self.words.fill("lengthOf", &[&used, &limit]);
        let value = el("dd").add(room).text(" ").add(el("span").class("used").text(used));
        el("div").class("fact").add(el("dt").text(self.words.say("length"))).add(value)
    }

    /// What will happen to a sign-off. If it cannot be added, its finding says why.
    fn sign_off(&self, sign_off: &SignOffOut) -> Element {
        let status = match sign_off.status {
            Status::Present => "signOffPresent",
            Status::WillBeAdded => "signOffWillBeAdded",
            Status::Missing => "signOffMissing",
            Status::DoesNotFit => "signOffDoesNotFit",
            Status::Incomplete => "signOffIncomplete",
            Status::NothingToSign => "signOffNothingToSign",
        };
        let status = el("span").class("status").text(self.words.say(status));
        let text = Some(sign_off.text.trim()).filter(|text| !text.is_empty());
        let text = text.map(|text| el("q").class("sign-off").text(text));
        let value = el("dd").add(status).add_all(text);
        el("div").class("fact").add(el("dt").text(self.words.say("signOff"))).add(value)
    }
}
