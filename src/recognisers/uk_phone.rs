//! UK phone numbers, in national form and with +44 or 0044.
//!
//! Numbers for organisations (03, 08, 09) are hardly ever somebody's own, so they score as possible only. A rule with
//! `min_score: 30` finds them as well, apart from those it allows. Short numbers (999, 111, 101, 119) are never found.
//! The numbers that Ofcom reserves for drama (07700 900000 to 900999) do count, because people test with them.
//!
//! Source: Ofcom, National Telephone Numbering Plan: nine or ten digits follow the 0, and the first of them shows what
//! the number is for: 1 and 2 places, 3 and 8 organisations, 5 internet phones, 7 mobiles, 9 premium rate.

use super::numbers::{Number, numbers};
use super::{CERTAIN, Candidate, LIKELY, POSSIBLE, Recogniser, Scan, cues};

const CUES: &str = "call|ring|phone|tel|telephone|mobile|mob|text|whatsapp|contact|number|landline|\
    ffoniwch|ffon|rhif|tecstiwch|cysylltwch";
/// How addresses that dial a number begin.
const DIALLING: &[&str] = &["wa.me/", "tel:", "phone="];
const OTHER_NUMBERS: &str = "ref|reference|order|invoice|isbn|case|charity|company|account|policy|meter|parcel|\
    cyfeirnod|archeb|anfoneb";

/// The recogniser `uk-phone`.
pub(super) struct UkPhone;

impl Recogniser for UkPhone {
    fn id(&self) -> &'static str {
        "uk-phone"
    }

    fn digits(&self) -> usize {
        9
    }

    /// The number in national form: `+44 (0)113 496 0000` and `0113 496 0000` are equal.
    fn canonical(&self, value: &str) -> String {
        let digits: String = value.chars().filter(char::is_ascii_digit).collect();
        let digits = digits.strip_prefix("00").unwrap_or(&digits);
        match digits.strip_prefix("44") {
            Some(national) => format!("0{}", national.trim_start_matches('0')),
            None => digits.to_owned(),
        }
    }

    fn find(&self, scan: &Scan<'_>) -> Vec<Candidate> {
        let text = scan.text;
        let numbers = numbers(text, 9, 15, " -.()/").into_iter();
        numbers.filter_map(|number| candidate(text, &number)).collect()
    }
}

fn candidate(text: &str, number: &Number) -> Option<Candidate> {
    let before = text.get(..number.span.start)?;
    let plus = before.ends_with('+');
    let (abroad, national) = national(&number.digits, plus)?;
    // Part of a longer number, of another country's number or of a web address.
    let part = number.joined && (plus || before.ends_with(['-', '.']) || of_another_country(before));
    if part || in_address(text, before) {
        return None;
    }
    let spaced = number.sizes.len() > 1;
    let first_group = number.sizes.as_bytes().first().is_some_and(|size| (b'3'..=b'6').contains(size));
    let small_groups = number.sizes.chars().skip(1).any(|size| size == '1') && !abroad;
    if spaced && !abroad && (!first_group || small_groups) {
        return None;
    }
    let slashed = is_slashed(text, number)?;
    let start = before.trim_end_matches(['+', '(']).len();
    let start = if before.len() - start > 2 { number.span.start } else { start };
    let written = (spaced || abroad) && !slashed;
    let score = if slashed && !national.starts_with('7') && !cues::near(text, number.span, 25, 0, CUES) {
        POSSIBLE
    } else {
        score(text, number, national, written)
    };
    Some(Candidate::new(start, number.span.end, score))
}

/// Whether the number has slashes; `None` if they make it something else. A slash may come after the first group
/// (`0113/496 0000`); what follows another slash is a reference, or the second of two numbers.
fn is_slashed(text: &str, number: &Number) -> Option<bool> {
    let written = text.get(number.span.start..number.span.end)?;
    let Some((_, groups)) = written.split_once('/') else { return Some(false) };
    let first = written.find(|part: char| !part.is_ascii_digit()) == written.find('/');
    let goes_on = text.get(number.span.end..)?.starts_with('/');
    let sizes = number.sizes.bytes().skip(1);
    let whole = sizes.clone().all(|size| size > b'2') && !groups.contains(['.', '(']);
    (first && whole && !goes_on).then_some(true)
}

/// The digits after the 0 or the country code, and whether there is a country code.
fn national(digits: &str, plus: bool) -> Option<(bool, &str)> {
    let code = if plus { digits.strip_prefix("44") } else { digits.strip_prefix("0044") };
    // Only mobile numbers are written with a bare 44.
    let code = code.or_else(|| digits.strip_prefix("44").filter(|rest| rest.starts_with('7')));
    let (abroad, national) = match code {
        Some(rest) => (true, rest.strip_prefix('0').unwrap_or(rest)),
        None if plus => return None,
        None => (false, digits.strip_prefix('0')?),
    };
    let short = national.len() == 9 && national.starts_with(['1', '8']);
    let known = (national.len() == 10 || short) && national.starts_with(['1', '2', '3', '5', '7', '8', '9']);
    known.then_some((abroad, national))
}

/// Whether the number is in a web address, other than one that dials it. A label such as `Tel:` is not an address.
fn in_address(text: &str, before: &str) -> bool {
    let dialled = before.trim_end_matches('+');
    if DIALLING.iter().any(|address| dialled.ends_with(address)) {
        return false;
    }
    let near = before.get(before.ceil_char_boundary(before.len().saturating_sub(20))..).unwrap_or_default();
    let token = near.rsplit(|character: char| character.is_whitespace() || character == '(').next();
    let label = token.and_then(|token| token.strip_suffix(':'));
    let labelled = label.is_some_and(|label| label.chars().all(|part| part.is_alphabetic() || part == '/'));
    cues::in_link(text, before.len()) || before.ends_with(['/', '=', ':']) && !labelled
}

fn of_another_country(before: &str) -> bool {
    // A country code and the separators after it are short.
    let before = before.get(before.ceil_char_boundary(before.len().saturating_sub(20))..).unwrap_or_default();
    let number =
        before.trim_end_matches(|character: char| character.is_ascii_digit() || " -.()".contains(character));
    number.ends_with('+') && !before.get(number.len()..).is_some_and(|rest| rest.starts_with("44"))
}

fn score(text: &str, number: &Number, national: &str, written: bool) -> u8 {
    if cues::near(text, number.span, 20, 0, OTHER_NUMBERS) && !written {
        return POSSIBLE;
    }
    let cue = cues::near(text, number.span, 25, 0, CUES);
    match national.as_bytes().first() {
        Some(b'7') if written || cue => CERTAIN,
        Some(b'7') => LIKELY,
        Some(b'1' | b'2') if cue => CERTAIN,
        Some(b'1' | b'2') if written || national.len() == 10 => LIKELY,
        _ => POSSIBLE,
    }
}
