//! Letters dressed up as a font.
//!
//! # What it finds
//! Two or more letters side by side that are written with mathematical (`𝗡𝗲𝘄`), fullwidth, enclosed (`🅝🅔🅦`,
//! `🄽🄴🅆`), raised, or small-capital characters. The fix writes plain letters, by Unicode's compatibility
//! decomposition (NFKC) where it has one.
//!
//! Fine are single signs (`½`, `™`, `①`, `ℹ️`), numbers in circles, flags, raised letters behind a plain one
//! (`1ˢᵗ`, `xʷməθkʷəy̓əm`), and fullwidth letters in a post with Chinese, Japanese or Korean characters. Letters
//! turned upside down are not looked for: they are ordinary letters of other alphabets.
//!
//! # Why an organisation wants it
//! Screen readers spell them out (“mathematical bold capital N …”) or leave them out, and no search finds them.
//!
//! # Settings
//! None. The message may say `{replacement}`, the plain letters.
//!
//! # Example
//! ```yaml
//! id: access/fancy-letters
//! kind: fancy-letters
//! severity: block
//! message: "Screen readers cannot read “{words}”. Write “{replacement}”."
//! source: {title: "Accessible social media"}
//! ```

use super::{Look, Match, Matcher, RuleKind, RuleLiterals, SettingsError, replacement, settings};
use crate::finding::Span;
use icu_normalizer::ComposingNormalizerBorrowed;
use serde::Deserialize;
use serde_json::Value;

/// The kind `fancy-letters`.
pub(super) struct FancyLetters;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {}

/// Small capitals, and their letters in the same order.
const SMALL_CAPITALS: &str = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ";
const THEIR_LETTERS: &str = "abcdefghijklmnopqrstuvwyz";
const AS_EMOJI: char = '\u{fe0f}';

impl RuleKind for FancyLetters {
    fn id(&self) -> &'static str {
        "fancy-letters"
    }

    fn compile(&self, value: &Value, _: RuleLiterals<'_>) -> Result<Box<dyn Matcher>, SettingsError> {
        Ok(Box::new(settings::<Settings>(value)?))
    }
}

impl Matcher for Settings {
    fn find(&self, look: &Look<'_>) -> Vec<Match> {
        let text = look.draft().text();
        if text.is_ascii() {
            return Vec::new();
        }
        let wide_is_usual = text.chars().any(|character| matches!(character, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}'));
        let mut runs = Runs { text, found: Vec::new(), run: None };
        let mut characters = text.char_indices().peekable();
        let mut last = ' ';
        while let Some((at, character)) = characters.next() {
            let emoji = characters.peek().is_some_and(|&(_, next)| next == AS_EMOJI);
            let usual = emoji
                || (wide_is_usual && is_wide(character))
                || (is_raised(character) && runs.run.is_none() && last.is_alphanumeric());
            match plain(character).filter(|_| !usual) {
                Some(letter) => runs.letter(Span::new(at, at + character.len_utf8()), letter),
                None if character == ' ' => runs.space(),
                None => runs.end(),
            }
            last = character;
        }
        runs.end();
        runs.found
    }

    fn fields(&self) -> Vec<&'static str> {
        vec!["replacement"]
    }
}

/// A run of fancy letters, with single spaces between its words.
struct Run {
    span: Span,
    plain: String,
    letters: usize,
    /// Whether a space has been seen behind it.
    parted: bool,
}

struct Runs<'a> {
    text: &'a str,
    found: Vec<Match>,
    run: Option<Run>,
}

impl Runs<'_> {
    fn letter(&mut self, span: Span, plain: char) {
        let run = self.run.get_or_insert(Run { span, plain: String::new(), letters: 0, parted: false });
        if std::mem::take(&mut run.parted) {
            run.plain.push(' ');
        }
        run.span.end = span.end;
        run.plain.push(plain);
        run.letters += usize::from(plain.is_alphabetic());
    }

    fn space(&mut self) {
        match &mut self.run {
            Some(run) if !run.parted => run.parted = true,
            _ => self.end(),
        }
    }

    fn end(&mut self) {
        let Some(run) = self.run.take().filter(|run| run.letters > 1) else { return };
        let fix = Some(replacement::as_written(self.text, run.span, &run.plain));
        self.found.push(Match { fix, fields: vec![("replacement", run.plain)], ..Match::at(run.span) });
    }
}

/// The plain letter or digit of a fancy one.
fn plain(character: char) -> Option<char> {
    if character.is_ascii() {
        return None;
    }
    let code = u32::from(character);
    let letter = |first: u32, case: char| char::from_u32((code - first) % 26 + u32::from(case));
    match code {
        0x1_f130..=0x1_f149 => letter(0x1_f130, 'A'),
        0x1_f150..=0x1_f169 => letter(0x1_f150, 'A'),
        0x1_f170..=0x1_f189 => letter(0x1_f170, 'A'),
        0x1_f110..=0x1_f129 => letter(0x1_f110, 'A'),
        0x249c..=0x24b5 => letter(0x249c, 'a'),
        // Plain text, signs and numbers in circles.
        0..0x1d00 | 0x2000..0x2070 | 0x2150..0x24b6
            if !is_small_capital(character) && !matches!(code, 0x2b0..=0x2b8) =>
        {
            None
        }
        _ if is_small_capital(character) => {
            let nth = SMALL_CAPITALS.chars().position(|small| small == character)?;
            THEIR_LETTERS.chars().nth(nth)
        }
        _ => {
            let mut buffer = [0; 4];
            let folded = ComposingNormalizerBorrowed::new_nfkc()
                .normalize(character.encode_utf8(&mut buffer))
                .into_owned();
            let mut letters = folded.chars();
            letters.next().filter(|letter| letter.is_ascii_alphanumeric() && letters.next().is_none())
        }
    }
}

fn is_small_capital(character: char) -> bool {
    SMALL_CAPITALS.contains(character)
}

fn is_wide(character: char) -> bool {
    matches!(character, '\u{ff00}'..='\u{ff5e}')
}

/// Raised and lowered letters and digits.
fn is_raised(character: char) -> bool {
    matches!(character, '\u{2b0}'..='\u{2b8}' | '\u{2e0}'..='\u{2e4}' | '\u{1d2c}'..='\u{1d6a}' | '\u{1d78}'..='\u{1dbf}' | '\u{2070}'..='\u{209c}' | '\u{2c7c}' | '\u{2c7d}')
}
