//! The options page: who is posting, the policy in force, and the language of the interface.
//!
//! It shows [`Settings`] and sends [`Change`]s; the page's script stores them and shows the settings again. A policy is
//! first tried by the engine, which is in a module of its own: a policy that does not compile is refused, with
//! everything that is wrong with it.

mod events;
mod mistakes;
mod page;
mod policy;
mod settings;

use crate::wasm::convert::{from_js, to_js};
use crate::wasm::draw::Canvas;
use crate::wasm::words::Words;
use events::Listeners;
use mistakes::Mistake;
use policy::{InForce, Refused};
use std::cell::RefCell;
use std::rc::Rc;
use tsify::Ts;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

pub use settings::{Change, Outcome, Part, Settings};

/// An options page.
#[wasm_bindgen]
pub struct Options {
    inner: Rc<Inner>,
    // Dropped with the page's content, which removes the listeners from the page.
    _listeners: Listeners,
}

struct Inner {
    canvas: Canvas,
    words: Words,
    save: js_sys::Function,
    shown: RefCell<Shown>,
    /// Reads a policy file; dropping it stops the reading.
    reader: RefCell<Option<gloo::file::callbacks::FileReader>>,
}

/// What the page shows.
#[derive(Default)]
struct Shown {
    settings: Settings,
    policy: Option<InForce>,
    mistakes: Vec<Mistake>,
    refused: Option<Refused>,
}

#[wasm_bindgen]
impl Options {
    /// A page that draws into `root`, using the words of a `messages.json`, and calls `save` with each change.
    ///
    /// # Errors
    /// Throws an `Error` if the words are not a valid `messages.json`.
    #[wasm_bindgen(constructor)]
    pub fn new(
        root: HtmlElement,
        words: &str,
        language: &str,
        #[wasm_bindgen(unchecked_param_type = "(change: Change) => void")] save: js_sys::Function,
    ) -> Result<Self, JsValue> {
        let inner = Rc::new(Inner {
            canvas: Canvas::new(root)?,
            words: Words::new(words, language)?,
            save,
            shown: RefCell::default(),
            reader: RefCell::default(),
        });
        let listeners = Listeners::attach(&inner);
        Ok(Self { inner, _listeners: listeners })
    }

    /// Shows the settings as they are now stored.
    ///
    /// # Errors
    /// Throws an `Error` if the settings are not valid, or whatever the browser throws when it cannot draw.
    pub fn show(&self, settings: Ts<Settings>) -> Result<(), JsValue> {
        self.inner.show(from_js(settings)?)
    }

    /// Says that a policy was not used, and why.
    pub fn refuse(
        &self,
        #[wasm_bindgen(param_description = "the name of its file")] file: String,
        #[wasm_bindgen(param_description = "what is wrong with it; absent if nothing could try it")]
        problems: Option<Vec<String>>,
    ) {
        let problems = problems.unwrap_or_else(|| vec![self.inner.words.say("notCheckedEngineFailed")]);
        self.inner.refuse(file, problems);
    }
}

impl Inner {
    fn show(&self, settings: Settings) -> Result<(), JsValue> {
        let mut shown = self.shown.borrow_mut();
        shown.policy = settings.policy.as_deref().and_then(InForce::read);
        shown.settings = settings;
        drop(shown);
        self.draw()
    }

    fn draw(&self) -> Result<(), JsValue> {
        let page = page::page(&self.shown.borrow(), &self.words);
        self.canvas.draw(page)
    }

    /// Sends a change. Nothing may be borrowed here: the listener may call `show` at once.
    fn save(&self, change: &Change) {
        // The page's script reports whether it was stored, in the next settings.
        let _ = to_js(change).map(|change| self.save.call1(&JsValue::NULL, &change.into()));
    }
}
