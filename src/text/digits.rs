//! Digits, in whatever script and disguise they are written.

use std::borrow::Cow;

/// The zeros of the scripts that have digits of their own; nine digits follow each (Unicode's general category Nd).
/// Those of ASCII are themselves, and NFKC knows the full-width and mathematical ones.
const ZEROS: &str = "٠۰߀०০੦૦୦௦౦೦൦෦๐໐༠၀႐០᠐᥆᧐᪀᪐᭐᮰᱀᱐꘠꣐꤀꧐꧰꩐꯰𐒠𐴰𐵀𑁦𑃰𑄶𑇐𑋰𑑐𑓐𑙐𑛀𑛐𑛚𑜰𑣠𑥐𑯰𑱐𑵐𑶠𑽐𖄰𖩠𖫀𖭐𖵰𞅀𞋰𞓰𞗱𞥐";

/// The digit from `0` to `9` that a digit of another script stands for.
pub(super) fn decimal(character: char) -> Option<char> {
    if character.is_ascii() || !character.is_numeric() {
        return None;
    }
    let mut values = ZEROS.chars().filter_map(|zero| (character as u32).checked_sub(zero as u32));
    values.find_map(|value| char::from_digit(value, 10))
}

/// A text in the form of [`normal`](super::normalise::normal), read for its digits.
#[derive(Debug)]
pub struct Digits<'a> {
    /// How many there are.
    pub count: usize,
    /// The text. Where a letter O stands among digits (`077OO 900123`), it is a zero; offsets are the same.
    ///
    /// I and l do not become ones: too many codes have them as letters (`LL30` is Llandudno).
    pub text: Cow<'a, str>,
}

impl<'a> Digits<'a> {
    /// Reads a text.
    #[must_use]
    pub fn of(text: &'a str) -> Self {
        let count = text.bytes().filter(u8::is_ascii_digit).count();
        let text = if count > 0 && may_have_zeros(text) { Cow::Owned(with_zeros(text)) } else { text.into() };
        Self { count, text }
    }
}

fn is_o(letter: u8) -> bool {
    matches!(letter, b'O' | b'o')
}

fn may_have_zeros(text: &str) -> bool {
    let pairs = text.bytes().zip(text.bytes().skip(1));
    let adjacent =
        |(one, next): (u8, u8)| is_o(one) && next.is_ascii_digit() || one.is_ascii_digit() && is_o(next);
    pairs.into_iter().any(adjacent)
}

/// Writes zeros for the Os of tokens that are otherwise digits. `O2` is a company and stays.
fn with_zeros(text: &str) -> String {
    let mut rewritten = String::with_capacity(text.len());
    for token in text.split_inclusive(|character: char| !character.is_alphanumeric()) {
        let word = token.trim_end_matches(|character: char| !character.is_alphanumeric());
        let only = word.bytes().all(|byte| is_o(byte) || byte.is_ascii_digit());
        let has_digit = word.bytes().any(|byte| byte.is_ascii_digit());
        if only && has_digit && (word.len() > 2 || !word.starts_with(['O', 'o'])) {
            rewritten.push_str(&token.replace(['O', 'o'], "0"));
        } else {
            rewritten.push_str(token);
        }
    }
    rewritten
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letter_o_among_digits_is_a_zero() {
        assert_eq!(Digits::of("call O77oo 9OO123").text, "call 07700 900123");
        assert_eq!(Digits::of("O2 on floor 5O, COP26 and OO7").text, "O2 on floor 50, COP26 and 007");
        assert_eq!(Digits::of("Ooh, 10 out of 10").text, "Ooh, 10 out of 10");
        assert_eq!(Digits::of("1 of 2").count, 2);
    }

    #[test]
    fn digits_of_every_script_are_read() {
        let digit = regex::Regex::new(r"^\d$").unwrap();
        let normal = |one: char| super::super::normalise::normal(&one.to_string()).text().to_owned();
        for one in ('\u{80}'..=char::MAX).filter(|one| digit.is_match(one.encode_utf8(&mut [0; 4]))) {
            assert!(normal(one).bytes().all(|byte| byte.is_ascii_digit()), "{one}");
        }
        assert_eq!((normal('½'), normal('Ⅻ'), normal('五')), ("1⁄2".into(), "XII".into(), "五".into()));
    }
}
