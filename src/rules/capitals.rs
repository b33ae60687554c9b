//! Words in capitals: shouting, and acronyms that are not explained.
//!
//! # What it finds
//! `find: shouting` finds a row of words in capitals, three or more unless `words` says otherwise. These neither
//! count towards the row nor break it: known acronyms, single letters, numbers, words without a vowel (`HMRC`),
//! hashtags, mentions, links, file names and emoji. The fix writes the row in sentence case. Acronyms keep their
//! capitals, and an entry of `allow` is written as it is listed there, so add names to the list: with `Leeds` in
//! it, the fix turns `LEEDS` into `Leeds`.
//!
//! `find: acronyms` finds a word of two to six capitals, such as `GSCP` or `MPs`, unless
//!
//! - it is a known acronym or a common word (`NOT`),
//! - it is next to another word in capitals, or
//! - the post explains it: `Government Security Classifications Policy (GSCP)`, or the other way round.
//!
//! Only its first place is marked, and there is no fix.
//!
//! Known acronyms are those that the GOV.UK style guide says need no explanation, and some from everyday life
//! (`BBC`, `PDF`, `NHS`).
//!
//! # Why an organisation wants it
//! Text in capitals is hard to read, is spelled out by some screen readers, and feels like shouting. The GOV.UK
//! style guide asks writers to spell out an acronym the first time they use it.
//!
//! # Example
//! ```yaml
//! id: access/block-capitals
//! kind: capitals
//! severity: warn
//! message: "“{words}” is hard to read in capitals. Write it in lower case."
//! source: {title: "GOV.UK style guide"}
//! allow: [DWP, Leeds]
//! ```
//!
//! # Settings
//! | setting | meaning | if absent |
//! |---|---|---|
//! | `find` | `shouting` or `acronyms` | `shouting` |
//! | `words` | with `shouting`: how many words in a row count as shouting | 3 |
//! | `allow` | more acronyms, and names in their usual spelling: `DWP`, `Leeds` | none |
//!
//! With `shouting`, the message can use `{count}`, the number of words in the row.

use super::{Input, Match, Matcher, RuleKind, RuleLiterals, SettingsError, only_for, replacement, settings};
use crate::finding::{Edit, Fix, Span};
use crate::text::entities::cursor::{char_at, char_before};
use crate::text::normalise::folded;
use crate::text::segment::vocabulary::is_common;
use crate::text::segment::{Token, TokenKind};
use serde::Deserialize;
use serde_json::Value;

/// The kind `capitals`.
pub(super) struct Capitals;

/// Acronyms that have become words. The first ones are from the GOV.UK style guide.
const KNOWN: &str = " UK EU US USA UN VAT MP MPS NHS GP GPS BBC ITV BSL PDF TV PC PIN ID OK AM PM AI IT A&E Q&A R&D AA RAC \
ASAP ATM BST CCTV CEO CPR CV COVID DIY DNA DVD DVLA FAQ FAQS FM GB GCSE GCSES GDP GMT GOV HGV HIV AIDS HMRC HM HQ ISA ISAS JCP \
LED LGBT LGBTQ MOT MPH NATO NI PAYE PE PHD PS RAF RNLI RSPCA RT SMS SOS UFO UNESCO UNICEF URL USB VIP WIFI WC WHO WWF XL II III IV VI VII ";
const VOWELS: [char; 6] = ['A', 'E', 'I', 'O', 'U', 'Y'];

#[derive(Clone, Copy, Default, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum What {
    #[default]
    Shouting,
    Acronyms,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    #[serde(default)]
    find: What,
    words: Option<usize>,
    #[serde(default)]
    allow: Vec<String>,
}

/// This many words in a row are shouting, unless the policy says otherwise.
const USUAL_ROW: usize = 3;

/// What a token does to a row of words in capitals.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Shouts,
    /// Neither counts towards the row nor ends it.
    Between,
    Ends,
}

impl RuleKind for Capitals {
    fn id(&self) -> &'static str {
        "capitals"
    }

    fn compile(&self, value: &Value, _: RuleLiterals<'_>) -> Result<Box<dyn Matcher>, SettingsError> {
        let settings: Settings = settings(value)?;
        let shouting = settings.find == What::Shouting;
        only_for("“find: shouting”", shouting, "words", settings.words.is_some())?;
        if settings.words == Some(0) {
            return Err(SettingsError::at("words", "No word is 0 words. Write 1 or more."));
        }
        Ok(Box::new(settings))
    }
}

impl Matcher for Settings {
    fn find(&self, input: &Input<'_>) -> Vec<Match> {
        match self.find {
            What::Shouting => self.shouting(input),
            What::Acronyms => self.acronyms(input),
        }
    }

    fn fields(&self) -> Vec<&'static str> {
        match self.find {
            What::Shouting => vec!["count"],
            What::Acronyms => Vec::new(),
        }
    }
}

impl Settings {
    fn shouting(&self, input: &Input<'_>) -> Vec<Match> {
        let tokens = input.reading.tokens();
        let rows = tokens.split(|token| self.part(input, token) == Part::Ends);
        rows.filter_map(|row| {
            let shouts = |token: &Token| self.part(input, token) == Part::Shouts;
            let count = row.iter().filter(|token| shouts(token)).count();
            let row = row.get(row.iter().position(shouts)?..=row.iter().rposition(shouts)?)?;
            if count < self.words.unwrap_or(USUAL_ROW) {
                return None;
            }
            let span = Span::new(row.first()?.span.start, row.last()?.span.end);
            let fix = Some(self.in_sentence_case(input, row));
            let fields = vec![("count", count.to_string())];
            Some(Match { fix, fields, ..Match::at(span) })
        })
        .collect()
    }

    fn part(&self, input: &Input<'_>, token: &Token) -> Part {
        let word = input.reading.word(token);
        if token.kind != TokenKind::Word || !word.contains(char::is_alphabetic) {
            return Part::Between;
        }
        if !in_capitals(word) {
            return Part::Ends;
        }
        let letters = word.chars().filter(|character| character.is_alphabetic()).count();
        let spelled = !word.contains(VOWELS) || word.contains(char::is_numeric);
        let known = is_known(word) || self.allow.iter().any(|allowed| allowed == word);
        if letters < 2 || spelled || known || input.reading.verbatim().name_around(token.span).is_some() {
            Part::Between
        } else {
            Part::Shouts
        }
    }

    /// Each word that changes is a separate edit, so that the text between them stays as it is.
    fn in_sentence_case(&self, input: &Input<'_>, row: &[Token]) -> Fix {
        let edit = |token: &Token| {
            let word = input.reading.word(token);
            let lower = word.to_lowercase();
            let listed = self.allow.iter().find(|allowed| folded(allowed) == lower);
            let insert = match (self.part(input, token), listed) {
                (Part::Shouts, Some(listed)) => listed.clone(),
                (Part::Between, _) if word != "A" => return None,
                _ if input.reading.starts_a_sentence(token.span.start) => replacement::capitalised(&lower),
                _ => lower,
            };
            (insert != word).then_some(Edit { span: token.span, insert })
        };
        Fix { label: "Write it in lower case".to_owned(), edits: row.iter().filter_map(edit).collect() }
    }

    fn acronyms(&self, input: &Input<'_>) -> Vec<Match> {
        let tokens = input.reading.tokens();
        let shouts = |nth: Option<usize>| {
            let token = nth.and_then(|nth| tokens.get(nth));
            token.is_some_and(|token| self.part(input, token) == Part::Shouts)
        };
        let words = tokens.iter().enumerate().filter(|(_, token)| token.kind == TokenKind::Word);
        let mut acronyms: Vec<(&str, usize, Span)> = words
            .map(|(nth, token)| (input.reading.word(token), nth, token.span))
            .filter(|(word, ..)| is_acronym(word) && !self.knows(word))
            .map(|(word, nth, span)| (singular(word), nth, span))
            .collect();
        acronyms.sort_unstable_by_key(|&(word, nth, _)| (word, nth));
        let mut places: Vec<Span> = acronyms
            .chunk_by(|one, next| one.0 == next.0)
            .filter(|same| !same.iter().any(|&(.., span)| is_explained(input.draft().text(), span)))
            .filter_map(|same| {
                let alone = |nth: usize| !shouts(nth.checked_sub(1)) && !shouts(Some(nth + 1));
                same.iter().find(|&&(_, nth, _)| alone(nth)).map(|&(.., span)| span)
            })
            .collect();
        places.sort_unstable_by_key(|span| span.start);
        places.into_iter().map(Match::at).collect()
    }

    fn knows(&self, word: &str) -> bool {
        let one = singular(word);
        let allowed = self.allow.iter().any(|allowed| allowed == word || allowed == one);
        allowed || is_known(word) || is_known(one) || is_common(&word.to_lowercase())
    }
}

fn in_capitals(word: &str) -> bool {
    !word.contains(char::is_lowercase) && word.contains(char::is_uppercase)
}

fn is_known(word: &str) -> bool {
    KNOWN.contains(&format!(" {word} "))
}

/// Without the `s` of the plural.
fn singular(acronym: &str) -> &str {
    acronym.strip_suffix('s').unwrap_or(acronym)
}

/// Two to six capitals, perhaps with the `s` of the plural.
fn is_acronym(word: &str) -> bool {
    let one = singular(word);
    let letters = one.chars().filter(|letter| *letter != '&');
    one.chars().all(|letter| letter.is_uppercase() || letter == '&') && (2..=6).contains(&letters.count())
}

/// Whether the text says `meaning (WORD)` or `WORD (meaning)` here.
fn is_explained(text: &str, word: Span) -> bool {
    let in_brackets = char_before(text, word.start) == Some('(') && char_at(text, word.end) == Some(')');
    in_brackets || text.get(word.end..).unwrap_or_default().starts_with(" (")
}
