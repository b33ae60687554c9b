//! Hashtags and cashtags: `#LatestNews` and `$GBP`.

use super::class::{ends_cashtag, is_hashtag, is_hashtag_letter, is_space};
use crate::finding::Span;
use crate::text::entities::cursor::{char_at, char_before, run_end};
use crate::text::entities::{Entity, EntityKind};

/// The longest symbol of a cashtag, and the longest part after a dot.
const MAX_SYMBOL: usize = 6;
const MAX_SUFFIX: usize = 2;

/// The marks that turn `#` into a keycap, as in `#️⃣`.
const KEYCAP_MARKS: [char; 2] = ['\u{fe0f}', '\u{20e3}'];

/// Every hashtag in a text, in order.
pub(crate) fn hashtags(text: &str) -> Vec<Entity> {
    let mut found = Vec::new();
    let mut done = 0;
    for (at, sign) in text.match_indices(['#', '＃']) {
        let start = at + sign.len();
        let end = run_end(text, start, is_hashtag);
        let tag = text.get(start..end).unwrap_or_default();
        if !may_begin(text, at, done) || tag.starts_with(KEYCAP_MARKS) || !tag.contains(is_hashtag_letter) {
            continue;
        }
        done = end;
        let rest = text.get(end..).unwrap_or_default();
        if !rest.starts_with(['#', '＃']) && !rest.starts_with("://") {
            found.push(Entity { kind: EntityKind::Hashtag, span: Span::new(at, end) });
        }
    }
    found
}

/// Whether a hashtag may begin here: not inside a word, and not right after another hashtag.
fn may_begin(text: &str, at: usize, done: usize) -> bool {
    let outside =
        |before: char| matches!(before, '\u{fe0e}' | '\u{fe0f}') || !(is_hashtag(before) || before == '&');
    at == 0 || (at > done && char_before(text, at).is_some_and(outside))
}

/// Every cashtag in a text, in order.
pub(super) fn cashtags(text: &str) -> Vec<Entity> {
    let mut found = Vec::new();
    let mut done = 0;
    for (at, _) in text.match_indices('$') {
        let free = at == 0 || (at > done && char_before(text, at).is_some_and(is_space));
        let Some(end) = free.then(|| symbol_end(text, at + 1)).flatten() else { continue };
        done = end;
        found.push(Entity { kind: EntityKind::Cashtag, span: Span::new(at, end) });
    }
    found
}

/// The end of the symbol that begins here: letters, and optionally a dot or underscore and one or two more letters.
fn symbol_end(text: &str, start: usize) -> Option<usize> {
    let is_letter = |character: char| character.is_ascii_alphabetic();
    let end = run_end(text, start, is_letter);
    if end == start || end > start + MAX_SYMBOL {
        return None;
    }
    let may_end = |at: usize| char_at(text, at).is_none_or(ends_cashtag);
    let suffix_end = run_end(text, end + 1, is_letter);
    let suffix = suffix_end.saturating_sub(end + 1);
    let joined = matches!(char_at(text, end), Some('.' | '_')) && (1..=MAX_SUFFIX).contains(&suffix);
    if joined && may_end(suffix_end) { Some(suffix_end) } else { Some(end).filter(|&end| may_end(end)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, find: fn(&str) -> Vec<Entity>) -> Vec<&str> {
        find(text).iter().map(|entity| entity.text(text)).collect()
    }

    #[test]
    fn hashtags_need_a_letter() {
        assert_eq!(
            found("#Buses #2026 #COVID19 ＃日本 #a_b.", hashtags),
            ["#Buses", "#COVID19", "＃日本", "#a_b"]
        );
    }

    #[test]
    fn hashtags_stand_by_themselves() {
        assert_eq!(found("a#b &#c #d#e #f://g", hashtags), [""; 0]);
        assert_eq!(found("##a 🚌#b #\u{fe0f}c", hashtags), ["#a", "#b"]);
    }

    #[test]
    fn cashtags_have_up_to_six_letters() {
        assert_eq!(found("$GBP $a.b $a_bcd. $TOOLONGS $1 x$A", cashtags), ["$GBP", "$a.b", "$a"]);
    }
}
