//! What X links, by the rules of twitter-text 3.1.0.

pub(crate) mod class;
pub(crate) mod tag;
pub(crate) mod url;

mod bare;
mod dns;
mod labels;
mod mention;
mod tables;
mod tail;

use super::{Entity, EntityKind};

/// Everything that X links, kind by kind. If two overlap, the caller keeps the first in the text.
pub(super) fn find(text: &str) -> Vec<Entity> {
    let links = url::urls(text).into_iter().map(|url| Entity { kind: EntityKind::Url, span: url.span });
    let mut found: Vec<Entity> = links.collect();
    found.extend(mention::mentions(text));
    found.extend(tag::hashtags(text));
    found.extend(tag::cashtags(text));
    found
}
