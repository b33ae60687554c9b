//! A policy from a file: it is read, and either sent to be tried and stored, or refused. Also describes the one in
//! force.

use super::settings::Change;
use super::{Inner, Shown};
use crate::policy::{FORMAT, read};
use crate::wasm::draw::{Element, el};
use crate::wasm::words::Words;
use gloo::file::File;
use gloo::file::callbacks::read_as_text;
use serde::Deserialize;
use std::rc::Rc;

/// More than any policy needs: ten thousand terms take less than a megabyte.
const MAX_BYTES: u64 = 10_000_000;
/// The most problems listed; whoever packs the policy sees them all.
const MAX_PROBLEMS: usize = 20;

/// A policy file that was not used.
pub(super) struct Refused {
    file: String,
    problems: Vec<String>,
}

/// The policy in force, with only what the page shows. All of it was checked before it was stored.
#[derive(Deserialize)]
pub(super) struct InForce {
    format: String,
    name: String,
    version: u32,
}

impl Inner {
    /// Uses the policy in a file, or says what is wrong with it.
    pub(super) fn load_policy(self: &Rc<Self>, file: &File) {
        let name = file.name();
        if file.size() > MAX_BYTES {
            return self.refuse(name, vec![self.words.say("policyTooLarge")]);
        }
        let inner = self.clone();
        let reader = read_as_text(file, move |text| match text {
            Ok(text) => inner.use_policy(name.clone(), text),
            Err(_) => inner.refuse(name.clone(), vec![inner.words.say("policyUnreadable")]),
        });
        self.reader.replace(Some(reader));
    }

    fn use_policy(&self, file: String, policy: String) {
        // The JSON reader's errors about a picture or a letter would help nobody.
        if !policy.trim_start().starts_with('{') {
            return self.refuse(file, vec![self.words.say("policyOther")]);
        }
        self.shown.borrow_mut().refused = None;
        self.save(&Change::Policy { file, policy });
    }

    pub(super) fn refuse(&self, file: String, problems: Vec<String>) {
        let mut shown = self.shown.borrow_mut();
        shown.refused = Some(Refused { file, problems });
        shown.settings.outcome = None;
        drop(shown);
        if self.draw().is_ok() {
            self.canvas.focus("refused");
        }
    }
}

impl InForce {
    /// Reads the stored policy. One that cannot be read counts as none, in the background too.
    pub(super) fn read(policy: &str) -> Option<Self> {
        read::json(policy).ok().filter(|policy: &Self| policy.format == FORMAT)
    }
}

/// The policy in force, in words.
pub(super) fn in_force(shown: &Shown, words: &Words, name: &str) -> String {
    match &shown.policy {
        Some(policy) => words.fill(name, &[&policy.name, &policy.version.to_string()]),
        None => words.say("policyNone"),
    }
}

impl Refused {
    pub(super) fn describe(&self, words: &Words) -> Element {
        let shown = self.problems.iter().take(MAX_PROBLEMS).cloned();
        let more = self.problems.len().checked_sub(MAX_PROBLEMS).filter(|more| *more > 0);
        let more = more.map(|more| words.count("andMoreProblems", more as u64));
        let items = shown.chain(more).map(|problem| el("li").text(problem));
        let title = el("h3").set("id", "refused-title").text(words.say("problemTitle"));
        el("div")
            .key("refused")
            .class("error-summary")
            .set("tabindex", "-1")
            .set("role", "alert")
            .set("aria-labelledby", "refused-title")
            .add(title)
            .add(el("p").text(words.fill("policyRefused", &[&self.file])))
            .add(el("ul").add_all(items))
    }
}
