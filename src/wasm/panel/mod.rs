//! The panel: shows a [`PanelState`] in the extension's frame on the page and sends back what the poster does.
//!
//! ```text
//! PanelState ─▶ PanelBuilder (bar, summary, findings, sign-offs, actions) ─▶ Canvas ─▶ nodes
//! click, Escape ─▶ Intent ─▶ Action ─▶ send
//! ```
//!
//! The content script owns the state of the composer. The panel adds only what nothing else needs to know: which reason
//! was left empty, and whether the text to paste has been copied.

mod actions;
mod bar;
mod builder;
mod clearance;
mod events;
mod finding;
mod summary;

use crate::wasm::convert::{from_js, to_js};
use crate::wasm::draw::Canvas;
use crate::wasm::panel_state::{Action, CheckState, PanelState};
use crate::wasm::words::Words;
use builder::{Intent, Local, PanelBuilder};
use events::Listeners;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use tsify::Ts;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// The heading that gives the state.
const HEADING: &str = "heading";

/// A panel in a page of the extension.
#[wasm_bindgen]
pub struct Panel {
    inner: Rc<Inner>,
    // Dropped with the panel, which removes the listeners from the page.
    _listeners: Listeners,
}

struct Inner {
    canvas: Canvas,
    words: Words,
    send: js_sys::Function,
    state: RefCell<Option<PanelState>>,
    local: RefCell<Local>,
    controls: RefCell<Vec<(String, Intent)>>,
    /// A post is held and the poster is looking at it.
    calls: Cell<bool>,
    /// The heading should get the focus as soon as the window has it.
    wants_heading: Cell<bool>,
    height: Cell<u32>,
}

#[wasm_bindgen]
impl Panel {
    /// A panel that draws into `root`, using the words of a `messages.json`, and calls `send` with each action.
    ///
    /// # Errors
    /// Throws an `Error` if the words are not a valid `messages.json`, or the listeners cannot be added.
    #[wasm_bindgen(constructor)]
    pub fn new(
        root: HtmlElement,
        words: &str,
        language: &str,
        #[wasm_bindgen(unchecked_param_type = "(action: Action) => void")] send: js_sys::Function,
    ) -> Result<Self, JsValue> {
        let inner = Rc::new(Inner {
            canvas: Canvas::new(root)?,
            words: Words::new(words, language)?,
            send,
            state: RefCell::default(),
            local: RefCell::default(),
            controls: RefCell::default(),
            calls: Cell::new(false),
            wants_heading: Cell::new(false),
            height: Cell::new(0),
        });
        let listeners = Listeners::attach(&inner)?;
        Ok(Self { inner, _listeners: listeners })
    }

    /// Shows a state. Whatever stays the same on the page is not touched.
    ///
    /// # Errors
    /// Throws an `Error` if the state is not valid, or whatever the browser throws when it cannot draw.
    pub fn show(&self, state: Ts<PanelState>) -> Result<(), JsValue> {
        self.inner.show(from_js(state)?)
    }
}

impl Inner {
    fn show(&self, state: PanelState) -> Result<(), JsValue> {
        self.notice_a_hold(&state);
        self.learn(&state);
        self.state.replace(Some(state));
        self.draw()?;
        self.focus_heading_if_wanted();
        Ok(())
    }

    /// Asks for the focus when a post becomes held while the poster is looking at it, but not while it stays held:
    /// answers are checked in between, and the poster may be typing a reason.
    fn notice_a_hold(&self, state: &PanelState) {
        let was_calling = self.calls.get();
        match state.check {
            CheckState::Held => self.calls.set(state.open),
            CheckState::Checking => self.calls.set(was_calling && state.open),
            CheckState::Checked | CheckState::NotChecked => self.calls.set(false),
        }
        let calls = self.calls.get();
        self.wants_heading.set(calls && (self.wants_heading.get() || !was_calling));
    }

    fn learn(&self, state: &PanelState) {
        let said = PanelBuilder::new(state, &self.local.borrow(), &self.words).announcement();
        let mut local = self.local.borrow_mut();
        local.keep_what_concerns(state);
        if let Some(said) = said {
            local.said = said;
        }
    }

    fn draw(&self) -> Result<(), JsValue> {
        let (page, controls) = {
            let (state, local) = (self.state.borrow(), self.local.borrow());
            let Some(state) = state.as_ref() else { return Ok(()) };
            PanelBuilder::new(state, &local, &self.words).page()
        };
        self.controls.replace(controls);
        self.canvas.draw(page)
    }

    /// Once a post is held the reasons come first, and a screen reader starts from the heading.
    fn focus_heading_if_wanted(&self) {
        if self.wants_heading.get() && self.canvas.focus(HEADING) {
            self.wants_heading.set(false);
        }
    }

    /// Sends an action. Nothing may be borrowed here: the listener may call `show` at once.
    fn send(&self, action: &Action) {
        // The listener deals with its own errors; the panel carries on.
        let _ = to_js(action).map(|action| self.send.call1(&JsValue::NULL, &action.into()));
    }

    /// Reports how much room the panel takes, if that has changed.
    fn measure(&self) {
        let height = self.canvas.root().get_bounding_client_rect().height().ceil();
        // A whole number, and far from any limit.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let height = height.max(0.0) as u32;
        if self.height.replace(height) != height {
            self.send(&Action::Size { height });
        }
    }
}
