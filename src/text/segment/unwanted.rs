//! Words that nobody wants to publish by accident. A policy may use them, but text assembled by a program, such as the
//! words of a hashtag, never contains them.

/// Each word once, in lower case, in alphabetical order.
const UNWANTED: &[&str] = &[
    "anal",
    "anus",
    "arse",
    "arses",
    "ass",
    "asses",
    "bastard",
    "bitch",
    "bollocks",
    "boob",
    "boobs",
    "bugger",
    "bum",
    "bums",
    "butt",
    "clit",
    "cock",
    "cocks",
    "coon",
    "crap",
    "cum",
    "cunt",
    "dick",
    "dicks",
    "dildo",
    "dyke",
    "erect",
    "fag",
    "fags",
    "fanny",
    "fart",
    "fuck",
    "grope",
    "hooker",
    "hookers",
    "horny",
    "incest",
    "jap",
    "jizz",
    "knob",
    "lesbo",
    "molest",
    "nazi",
    "nigger",
    "nob",
    "nude",
    "nudes",
    "orgy",
    "paki",
    "penis",
    "piss",
    "poo",
    "poof",
    "porn",
    "prick",
    "pubes",
    "pussy",
    "rape",
    "raped",
    "rapes",
    "rapist",
    "rapists",
    "retard",
    "scum",
    "sex",
    "sexes",
    "sexy",
    "shag",
    "shit",
    "shite",
    "shits",
    "slag",
    "slags",
    "slaughter",
    "slut",
    "sluts",
    "spunk",
    "tit",
    "tits",
    "tosser",
    "turd",
    "twat",
    "vagina",
    "wank",
    "wanker",
    "whore",
];

/// Whether this word, in lower case, is one of them.
#[must_use]
pub fn is_unwanted(word: &str) -> bool {
    UNWANTED.binary_search(&word).is_ok()
}

/// Whether a text contains one of them that the other does not, as a word or as a capitalised part of one:
/// `IdeaSexChange`.
#[must_use]
pub fn adds_unwanted(text: &str, to: &str) -> bool {
    let had: Vec<String> = parts(to).collect();
    parts(text).any(|part| is_unwanted(&part) && !had.contains(&part))
}

/// The words of a text in lower case, splitting `NHSJobs` and `FluJab`.
fn parts(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|character: char| !character.is_alphabetic()).filter(|word| !word.is_empty());
    words.flat_map(|word| {
        let letters: Vec<char> = word.chars().collect();
        let mut parts: Vec<String> = Vec::new();
        for (nth, &letter) in letters.iter().enumerate() {
            let is_lower =
                |nth: Option<usize>| nth.and_then(|nth| letters.get(nth)).is_some_and(|it| it.is_lowercase());
            let begins = letter.is_uppercase() && (is_lower(nth.checked_sub(1)) || is_lower(Some(nth + 1)));
            match parts.last_mut() {
                Some(last) if !begins => last.extend(letter.to_lowercase()),
                _ => parts.push(letter.to_lowercase().collect()),
            }
        }
        parts
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_plain() {
        assert!(UNWANTED.is_sorted_by(|one, other| one < other));
        assert!(UNWANTED.iter().all(|word| word.bytes().all(|byte| byte.is_ascii_lowercase())));
    }

    #[test]
    fn parts_begin_with_capitals() {
        let parts = |text| parts(text).collect::<Vec<_>>().join(" ");
        assert_eq!(parts("#IdeaSexChange"), "idea sex change");
        assert_eq!(parts("NHSJobs for FluJab2"), "nhs jobs for flu jab");
        assert_eq!(parts("ÉTÉ Été"), "été été");
    }

    #[test]
    fn only_what_is_new_counts() {
        assert!(adds_unwanted("#IdeaSexChange", "#ideasexchange"));
        assert!(!adds_unwanted("sex education", "SEX EDUCATION"));
        assert!(!adds_unwanted("#EssexExpress", "#essexexpress"));
    }
}
