//! Hashtags of several words without a capital for each word, such as `#mentalhealthday`.
//!
//! # What it finds
//! A hashtag all in lower case or all in capitals that is made of two or more known words. The fix gives each word
//! a capital, and leaves numbers at the end as they are: `#MentalHealthDay`. If only the first letter is a capital,
//! the hashtag may be a name, so it needs three known words to be found.
//!
//! False alarms would do more harm than misses, so it does not find
//!
//! - a hashtag with an unknown word in it: an acronym (`#UKHSA`), a place, or a word of another language,
//! - two short words that may be a compound (`#breakfast`),
//! - a hashtag that can be read in two ways (`#ideashow`), or only with a word that nobody wants to publish by
//!   accident.
//!
//! Add the words of your organisation to `words`: they are always known, and written as they are listed.
//!
//! # Why an organisation wants it
//! Screen readers read `#MentalHealthDay` as three words, and `#mentalhealthday` as one. Capitals help sighted
//! readers too.
//!
//! # Example
//! ```yaml
//! id: access/hashtag-case
//! kind: hashtag-case
//! severity: warn
//! message: "Write {replacement}, so that screen readers say the words."
//! source: {title: "Accessible social media"}
//! words: [NHS, Leeds]
//! ```
//!
//! # Settings
//! | setting | meaning | if absent |
//! |---|---|---|
//! | `words` | more words, in their usual spelling, each of letters only: `NHS`, `Leeds`, `flu`, `jab` | only common words |
//! | `allow` | hashtags to leave as they are | none |
//! | `fix` | how the fix writes the hashtag; `capitalise-words` is the only value | `capitalise-words` |
//!
//! The message can use `{replacement}`, the hashtag with capitals.

use super::{Input, Match, Matcher, RuleKind, RuleLiterals, SettingsError, replacement, settings};
use crate::text::entities::EntityKind;
use crate::text::normalise::folded;
use crate::text::segment::vocabulary::split;
use serde::Deserialize;
use serde_json::Value;

/// The kind `hashtag-case`.
pub(super) struct HashtagCase;

/// Two words that are shorter than this together, or one of which is shorter than `MIN_WORD`, are often a compound:
/// `homework`.
const MIN_PAIR: usize = 10;
const MIN_WORD: usize = 4;
/// Words that begin or end many compounds.
const COMPOUND_FIRST: &str = " any every over some super under ";
const COMPOUND_LAST: &str = " able bird birds book books house houses land line maker makers making ring ship ships stone times town wood work works ";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    #[serde(default)]
    words: Vec<String>,
    #[serde(default)]
    allow: Vec<String>,
    #[serde(default)]
    fix: Mending,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Mending {
    #[default]
    CapitaliseWords,
}

struct Compiled {
    /// As they are spelled, and folded in the same order.
    words: Vec<String>,
    folded: Vec<String>,
    /// Folded, without the `#`.
    allow: Vec<String>,
}

impl RuleKind for HashtagCase {
    fn id(&self) -> &'static str {
        "hashtag-case"
    }

    fn compile(
        &self,
        value: &Value,
        mut literals: RuleLiterals<'_>,
    ) -> Result<Box<dyn Matcher>, SettingsError> {
        let Settings { words, allow, fix: Mending::CapitaliseWords } = settings(value)?;
        let parted = |word: &String| !word.chars().all(char::is_alphabetic) || word.is_empty();
        if let Some(nth) = words.iter().position(parted) {
            let message = "Expected one word of letters. Write each word as an entry of its own.";
            return Err(SettingsError::at(&format!("words[{nth}]"), message));
        }
        literals.name("#");
        let allow = allow.iter().map(|tag| folded(tag).trim_start_matches('#').to_owned()).collect();
        let folded = words.iter().map(|word| folded(word)).collect();
        Ok(Box::new(Compiled { words, folded, allow }))
    }
}

impl Matcher for Compiled {
    fn find(&self, input: &Input<'_>) -> Vec<Match> {
        let text = input.draft().text();
        let tags = input.reading.entities().iter().filter(|entity| entity.kind == EntityKind::Hashtag);
        tags.filter_map(|tag| {
            let mended = self.mended(tag.name(text))?;
            let insert = format!("#{mended}");
            let fix = Some(replacement::as_written(text, tag.span, &insert));
            Some(Match { fix, fields: vec![("replacement", insert)], ..Match::at(tag.span) })
        })
        .collect()
    }

    fn fields(&self) -> Vec<&'static str> {
        vec!["replacement"]
    }
}

impl Compiled {
    /// The hashtag's name with a capital for each word, if it needs them.
    fn mended(&self, name: &str) -> Option<String> {
        let letters = name.trim_end_matches(|character: char| character.is_ascii_digit());
        let plain = folded(letters);
        let small = letters == plain;
        let capitals = letters.to_uppercase() == letters;
        let first_only = letters.chars().skip(1).all(char::is_lowercase);
        if !(small || capitals || first_only) || self.allow.contains(&folded(name)) {
            return None;
        }
        let words = split(&plain, &self.folded)?;
        let needed = if small || capitals { 2 } else { 3 };
        let own = words.iter().any(|word| self.folded.iter().any(|own| own == word));
        if words.len() < needed || !(own || are_apart(&words)) {
            return None;
        }
        let mut mended: String = words.iter().map(|word| self.written(word)).collect();
        mended.push_str(name.get(letters.len()..)?);
        (mended != name).then_some(mended)
    }

    fn written(&self, word: &str) -> String {
        let own = self.folded.iter().position(|own| own == word).and_then(|nth| self.words.get(nth));
        replacement::capitalised(own.map_or(word, String::as_str))
    }
}

/// Whether these words are unlikely to be a compound.
fn are_apart(words: &[&str]) -> bool {
    let listed = |list: &str, word: &str| list.contains(&format!(" {word} "));
    let letters: usize = words.iter().map(|word| word.len()).sum();
    match words {
        [first, last] => {
            letters >= MIN_PAIR
                && first.len().min(last.len()) >= MIN_WORD
                && !listed(COMPOUND_FIRST, first)
                && !listed(COMPOUND_LAST, last)
        }
        _ => letters * 2 >= words.len() * 7,
    }
}
