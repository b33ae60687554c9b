//! Words near a candidate that make it more or less likely.

use crate::finding::Span;

/// Whether one of the cues appears as a word of its own within `before` bytes before the span or `after` bytes after
/// it. Cues are written in lower case, separated by `|`, and compared without case.
pub(super) fn near(text: &str, span: Span, before: usize, after: usize, cues: &str) -> bool {
    let start = text.floor_char_boundary(span.start.saturating_sub(before));
    let end = text.floor_char_boundary(span.end.saturating_add(after));
    holds(text, Span::new(start, span.start), cues) || holds(text, Span::new(span.end, end), cues)
}

/// Whether the last word before the span, ignoring spaces and colons, is one of the cues.
pub(super) fn follows(text: &str, span: Span, cues: &str) -> bool {
    let before = text.get(..span.start).unwrap_or_default();
    let end = before.trim_end_matches([' ', ':', '#', '.', '(', '-']).len();
    cues.split('|').any(|cue| {
        end.checked_sub(cue.len()).is_some_and(|start| is_at(text, start, cue) && starts_word(text, start))
    })
}

/// Whether one of the cues appears in this part of the text.
fn holds(text: &str, part: Span, cues: &str) -> bool {
    cues.split('|').any(|cue| {
        let last = part.end.saturating_sub(cue.len());
        (part.start..=last).any(|start| {
            start + cue.len() <= part.end
                && is_at(text, start, cue)
                && starts_word(text, start)
                && ends_word(text, start + cue.len())
        })
    })
}

/// Whether the line has words near the span that are all in capitals, so that capitals prove nothing.
pub(super) fn is_shouted(text: &str, span: Span) -> bool {
    let start = text.floor_char_boundary(span.start.saturating_sub(60));
    let end = text.ceil_char_boundary(span.end.saturating_add(60));
    let before = text.get(start..span.start).and_then(|before| before.rsplit('\n').next());
    let after = text.get(span.end..end).and_then(|after| after.split('\n').next());
    let all =
        || before.into_iter().chain(after).flat_map(|part| part.split(|one: char| !one.is_alphanumeric()));
    // Codes are in capitals everywhere.
    let words = || all().filter(|word| word.chars().all(char::is_alphabetic));
    words().map(str::len).sum::<usize>() > 3 && !words().any(|word| word.contains(char::is_lowercase))
}

/// Whether these words appear here, in any case.
pub(super) fn is_at(text: &str, start: usize, words: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.get(start..start + words.len()).is_some_and(|found| found.eq_ignore_ascii_case(words.as_bytes()))
}

/// Whether no letter or digit comes directly before.
pub(super) fn starts_word(text: &str, at: usize) -> bool {
    !text.get(..at).and_then(|before| before.chars().next_back()).is_some_and(char::is_alphanumeric)
}

/// Whether no letter or digit comes directly after.
pub(super) fn ends_word(text: &str, at: usize) -> bool {
    !text.get(at..).and_then(|after| after.chars().next()).is_some_and(char::is_alphanumeric)
}

/// Whether the position is inside a link, where text is an address and not words.
pub(super) fn in_link(text: &str, at: usize) -> bool {
    // Far enough for any link in a post, and a limit on the cost of a text without spaces.
    let before = text.get(text.floor_char_boundary(at.saturating_sub(400))..at).unwrap_or_default();
    let token = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    token.contains("://") || token.starts_with("www.")
}

/// Whether the value is a link, with or without `https://` (`gov.uk/reset-2024`), and therefore not a secret.
pub(super) fn is_link(value: &str) -> bool {
    let (host, path) = value.split_once('/').unwrap_or_default();
    let part = |part: &str| {
        !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    let bare = || host.contains('.') && host.split('.').all(part) && !path.is_empty();
    value.contains("://") || bare()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cues_are_whole_words_near_the_span() {
        let text = "My UTR number is 1955839661, ok";
        let span = Span::new(17, 27);
        assert!(near(text, span, 15, 0, "tax|utr"));
        assert!(!near(text, span, 10, 0, "utr"));
        assert!(!near(text, span, 20, 0, "umber"));
        assert!(near(text, span, 0, 5, "ok"));
        assert!(follows(text, span, "is") && !follows(text, span, "s|number"));
    }

    #[test]
    fn a_line_in_capitals_is_shouted() {
        let text = "Now\nSE10 FOR A DAY\nand more";
        assert!(is_shouted(text, Span::new(4, 12)) && !is_shouted("SE10 FOR a day", Span::new(0, 8)));
        assert!(!is_shouted("SE10 FOR", Span::new(0, 8)));
    }

    #[test]
    fn other_letters_around_do_no_harm() {
        let text = "ééééé 12 ééééé";
        assert!(!near(text, Span::new(11, 13), 4, 4, "utr|é"));
        assert!(in_link("see https://example.com/12", 25) && !in_link("see 12", 4));
    }
}
