//! The part of a document that is drawn, and where the focus is in it.

use super::element::Element;
use super::patch::{self, Drawn};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Event, HtmlElement};

/// Marks headings, which take the focus only when it is moved to them by script.
const REST: &str = "[tabindex='-1']";

/// An element whose content is drawn.
pub(crate) struct Canvas {
    root: HtmlElement,
    document: Document,
    drawn: RefCell<Vec<Drawn>>,
}

impl Canvas {
    /// The canvas in `root`, which must be in a document.
    pub(crate) fn new(root: HtmlElement) -> Result<Self, JsError> {
        let document = root.owner_document().ok_or_else(|| JsError::new("The root is in no document."))?;
        Ok(Self { root, document, drawn: RefCell::default() })
    }

    pub(crate) fn root(&self) -> &HtmlElement {
        &self.root
    }

    /// Draws what is described. If that removes the focused control, the focus moves to the heading of the nearest part
    /// that is still there, so that a keyboard user carries on from the same place.
    pub(crate) fn draw(&self, page: Vec<Element>) -> Result<(), JsValue> {
        let path = self.focused_path();
        let old = self.drawn.take();
        let new = patch::children(&self.document, &self.root, old, page)?;
        self.drawn.replace(new);
        let Some(focused) = path.first() else { return Ok(()) };
        if self.root.contains(Some(focused)) {
            return Ok(());
        }
        let mut still_there = path.iter().filter(|node| self.root.contains(Some(node)));
        let rest = still_there.find_map(|node| node.query_selector(REST).ok().flatten());
        match rest.and_then(|rest| rest.dyn_into::<HtmlElement>().ok()) {
            Some(rest) => rest.focus(),
            None => Ok(()),
        }
    }

    /// The focused element and everything it is in, up to the root; empty if the focus is elsewhere. If the window does
    /// not have the focus, calling `focus` would take it away from the page around this one.
    fn focused_path(&self) -> Vec<web_sys::Element> {
        let focused = self.document.has_focus().unwrap_or(false).then(|| self.document.active_element());
        let inside = |node: &web_sys::Element| self.root.contains(Some(node));
        std::iter::successors(focused.flatten().filter(inside), |node| node.parent_element().filter(inside))
            .collect()
    }

    /// Puts the focus on the element with this key, if the window has the focus. Says whether it could.
    pub(crate) fn focus(&self, key: &str) -> bool {
        let found = self.find(key).filter(|_| self.document.has_focus().unwrap_or(false));
        found.is_some_and(|element| element.focus().is_ok())
    }

    /// The element with this key.
    pub(crate) fn find(&self, key: &str) -> Option<HtmlElement> {
        let all = self.root.query_selector_all("[data-key]").ok()?;
        let all = (0..all.length()).filter_map(|nth| all.get(nth)?.dyn_into::<HtmlElement>().ok());
        all.into_iter().find(|element| element.get_attribute("data-key").as_deref() == Some(key))
    }

    /// The key of the control that an event is about.
    pub(crate) fn key_of(event: &Event) -> Option<String> {
        let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
        target.closest("[data-key]").ok()??.get_attribute("data-key")
    }
}
