//! How hard a text is to read, by published formulas.

use super::syllables;
use super::{Sentence, Token, TokenKind};

/// The counts that the formulas use. Links, emoji, hashtags and mentions are left out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Measure {
    /// Sentences with at least one word.
    pub sentences: usize,
    /// Words and numbers.
    pub words: usize,
    /// Their syllables.
    pub syllables: usize,
    /// Their letters and digits.
    pub characters: usize,
}

impl Measure {
    /// Counts a text, given its sentences and tokens.
    #[must_use]
    pub fn of(text: &str, sentences: &[Sentence], tokens: &[Token]) -> Self {
        let mut measure = Self { sentences: sentences.len(), ..Self::default() };
        for word in tokens.iter().filter(|token| token.kind == TokenKind::Word) {
            let word = text.get(word.span.start..word.span.end).unwrap_or_default();
            measure.words += 1;
            measure.syllables += syllables::count(word);
            measure.characters += word.chars().filter(|character| character.is_alphanumeric()).count();
        }
        measure
    }

    /// The school grade of the Flesch–Kincaid formula (Kincaid and others, Research Branch Report 8-75, 1975).
    #[must_use]
    pub fn flesch_kincaid(self) -> f64 {
        0.39 * self.words_a_sentence() + 11.8 * self.a_word(self.syllables) - 15.59
    }

    /// The Flesch reading ease (Flesch, A new readability yardstick, 1948): 100 is very easy, 0 very hard.
    #[must_use]
    pub fn flesch_reading_ease(self) -> f64 {
        206.835 - 1.015 * self.words_a_sentence() - 84.6 * self.a_word(self.syllables)
    }

    /// The school grade of the Automated Readability Index (Senter and Smith, AMRL-TR-66-220, 1967), which counts
    /// letters and so needs no syllables.
    #[must_use]
    pub fn automated_readability(self) -> f64 {
        4.71 * self.a_word(self.characters) + 0.5 * self.words_a_sentence() - 21.43
    }

    fn words_a_sentence(self) -> f64 {
        ratio(self.words, self.sentences)
    }

    fn a_word(self, count: usize) -> f64 {
        ratio(count, self.words)
    }
}

#[allow(clippy::cast_precision_loss, reason = "no draft has so many words")]
fn ratio(count: usize, of: usize) -> f64 {
    count as f64 / of.max(1) as f64
}
