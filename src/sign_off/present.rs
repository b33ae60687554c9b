//! Whether a sign-off is there already: its wordings are recognised in any case, spacing and disguise.

use super::fill::Wording;
use crate::Span;
use crate::rules::is_whole;
use crate::text::entities::entities;
use crate::text::normalise::folded;
use crate::text::reading::Reading;
use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;

/// What a wording is recognised by: its folded form with spaces between letters or digits only, so that `^ AB`
/// is the same as `^AB`.
pub(super) fn key(text: &str) -> String {
    let folded = folded(text);
    let mut key = String::with_capacity(folded.len());
    let mut characters = folded.trim().chars().peekable();
    while let Some(character) = characters.next() {
        if character != ' ' || separates(key.chars().next_back(), characters.peek().copied()) {
            key.push(character);
        }
    }
    key
}

/// Whether a space between these two matters.
fn separates(before: Option<char>, after: Option<char>) -> bool {
    [before, after].into_iter().all(|one| one.is_some_and(char::is_alphanumeric))
}

/// Where a wording stands in a draft, in bytes of the lowered view.
///
/// It has to stand there as it would by itself: in whole words, with the links, hashtags and mentions that it
/// has by itself, and inside no other. `#ad` does not stand in `#ads` or `#ad_break`, nor `^AB` in a link.
pub(super) fn places(reading: &Reading<'_>, site: &str, wording: &Wording) -> Vec<Span> {
    let text = reading.folded().text();
    let Some(first) = wording.key.chars().next() else { return Vec::new() };
    let starts = text.match_indices(first);
    let found = starts.filter_map(|(start, _)| {
        let length = text.get(start..).and_then(|rest| matched(rest, &wording.key))?;
        Some(Span::new(start, start + length))
    });
    let stands =
        |span: &Span| is_whole(text, *span) && links_alike(reading, site, wording, reading.from_folded(*span));
    found.filter(stands).map(|span| reading.folded().origin(span)).collect()
}

/// How many bytes of a folded text the key takes that it begins with.
fn matched(text: &str, key: &str) -> Option<usize> {
    let mut rest = text.char_indices().peekable();
    let (mut last, mut end) = (None, 0);
    for wanted in key.chars() {
        let (mut at, mut found) = rest.next()?;
        if found == ' ' && wanted != ' ' && !separates(last, rest.peek().map(|&(_, next)| next)) {
            (at, found) = rest.next()?;
        }
        if found != wanted {
            return None;
        }
        (last, end) = (Some(found), at + found.len_utf8());
    }
    Some(end)
}

/// Whether the site finds in this part of the draft as many links, hashtags and mentions as in the wording by
/// itself, and none that reaches beyond it.
fn links_alike(reading: &Reading<'_>, site: &str, wording: &Wording, part: Span) -> bool {
    let mut inside = 0;
    for entity in reading.entities().iter().filter(|entity| entity.span.overlaps(part)) {
        if entity.span.start < part.start || part.end < entity.span.end {
            return false;
        }
        inside += 1;
    }
    inside == entities(site, &wording.text).len()
}

/// The text without these places.
pub(super) fn without<'a>(text: &'a str, places: &[Span]) -> Cow<'a, str> {
    if places.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut places = places.to_vec();
    places.sort_unstable();
    let mut rest = String::with_capacity(text.len());
    let mut done = 0;
    for place in places {
        rest.push_str(text.get(done..place.start).unwrap_or_default());
        done = done.max(place.end);
    }
    rest.push_str(text.get(done..).unwrap_or_default());
    Cow::Owned(rest)
}

/// Whether what begins behind `before` begins within the first characters, as people see them.
pub(super) fn is_early(before: &str, within: Option<usize>) -> bool {
    within.is_none_or(|within| before.trim_start().graphemes(true).take(within).count() < within)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Draft;

    #[track_caller]
    fn stands(wording: &str, text: &str) -> bool {
        let draft = Draft::new(text);
        !places(&Reading::new(&draft, Some("x")), "x", &Wording::new(wording)).is_empty()
    }

    #[test]
    fn a_wording_is_seen_in_any_case_spacing_and_disguise() {
        for text in ["Hi ^AB", "Hi ^ab", "Hi ^ AB", "Hi\n^AB", "Hi ^A\u{200b}B", "Hi ^ＡＢ", "Hi ^\u{410}B"] {
            assert!(stands("^AB", text), "{text}");
        }
        assert!(stands("— Press office", "Hi\n- press  office"));
        assert!(stands("— Press office", "Hi—Press office!"));
    }

    #[test]
    fn a_part_of_another_word_hashtag_or_link_is_not_it() {
        for (wording, text) in [
            ("Ad", "A bad day"),
            ("Ad", "I got a D"),
            ("#ad", "#ads"),
            ("#ad", "#ad_break"),
            ("#ad", "a#ad"),
            ("@press", "mail kim@press"),
            ("^AB", "https://example.com/?q=^AB"),
            ("https://a.uk/i", "https://a.uk/i/other"),
            ("— Press office", "The press office"),
        ] {
            assert!(!stands(wording, text), "{wording} in {text}");
        }
    }

    #[test]
    fn places_are_cut_out_once() {
        let places = [Span::new(4, 6), Span::new(0, 2), Span::new(1, 3)];
        assert_eq!(without("abcdefgh", &places), "dgh");
    }
}
