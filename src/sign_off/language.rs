//! The language of a sign-off follows the language of the post.

use crate::text::language::{Language, among, parts};

/// The languages of a text, as ISO 639-1 codes, in the order of the text. If no part of it is clear, as in a short
/// greeting, only the account's languages are considered, because fewer are easier to tell apart.
pub(super) fn of(text: &str, account: &[String]) -> Vec<&'static str> {
    let mut found: Vec<&str> = Vec::new();
    for language in parts(text).into_iter().filter_map(|part| part.language) {
        if !found.contains(&language.code()) {
            found.push(language.code());
        }
    }
    if found.is_empty() {
        let own: Vec<Language> = account.iter().filter_map(|code| Language::from_code(code)).collect();
        let own = if own.len() < 2 { crate::text::language::of(text) } else { among(text, &own) };
        found.extend(own.map(Language::code));
    }
    found
}

/// The languages that a sign-off follows, out of those it is `known` in: all languages of the account that were found
/// in the post, or else the first language found. If none was found, the account's first language, or else English.
pub(super) fn followed<'l>(found: &[&str], known: &[&'l str], account: &[String]) -> Vec<&'l str> {
    let own = |language: &str| account.iter().position(|own| own.split('-').next() == Some(language));
    let mut followed: Vec<&str> =
        found.iter().filter_map(|found| known.iter().find(|known| *known == found)).copied().collect();
    if followed.len() > 1 && !account.is_empty() {
        // In a bilingual post, the languages come in the account's order.
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
