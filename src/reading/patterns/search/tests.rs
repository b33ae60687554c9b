use super::*;
use crate::policy::Trust;
use crate::reading::patterns::Lazy;
use proptest::prelude::*;
use regex::Regex;

/// Patterns of every form, over a few letters.
fn patterns() -> impl Strategy<Value = String> {
    let leaf = prop::sample::select(vec![
        "a",
        "b",
        "é",
        " ",
        "ab",
        r"\b",
        r"\B",
        r"\w",
        r"\d",
        r"\s",
        ".",
        "^",
        "$",
        "[ab]",
        "[^a]",
        "[a-zé]",
        "(?m:^)",
        "(?s:.)",
        r"\b{start}",
        "",
    ]);
    leaf.prop_map(ToOwned::to_owned).prop_recursive(5, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 1..4).prop_map(|parts| parts.concat()),
            prop::collection::vec(inner.clone(), 2..4).prop_map(|parts| format!("(?:{})", parts.join("|"))),
            inner.clone().prop_map(|one| format!("({one})")),
            (inner, prop::sample::select(vec!["*", "+", "?", "*?", "+?", "??", "{2}", "{1,3}"]))
                .prop_map(|(one, times)| format!("(?:{one}){times}")),
        ]
    })
}

fn spans(groups: &regex::Captures<'_>) -> Vec<Option<(usize, usize)>> {
    groups.iter().map(|group| group.map(|group| (group.start(), group.end()))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn are_all_matches_but_those_of_nothing_with_their_groups(pattern in patterns(), text in "[ab1_ é🚌\n.]{0,16}") {
        let regex = Regex::new(&pattern).unwrap();
        let all = regex.captures_iter(&text).filter(|found| !found[0].is_empty());
        let expected: Vec<_> = all.map(|found| spans(&found)).collect();
        let lazy = Lazy::new(&pattern, false, Trust::Source).unwrap();
        let limit = SearchLimit::default();
        let found: Vec<_> =
            lazy.matches(&text, &limit).map(|at| spans(&lazy.groups(&text, at).unwrap())).collect();
        prop_assert_eq!(found, expected, "{}", pattern);
        prop_assert!(!limit.is_reached());
    }
}

/// Patterns for which each search after a match reads all the rest, and others that are expensive.
const HOSTILE: [&str; 10] = [
    "a[^b]*b|a",
    "(?:a*)*b|a",
    "(?:a|a|aa)+c|a",
    "a*",
    "(?:.*c)?",
    r"(?:\w+\s?)*!|\w",
    "a[^b]{0,40}b|a",
    "(?:a{0,6}){0,6}b|a",
    r"a(?s:.)*b|a|\b",
    "a{1,3}?",
];

fn hostile_texts() -> impl Strategy<Value = String> {
    let part = prop::sample::select(vec!["a", "aa", "a ", "é", "ac", "\n", "🚌a"]);
    prop::collection::vec((part, 0..120_usize), 1..5)
        .prop_map(|parts| parts.into_iter().map(|(part, times)| part.repeat(times)).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// However long the text is, what is read beyond matches stays within the limit, and either everything is found or
    /// the limit says that it was not.
    #[test]
    fn what_is_read_beyond_matches_stays_within_the_limit(
        pattern in prop::sample::select(&HOSTILE[..]),
        text in hostile_texts(),
    ) {
        let lazy = Lazy::new(pattern, false, Trust::Source).unwrap();
        let Built { regex, reach } = lazy.built().unwrap();
        let all = regex.find_iter(&text).filter(|found| !found.is_empty());
        let all: Vec<Span> = all.map(|found| Span::new(found.start(), found.end())).collect();
        for limit in [0, 300, 5_000, 80_000, usize::MAX] {
            let searches = SearchLimit::of(limit);
            let found: Vec<Span> = lazy.matches(&text, &searches).collect();
            let beyond = |at: &Span| reach.beyond(text.get(at.end..).unwrap()) * reach.repeats;
            // There may have been no search after the last of them.
            let read: usize = found.split_last().map_or(0, |(_, others)| others.iter().map(beyond).sum());
            prop_assert!(read <= limit, "{} bytes of {}", read, limit);
            prop_assert!(all.starts_with(&found));
            prop_assert!(searches.is_reached() || found.len() == all.len());
        }
    }

    /// Text beyond a search's reach does not change what it finds.
    #[test]
    fn a_search_reads_no_further_than_its_reach(pattern in patterns(), text in "[ab1_ é🚌\n.]{0,24}", other in "[ab é]{0,4}") {
        let lazy = Lazy::new(&pattern, false, Trust::Source).unwrap();
        let Built { regex, reach } = lazy.built().unwrap();
        let Some(found) = regex.find(&text) else { return Ok(()) };
        let rest = text.get(found.end()..).unwrap();
        // The character after it is read too, to see whether a word ends there.
        let mut after = rest.get(reach.beyond(rest)..).unwrap().chars();
        let Some(next) = after.next() else { return Ok(()) };
        let end = text.len() - after.as_str().len();
        let changed = format!("{}{other}x", text.get(..end).unwrap());
        prop_assert_eq!(regex.find(&changed).map(|found| found.range()), Some(found.range()), "{} {:?}", pattern, next);
    }
}

/// A longer text does not lead to more matches, or more reading, than one that just reaches the limit.
#[test]
fn the_work_does_not_grow_with_the_square_of_the_text() {
    for pattern in HOSTILE {
        let lazy = Lazy::new(pattern, false, Trust::Source).unwrap();
        let mut most = usize::MAX;
        for length in [1_000, 2_000, 4_000, 8_000] {
            let text = "a".repeat(length);
            let limit = SearchLimit::of(100_000);
            let found: Vec<Span> = lazy.matches(&text, &limit).collect();
            let all = found.last().is_some_and(|last| last.end == length);
            assert!(all != limit.is_reached(), "{pattern} {length}");
            assert!(all || found.len() <= most, "{pattern} {length}");
            most = if all { most } else { found.len() };
        }
    }
}

#[test]
fn everyday_texts_are_far_from_the_limit() {
    // As long as the longest post of any site, with a number in each sentence.
    let text = "In 2027 there will be more help for families across the whole of the country. ".repeat(800);
    let lazy = Lazy::new(r"\b[0-9]+(?:[.,][0-9]+)*%?|\bhelp +\w+", true, Trust::Source).unwrap();
    let limit = SearchLimit::default();
    assert_eq!(lazy.matches(&text, &limit).count(), 1_600);
    assert!(!limit.is_reached());
}
