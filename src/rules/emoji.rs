//! Emoji and emoticons that get in the way of reading.
//!
//! # What it finds
//! Whatever `find` lists:
//!
//! - `repeated`: an emoji that is already in the same line, in any skin tone: `👏 👏 👏`. The fix keeps the first.
//!   Each line is looked at separately, because a bilingual post has its emoji twice, and a list may have the same
//!   one on every line.
//! - `as-word`: an emoji in place of a word, after a word that cannot stand alone (`I ❤️ buses`, `catch the 🚌`), or
//!   a keycap number between words (`keep 2️⃣ metres apart`). There is no fix.
//! - `as-bullet`: emoji at the start of two or more lines with words. There is no fix.
//! - `text-art`: emoticons (`:-)`, `<3`, `¯\_(ツ)_/¯`), and three or more of the same symbol in a row (`***`,
//!   `-----`). The fix removes them. Rows of `.`, `!` and `?` are left to the kind [repetition](#repetition).
//!   Symbols next to a letter or digit, and links, are left alone.
//!
//! It also finds each emoji in `ban`, in any skin tone. The fix removes it.
//!
//! To limit how many emoji a post has, or where they go, use the kind [occurrence](#occurrence).
//!
//! # Why an organisation wants it
//! Screen readers say the name of each emoji, “clapping hands, clapping hands”, in the middle of the sentence, and
//! read emoticons one character at a time.
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
//!
//! # Settings
//! A rule has at least one of these settings.
//!
//! | setting | meaning | if absent |
//! |---|---|---|
//! | `find` | a list of `repeated`, `as-word`, `as-bullet` and `text-art` | none of them |
//! | `ban` | emoji that should not be used | none |

use super::{
    Input, Match, Matcher, RuleKind, RuleLiterals, SettingsError, places, replacement, settings, text_art,
};
use crate::finding::{Fix, Span};
use crate::text::segment::{Token, TokenKind};
use serde::Deserialize;
use serde_json::Value;

/// The kind `emoji`.
pub(super) struct Emoji;

/// Words that need another word after them.
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
            // In one fix, because neighbours may share a space.
            let edits = replacement::removals(input.draft().text(), &removable);
            let fix = Some(Fix { label: "Remove what is too much".to_owned(), edits });
            matches.push(Match { spans: removable, fix, ..Match::default() });
        }
        matches
    }
}

/// An emoji without its skin tone and variation selector.
fn plain(emoji: &str) -> String {
    emoji.chars().filter(|part| !matches!(part, '\u{1f3fb}'..='\u{1f3ff}' | '\u{fe0f}')).collect()
}

/// Each emoji that is already in the same line.
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

/// The emoji at the start of lines with words, if there are at least two such lines.
fn bullets(input: &Input<'_>) -> Vec<Span> {
    let first = |line: Span| {
        let mut inside = places::inside(input.reading.tokens(), line, |token| token.span).iter();
        let first = inside.next().filter(|token| token.kind == TokenKind::Emoji)?;
        inside.any(|token| token.kind == TokenKind::Word).then_some(first.span)
    };
    let bullets: Vec<Span> = places::lines(input).into_iter().filter_map(first).collect();
    if bullets.len() < 2 { Vec::new() } else { bullets }
}
