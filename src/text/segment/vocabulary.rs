//! Common English words, used to tell words from names and to find the words in a hashtag.
//!
//! `words.txt` is this project's own list, with one word per line in byte order: the words of everyday posts by public
//! bodies, and compounds such as `rainforest` that would otherwise be split.

use super::unwanted::is_unwanted;
use std::sync::OnceLock;

const WORDS: &str = include_str!("words.txt");
/// No list has a longer word.
const LONGEST: usize = 24;
/// Words of one or two letters that may be in a hashtag.
const SHORT: &str = " a am an as at be by do go he if in is it me my no of on or so to up us we ";

/// Whether a word in lower case is a common one.
///
/// ```
/// use countersign::text::segment::vocabulary::is_common;
/// assert!(is_common("health") && !is_common("nhs"));
/// ```
#[must_use]
pub fn is_common(word: &str) -> bool {
    static LIST: OnceLock<Vec<&str>> = OnceLock::new();
    LIST.get_or_init(|| WORDS.lines().collect()).binary_search(&word).is_ok()
}

/// Splits lower-case letters into the fewest words that are common or in `own`. Nothing if there are two ways,
/// `ideas how` and `idea show`, and never a result with an [unwanted](super::unwanted) word.
///
/// ```
/// use countersign::text::segment::vocabulary::split;
/// assert_eq!(split("mentalhealthday", &[]), Some(vec!["mental", "health", "day"]));
/// assert_eq!(split("mentalhealthuk", &[]), None);
/// assert_eq!(split("ideashow", &[]), None);
/// ```
#[must_use]
pub fn split<'text>(letters: &'text str, own: &[String]) -> Option<Vec<&'text str>> {
    let known = |word: &str| {
        let common = if word.len() > 2 { is_common(word) } else { SHORT.contains(&format!(" {word} ")) };
        (common || own.iter().any(|own| own == word)) && !is_unwanted(word)
    };
    let mut best: Vec<Option<Way>> = vec![None; letters.len() + 1];
    *best.first_mut()? = Some(Way { words: 0, last: 0, is_only: true });
    for start in 0..letters.len() {
        let Some(way) = best.get(start).copied().flatten() else { continue };
        for end in start + 1..=letters.len().min(start + LONGEST) {
            let Some(place) = best.get_mut(end) else { continue };
            let words = way.words + 1;
            let fewest = place.map_or(usize::MAX, |known| known.words);
            if words <= fewest && letters.get(start..end).is_some_and(known) {
                let is_only = way.is_only && words < fewest;
                *place = Some(Way { words, last: start, is_only });
            }
        }
    }
    let mut end = letters.len();
    best.last().copied().flatten().filter(|way| way.is_only)?;
    let mut words = Vec::new();
    while end > 0 {
        let start = best.get(end).copied().flatten()?.last;
        words.insert(0, letters.get(start..end)?);
        end = start;
    }
    Some(words)
}

/// The fewest words that lead up to a place in the letters.
#[derive(Debug, Clone, Copy)]
struct Way {
    words: usize,
    /// Where the last of them starts.
    last: usize,
    /// Whether this is the only way with so few words.
    is_only: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_plain() {
        assert!(WORDS.lines().is_sorted_by(|one, other| one < other));
        assert!(
            WORDS
                .lines()
                .all(|word| word.len() <= LONGEST && word.bytes().all(|byte| byte.is_ascii_lowercase()))
        );
    }

    #[test]
    fn the_fewest_words_are_taken() {
        assert_eq!(split("together", &[]), Some(vec!["together"]));
        assert_eq!(split("flujab", &[]), Some(vec!["flu", "jab"]));
        assert_eq!(split("nhsjobs", &["nhs".to_owned()]), Some(vec!["nhs", "jobs"]));
        assert_eq!(split("iechyd", &[]), None);
        assert_eq!(split("", &[]), Some(vec![]));
        assert_eq!(split("ideasexchange", &[]), Some(vec!["ideas", "exchange"]));
        assert_eq!(split("sexeducation", &[]), None);
    }
}
