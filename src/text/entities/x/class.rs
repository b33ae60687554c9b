//! The character classes of X's text rules, as twitter-text 3 defines them.
//!
//! The part of each class above U+007F is in [`tables`](super::tables); the part below is written out here.

use super::tables;
use std::cmp::Ordering;

/// Whether one of the sorted ranges contains this value.
fn within<T: Copy + Ord>(ranges: &[(T, T)], value: T) -> bool {
    let place = |&(start, end): &(T, T)| {
        if end < value {
            Ordering::Less
        } else if start > value {
            Ordering::Greater
        } else {
            Ordering::Equal
        }
    };
    ranges.binary_search_by(place).is_ok()
}

/// Looks up a character in a table with two halves, up to U+FFFF and above.
fn listed(basic: &[(u16, u16)], astral: &[(u32, u32)], character: char) -> bool {
    let code = u32::from(character);
    u16::try_from(code).map_or_else(|_| within(astral, code), |code| within(basic, code))
}

/// Whether a label of a domain may begin and end with this character.
///
/// Anything but punctuation, spaces, directional marks and characters that X refuses. That includes `"` and a backtick.
pub(crate) fn is_domain(character: char) -> bool {
    !matches!(character,
        '\t'..='\r' | ' ' | '!' | '#'..='/' | ':'..='@' | '['..='_' | '{'..='~' | '\u{85}' | '\u{a0}' | '\u{61c}'
        | '\u{1680}' | '\u{180e}' | '\u{2000}'..='\u{200a}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202f}'
        | '\u{205f}' | '\u{2066}'..='\u{2069}' | '\u{3000}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// Whether a label of a domain may contain this character.
pub(crate) fn is_label(character: char) -> bool {
    is_domain(character) || matches!(character, '_' | '-')
}

/// Whether a link may follow this character.
pub(crate) fn precedes_url(character: char) -> bool {
    !matches!(character,
        '0'..='9' | 'A'..='Z' | 'a'..='z' | '#' | '$' | '@' | '＃' | '＠' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// Whether the path of a link may contain this character.
pub(crate) fn is_path(character: char) -> bool {
    match character {
        '!' | '#'..='\'' | '*'..=';' | '=' | '@'..='[' | ']' | '_' | 'a'..='z' | '|' | '~' | '–' => true,
        _ => is_letter(character),
    }
}

/// Whether the path of a link may end with this character.
pub(crate) fn ends_path(character: char) -> bool {
    match character {
        '#' | '+' | '-' | '/'..='9' | '=' | 'A'..='Z' | '_' | 'a'..='z' => true,
        _ => is_letter(character),
    }
}

/// An accented Latin or a Cyrillic letter.
fn is_letter(character: char) -> bool {
    is_accented(character) || listed(tables::CYRILLIC_FOLDED, &[], character)
}

/// Whether the query of a link may contain this character.
pub(crate) fn is_query(character: char) -> bool {
    matches!(character, '!' | '#'..=';' | '=' | '?'..='[' | ']' | '_' | 'a'..='z' | '|' | '~')
}

/// Whether the query of a link may end with this character.
pub(crate) fn ends_query(character: char) -> bool {
    matches!(character, '#' | '&' | '-' | '/'..='9' | '=' | 'A'..='Z' | '_' | 'a'..='z')
}

/// Whether a domain without `https://` may contain this character.
pub(crate) fn is_bare_domain(character: char) -> bool {
    character == '-' || character.is_ascii_alphanumeric() || is_accented(character)
}

/// An accented Latin letter, where case makes no difference.
fn is_accented(character: char) -> bool {
    !character.is_ascii() && listed(tables::LATIN_FOLDED, &[], character)
}

/// Whether this character after a mention means that it is not a mention.
pub(crate) fn undoes_mention(character: char) -> bool {
    matches!(character, '@' | '＠') || (!character.is_ascii() && listed(tables::LATIN, &[], character))
}

/// Whether this is a letter or mark for a hashtag. Every hashtag needs at least one.
pub(crate) fn is_hashtag_letter(character: char) -> bool {
    character.is_ascii_alphabetic()
        || (!character.is_ascii() && listed(tables::LETTERS, tables::ASTRAL_LETTERS, character))
}

/// Whether a hashtag may contain this character.
pub(crate) fn is_hashtag(character: char) -> bool {
    match character {
        '0'..='9' | '_' => true,
        _ if character.is_ascii() => character.is_ascii_alphabetic(),
        _ => is_hashtag_letter(character) || listed(tables::NUMERALS, tables::ASTRAL_NUMERALS, character),
    }
}

/// Whether a cashtag may follow this character.
pub(crate) fn is_space(character: char) -> bool {
    matches!(character,
        '\t'..='\r' | ' ' | '\u{85}' | '\u{a0}' | '\u{1680}' | '\u{180e}' | '\u{2000}'..='\u{200a}' | '\u{2028}'
        | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

/// Whether this character may follow a cashtag: white space as JavaScript defines it, or punctuation.
pub(crate) fn ends_cashtag(character: char) -> bool {
    match character {
        '!' | '#'..='/' | ':'..='@' | '['..='_' | '{'..='~' | '\u{feff}' => true,
        '\u{85}' | '\u{180e}' => false,
        _ => is_space(character),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_have_their_ends_and_not_their_neighbours() {
        assert!(is_domain('"') && is_domain('例') && !is_domain('_') && !is_domain('\u{2028}'));
        assert!(is_label('_') && !is_label('.'));
        assert!(is_path('–') && is_path('ж') && !is_path('(') && !is_path('日'));
        assert!(ends_path('é') && !ends_path('.'));
        assert!(
            is_hashtag('_') && !is_hashtag_letter('_') && is_hashtag_letter('é') && is_hashtag_letter('𠮷')
        );
        assert!(is_hashtag('٣') && !is_hashtag('-') && !is_hashtag('😀'));
        assert!(ends_cashtag('.') && !ends_cashtag('"') && !ends_cashtag('\u{85}'));
    }

    #[test]
    fn tables_are_sorted_so_that_they_can_be_searched() {
        for table in
            [tables::LETTERS, tables::NUMERALS, tables::LATIN, tables::LATIN_FOLDED, tables::CYRILLIC_FOLDED]
        {
            assert!(table.windows(2).all(|pair| pair[0].1 < pair[1].0));
        }
        for table in [tables::ASTRAL_LETTERS, tables::ASTRAL_NUMERALS] {
            assert!(table.windows(2).all(|pair| pair[0].1 < pair[1].0));
        }
    }
}
