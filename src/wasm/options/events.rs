//! What the poster does on the options page.

use super::Inner;
use super::mistakes::mistakes;
use super::settings::Change;
use crate::profile::{DETAILS, Profile, detail};
use crate::wasm::draw::Canvas;
use gloo::events::EventListener;
use gloo::file::FileList;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Event, HtmlInputElement, KeyboardEvent};

/// All the event listeners. Dropping it removes them.
pub(super) struct Listeners {
    _events: [EventListener; 3],
}

impl Listeners {
    pub(super) fn attach(inner: &Rc<Inner>) -> Self {
        let root = inner.canvas.root();
        let (click, key, change) = (inner.clone(), inner.clone(), inner.clone());
        let events = [
            EventListener::new(root, "click", move |event| click.clicked(event)),
            EventListener::new(root, "keydown", move |event| key.pressed(event)),
            EventListener::new(root, "change", move |event| change.changed(event)),
        ];
        Self { _events: events }
    }
}

impl Inner {
    fn clicked(&self, event: &Event) {
        match Canvas::key_of(event).as_deref() {
            Some("save-profile") => self.save_profile(),
            Some("save-language") => self.save_language(),
            _ => {}
        }
    }

    /// Enter in a field saves, as in any form.
    fn pressed(&self, event: &Event) {
        let is_enter =
            event.dyn_ref::<KeyboardEvent>().is_some_and(|key| key.key() == "Enter" && !key.is_composing());
        let key = Canvas::key_of(event).filter(|_| is_enter).unwrap_or_default();
        if detail(&key).is_some() {
            self.save_profile();
        }
    }

    fn changed(self: &Rc<Self>, event: &Event) {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = input.filter(|input| input.type_() == "file") else { return };
        let file = input.files().map(FileList::from).and_then(|files| files.first().cloned());
        // So that choosing the same file again, once it is fixed, counts as a change.
        input.set_value("");
        if let Some(file) = file {
            self.load_policy(&file);
        }
    }

    fn save_profile(&self) {
        let mut profile = Profile::default();
        for detail in DETAILS {
            let value = self.input(detail.id).map(|input| input.value()).unwrap_or_default();
            value.trim().clone_into(detail.of_mut(&mut profile));
        }
        let mistakes = mistakes(&profile, &self.words);
        let is_right = mistakes.is_empty();
        let mut shown = self.shown.borrow_mut();
        shown.mistakes = mistakes;
        shown.settings.outcome = None;
        drop(shown);
        if is_right {
            self.save(&Change::Profile { profile });
        } else if self.draw().is_ok() {
            self.canvas.focus("mistakes");
        }
    }

    fn save_language(&self) {
        let chosen = ["en", "cy"].into_iter().find(|language| {
            self.input(&["language-", language].concat()).is_some_and(|input| input.checked())
        });
        self.save(&Change::Language { language: chosen.map(ToOwned::to_owned) });
    }

    fn input(&self, key: &str) -> Option<HtmlInputElement> {
        self.canvas.find(key)?.dyn_into().ok()
    }
}
