//! Whether a value is a password, which depends on what joins it to the word.

use crate::recognisers::{CERTAIN, LIKELY, POSSIBLE, cues};

/// What joins the word and the value.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Link {
    /// `password=`, and `pass=`.
    Equals,
    /// `password:`, `password is:`.
    Colon,
    /// `password is`.
    Is,
    /// `pass:` and `pw:`.
    Short,
    /// A dash, a quotation mark or a bracket.
    Set,
    /// The same or nothing, after `passcode`: passcodes are often digits only.
    Code,
    /// Nothing, near a network's name or a user name.
    Bare,
    /// Nothing, where the reader is told what to do with it.
    Used,
    /// A slash, after a user name.
    Login,
}

/// How certain it is that the value is a password.
pub(super) fn score(link: Link, attached: bool, value: &str) -> Option<u8> {
    let has = |class: fn(&u8) -> bool| value.bytes().any(|byte| class(&byte));
    let letter = has(u8::is_ascii_alphabetic);
    let digit = has(u8::is_ascii_digit);
    // A dash or an apostrophe joins words; full stops, colons and slashes are part of web addresses.
    let sign = value
        .trim_end_matches('!')
        .bytes()
        .any(|byte| byte.is_ascii_punctuation() && !b"-'./:".contains(&byte));
    let both_cases = has(u8::is_ascii_uppercase) && has(u8::is_ascii_lowercase);
    let mixed = letter && digit;
    let joined = value.contains(['-', '.', ':', '/']);
    let hidden = value.contains("**") || value.starts_with(['<', '[', '{', '@', '#']) || cues::is_link(value);
    if hidden || value.len() < 4 {
        return None;
    }
    let likely = match link {
        Link::Equals | Link::Colon if letter && (digit || sign) => {
            return Some(if both_cases { CERTAIN } else { LIKELY });
        }
        Link::Equals | Link::Colon if digit && !letter && !sign && !value.contains(['-', '.']) => true,
        Link::Equals if attached => true,
        Link::Equals | Link::Colon => return Some(POSSIBLE),
        Link::Short => both_cases && digit && value.len() > 5,
        Link::Bare => mixed && !joined,
        Link::Is => digit && (letter || !sign && value.len() > 5) && !value.contains(['-', '.', ':']),
        Link::Set => mixed && !joined && value.len() > 4 || letter && digit && sign,
        Link::Code => (mixed || !letter && !sign && value.len() > 4) && !joined,
        Link::Used | Link::Login => mixed && both_cases && !joined && value.len() > 5,
    };
    likely.then_some(LIKELY)
}
