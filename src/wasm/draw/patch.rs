//! Compares a description with what was drawn before, and changes the difference.

use super::element::{Element, TEXT};
use wasm_bindgen::prelude::*;
use web_sys::{Document, Node};

/// Something that has been drawn.
pub(super) struct Drawn {
    node: Node,
    tag: &'static str,
    key: String,
    text: String,
    attributes: Vec<(&'static str, String)>,
    inside: Vec<Drawn>,
}

impl Drawn {
    fn is(&self, element: &Element) -> bool {
        self.tag == element.tag && self.key == element.key
    }
}

/// Makes the children of a node match the description.
///
/// Whatever has gone is removed first. The rest is then usually in its place already and is not touched: moving a node
/// would take the focus away from it.
pub(super) fn children(
    document: &Document,
    parent: &Node,
    old: Vec<Drawn>,
    new: Vec<Element>,
) -> Result<Vec<Drawn>, JsValue> {
    let mut old: Vec<Option<Drawn>> = old.into_iter().map(Some).collect();
    let mut kept = Vec::with_capacity(new.len());
    for element in &new {
        let same = old.iter_mut().find(|drawn| drawn.as_ref().is_some_and(|drawn| drawn.is(element)));
        kept.push(same.and_then(Option::take));
    }
    for gone in old.into_iter().flatten() {
        parent.remove_child(&gone.node)?;
    }
    let mut next = parent.first_child();
    let mut all = Vec::with_capacity(new.len());
    for (element, kept) in new.into_iter().zip(kept) {
        let drawn = match kept {
            Some(drawn) => drawn,
            None => create(document, &element)?,
        };
        if next.as_ref() == Some(&drawn.node) {
            next = drawn.node.next_sibling();
        } else {
            parent.insert_before(&drawn.node, next.as_ref())?;
        }
        all.push(update(document, drawn, element)?);
    }
    Ok(all)
}

/// A new node, without its attributes and children.
fn create(document: &Document, element: &Element) -> Result<Drawn, JsValue> {
    let node: Node = if element.tag == TEXT {
        document.create_text_node("").into()
    } else {
        document.create_element(element.tag)?.into()
    };
    let (tag, key) = (element.tag, element.key.clone());
    Ok(Drawn { node, tag, key, text: String::new(), attributes: Vec::new(), inside: Vec::new() })
}

fn update(document: &Document, mut drawn: Drawn, element: Element) -> Result<Drawn, JsValue> {
    if drawn.text != element.text {
        drawn.node.set_text_content(Some(&element.text));
    }
    if let Some(node) = drawn.node.dyn_ref::<web_sys::Element>() {
        attributes(node, &drawn.attributes, &element.attributes)?;
    }
    drawn.inside = children(document, &drawn.node, drawn.inside, element.inside)?;
    drawn.text = element.text;
    drawn.attributes = element.attributes;
    Ok(drawn)
}

fn attributes(
    node: &web_sys::Element,
    old: &[(&'static str, String)],
    new: &[(&'static str, String)],
) -> Result<(), JsValue> {
    for (name, _) in old.iter().filter(|(name, _)| new.iter().all(|(kept, _)| kept != name)) {
        node.remove_attribute(name)?;
    }
    for (name, value) in new.iter().filter(|attribute| !old.contains(attribute)) {
        node.set_attribute(name, value)?;
    }
    Ok(())
}
