//! The language of a sign-off follows the language of the post.

/// The languages of a text, as ISO 639-1 codes, in the order of the text.
pub(super) fn of(text: &str) -> Vec<&'static str> {
    const WORDS: [(&str, &str); 3] = [
        ("cy", " y yr yn ar i o ac am eich ein a'r i'r o'r mae bydd diolch "),
        ("en", " the and of to is are on in for our your will thanks "),
        ("fr", " le la les et de des du est sont pour notre votre merci "),
    ];
    let mut found = Vec::new();
    for part in text.split(['\n', '.', '!', '?', '/']) {
        let words: Vec<String> = part
            .split_whitespace()
            .map(|word| format!(" {} ", word.trim_matches([',', ';', ':']).to_lowercase()))
            .collect();
        let hits = |list: &str| words.iter().filter(|word| list.contains(word.as_str())).count();
        let best = WORDS.iter().map(|&(code, list)| (hits(list), code)).max_by_key(|&(hits, _)| hits);
        if let Some((1.., code)) = best
            && !found.contains(&code)
        {
            found.push(code);
        }
    }
    found
}

/// The languages that a sign-off follows, of those that it is `known` in: the first that was found in the post, or
/// all of them that are the account's. If none was found, the account's first, or else English.
pub(super) fn followed<'l>(found: &[&str], known: &[&'l str], account: &[String]) -> Vec<&'l str> {
    let own = |language: &str| account.iter().position(|own| own.split('-').next() == Some(language));
    let mut followed: Vec<&str> =
        found.iter().filter_map(|found| known.iter().find(|known| *known == found)).copied().collect();
    if followed.len() > 1 && !account.is_empty() {
        // The account's order is that of its languages in a bilingual post.
        followed.sort_by_key(|language| own(language).unwrap_or(usize::MAX));
        let owned = followed.iter().filter(|language| own(language).is_some()).count();
        followed.truncate(owned.max(1));
    }
    if followed.is_empty() {
        let usual =
            |language: &&&str| own(language).unwrap_or(account.len() + usize::from(**language != "en"));
        followed.extend(known.iter().min_by_key(usual));
    }
    followed
}
