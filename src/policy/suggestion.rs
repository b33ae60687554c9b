//! The known word that a mistyped one was probably meant to be.

/// ` Did you mean “…”?`, or nothing if no known word is close.
#[must_use]
pub fn did_you_mean<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> String {
    nearest(word, known).map(|near| format!(" Did you mean “{near}”?")).unwrap_or_default()
}

/// The closest known word, if it is close enough to have been meant.
pub(crate) fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let near = known.map(|known| (strsim::damerau_levenshtein(&word, &known.to_lowercase()), known));
    let length = word.chars().count();
    let most = (length / 3).max(1).min(length.saturating_sub(1));
    near.filter(|&(distance, _)| distance <= most)
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, known)| known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_far_from_all_known_ones_suggests_nothing() {
        assert_eq!(nearest("colour", ["id", "kind", "severity"].into_iter()), None);
        assert_eq!(nearest("sevrity", ["id", "kind", "severity"].into_iter()), Some("severity"));
        assert_eq!(nearest("Kind", ["id", "kind"].into_iter()), Some("kind"));
        assert_eq!(nearest("y", ["x"].into_iter()), None);
    }
}
