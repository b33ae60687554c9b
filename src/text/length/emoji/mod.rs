//! Emoji as X finds them: each sequence that it knows counts once, however many characters it has.
//!
//! X knows the emoji of Unicode 11 (2018), from the pattern of npm `twemoji-parser` 11.0.2 that twitter-text 3.1.0
//! uses. Newer sequences are split into their parts, which count as X counts them.

mod tables;

use super::super::entities::cursor::char_at;
use crate::finding::Span;
use crate::text::ascii::ascii_run;
use tables::{
    CLASSES, FLAGS, GENDERED, JOBS, MARKED, MODIFIED, MODIFIED_TEXT, SEQUENCES, SINGLE, SPORT, TEXT,
};

const JOINER: char = '\u{200d}';
const AS_TEXT: char = '\u{fe0e}';
const AS_EMOJI: char = '\u{fe0f}';
const KEYCAP: char = '\u{20e3}';
const BLACK_FLAG: char = '🏴';

/// The flags of England, Scotland and Wales, as tag letters.
const SUBDIVISIONS: [&str; 3] = ["gbeng", "gbsct", "gbwls"];

/// The emoji of a text, in order, without overlap.
#[derive(Debug)]
pub(in crate::text) struct Emoji<'text> {
    text: &'text str,
    at: usize,
}

impl<'text> Emoji<'text> {
    pub(in crate::text) fn of(text: &'text str) -> Self {
        Self { text, at: 0 }
    }
}

impl Iterator for Emoji<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        loop {
            // Most of a text is ASCII. Only the sign of a keycap begins an emoji, and what follows shows that.
            let rest = self.text.get(self.at..)?;
            let run = ascii_run(rest);
            let behind = rest.get(run..)?;
            let next = behind.chars().next()?;
            let keycap = run.checked_sub(1).filter(|_| matches!(next, AS_EMOJI | KEYCAP));
            let start = self.at + keycap.unwrap_or(run);
            let rest = self.text.get(start..)?;
            let first = rest.chars().next()?;
            if let Some(length) = length(rest, first) {
                self.at = start + length;
                return Some(Span::new(start, self.at));
            }
            self.at = start + first.len_utf8();
        }
    }
}

/// How many bytes the emoji at the start of the text takes up, tried in the order of the pattern.
fn length(text: &str, first: char) -> Option<usize> {
    if first.is_ascii() {
        return keycap(text, first);
    }
    let classes = if may_begin(first) { classes(first) } else { 0 };
    if classes == 0 {
        return (first == AS_EMOJI).then_some(first.len_utf8());
    }
    job(text, first)
        .or_else(|| gendered(text, first, classes))
        .or_else(|| {
            SEQUENCES.iter().find(|sequence| text.starts_with(**sequence)).map(|sequence| sequence.len())
        })
        .or_else(|| presented(text, first, classes))
        .or_else(|| flag(text, first))
        .or_else(|| (classes & SINGLE != 0).then_some(first.len_utf8()))
}

/// Rules out the letters of most scripts, which the table does not contain.
fn may_begin(character: char) -> bool {
    !matches!(character, '\u{af}'..='\u{203b}' | '\u{3300}'..='\u{d7ff}')
}

fn classes(character: char) -> u8 {
    let code = u32::from(character);
    let next = CLASSES.partition_point(|&(start, ..)| start <= code);
    let found = next.checked_sub(1).and_then(|last| CLASSES.get(last)).filter(|&&(_, end, _)| code <= end);
    found.map_or(0, |&(.., classes)| classes)
}

/// `1️⃣`, with or without the selector.
fn keycap(text: &str, first: char) -> Option<usize> {
    if !matches!(first, '#' | '*' | '0'..='9') {
        return None;
    }
    let at = skip(text, first.len_utf8(), |character| character == AS_EMOJI);
    (char_at(text, at) == Some(KEYCAP)).then(|| at + KEYCAP.len_utf8())
}

/// A man or a woman of any skin tone at work.
fn job(text: &str, first: char) -> Option<usize> {
    if !matches!(first, '👨' | '👩') {
        return None;
    }
    let joiner = skip(text, first.len_utf8(), is_skin_tone);
    let tool = joined(text, joiner)?;
    let rest = text.get(tool..)?;
    JOBS.iter().find(|job| rest.starts_with(**job)).map(|job| tool + job.len())
}

/// A person, with or without a skin tone, and a sign for a man or a woman.
fn gendered(text: &str, first: char, classes: u8) -> Option<usize> {
    let behind = first.len_utf8();
    let toned = skip(text, behind, |character| {
        is_skin_tone(character) || (classes & SPORT != 0 && character == AS_EMOJI)
    });
    if classes & (SPORT | GENDERED) == 0 || (classes & SPORT != 0 && toned == behind) {
        return None;
    }
    let sign = joined(text, toned)?;
    let selector = skip(text, sign, |character| matches!(character, '♀' | '♂'));
    let end = skip(text, selector, |character| character == AS_EMOJI);
    (selector > sign && end > selector).then_some(end)
}

/// A character that is an emoji unless a selector after it says otherwise, or only if one says so.
fn presented(text: &str, first: char, classes: u8) -> Option<usize> {
    let behind = first.len_utf8();
    let selected = skip(text, behind, |character| character == AS_EMOJI);
    let as_text = char_at(text, behind) == Some(AS_TEXT);
    if classes & MARKED != 0 && selected > behind {
        return Some(selected);
    }
    if classes & TEXT != 0 && !as_text {
        return Some(selected);
    }
    if classes & MODIFIED_TEXT != 0 && !as_text {
        return Some(skip(text, selected, is_skin_tone));
    }
    (classes & MODIFIED != 0).then(|| skip(text, behind, is_skin_tone))
}

/// The flag of a country, or of England, Scotland or Wales.
fn flag(text: &str, first: char) -> Option<usize> {
    let behind = first.len_utf8();
    if first == BLACK_FLAG {
        let tags = text.get(behind..)?;
        let end = tags.find('\u{e007f}')?;
        let letters: Option<String> = tags.get(..end)?.chars().map(letter_of_tag).collect();
        return SUBDIVISIONS.contains(&letters?.as_str()).then(|| behind + end + '\u{e007f}'.len_utf8());
    }
    let second = char_at(text, behind)?;
    let row = FLAGS.get(regional(first)?)?;
    (row >> regional(second)? & 1 == 1).then(|| behind + second.len_utf8())
}

/// The letter of a regional indicator, counted from zero.
fn regional(character: char) -> Option<usize> {
    let letter = u32::from(character).checked_sub(u32::from('🇦'))?;
    usize::try_from(letter).ok().filter(|&letter| letter < FLAGS.len())
}

fn letter_of_tag(tag: char) -> Option<char> {
    u32::from(tag).checked_sub(0xe0000).and_then(char::from_u32).filter(char::is_ascii_lowercase)
}

fn is_skin_tone(character: char) -> bool {
    matches!(character, '\u{1f3fb}'..='\u{1f3ff}')
}

/// The place after this character if it satisfies the condition, otherwise this place.
fn skip(text: &str, at: usize, condition: impl Fn(char) -> bool) -> usize {
    at + char_at(text, at).filter(|&character| condition(character)).map_or(0, char::len_utf8)
}

/// The place after the joiner here.
fn joined(text: &str, at: usize) -> Option<usize> {
    (char_at(text, at) == Some(JOINER)).then(|| at + JOINER.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn emoji(text: &str) -> Vec<&str> {
        Emoji::of(text).filter_map(|span| text.get(span.start..span.end)).collect()
    }

    #[test]
    fn a_sequence_is_one() {
        for sequence in
            ["👩🏽‍🚀", "🏋🏿‍♀️", "🤷‍♂️", "👨‍👩‍👧‍👦", "🏳️‍🌈", "#️⃣", "1⃣", "©️", "☎️", "☎", "☝🏻", "✊🏾", "🇬🇧", "😀", "\u{fe0f}"]
        {
            assert_eq!(emoji(sequence), [sequence]);
        }
        let wales = "🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}";
        assert_eq!(emoji(wales), [wales]);
    }

    #[test]
    fn what_is_text_or_too_new_is_not() {
        assert_eq!(emoji("© ☎\u{fe0e} 1 🥲 a"), [""; 0]);
        assert_eq!(emoji("🇦🇦"), ["🇦", "🇦"]);
        assert_eq!(emoji("👨‍🦯"), ["👨"]);
    }

    #[test]
    fn tables_are_sorted_so_that_they_can_be_searched() {
        assert!(CLASSES.windows(2).all(|pair| pair[0].1 < pair[1].0));
        assert!(('\u{80}'..=char::MAX).all(|character| may_begin(character) || classes(character) == 0));
    }
}
