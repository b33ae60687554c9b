//! Digits in any script and any disguise.

use std::borrow::Cow;

/// The zeros of the scripts that have digits of their own; nine digits follow each (Unicode's general category Nd).
/// ASCII digits need no conversion, and NFKC handles the full-width and mathematical ones.
const ZEROS: &str = "٠۰߀०০੦૦୦௦౦೦൦෦๐໐༠၀႐០᠐᥆᧐᪀᪐᭐᮰᱀᱐꘠꣐꤀꧐꧰꩐꯰𐒠𐴰𐵀𑁦𑃰𑄶𑇐𑋰𑑐𑓐𑙐𑛀𑛐𑛚𑜰𑣠𑥐𑯰𑱐𑵐𑶠𑽐𖄰𖩠𖫀𖭐𖵰𞅀𞋰𞓰𞗱𞥐";

/// The digit from `0` to `9` for a digit of another script.
pub(super) fn decimal(character: char) -> Option<char> {
    if character.is_ascii() || !character.is_numeric() {
        return None;
    }
    let mut values = ZEROS.chars().filter_map(|zero| (character as u32).checked_sub(zero as u32));
    values.find_map(|value| char::from_digit(value, 10))
}

/// The digit that this letter or digit can be read as: `O` as `0`, `I` and `l` as `1`.
pub(crate) fn figure(byte: u8) -> Option<u8> {
    match byte {
        b'O' | b'o' => Some(b'0'),
        b'I' | b'l' => Some(b'1'),
        digit => digit.is_ascii_digit().then_some(digit),
    }
}

/// A text in the form of [`normal`](super::normalise::normal), prepared for reading its digits.
#[derive(Debug)]
pub struct Digits<'a> {
    /// How many digits there are, including look-alike letters.
    pub count: usize,
    /// The text. A letter O among digits (`077OO 900123`) becomes a zero; offsets stay the same.
    ///
    /// I and l become ones only in longer runs of digits (`9OO1l3`): `500l` is litres, and too many codes have them as
    /// letters (`LL30` is Llandudno).
    pub text: Cow<'a, str>,
}

impl<'a> Digits<'a> {
    /// Reads a text.
    #[must_use]
    pub fn of(text: &'a str) -> Self {
        let text = if may_have_figures(text) { Cow::Owned(with_figures(text)) } else { text.into() };
        Self { count: text.bytes().filter(u8::is_ascii_digit).count(), text }
    }
}

fn may_have_figures(text: &str) -> bool {
    let letter = |byte: u8| matches!(byte, b'O' | b'o' | b'I' | b'l');
    let mut pairs = text.bytes().zip(text.bytes().skip(1));
    pairs.any(|(one, next)| letter(one) && next.is_ascii_digit() || one.is_ascii_digit() && letter(next))
}

/// Replaces letters by digits in tokens that are otherwise digits.
fn with_figures(text: &str) -> String {
    let mut rewritten = String::with_capacity(text.len());
    for token in text.split_inclusive(|character: char| !character.is_alphanumeric()) {
        let word = token.trim_end_matches(|character: char| !character.is_alphanumeric());
        let digits = word.bytes().filter(u8::is_ascii_digit).count();
        let only = digits > 0 && word.bytes().all(|byte| figure(byte).is_some());
        let after = text.get(rewritten.len() + token.len()..).unwrap_or_default();
        if only && (is_number(word, digits) || is_joined(&rewritten, token, after)) {
            rewritten.extend(token.bytes().take(word.len()).filter_map(figure).map(char::from));
            rewritten.push_str(token.get(word.len()..).unwrap_or_default());
        } else {
            rewritten.push_str(token);
        }
    }
    rewritten
}

/// Whether a token of digits and look-alike letters is a number on its own. `O2` is a company and stays.
fn is_number(word: &str, digits: usize) -> bool {
    if word.contains(['I', 'l']) {
        return word.len() > 3 && digits > 1 && !word.ends_with(['I', 'l']);
    }
    word.len() > 2 || !word.starts_with(['O', 'o'])
}

/// Whether the token is part of a date, or of another number with dashes, dots or slashes: `O3/O4/1987`.
fn is_joined(before: &str, token: &str, after: &str) -> bool {
    let joins = ['/', '-', '.'];
    let digit = |character: char| character.is_ascii_digit();
    token.ends_with(joins) && after.trim_start_matches(['O', 'o', 'I', 'l']).starts_with(digit)
        || before.strip_suffix(joins).is_some_and(|number| number.ends_with(digit))
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
        assert_eq!(Digits::of("60-70-8O").count, 6);
        assert_eq!(Digits::of("DOB O3/O4/1987, O2/online").text, "DOB 03/04/1987, O2/online");
    }

    #[test]
    fn letters_like_ones_need_more_digits() {
        assert_eq!(Digits::of("077OO 9OO1l3 or 01I3").text, "07700 900113 or 0113");
        assert_eq!(Digits::of("LL30, 500l, 3l and World War I1").text, "LL30, 500l, 3l and World War I1");
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
