//! What the poster does: one listener for each kind of event, whatever is drawn.

use super::Inner;
use super::builder::Intent;
use super::clearance::code_field;
use crate::gate::{Answer, is_a_reason};
use crate::wasm::draw::Canvas;
use crate::wasm::panel_state::Action;
use gloo::events::EventListener;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Event, HtmlDocument, HtmlTextAreaElement, KeyboardEvent, ResizeObserver};

/// All the event listeners. Dropping it removes them.
pub(super) struct Listeners {
    _events: [EventListener; 3],
    observer: ResizeObserver,
    _resized: Closure<dyn FnMut()>,
}

impl Listeners {
    pub(super) fn attach(inner: &Rc<Inner>) -> Result<Self, JsValue> {
        let root = inner.canvas.root();
        let window = web_sys::window().ok_or(JsValue::NULL)?;
        let (click, key, focus, size) = (inner.clone(), inner.clone(), inner.clone(), inner.clone());
        let events = [
            EventListener::new(root, "click", move |event| click.clicked(event)),
            EventListener::new(&window, "keydown", move |event| key.pressed(event)),
            EventListener::new(&window, "focus", move |_| focus.focus_heading_if_wanted()),
        ];
        let resized = Closure::<dyn FnMut()>::new(move || size.measure());
        let observer = ResizeObserver::new(resized.as_ref().unchecked_ref())?;
        observer.observe(root);
        Ok(Self { _events: events, observer, _resized: resized })
    }
}

impl Drop for Listeners {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

impl Inner {
    fn clicked(&self, event: &Event) {
        let Some(key) = Canvas::key_of(event) else { return };
        let intent =
            self.controls.borrow().iter().find(|(name, _)| *name == key).map(|(_, intent)| intent.clone());
        match intent {
            Some(Intent::Send(action)) => self.send(&action),
            Some(Intent::Reason { finding, field }) => self.give_reason(finding, &field),
            Some(Intent::Copy { field }) => self.copy(&field),
            None => {}
        }
    }

    fn pressed(&self, event: &Event) {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        let is_open = self.state.borrow().as_ref().is_some_and(|state| state.open);
        // While a character is being composed, Escape belongs to the input method.
        if is_open && event.key() == "Escape" && !event.is_composing() {
            event.prevent_default();
            self.send(&Action::Close);
        }
    }

    fn give_reason(&self, finding: String, field: &str) {
        let text = self.text_field(field).map(|field| field.value()).unwrap_or_default();
        let is_given = is_a_reason(&text);
        self.local.borrow_mut().reason_missing(&finding, !is_given);
        if is_given {
            let reason = Some(text.trim().to_owned());
            // The field for a code is there only if the finding needs a second person.
            let code = self.text_field(&code_field(&finding)).map(|field| field.value());
            self.send(&Action::Answer { answer: Answer { finding, reason, code, reply: None } });
        } else if self.draw().is_ok() {
            self.canvas.focus(field);
        }
    }

    /// Copies the text to paste. A frame in another site's page may not use the newer clipboard interface.
    fn copy(&self, field: &str) {
        let Some(field) = self.text_field(field) else { return };
        field.select();
        let document = field.owner_document().and_then(|document| document.dyn_into::<HtmlDocument>().ok());
        let copied = document.is_some_and(|document| document.exec_command("copy").unwrap_or(false));
        self.local.borrow_mut().copied = copied;
        // If it could not be copied, it stays selected for Ctrl+C.
        let _ = self.draw();
    }

    fn text_field(&self, key: &str) -> Option<HtmlTextAreaElement> {
        self.canvas.find(key)?.dyn_into().ok()
    }
}
