//! Initials that a poster wrote by hand. `-AB` and `^A.B.`, and `^AB` at the start, count as `^AB` at the end. If the
//! draft says `^CD`, another person's initials are not added without telling the poster.

use super::apart::is_blank;
use super::fill::Form;
use super::present::FINAL;
use crate::Span;

/// The sign that is used before initials, and hardly anywhere else.
const CARET: char = '^';

/// Other signs that may come before initials. In the lowered view, all dashes are `-`.
const SIGNS: [char; 6] = ['-', '~', '/', '*', '|', '•'];

/// Initials written by hand.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Written {
    /// Where they are, with the sign before them.
    pub(super) place: Span,
    /// The letters in lower case, without dots.
    letters: Vec<char>,
    /// Whether a caret comes before them.
    has_caret: bool,
    at_end: bool,
}

impl Written {
    /// Whether they are these initials. Without a caret they may be another word, unless they are in capitals.
    pub(super) fn are(&self, own: &str, in_capitals: bool) -> bool {
        let own = own.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase);
        self.letters.iter().copied().eq(own) && (self.has_caret || in_capitals && self.letters.len() > 1)
    }

    /// Whether they are anybody's initials. `^this` is not.
    pub(super) fn are_initials(&self, in_capitals: bool) -> bool {
        let most = if in_capitals { 4 } else { 3 };
        self.has_caret && (self.at_end || in_capitals) && (2..=most).contains(&self.letters.len())
    }
}

/// Whether this form has a wording of only initials and signs.
pub(super) fn is_initials(form: &Form) -> bool {
    let has_no_word = |text: &str| !text.replace(FIELD, "").contains(char::is_alphanumeric);
    form.texts().any(|text| text.contains(FIELD) && has_no_word(text))
}

/// Whether this form has a wording of initials after a caret.
pub(super) fn has_caret(form: &Form) -> bool {
    form.texts().any(|text| text.strip_prefix(CARET).is_some_and(|rest| rest.trim() == FIELD))
}

const FIELD: &str = "{initials}";

/// Possible initials at the end and at the start of a text, which comes from a lowered view.
pub(super) fn written(text: &str) -> impl Iterator<Item = Written> {
    at_end(text).into_iter().chain(at_start(text))
}

fn at_end(text: &str) -> Option<Written> {
    let words = without_links(text);
    let bare = words.trim_end_matches(|sign| FINAL.contains(&sign) || is_blank(sign));
    let in_brackets = bare.strip_suffix([')', ']']);
    let start = letters_before_end(in_brackets.unwrap_or(bare));
    let (before, letters) = bare.split_at_checked(start)?;
    let front = before.trim_end_matches(is_blank);
    let gap = front.len() < before.len();
    let sign = front.chars().next_back().filter(|last| *last != '\n');
    let words_before =
        front.trim_end_matches(|last| SIGNS.contains(&last) || CARET == last || "([".contains(last));
    let divided = gap || !words_before.ends_with(char::is_alphanumeric);
    let stands = match sign {
        None | Some(CARET) => true,
        Some('(' | '[') => in_brackets.is_some() && divided,
        Some(sign) if SIGNS.contains(&sign) => divided,
        Some(sign) => gap && (sign == ',' || FINAL.contains(&sign) || is_picture(sign)),
    };
    let has_caret = sign == Some(CARET);
    // “2^nd” and “^^” are not initials.
    let is_raised =
        has_caret && (words_before.len() + 1 < front.len() || words_before.ends_with(char::is_numeric));
    let is_sign = sign.is_some_and(|sign| has_caret || SIGNS.contains(&sign) || "([".contains(sign));
    let from = if is_sign { words_before.len() } else { start };
    (stands && !is_raised).then(|| Written {
        place: Span::new(from, words.trim_end().len()),
        letters: letters.chars().filter(|letter| letter.is_alphanumeric()).collect(),
        has_caret,
        at_end: true,
    })
}

fn at_start(text: &str) -> Option<Written> {
    let mut rest = text.trim_start();
    // A reply begins with the accounts that it answers.
    while rest.starts_with('@') {
        rest = rest.split_once(char::is_whitespace)?.1.trim_start();
    }
    let start = text.len() - rest.len();
    let after = rest.strip_prefix(CARET)?.trim_start_matches(is_blank);
    let end = after.find(|sign: char| !sign.is_alphanumeric() && sign != '.').unwrap_or(after.len());
    let letters = after.get(..end)?;
    Some(Written {
        place: Span::new(start, text.len() - after.len() + end),
        letters: letters.chars().filter(|letter| letter.is_alphanumeric()).collect(),
        has_caret: true,
        at_end: false,
    })
}

/// Where the letters at the end of a text begin: `AB`, `A.B` or `A. B`.
fn letters_before_end(text: &str) -> usize {
    let front = text.trim_end_matches(|sign: char| sign.is_alphanumeric() || sign == '.');
    let is_one = text.get(front.len()..).is_some_and(|letters| letters.chars().count() == 1);
    let words = front.trim_end_matches(' ').strip_suffix('.').filter(|_| is_one);
    let other = words.and_then(|words| words.strip_suffix(char::is_alphanumeric));
    other.filter(|words| !words.ends_with(char::is_alphanumeric)).map_or(front.len(), str::len)
}

/// The text without the links and hashtags at its end.
fn without_links(text: &str) -> &str {
    let mut words = text.trim_end();
    loop {
        let before = words.trim_end_matches(|sign: char| !sign.is_whitespace());
        let last = words.get(before.len()..).unwrap_or_default();
        if !(last.starts_with('#') || last.contains("://")) {
            return words;
        }
        words = before.trim_end();
    }
}

/// Whether it may be an emoji.
fn is_picture(sign: char) -> bool {
    !sign.is_ascii() && !sign.is_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::normalise::{lowered, normal};

    /// Whether the initials of AB are found, and otherwise those of somebody else.
    #[track_caller]
    fn found(text: &str) -> (bool, bool) {
        let normal = normal(text);
        let lowered = lowered(normal.text());
        let in_capitals = |written: &Written| {
            let place = lowered.origin(written.place);
            !normal.text().get(place.start..place.end).unwrap().contains(char::is_lowercase)
        };
        let all: Vec<Written> = written(lowered.text()).collect();
        let own = all.iter().any(|one| one.are("AB", in_capitals(one)));
        (own, !own && all.iter().any(|one| one.are_initials(in_capitals(one))))
    }

    #[test]
    fn of_the_poster() {
        for text in [
            "Thanks -AB",
            "Thanks – AB",
            "Thanks —AB",
            "Thanks - AB",
            "Thanks- AB",
            "Thanks ^A.B.",
            "Thanks ^a.b.",
            "Thanks ^A. B.",
            "Thanks^AB",
            "Thanks ~AB",
            "Thanks /AB",
            "Thanks *AB",
            "Thanks (AB)",
            "Thanks [AB].",
            "Thanks, AB",
            "Thanks. AB",
            "Thanks! A.B.",
            "Thanks\nAB",
            "Thanks\n\nA.B.",
            "Thanks -AB #bins",
            "Thanks -AB https://a.uk/b",
            "Thanks 😊 AB",
            "^AB Thanks",
            "^A.B. Thanks",
            "^ab: thanks",
            "@jane @joe ^AB Thanks",
            "Thanks --AB",
            "Thanks!-AB",
            "Thanks | AB",
        ] {
            assert_eq!(found(text), (true, false), "{text}");
        }
    }

    #[test]
    fn of_somebody_else() {
        for text in [
            "Thanks ^CD",
            "Thanks ^cd",
            "Thanks ^C.D.",
            "Thanks ^CDE",
            "Thanks\n^CD",
            "^CD Thanks",
            "Thanks ^CD #bins",
        ] {
            assert_eq!(found(text), (false, true), "{text}");
        }
    }

    #[test]
    fn of_nobody() {
        for text in [
            "",
            "Thanks",
            "Thanks AB",
            "the Kent-AB",
            "and/AB",
            "type AB",
            "Thanks -ab",
            "Thanks, ab",
            "Thanks -CD",
            "Thanks (CD)",
            "^this",
            "so ^this",
            "10^AB",
            "x^^",
            "^_^",
            "^^ CD",
            "Ask ^AB about it",
            "AB is off today",
            "bed-and-ab",
            "Thanks ^",
            "the 5^th",
            "CAB",
            "-CAB",
            "Blood group AB",
            "Blood group O, A or AB",
        ] {
            assert_eq!(found(text), (false, false), "{text}");
        }
    }
}
