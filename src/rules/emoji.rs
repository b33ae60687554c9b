//! Emoji and emoticons that get in the way of reading. How many there may be, and where, is for the kind
//! `occurrence`.
//!
//! # What it finds
//! What `find` lists:
//! - `repeated`: an emoji that is in the same line already, `👏 👏 👏`. One click keeps the first. Lines are
//!   looked at one by one, since a post in two languages has its emoji twice, and lists have theirs on each line.
//! - `as-word`: an emoji in the place of a word, behind one that cannot stand alone (`I ❤️ buses`, `catch the
//!   🚌`), or a number in a key amid words (`keep 2️⃣ metres apart`).
//! - `as-bullet`: emoji at the start of two lines or more.
//! - `text-art`: emoticons (`:-)`, `<3`, `¯\_(ツ)_/¯`) and three signs or more in a row (`***`, `-----`). One
//!   click removes them. Not `...` and `!!!`, which are for the kind `repetition`, nor what belongs to a word or a
//!   link.
//!
//! And each emoji in `ban`, in any skin tone; one click removes it.
//!
//! # Why an organisation wants it
//! Screen readers say the name of each emoji, “clapping hands, clapping hands”, in the midst of the sentence,
//! and read emoticons sign by sign.
//!
//! # Settings
//! | setting | meaning |
//! |---|---|
//! | `find` | which of `repeated`, `as-word`, `as-bullet` and `text-art` |
//! | `ban` | emoji that should not be used |
//!
//! # Example
//! ```yaml
//! id: access/repeated-emoji
//! kind: emoji
//! severity: warn
//! message: "Screen readers say the name of each “{words}”. Keep one."
//! source: {title: "Accessible social media"}
//! find: [repeated]
//! ```

use super::{
    Input, Match, Matcher, RuleKind, RuleLiterals, SettingsError, places, replacement, settings, text_art,
};
use crate::finding::{Fix, Span};
use crate::text::segment::{Token, TokenKind};
use serde::Deserialize;
use serde_json::Value;

/// The kind `emoji`.
pub(super) struct Emoji;

/// Words that something has to follow.
const UNFINISHED: &str = " a an the my our your their his we i they of for with from and or this every ";
const KEYCAP: char = '\u{20e3}';

#[derive(Clone, Copy, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum What {
    Repeated,
    AsWord,
    AsBullet,
    TextArt,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    #[serde(default)]
    find: Vec<What>,
    #[serde(default)]
    ban: Vec<String>,
}

impl RuleKind for Emoji {
    fn id(&self) -> &'static str {
        "emoji"
    }

    fn compile(&self, value: &Value, _: RuleLiterals<'_>) -> Result<Box<dyn Matcher>, SettingsError> {
        let mut settings: Settings = settings(value)?;
        if settings.find.is_empty() && settings.ban.is_empty() {
            let message = "Nothing is looked for. Write “find” or “ban”.";
            return Err(SettingsError::at("find", message));
        }
        if let Some(nth) = settings.ban.iter().position(|emoji| crate::text::segment::emoji(emoji).len() != 1)
        {
            return Err(SettingsError::at(&format!("ban[{nth}]"), "Expected one emoji."));
        }
        settings.ban.iter_mut().for_each(|emoji| *emoji = plain(emoji));
        Ok(Box::new(settings))
    }
}

impl Matcher for Settings {
    fn find(&self, input: &Input<'_>) -> Vec<Match> {
        let finds = |what| self.find.contains(&what);
        let mut matches = Vec::new();
        if finds(What::AsWord) {
            matches.extend(as_words(input).map(Match::at));
        }
        if finds(What::AsBullet) {
            matches.extend(bullets(input).into_iter().map(Match::at));
        }
        let emoji = input.reading.emoji().iter().copied();
        let mut removable: Vec<Span> =
            emoji.filter(|&span| self.ban.contains(&plain(input.draft().slice(span)))).collect();
        if finds(What::Repeated) {
            removable.extend(repeated(input));
        }
        if finds(What::TextArt) {
            removable.extend(text_art::find(input));
        }
        removable.sort_unstable();
        removable.dedup();
        if !removable.is_empty() {
            // Together, as their spaces may be the same ones.
            let edits = replacement::removals(input.draft().text(), &removable);
            let fix = Some(Fix { label: "Remove what is too much".to_owned(), edits });
            matches.push(Match { spans: removable, fix, ..Match::default() });
        }
        matches
    }
}

/// An emoji whatever its skin tone and presentation.
fn plain(emoji: &str) -> String {
    emoji.chars().filter(|part| !matches!(part, '\u{1f3fb}'..='\u{1f3ff}' | '\u{fe0f}')).collect()
}

/// Each emoji that is in its line already.
fn repeated(input: &Input<'_>) -> Vec<Span> {
    let mut repeated = Vec::new();
    for line in places::lines(input) {
        let mut seen: Vec<String> = Vec::new();
        for &span in places::inside(input.reading.emoji(), line, |&span| span) {
            let emoji = plain(input.draft().slice(span));
            if seen.contains(&emoji) {
                repeated.push(span);
            } else {
                seen.push(emoji);
            }
        }
    }
    repeated
}

fn as_words<'a>(input: &'a Input<'a>) -> impl Iterator<Item = Span> + 'a {
    let tokens = input.reading.tokens();
    let is_word = |token: &Token| token.kind == TokenKind::Word;
    let beside = |one: &Token, other: &Token| {
        let gap = input.draft().slice(Span::new(one.span.end, other.span.start));
        gap.chars().all(|character| character == ' ')
    };
    let stands_for_a_word = move |&(nth, token): &(usize, &Token)| {
        let before = nth.checked_sub(1).and_then(|nth| tokens.get(nth));
        let before = before.filter(|before| is_word(before) && beside(before, token));
        let behind = tokens.get(nth + 1).filter(|behind| is_word(behind) && beside(token, behind));
        let unfinished = before.is_some_and(|word| {
            UNFINISHED.contains(&format!(" {} ", input.reading.word(word).to_lowercase()))
        });
        unfinished || input.reading.word(token).contains(KEYCAP) && before.is_some() && behind.is_some()
    };
    let emoji = tokens.iter().enumerate().filter(|(_, token)| token.kind == TokenKind::Emoji);
    emoji.filter(stands_for_a_word).map(|(_, token)| token.span)
}

/// The emoji at the start of lines that have words, if there are at least two.
fn bullets(input: &Input<'_>) -> Vec<Span> {
    let first = |line: Span| {
        let mut inside = places::inside(input.reading.tokens(), line, |token| token.span).iter();
        let first = inside.next().filter(|token| token.kind == TokenKind::Emoji)?;
        inside.any(|token| token.kind == TokenKind::Word).then_some(first.span)
    };
    let bullets: Vec<Span> = places::lines(input).into_iter().filter_map(first).collect();
    if bullets.len() < 2 { Vec::new() } else { bullets }
}
