//! “Fancy” bold, italic, circled or struck-through text, made of special Unicode characters.
//!
//! # What it finds
//! Two or more letters or digits in a row that are
//!
//! - mathematical (`𝗡𝗲𝘄`, `𝟬𝟴𝟬𝟬`) or fullwidth characters,
//! - enclosed in circles, squares or brackets (`🅝🅔🅦`, `🄽🄴🅆`),
//! - superscript, subscript or small capitals (`ᴺᴴˢ`),
//! - letters of flags that do not make a flag (`🇳 🇭 🇸`), or
//! - ordinary letters with combining lines under, over or through them.
//!
//! The fix writes plain letters: Unicode’s compatibility decomposition (NFKC), where there is one. Struck-through
//! text has no fix, because in plain letters it would say what the writer took back.
//!
//! It does not find
//!
//! - single characters (`½`, `™`, `①`, `ℹ️`), numbers in circles, and flags,
//! - superscript letters after a plain letter or digit (`1ˢᵗ`, `xʷməθkʷəy̓əm`),
//! - fullwidth letters in a post with Chinese, Japanese or Korean characters, or
//! - letters turned upside down, which are ordinary letters of other alphabets.
//!
//! # Why an organisation wants it
//! Screen readers spell such letters out (“mathematical bold capital N …”) or leave them out, and searches do not
//! find them.
//!
//! # Example
//! ```yaml
//! id: access/fancy-letters
//! kind: fancy-letters
//! severity: block
//! message: "Screen readers cannot read “{words}”. Write “{replacement}”."
//! source: {title: "Accessible social media"}
//! ```
//!
//! # Settings
//! This kind has no settings.
//!
//! The message can use `{replacement}`, the plain letters.

mod units;

use super::{Input, Match, Matcher, RuleKind, RuleLiterals, SettingsError, replacement, settings};
use crate::finding::Span;
use crate::text::entities::cursor::char_at;
use serde::Deserialize;
use serde_json::Value;
use units::{Style, Unit, is_mathematical, is_wide, unit};

/// The kind `fancy-letters`.
pub(super) struct FancyLetters;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {}

impl RuleKind for FancyLetters {
    fn id(&self) -> &'static str {
        "fancy-letters"
    }

    fn compile(&self, value: &Value, _: RuleLiterals<'_>) -> Result<Box<dyn Matcher>, SettingsError> {
        Ok(Box::new(settings::<Settings>(value)?))
    }
}

impl Matcher for Settings {
    fn find(&self, input: &Input<'_>) -> Vec<Match> {
        let text = input.draft().text();
        if text.is_ascii() {
            return Vec::new();
        }
        let runs = Runs::of(text);
        // A single letter may be a formula or a symbol, but not among words made of such letters.
        let is_found =
            |run: &&Run| run.letters > 1 || run.goes_along && runs.iter().any(|run| run.letters > 1);
        runs.iter().filter(is_found).map(|run| run.matched(text)).collect()
    }

    fn fields(&self) -> Vec<&'static str> {
        vec!["replacement"]
    }
}

/// A run of fancy letters, with single spaces between its words and punctuation inside them.
struct Run {
    span: Span,
    plain: String,
    letters: usize,
    style: Style,
    /// Whether it is found when longer runs are, even if it has only one letter.
    goes_along: bool,
    is_struck: bool,
}

impl Run {
    fn matched(&self, text: &str) -> Match {
        let plain =
            if self.style == Style::Raised { raised_in_case(&self.plain) } else { self.plain.clone() };
        let fix = (!self.is_struck).then(|| replacement::as_written(text, self.span, &plain));
        Match { fix, fields: vec![("replacement", plain)], ..Match::at(self.span) }
    }
}

/// Restores the capitals in superscript words for which Unicode has no superscript form: the `ˢ` of `ᴺᴴˢ`.
fn raised_in_case(plain: &str) -> String {
    let in_case = |word: &str| {
        let stands_for_both = |letter: char| !letter.is_lowercase() || "cfqsxyz".contains(letter);
        let is_capitals = word.contains(char::is_uppercase) && word.chars().all(stands_for_both);
        if is_capitals { word.to_uppercase() } else { word.to_owned() }
    };
    plain.split(' ').map(in_case).collect::<Vec<_>>().join(" ")
}

struct Runs {
    done: Vec<Run>,
    run: Option<Run>,
    /// Text after the run that belongs to it if another fancy letter follows.
    between: String,
    /// Whether the current word has had fancy letters.
    in_fancy_word: bool,
}

impl Runs {
    fn of(text: &str) -> Vec<Run> {
        let wide_is_usual = text.chars().any(|character| matches!(character, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}'));
        let mut runs = Self { done: Vec::new(), run: None, between: String::new(), in_fancy_word: false };
        let (mut at, mut last) = (0, ' ');
        while let Some(character) = char_at(text, at) {
            let (unit, length) = unit(text, at);
            let span = Span::new(at, at + length);
            match unit {
                Unit::Fancy { .. } if wide_is_usual && is_wide(character) => runs.end(),
                // `1ˢᵗ`
                Unit::Fancy { style: Style::Raised, .. }
                    if runs.run.is_none() && last.is_alphanumeric() && !runs.in_fancy_word => {}
                Unit::Fancy { style, plain } => runs.letter(span, &plain, style, is_mathematical(character)),
                Unit::Digit(plain) if runs.run.is_some() => runs.add(span, &plain),
                Unit::Space => runs.mark(' '),
                Unit::Mark(mark) => runs.mark(mark),
                Unit::Nothing => {}
                Unit::Digit(_) | Unit::Other => runs.end(),
            }
            runs.in_fancy_word &= !character.is_whitespace();
            (at, last) = (span.end, character);
        }
        runs.end();
        runs.done
    }

    fn letter(&mut self, span: Span, plain: &str, style: Style, is_mathematical: bool) {
        // Spaces between flag letters are only there to keep them from becoming flags.
        let parted = self.between == " ";
        if parted && self.run.as_ref().is_some_and(|run| run.style == Style::Flag && style == Style::Flag) {
            self.between.clear();
        }
        let goes_along = is_mathematical || self.in_fancy_word;
        let start = Span::new(span.start, span.start);
        let new =
            || Run { span: start, plain: String::new(), letters: 0, style, goes_along, is_struck: false };
        let run = self.run.get_or_insert_with(new);
        run.letters += 1;
        run.style = style;
        run.is_struck |= style == Style::Struck;
        self.in_fancy_word = true;
        self.add(span, plain);
    }

    /// Adds the text after the run, and then this.
    fn add(&mut self, span: Span, plain: &str) {
        let between = std::mem::take(&mut self.between);
        if let Some(run) = &mut self.run {
            run.plain.push_str(&between);
            run.plain.push_str(plain);
            run.span.end = span.end;
        }
    }

    fn mark(&mut self, mark: char) {
        if self.run.is_some() && self.between.is_empty() { self.between.push(mark) } else { self.end() }
    }

    fn end(&mut self) {
        self.between.clear();
        self.done.extend(self.run.take());
    }
}
