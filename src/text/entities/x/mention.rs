//! People and lists: `@press` and `@press/regions`.

use super::class::undoes_mention;
use crate::finding::Span;
use crate::text::entities::cursor::{char_at, run_end, run_start};
use crate::text::entities::{Entity, EntityKind};

/// The longest user name, and the longest name of a list.
const MAX_NAME: usize = 20;
const MAX_LIST: usize = 25;

/// Every mention in a text, in order.
pub(super) fn mentions(text: &str) -> Vec<Entity> {
    let mut found = Vec::new();
    let mut done = 0;
    for (at, sign) in text.match_indices(['@', '＠']) {
        let Some(end) = end(text, at, at + sign.len(), done) else { continue };
        done = end;
        let undone = char_at(text, end).is_some_and(undoes_mention)
            || text.get(end..).is_some_and(|rest| rest.starts_with("://"));
        if !undone {
            found.push(Entity { kind: EntityKind::Mention, span: Span::new(at, end) });
        }
    }
    found
}

/// The end of the mention whose sign and name begin at these places.
fn end(text: &str, sign: usize, name: usize, done: usize) -> Option<usize> {
    let name_end = run_end(text, name, is_name).min(name + MAX_NAME);
    if name_end == name || !may_begin(text, sign, done) {
        return None;
    }
    Some(list_end(text, name_end).unwrap_or(name_end))
}

fn is_name(character: char) -> bool {
    character.is_ascii_alphanumeric() || character == '_'
}

/// The end of the list name that comes right after a user name.
fn list_end(text: &str, at: usize) -> Option<usize> {
    let first = char_at(text, at + 1).filter(char::is_ascii_alphabetic);
    let end = run_end(text, at + 1, |character| is_name(character) || character == '-');
    (char_at(text, at) == Some('/') && first.is_some()).then(|| end.min(at + 1 + MAX_LIST))
}

/// Whether a mention may begin here: not inside a word or address, except right after `RT`, which marks a repost.
fn may_begin(text: &str, sign: usize, done: usize) -> bool {
    let before = text.get(done..sign).unwrap_or_default();
    let first = done == 0;
    match before.chars().next_back() {
        None => first,
        Some(last) => {
            let inside = is_name(last) || matches!(last, '!' | '#' | '$' | '%' | '&' | '*' | '@' | '＠');
            !inside || is_repost(before, first)
        }
    }
}

/// Whether the text ends with `RT` or `RT:` as a word of its own.
fn is_repost(before: &str, from_start: bool) -> bool {
    let mark = before.strip_suffix(':').unwrap_or(before);
    let start = run_start(mark, mark.len(), |character| matches!(character, 'R' | 'r' | 'T' | 't'));
    let letters = mark.get(start..).unwrap_or_default();
    letters.eq_ignore_ascii_case("rt")
        && match mark.get(..start).and_then(|rest| rest.chars().next_back()) {
            None => from_start,
            Some(last) => !is_name(last) && !matches!(last, '+' | '~' | '.' | '-'),
        }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        mentions(text).iter().map(|entity| entity.text(text)).collect()
    }

    #[test]
    fn names_have_up_to_twenty_letters() {
        assert_eq!(found("Hi @press, ＠news! (@a_1)"), ["@press", "＠news", "@a_1"]);
        assert_eq!(found("@abcdefghijklmnopqrstuvwxyz"), ["@abcdefghijklmnopqrst"]);
    }

    #[test]
    fn addresses_are_no_mentions() {
        assert_eq!(found("press@example.com @@a #@b @https://x"), [""; 0]);
        assert_eq!(found("@a@b @é @oné"), [""; 0]);
    }

    #[test]
    fn a_repost_names_whose_it_is() {
        assert_eq!(found("RT@a rt:@b .RT@c xRT@d"), ["@a", "@b"]);
    }

    #[test]
    fn lists_belong_to_somebody() {
        assert_eq!(found("@press/regions @a/1"), ["@press/regions", "@a"]);
    }
}
