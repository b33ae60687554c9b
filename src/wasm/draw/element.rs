//! The description of a page.

/// The tag name used for text.
pub(super) const TEXT: &str = "#text";

/// An element, or a piece of text.
pub(crate) struct Element {
    pub(super) tag: &'static str,
    pub(super) key: String,
    /// The words, if this is text.
    pub(super) text: String,
    pub(super) attributes: Vec<(&'static str, String)>,
    pub(super) inside: Vec<Element>,
}

/// An element with nothing in it.
pub(crate) fn el(tag: &'static str) -> Element {
    Element { tag, key: String::new(), text: String::new(), attributes: Vec::new(), inside: Vec::new() }
}

impl Element {
    /// Names the element among its siblings: the same name next time means the same node. Controls are also found by
    /// it.
    pub(crate) fn key(mut self, key: impl Into<String>) -> Self {
        self.key = key.into();
        let key = self.key.clone();
        self.set("data-key", key)
    }

    pub(crate) fn set(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// Sets an attribute, if there is a value for it.
    pub(crate) fn maybe(self, name: &'static str, value: Option<impl Into<String>>) -> Self {
        match value {
            Some(value) => self.set(name, value),
            None => self,
        }
    }

    pub(crate) fn class(self, name: impl Into<String>) -> Self {
        self.set("class", name)
    }

    pub(crate) fn text(self, text: impl Into<String>) -> Self {
        let mut words = el(TEXT);
        words.text = text.into();
        self.add(words)
    }

    pub(crate) fn add(mut self, child: Element) -> Self {
        self.inside.push(child);
        self
    }

    pub(crate) fn add_all(mut self, children: impl IntoIterator<Item = Element>) -> Self {
        self.inside.extend(children);
        self
    }

    /// Whether there is nothing in it.
    pub(crate) fn is_empty(&self) -> bool {
        self.inside.is_empty()
    }
}
