//! Telephone numbers, however their digits are grouped.

use super::figures::leading_digits;

/// The fewest digits of a telephone number, as in `0800 1111`. Shorter ones count as ordinary numbers.
pub(super) const FEWEST: usize = 8;
/// The most digits of a British number, and of one with a country code.
const BRITISH: usize = 11;
const INTERNATIONAL: usize = 14;
/// The fewest digits in the first group of a British number: `02 03` may be something else.
const AREA: usize = 3;
/// How the digits of an American number are grouped.
const AMERICAN: [&[usize]; 3] = [&[3, 3, 4], &[1, 3, 3, 4], &[10]];

/// The telephone number at the start of a text, with or without a `+` before it: how long it is as written, and its
/// digits without the country code. `0300 123 4567`, `44 (0)29 2034 5678`, `613-555-0100`.
pub(super) fn telephone(text: &str, plus: bool) -> Option<(usize, String)> {
    let most = if plus || text.starts_with("00") { INTERNATIONAL } else { BRITISH };
    let (mut digits, mut sizes, mut length) = (String::new(), Vec::new(), 0);
    let (mut next, mut american) = (0, false);
    while !american {
        let rest = text.get(next..)?;
        let group = leading_digits(rest);
        if group.is_empty() || digits.len() + group.len() > most {
            break;
        }
        digits.push_str(group);
        sizes.push(group.len());
        length = next + group.len();
        let behind = rest.get(group.len()..)?;
        next = length + behind.len() - behind.trim_start_matches([' ', '\u{a0}', '-', '(', ')']).len();
        american = !digits.starts_with('0') && AMERICAN.contains(&sizes.as_slice());
    }
    let abroad = plus.then_some(digits.as_str()).or_else(|| digits.strip_prefix("00"));
    let is_british = digits.starts_with('0') && *sizes.first()? >= AREA;
    let is_one = digits.len() >= FEWEST && (american || is_british || abroad.is_some());
    let national = match abroad {
        Some(digits) => national(digits),
        None if sizes.len() == 4 && american => national(&digits),
        None => digits,
    };
    is_one.then_some((length, national))
}

/// The digits without the country code: `44 29 …` is `029 …`.
fn national(digits: &str) -> String {
    match (digits.strip_prefix("44"), digits.strip_prefix('1')) {
        (Some(british), _) => format!("0{}", british.strip_prefix('0').unwrap_or(british)),
        (None, Some(american)) => american.to_owned(),
        (None, None) => digits.to_owned(),
    }
}
