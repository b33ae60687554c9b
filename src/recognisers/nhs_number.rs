//! NHS numbers: ten digits, the last of which is a check digit.
//!
//! Numbers in use start with 0 to 3 (Scotland's CHI, Northern Ireland), 4, 6, 7 or 9 (for tests).
//!
//! One ten-digit number in eleven passes the check by chance, and so does every ten-digit ISBN. So a number needs a cue
//! word unless it is written 3-3-4. It also needs one if it starts like a Scottish number or a freephone number, or has
//! full stops or slashes in it, as American telephone numbers have.
//!
//! Source: NHS Data Dictionary, “NHS number”: digits weighted ten down to two, modulo eleven, and written 3-3-4.

use super::{CERTAIN, Candidate, LIKELY, POSSIBLE, Recogniser, Scan, checksum, cues, numbers};

const CUES: &str = "nhs number|nhs no|nhs num|nhs id|nhs|nhsno|patient|patient id|chi|chi number|h&c number|\
    rhif gig|rhif y gig|gig|claf";

/// The recogniser `nhs-number`.
pub(super) struct NhsNumber;

impl Recogniser for NhsNumber {
    fn id(&self) -> &'static str {
        "nhs-number"
    }

    fn digits(&self) -> usize {
        10
    }

    fn cue(&self) -> &'static str {
        "NHS number "
    }

    fn find(&self, scan: &Scan<'_>) -> Vec<Candidate> {
        let text = scan.text;
        let mut found = Vec::new();
        for number in numbers::numbers_and_dotted(text, 10, 10, " -") {
            let valid = checksum::nhs(&number.digits) && !checksum::is_one_digit(&number.digits);
            if !valid
                || cues::near(text, number.span, 15, 0, "isbn")
                || cues::in_link(text, number.span.start)
            {
                continue;
            }
            let cue = cues::near(text, number.span, 30, 15, CUES);
            let written = number.sizes == "334" && number.digits.starts_with(['3', '4', '6', '7', '9']);
            let score = match (cue, written && !number.joined && !number.dotted) {
                (true, _) => CERTAIN,
                (false, true) => LIKELY,
                (false, false) => POSSIBLE,
            };
            found.push(Candidate { span: number.span, score });
        }
        found
    }
}
