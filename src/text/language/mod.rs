//! The language of a short text: English, Welsh, French, or unclear.
//!
//! Posts are short and full of things that are in no language: hashtags, links, road numbers, place names. Those are
//! left out. Then each language gets points for its words (4 each) and for three-letter sequences that are typical of
//! it (1 to 3, see `tables`). The language with the most points wins if it leads the next by at least `LEAD` and by a
//! third of its own points. A single word counts only if exactly one language's list has it. Otherwise there is no
//! answer: no answer is better than a wrong one.
//!
//! For a comparison with `whatlang`, and why it is not used, see `docs/decisions/0006-language-detection.md`.
//!
//! ```
//! use countersign::text::language::{Language, of};
//! assert_eq!(of("Ffordd ar gau: A470"), Some(Language::Welsh));
//! assert_eq!(of("Road closed: A470 at Llanrwst"), Some(Language::English));
//! assert_eq!(of("#Llanrwst A470"), None);
//! ```

mod parts;
mod tables;
mod words;

pub(crate) use parts::may_have;
pub use parts::{Part, parts, parts_among};

use super::hash;
use parts::is_greeting;
use serde::{Deserialize, Serialize};
use std::sync::OnceLock;
use tables::Signs;
pub(crate) use words::{Word, words};

/// A language that the engine can recognise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Language {
    /// `en`
    #[serde(rename = "en")]
    English,
    /// `cy`
    #[serde(rename = "cy")]
    Welsh,
    /// `fr`
    #[serde(rename = "fr")]
    French,
}

/// All of them.
pub const LANGUAGES: [Language; 3] = [Language::English, Language::Welsh, Language::French];

impl Language {
    /// Its code in ISO 639-1.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Welsh => "cy",
            Self::French => "fr",
        }
    }

    /// Its English name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Welsh => "Welsh",
            Self::French => "French",
        }
    }

    /// The language with this code; anything after a hyphen (`en-GB`) is ignored.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let main = code.split('-').next()?;
        LANGUAGES.into_iter().find(|language| language.code().eq_ignore_ascii_case(main))
    }

    /// What is wrong with a language code, whether in a policy, in a request or on the command line.
    #[must_use]
    pub fn wrong_code(code: &str) -> Option<String> {
        let known = LANGUAGES.map(Self::code);
        let message = || {
            let listed = known.join(", ");
            format!(
                "“{code}” is not a language. Write its code of two letters, such as cy. Known codes: {listed}."
            )
        };
        (!known.contains(&code)).then(message)
    }

    fn signs(self) -> Signs {
        match self {
            Self::English => tables::ENGLISH,
            Self::Welsh => tables::WELSH,
            Self::French => tables::FRENCH,
        }
    }
}

/// By how many points the first language has to lead the second. One word that only it has is enough.
const LEAD: i32 = 4;
/// The shortest word, in bytes, that counts on its own: “US” is not “us”.
const SHORTEST: usize = 3;
/// Points for a word in a language's list.
const WORD: i32 = 4;
/// The fewest words needed to tell a language by their letters. A single word is just as likely to be a name.
const FEWEST_WORDS: usize = 2;

/// The language of a text, if it is clear.
#[must_use]
pub fn of(text: &str) -> Option<Language> {
    among(text, &LANGUAGES)
}

/// Which of these languages a text is in, if it is clear. The fewer there are, the shorter the texts can be.
#[must_use]
pub fn among(text: &str, languages: &[Language]) -> Option<Language> {
    winner(&words(text), languages)
}

fn winner(words: &[Word], languages: &[Language]) -> Option<Language> {
    match words {
        [word] if is_greeting(words) || word.text.len() < SHORTEST => None,
        _ => told(&marks(words), languages),
    }
}

/// The language of words with these marks. A single word counts only if exactly one list has it.
fn told(marks: &[Marks], languages: &[Language]) -> Option<Language> {
    if let [only] = marks {
        return only.listed_in_one(languages);
    }
    let points = total(marks);
    let mut ranks: Vec<(i32, Language)> =
        points.into_iter().zip(LANGUAGES).filter(|(_, language)| languages.contains(language)).collect();
    ranks.sort_by_key(|rank| std::cmp::Reverse(rank.0));
    let &(first, language) = ranks.first()?;
    let second = ranks.get(1).map_or(0, |rank| rank.0);
    (marks.len() >= FEWEST_WORDS && first - second >= LEAD.max(first / 3)).then_some(language)
}

fn total(marks: &[Marks]) -> [i32; LANGUAGES.len()] {
    let mut points = [0; LANGUAGES.len()];
    for mark in marks {
        points.iter_mut().zip(mark.points).for_each(|(sum, points)| *sum += points);
    }
    points
}

/// The languages to compare if a text should be in these. If there is only one, the others count too, so that the
/// text can turn out to be in another.
pub(crate) fn candidates(languages: &[Language]) -> &[Language] {
    if languages.len() > 1 { languages } else { &LANGUAGES }
}

/// What a word shows about its language.
#[derive(Debug, Clone, Copy, Default)]
struct Marks {
    points: [i32; LANGUAGES.len()],
    /// The languages whose lists have it.
    listed: [bool; LANGUAGES.len()],
}

impl Marks {
    /// The marks of a word in lower case.
    fn of(word: &str) -> Self {
        let mut marks = Self::default();
        for &(_, language, weight) in with_key(hash::of(word)) {
            marks.add(language, weight);
            if let Some(listed) = marks.listed.get_mut(language as usize) {
                *listed = true;
            }
        }
        // A word of one letter has only one sequence, which is the word itself.
        let edged = || std::iter::once('_').chain(word.chars()).chain(std::iter::once('_'));
        let (second, third) = (edged().skip(1), edged().skip(2));
        for ((one, two), three) in edged().zip(second).zip(third) {
            for &(_, language, weight) in with_key([one, two, three].into_iter().fold(SEQUENCE, hash::join)) {
                marks.add(language, weight);
            }
        }
        marks
    }

    fn add(&mut self, language: Language, weight: i32) {
        if let Some(points) = self.points.get_mut(language as usize) {
            *points += weight;
        }
    }

    /// The only one of these languages whose list has it.
    fn listed_in_one(&self, languages: &[Language]) -> Option<Language> {
        let mut listed =
            languages.iter().filter(|language| self.listed.get(**language as usize) == Some(&true));
        listed.next().copied().filter(|_| listed.next().is_none())
    }
}

fn marks(words: &[Word]) -> Vec<Marks> {
    words.iter().map(|word| Marks::of(&word.text)).collect()
}

fn with_key(key: u32) -> &'static [(u32, Language, i32)] {
    let signs = signs();
    let from = signs.partition_point(|sign| sign.0 < key);
    let rest = signs.get(from..).unwrap_or_default();
    let count = rest.iter().take_while(|sign| sign.0 == key).count();
    rest.get(..count).unwrap_or_default()
}

/// The start value for numbers of sequences, so that none is the number of a word.
const SEQUENCE: u32 = !hash::EMPTY;

/// The tables sorted by number, for a binary search: a draft has about 300 words and sequences to look up.
fn signs() -> &'static [(u32, Language, i32)] {
    static SIGNS: OnceLock<Vec<(u32, Language, i32)>> = OnceLock::new();
    SIGNS.get_or_init(|| {
        let mut all = Vec::new();
        for language in LANGUAGES {
            let Signs { words, letters } = language.signs();
            all.extend(words.split_whitespace().map(|word| (hash::of(word), language, WORD)));
            for (weight, sequences) in letters {
                let key = |sequence: &str| sequence.chars().fold(SEQUENCE, hash::join);
                all.extend(sequences.split(' ').map(|sequence| (key(sequence), language, weight)));
            }
        }
        all.sort_unstable_by_key(|sign| sign.0);
        all
    })
}
