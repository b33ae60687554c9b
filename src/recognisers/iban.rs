//! International bank account numbers (IBAN).
//!
//! An IBAN is a country code, two check digits (MOD 97-10), and the country's own account number, whose length is fixed
//! for each country. It may be written without gaps, or in fours separated by spaces, dashes, full stops or slashes. In
//! other groups it needs a cue word, because two in a hundred texts that start like an IBAN (`SE10`) pass the check by
//! chance. Source: ISO 13616 and SWIFT's IBAN registry, release 101.

use super::{CERTAIN, Candidate, Recogniser, Scan, checksum, cues};
use crate::finding::Span;
use crate::text::digits::figure;

/// The length of an account number in each country.
const LENGTHS: &str = "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20EG29ES24FI18\
    FK18FO18FR27GB22GE22GI23GL18GR27GT28HN28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25MC27\
    MD24ME22MK19MN20MR27MT31MU30NI28NL18NO15OM23PK24PL28PS29PT25QA29RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25\
    SV28TL23TN24TR26UA29VA22VG24XK20YE30";

const CUES: &str = "iban|account|account number|bank|compte|cyfrif|rhif cyfrif";
/// The fewest digits in an account number, including its check digits.
const DIGITS: usize = 8;

/// The recogniser `iban`.
pub(super) struct Iban;

impl Recogniser for Iban {
    fn id(&self) -> &'static str {
        "iban"
    }

    fn digits(&self) -> usize {
        DIGITS
    }

    fn cue(&self) -> &'static str {
        "IBAN "
    }

    fn find(&self, scan: &Scan<'_>) -> Vec<Candidate> {
        let text = scan.text;
        let starts = text.bytes().zip(text.bytes().skip(2)).enumerate();
        starts
            .filter(|(_, (letter, digit))| letter.is_ascii_alphabetic() && digit.is_ascii_digit())
            .filter_map(|(start, _)| end(text, start).map(|end| Candidate::new(start, end, CERTAIN)))
            .collect()
    }
}

/// The end of the account number that starts here.
fn end(text: &str, start: usize) -> Option<usize> {
    let country = text.get(start..start + 2)?.to_ascii_uppercase();
    let length = LENGTHS.as_bytes().chunks_exact(4).find_map(|row| match row {
        [a, b, tens, units] if [*a, *b] == country.as_bytes() => {
            Some(usize::from(tens - b'0') * 10 + usize::from(units - b'0'))
        }
        _ => None,
    })?;
    let mut code = String::with_capacity(length);
    let (mut end, mut in_fours) = (start, true);
    for character in text.get(start..)?.chars() {
        match character {
            _ if code.len() == length => break,
            ' ' | '-' | '.' | '/' => in_fours &= code.len().is_multiple_of(4),
            _ if character.is_ascii_alphanumeric() => code.push(character),
            _ => return None,
        }
        end += 1;
    }
    let whole = cues::starts_word(text, start) && cues::ends_word(text, end);
    let written = in_fours || cues::near(text, Span::new(start, end), 40, 0, CUES);
    let numeric = code.bytes().filter(u8::is_ascii_digit).count() >= DIGITS;
    let valid = || checksum::mod_97(&code) || checksum::mod_97(&with_figures(&code));
    (whole && written && numeric && code.len() == length && valid()).then_some(end)
}

/// The number with look-alike letters replaced by digits after the eighth character; the first eight are where banks
/// have letters.
fn with_figures(code: &str) -> String {
    let of = |(nth, byte)| if nth < 8 { byte } else { figure(byte).unwrap_or(byte) };
    code.bytes().enumerate().map(of).map(char::from).collect()
}
