//! Names that a policy lists only as salted hashes, for the kind `term`.

use super::{Input, SettingsError};
use crate::finding::Span;
use crate::text::normalise::folded;
use crate::text::segment::{Token, TokenKind};
use serde::Deserialize;
use sha2::{Digest, Sha256};

/// How many words a name may have.
const MAX_WORDS: usize = 3;
/// How many hexadecimal digits of a hash are compared: 64 bits, so that no two names share them by chance.
const DIGITS: usize = 16;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Settings {
    salt: String,
    words: Vec<String>,
}

/// Hashed names, compiled.
pub(super) struct Hashed {
    salted: Sha256,
    sorted: Vec<u64>,
}

impl Hashed {
    pub(super) fn new(settings: &Settings) -> Result<Self, SettingsError> {
        let at = |nth: usize, message: &str| SettingsError::at(&format!("hashed.words[{nth}]"), message);
        if settings.salt.is_empty() {
            return Err(SettingsError::at("hashed.salt", "The salt is empty. Write some random characters."));
        }
        let read = |(nth, hash): (usize, &String)| {
            let digits = hash.get(..DIGITS).filter(|_| hash.bytes().all(|byte| byte.is_ascii_hexdigit()));
            let number = digits.and_then(|digits| u64::from_str_radix(digits, 16).ok());
            number.ok_or_else(|| at(nth, "Expected a SHA-256 in hexadecimal, at least its first 16 digits."))
        };
        let mut sorted = settings.words.iter().enumerate().map(read).collect::<Result<Vec<_>, _>>()?;
        if sorted.is_empty() {
            return Err(at(0, "There are no hashes. List at least one."));
        }
        sorted.sort_unstable();
        Ok(Self { salted: Sha256::new_with_prefix(&settings.salt), sorted })
    }

    /// The names in a draft. If several start together, the longest.
    pub(super) fn find(&self, input: &Input<'_>) -> Vec<Span> {
        let tokens = input.reading.tokens();
        let mut spans: Vec<Span> = Vec::new();
        for (nth, first) in tokens.iter().enumerate() {
            let word = input.reading.word(first);
            let free = spans.last().is_none_or(|last| last.end <= first.span.start);
            // A hash costs about as much as the rest of a rule, so only words that may begin a name are hashed.
            if free && first.kind == TokenKind::Word && !word.starts_with(char::is_lowercase) {
                let from = tokens.get(nth..).unwrap_or_default();
                spans.extend(self.longest(input, from));
            }
        }
        spans
    }

    fn longest(&self, input: &Input<'_>, tokens: &[Token]) -> Option<Span> {
        let start = tokens.first()?.span.start;
        let mut hasher = self.salted.clone();
        let mut end = start;
        let mut longest = None;
        for token in tokens.iter().take(MAX_WORDS) {
            let gap = input.draft().slice(Span::new(end, token.span.start));
            if token.kind != TokenKind::Word || !gap.chars().all(char::is_whitespace) {
                break;
            }
            let word = folded(input.reading.word(token));
            let bare = word.strip_suffix("'s").unwrap_or(&word);
            let cut = word.len() - bare.len();
            hasher.update(if end > start { " " } else { "" });
            hasher.update(bare);
            end = token.span.end;
            if self.has(hasher.clone()) {
                // The possessive is not part of the name. Its apostrophe may be curly.
                let genitive = input.reading.word(token).rfind(['\'', '’']).filter(|_| cut > 0);
                longest = Some(Span::new(start, genitive.map_or(end, |at| token.span.start + at)));
            }
            if cut > 0 {
                break;
            }
        }
        longest
    }

    fn has(&self, hasher: Sha256) -> bool {
        let digest = hasher.finalize();
        let number = digest.iter().take(DIGITS / 2).fold(0, |number, &byte| number << 8 | u64::from(byte));
        self.sorted.binary_search(&number).is_ok()
    }
}
