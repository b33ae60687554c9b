//! Payment card numbers: an issuer's prefix, a matching length, and Luhn's check digit.
//!
//! One number in ten passes Luhn's check, so a long number without the right prefix and length does not count. Lengths
//! that hardly any card has today (13, 19) need the usual grouping or a cue word: 13 digits are a barcode. The
//! usual groups may be separated by full stops or slashes.
//!
//! Source: ISO/IEC 7812-1; the prefixes are those the card schemes publish (Visa 4; Mastercard 51–55 and 2221–2720;
//! American Express 34 and 37; Discover 6011, 644–65; Diners 300–305, 3095, 36, 38, 39; JCB 3528–3589; `UnionPay` 62;
//! Maestro as used in the UK).

use super::numbers::{Number, numbers_and_dotted};
use super::{CERTAIN, Candidate, LIKELY, POSSIBLE, Recogniser, Scan, checksum, cues};

const CUES: &str = "card|card number|visa|mastercard|amex|american express|maestro|debit|credit|cvv|cvc|expiry|\
    expires|exp|cerdyn|rhif cerdyn";

/// The recogniser `payment-card`.
pub(super) struct PaymentCard;

impl Recogniser for PaymentCard {
    fn id(&self) -> &'static str {
        "payment-card"
    }

    fn digits(&self) -> usize {
        12
    }

    fn cue(&self) -> &'static str {
        "card number "
    }

    fn find(&self, scan: &Scan<'_>) -> Vec<Candidate> {
        let text = scan.text;
        let numbers = numbers_and_dotted(text, 12, 19, " -").into_iter();
        numbers
            .filter(|number| is_issued(&number.digits) && checksum::luhn(&number.digits))
            .filter_map(|number| Some(Candidate { span: number.span, score: score(text, &number)? }))
            .collect()
    }
}

fn score(text: &str, number: &Number) -> Option<u8> {
    let cue = cues::near(text, number.span, 30, 30, CUES);
    let grouped = ["4444", "465", "464", "44443"].contains(&number.sizes.as_str());
    let whole = number.sizes.len() == 1;
    match (grouped, whole) {
        (true, _) => Some(CERTAIN),
        (_, true) if cue => Some(CERTAIN),
        (_, true) if cues::in_link(text, number.span.start) => None,
        (_, true) if (14..=16).contains(&number.digits.len()) => Some(LIKELY),
        (_, true) => Some(POSSIBLE),
        _ => (cue && !number.dotted).then_some(LIKELY),
    }
}

fn is_issued(digits: &str) -> bool {
    let prefix: u32 = digits.get(..4).and_then(|prefix| prefix.parse().ok()).unwrap_or_default();
    let length = digits.len();
    match prefix {
        4000..=4999 => matches!(length, 13 | 16 | 19),
        5100..=5599 | 2221..=2720 => length == 16,
        3400..=3499 | 3700..=3799 => length == 15,
        3000..=3059 | 3095 | 3600..=3699 | 3800..=3999 => length >= 14,
        3528..=3589 | 6011 | 6440..=6599 | 6200..=6299 => length >= 16,
        5018 | 5020 | 5038 | 5893 | 6304 | 6759 | 6761..=6763 => length >= 12,
        _ => false,
    }
}
