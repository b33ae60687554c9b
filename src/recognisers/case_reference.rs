//! Case, claim and reference numbers in the organisation's own format, which the policy gives.
//!
//! The rule's `pattern` is a regular expression, compared without case. A match has to stand as a word of its own:
//! `LCC/24/00317` is not found within `XLCC/24/003171`. It scores as certain: the organisation knows its format.

use super::{CERTAIN, Candidate, Recogniser, Scan, cues};
use crate::text::normalise::lowered;

/// The recogniser `case-reference`.
pub(super) struct CaseReference;

impl Recogniser for CaseReference {
    fn id(&self) -> &'static str {
        "case-reference"
    }

    fn takes_pattern(&self) -> bool {
        true
    }

    fn find(&self, scan: &Scan<'_>) -> Vec<Candidate> {
        let Some(pattern) = scan.pattern else { return Vec::new() };
        let text = lowered(scan.text);
        let whole = |span: &crate::Span| {
            cues::starts_word(scan.text, span.start) && cues::ends_word(scan.text, span.end)
        };
        let found = pattern.regex().matches(text.text());
        found
            .map(|found| text.origin(found.span()))
            .filter(whole)
            .map(|span| Candidate { span, score: CERTAIN })
            .collect()
    }
}
