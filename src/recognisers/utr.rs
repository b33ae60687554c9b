//! Unique Taxpayer References: ten digits, the first of which is a check digit.
//!
//! One ten-digit number in eleven passes the check by chance, so a cue word has to be nearby. A `K` on either side, as
//! on old letters, is left out. Source: HMRC's modulus 11 check for UTRs (see [`checksum`]).

use super::{CERTAIN, Candidate, Recogniser, Scan, checksum, cues, numbers};

const CUES: &[&str] = &[
    "utr",
    "tax reference",
    "tax ref",
    "taxpayer",
    "self assessment",
    "self-assessment",
    "sa ref",
    "cyfeirnod tre",
];
const NEAR: &str = "utr|tax reference|tax ref|taxpayer|taxpayer reference|self assessment|\
    self-assessment|sa ref|sa reference|cyfeirnod treth|cyfeirnod trethdalwr|cyfeirnod trethdalwr unigryw";

/// The recogniser `utr`.
pub(super) struct Utr;

impl Recogniser for Utr {
    fn id(&self) -> &'static str {
        "utr"
    }

    fn literals(&self) -> &'static [&'static str] {
        CUES
    }

    fn digits(&self) -> usize {
        10
    }

    fn cue(&self) -> &'static str {
        "UTR "
    }

    fn find(&self, scan: &Scan<'_>) -> Vec<Candidate> {
        let text = scan.text;
        let without_k = text.replace(['K', 'k'], " ");
        let numbers = numbers::numbers_and_dotted(&without_k, 10, 10, " -").into_iter();
        numbers
            .filter(|number| checksum::utr(&number.digits) && !checksum::is_one_digit(&number.digits))
            .filter(|number| cues::near(text, number.span, 40, 20, NEAR))
            .map(|number| Candidate { span: number.span, score: CERTAIN })
            .collect()
    }
}
