//! The words of a text that can help to tell its language.

/// A word, in lower case and with straight apostrophes.
#[derive(Debug, Clone)]
pub(crate) struct Word {
    pub(crate) text: String,
    /// Where it begins.
    pub(crate) start: usize,
    /// Whether it looks like a name.
    name: bool,
}

/// The words of a text, without links, hashtags, mentions, road numbers and names. If that would leave less than half
/// (a headline In Title Case, or ALL CAPITALS), names are kept.
pub(crate) fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut begins = true;
    for token in text.split_whitespace().filter(|token| is_text(token)) {
        let mut name = false;
        for word in split(token) {
            // The whole of Betws-y-Coed is the name.
            name = name || is_name(word, begins);
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            words.push(Word { text: word.to_lowercase().replace('’', "'"), start, name });
            begins = false;
        }
        // After “Croeso!”, “Rappel :” or a separator, a new sentence begins.
        begins |= token.ends_with(['.', '!', '?', ':', '/', '|', '•', '–', '—']);
    }
    if words.iter().filter(|word| word.name).count() * 2 <= words.len() {
        words.retain(|word| !word.name);
    }
    words
}

/// Whether a word is a name or an acronym: it has a capital that does not begin a sentence, or two capitals.
fn is_name(word: &str, begins: bool) -> bool {
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    capitals > 1 || !begins && word.starts_with(char::is_uppercase)
}

/// Whether a token is words, and not a link, a hashtag, a mention or a number.
fn is_text(token: &str) -> bool {
    let bare = token.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '#' | '@'));
    let dotted = bare.split_once('.').is_some_and(|(_, rest)| rest.starts_with(char::is_alphabetic));
    !bare.starts_with(['#', '@', '＃', '＠'])
        && !dotted
        && !bare.contains("://")
        && !bare.contains(|c: char| c.is_numeric())
}

/// The words of a token: `Betws-y-Coed` is three, `mae'r` and `l’eau` are one each.
fn split(token: &str) -> impl Iterator<Item = &str> {
    let between = |c: char| !c.is_alphabetic() && !matches!(c, '\'' | '’');
    token.split(between).map(|word| word.trim_matches(['\'', '’'])).filter(|word| !word.is_empty())
}
