//! The parts of a draft that must not be reworded: names, which would then lead elsewhere or nowhere, and quotations,
//! which are somebody else's words.

mod names;
mod quotations;

use super::entities::{Entity, EntityKind};
use crate::finding::Span;

/// Where the names and quotations of a draft are.
#[derive(Debug, Default)]
pub struct Verbatim {
    /// Addresses, links, handles, files and custom emoji, in order and without overlap.
    names: Vec<Span>,
    /// Hashtags and cashtags, in order.
    tags: Vec<Span>,
    /// Links, handles and hashtags as the site recognises them, in order.
    entities: Vec<Span>,
    /// Quotations, in order and without overlap.
    quotations: Vec<Span>,
}

impl Verbatim {
    /// Finds the names and quotations in a text, given what the site links in it.
    #[must_use]
    pub fn of(text: &str, entities: &[Entity]) -> Self {
        let is_name = |entity: &&Entity| matches!(entity.kind, EntityKind::Url | EntityKind::Mention);
        let linked = entities.iter().filter(is_name).map(|entity| entity.span);
        let tags = entities.iter().filter(|entity| !is_name(entity)).map(|entity| entity.span);
        Self {
            names: merged(linked.chain(names::names(text)).collect()),
            tags: tags.collect(),
            entities: entities.iter().map(|entity| entity.span).collect(),
            quotations: merged(quotations::quotations(text)),
        }
    }

    /// The name that contains or equals this place.
    #[must_use]
    pub fn name_around(&self, span: Span) -> Option<Span> {
        meeting(&self.names, span).iter().copied().find(|name| name.contains(span))
    }

    /// Whether a finding about these places may replace the text at this place: never in a quotation, and in a name
    /// only if the finding is about that name as a whole.
    #[must_use]
    pub fn may_change(&self, edit: Span, about: &[Span]) -> bool {
        let about_a_link = || {
            let links = meeting(&self.entities, edit).iter();
            links.filter(|link| link.contains(edit)).any(|link| about.contains(link))
        };
        let is_free = |names: &[Span]| meeting(names, edit).iter().all(|name| about.contains(name));
        meeting(&self.quotations, edit).is_empty()
            && (is_free(&self.names) && is_free(&self.tags) || about_a_link())
    }
}

/// The places that an edit of this span would change, from a list that is in order and does not overlap.
fn meeting(places: &[Span], edit: Span) -> &[Span] {
    let from = places.partition_point(|place| place.end <= edit.start);
    let rest = places.get(from..).unwrap_or_default();
    // Text inserted right before a place leaves it as it is.
    let before = |place: &Span| place.start < edit.end;
    rest.get(..rest.partition_point(before)).unwrap_or_default()
}

/// The places in order, with overlapping ones merged.
fn merged(mut places: Vec<Span>) -> Vec<Span> {
    places.sort_unstable();
    let mut merged: Vec<Span> = Vec::with_capacity(places.len());
    for place in places {
        match merged.last_mut() {
            Some(last) if place.start < last.end => last.end = last.end.max(place.end),
            _ => merged.push(place),
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sites::entities;

    #[test]
    fn a_name_is_changed_as_a_whole_or_not_at_all() {
        let text = "the utilise.docx file, #robust, “we utilise it”";
        let verbatim = Verbatim::of(text, &entities("x", text));
        let at = |words: &str| text.find(words).map(|start| Span::new(start, start + words.len())).unwrap();
        let name = at("utilise.docx");
        assert_eq!(verbatim.name_around(at("utilise")), Some(name));
        assert_eq!(verbatim.name_around(at("file")), None);
        assert!(!verbatim.may_change(at("utilise"), &[at("utilise")]));
        assert!(verbatim.may_change(name, &[name]));
        assert!(!verbatim.may_change(at("the utilise.docx"), &[at("the utilise.docx")]));
        assert!(verbatim.may_change(at("file"), &[at("file")]));
        assert!(verbatim.may_change(Span::new(name.start, name.start), &[]));
        assert!(!verbatim.may_change(at("robust"), &[at("robust")]));
        assert!(!verbatim.may_change(at("it”"), &[at("it”")]));
    }
}
