//! Emoji as a reader sees them: each picture once, however many characters it has.
//!
//! A picture is a grapheme cluster (UAX #29) that begins with a character drawn as a picture. So families, flags, skin
//! tones and keycaps count once, and future ones will too. This differs from how a site counts: X counts the parts of
//! an emoji that it does not know, see [`length`](crate::text::length).

use crate::finding::Span;
use crate::text::ascii::clusters_beyond_ascii;
use crate::text::length::emoji::Emoji;

const AS_TEXT: char = '\u{fe0e}';

/// The emoji of a text, in order.
///
/// ```
/// let text = "👩‍👩‍👧 🇬🇧 1️⃣ ☎️ ™ 1";
/// assert_eq!(countersign::text::segment::emoji(text).len(), 4);
/// ```
#[must_use]
pub fn emoji(text: &str) -> Vec<Span> {
    let clusters = clusters_beyond_ascii(text).filter(|(_, cluster)| is_picture(cluster));
    clusters.map(|(span, _)| span).collect()
}

fn is_picture(cluster: &str) -> bool {
    let Some(first) =
        cluster.chars().next().filter(|first| first.len_utf8() < cluster.len() || *first >= '\u{203c}')
    else {
        return false;
    };
    let known = || Emoji::of(cluster).next().is_some_and(|known| known.start == 0);
    !matches!(first, '\u{fe00}'..='\u{fe0f}') && !cluster.contains(AS_TEXT) && (is_newer(first) || known())
}

/// The blocks that have gained characters since X's table was made.
fn is_newer(character: char) -> bool {
    matches!(character,
        '\u{1f6d0}'..='\u{1f6ff}' | '\u{1f7e0}'..='\u{1f7f0}' | '\u{1f900}'..='\u{1f9ff}' | '\u{1fa70}'..='\u{1faff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_emoji(text: &str, expected: &[&str]) {
        let found: Vec<&str> =
            emoji(text).iter().map(|span| text.get(span.start..span.end).unwrap()).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_sequence_is_one() {
        assert_emoji("👨‍👩‍👧‍👦🏳️‍🌈", &["👨‍👩‍👧‍👦", "🏳️‍🌈"]);
        assert_emoji("🇬🇧🇫🇷", &["🇬🇧", "🇫🇷"]);
        assert_emoji("Ring 1️⃣#️⃣", &["1️⃣", "#️⃣"]);
        assert_emoji("❤️ 👍🏽 👨‍🦯 🥲 🫶🏿", &["❤️", "👍🏽", "👨‍🦯", "🥲", "🫶🏿"]);
        let wales = "🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}";
        assert_emoji(wales, &[wales]);
    }

    #[test]
    fn signs_and_letters_are_none() {
        assert_emoji("© ™ ½ № é ツ 𝗡 ① 1 # ☎\u{fe0e} a\u{fe0f} – … £", &[]);
    }
}
