//! Whether a sign-off is there already. Its wordings are recognised in any case and spacing, and with look-alike
//! characters.

use super::apart::is_apart;
use super::fill::Wording;
use crate::policy::Position;
use crate::reading::Reading;
use crate::rules::is_whole;
use crate::sites::entities;
use crate::text::normalise::{folded, invisible};
use crate::{Draft, Span};
use std::borrow::Cow;
use std::cell::OnceCell;
use unicode_segmentation::UnicodeSegmentation;

/// The form in which a wording is recognised: folded, and with spaces only between letters or digits, so that `^ AB` is
/// the same as `^AB`.
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

/// Whether a space between these two characters matters.
fn separates(before: Option<char>, after: Option<char>) -> bool {
    [before, after].into_iter().all(|one| one.is_some_and(char::is_alphanumeric))
}

/// Where a wording is in a draft, in bytes of the lowered view.
///
/// It has to be there as it would be on its own: in whole words, with the same number of links, hashtags and mentions,
/// and not inside another of these. `#ad` is not in `#ads` or `#ad_break`, nor is `AB` in a link.
pub(super) fn places(reading: &Reading<'_>, site: &str, wording: &Wording) -> Vec<Span> {
    let text = reading.folded().text();
    let Some(first) = wording.key.chars().next() else { return Vec::new() };
    let links = OnceCell::new();
    let by_itself = || entities(site, &wording.text).len();
    let stands = |place: &Span| {
        is_whole(text, *place)
            && has_links(reading, *links.get_or_init(by_itself), reading.from_folded(*place))
    };
    let found = |(start, _)| {
        let length = text.get(start..).and_then(|rest| matched(rest, &wording.key))?;
        let end = start + length;
        let ends = final_signs(text.get(end..)?).map(move |signs| Span::new(start, end + signs));
        Some(ends.filter(stands).map(|place| reading.folded().origin(place)))
    };
    let ends = MAX_PLACES * 2;
    let mut places: Vec<Span> = text.match_indices(first).filter_map(found).flatten().take(ends).collect();
    if places.len() == ends {
        places.extend(text.rmatch_indices(first).filter_map(found).flatten().take(ends));
        places.sort_unstable();
    }
    places.dedup();
    places
}

/// How many bytes after a wording may be the punctuation at its end: none, those up to one of the first marks, or all.
/// The rest may be the start of another sign-off.
fn final_signs(after: &str) -> impl Iterator<Item = usize> {
    let rest = after.trim_start_matches(|sign| sign == ' ' || FINAL.contains(&sign));
    let signs = after.strip_suffix(rest).unwrap_or_default();
    let mut ends = signs.match_indices(FINAL).map(|(at, sign)| at + sign.len());
    [0].into_iter().chain(ends.clone().take(MAX_SIGNS)).chain(ends.next_back())
}

/// How many of the first marks are tried as the end of a wording.
const MAX_SIGNS: usize = 3;

/// How many places of one wording are looked at from each end of a text.
pub(super) const MAX_PLACES: usize = 8;

/// Marks that may be added to or left off the end of a wording.
pub(super) const FINAL: [char; 3] = ['.', '!', '?'];

/// Whether adding this wording also adds the other one, which goes to this position.
pub(super) fn covers(wording: &Wording, other: &Wording, position: Position, site: &str) -> bool {
    wording.key.contains(&other.key) && {
        let draft = Draft::new(&wording.text);
        let reading = Reading::new(&draft, Some(site));
        places(&reading, site, other).into_iter().any(|place| is_apart(&reading, position, place, &[]))
    }
}

/// How many bytes the key takes at the start of a folded text, if the text begins with it.
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

/// Whether the site finds exactly this number of links, hashtags and mentions in this part of the draft, and none that
/// extends beyond it.
fn has_links(reading: &Reading<'_>, links: usize, part: Span) -> bool {
    let entities = reading.entities();
    let first = entities.partition_point(|entity| entity.span.end <= part.start);
    let mut inside = entities.iter().skip(first).take_while(|entity| entity.span.start < part.end);
    let mut count = 0;
    inside.all(|entity| {
        count += 1;
        part.contains(entity.span)
    }) && count == links
}

/// The text without the parts at these places.
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

/// The text, and what is left of it without some or all of the sign-offs at its ends, with and without the white space
/// there. So a pattern for the end of a text matches whether or not other sign-offs have been added since.
pub(super) fn peeled(text: &str, places: &[Span]) -> Vec<Span> {
    let mut parts = vec![Span::new(0, text.len())];
    let mut nth = 0;
    while let Some(&part) = parts.get(nth) {
        let mut add = |part| {
            if !parts.contains(&part) && parts.len() < MAX_PEELED {
                parts.push(part);
            }
        };
        let inside = text.get(part.start..part.end).unwrap_or_default();
        let start = part.start + (inside.len() - inside.trim_start().len());
        let end = part.start + inside.trim_end().len();
        for place in places.iter().filter(|place| start <= place.start && place.end <= end) {
            if place.end == end {
                add(Span::new(part.start, place.start));
            }
            if place.start == start {
                add(Span::new(place.end, part.end));
            }
        }
        if nth > 0 && start < end {
            add(Span::new(start, end));
        }
        nth += 1;
    }
    parts
}

/// The most parts that [`peeled`] returns.
const MAX_PEELED: usize = 64;

/// Whether the text after `before` begins within this number of characters, as people see them.
pub(super) fn is_early(before: &str, within: usize) -> bool {
    let seen = before.trim_start().graphemes(true).filter(|cluster| !cluster.chars().all(invisible));
    seen.take(within).count() < within
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn stands(wording: &str, text: &str) -> bool {
        let draft = Draft::new(text);
        !places(&Reading::new(&draft, Some("x")), "x", &Wording::new(wording)).is_empty()
    }

    #[test]
    fn a_wording_is_seen_in_any_case_spacing_and_disguise() {
        for text in ["Hi ^AB", "Hi ^ab", "Hi ^ AB", "Hi\n^AB", "Hi ^A\u{200b}B", "Hi ^ＡＢ", "Hi ^\u{410}B"]
        {
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
            ("AB", "https://example.com/?q=AB"),
            ("https://a.uk/i", "https://a.uk/i/other"),
            ("— Press office", "The press office"),
        ] {
            assert!(!stands(wording, text), "{wording} in {text}");
        }
    }

    #[test]
    fn sign_offs_are_peeled_off_both_ends() {
        let text = "Ad: Hi ^cd #ad";
        let parts = peeled(text, &[Span::new(11, 14), Span::new(0, 3)]);
        let parts: Vec<_> = parts.into_iter().filter_map(|part| text.get(part.start..part.end)).collect();
        assert!(
            parts.contains(&text) && parts.contains(&"Ad: Hi ^cd") && parts.contains(&"Hi ^cd"),
            "{parts:?}"
        );
    }

    #[test]
    fn places_are_cut_out_once() {
        let places = [Span::new(4, 6), Span::new(0, 2), Span::new(1, 3)];
        assert_eq!(without("abcdefgh", &places), "dgh");
    }
}
