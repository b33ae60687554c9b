//! What is linked by sites that do not publish their rules: `LinkedIn`, Facebook, Threads, Instagram, `YouTube` and
//! others.
//!
//! Links and hashtags follow X's rules, the strictest that are published. Names may have dots, as on Instagram and
//! `YouTube`. On `LinkedIn` and Facebook people make a mention in the editor, not with words in the text. `@name`
//! counts there as well, because somebody who typed it meant a mention.

use super::cursor::{char_before, run_end};
use super::{Entity, EntityKind, x};
use crate::finding::Span;

/// Everything that looks like an entity, in any order.
pub(super) fn find(text: &str) -> Vec<Entity> {
    let links = x::url::urls(text).into_iter().map(|url| Entity { kind: EntityKind::Url, span: url.span });
    let mut found: Vec<Entity> = links.collect();
    found.extend(text.match_indices('@').filter_map(|(at, _)| mention(text, at)));
    found.extend(x::tag::hashtags(text));
    found
}

fn mention(text: &str, at: usize) -> Option<Entity> {
    let is_name = |character: char| character.is_ascii_alphanumeric() || matches!(character, '_' | '.');
    let before = char_before(text, at);
    let start = at + 1;
    let end = run_end(text, start, is_name);
    let name = text.get(start..end)?.trim_end_matches('.');
    let alone = !before.is_some_and(|before| {
        before.is_alphanumeric() || matches!(before, '_' | '@' | '/' | '.' | '-' | '+')
    });
    (alone && !name.is_empty() && !name.starts_with('.'))
        .then(|| Entity { kind: EntityKind::Mention, span: Span::new(at, start + name.len()) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_may_have_dots_and_addresses_are_none() {
        let found =
            |text: &'static str| find(text).iter().map(|entity| entity.text(text)).collect::<Vec<_>>();
        assert_eq!(found("By @dept.news. Mail press@example"), ["@dept.news"]);
        assert_eq!(found("(@news) #Buses"), ["@news", "#Buses"]);
    }
}
