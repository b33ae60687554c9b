//! Dates of birth: a full date right after words that announce one.
//!
//! After `DOB`, `date of birth` and `dyddiad geni` any date counts, unless it is a limit
//! (`a date of birth before 6 April 1951`). `Born` and `birthday` come before other dates too
//! (`The NHS was born on 5 July 1948`, `children born between …`). After them only a date in figures counts, as on
//! forms, and only `on` may come between.

use super::patterns::{Pattern, built, place};
use super::{CERTAIN, Candidate, LIKELY, POSSIBLE, Recogniser, Scan, cues, value};
use crate::finding::Span;

/// Day, month and year in figures, or with the month in words (English or Welsh; three letters are enough).
static DATE: Pattern = Pattern::new(|| {
    built(concat!(
        r"\b(?:(?<figures>[0-3]?[0-9][./ -][01]?[0-9][./ -](?:19|20)?[0-9]{2}",
        r"|(?:19|20)[0-9]{2}[./-]?[01][0-9][./-]?[0-3][0-9]|[0-3][0-9][01][0-9](?:19|20)[0-9]{2})",
        r"|(?:[0-3]?[0-9](?:st|nd|rd|th|af|ail|ydd|fed|eg)?(?: of| o)? ?)?",
        r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec",
        r"|ion|chwe|maw|ebr|mai|meh|gor|awst|medi|hyd|tach|rhag)[a-z]*",
        r"(?: [0-3]?[0-9](?:st|nd|rd|th)?)?,? ?'?(?<century>19|20)?[0-9]{2})\b"
    ))
});
const CUES: &str = "dob|d.o.b|date of birth|birth date|birthdate|dyddiad geni";
/// Words that make a date an age limit or the limit of an offer: `a date of birth before 6 April 1951`.
const LIMITS: &str = "before|after|between|by|until|since|from|to|cyn|rhwng|erbyn|hyd";
const LATER: &str = "or later|or earlier|or after|or before|onwards";
const WEAK: &str = "born|born on|birthday|birthday is|birthday on|ganwyd|ganed|ganwyd ar|pen-blwydd";

/// The recogniser `date-of-birth`.
pub(super) struct DateOfBirth;

impl Recogniser for DateOfBirth {
    fn id(&self) -> &'static str {
        "date-of-birth"
    }

    fn literals(&self) -> &'static [&'static str] {
        &["dob", "d.o.b", "birth", "born", "geni", "ganwyd", "ganed", "pen-blwydd"]
    }

    fn digits(&self) -> usize {
        3
    }

    fn cue(&self) -> &'static str {
        "date of birth "
    }

    /// Day, month and year stay separate.
    fn canonical(&self, value: &str) -> String {
        value::phrase(value)
    }

    fn find(&self, scan: &Scan<'_>) -> Vec<Candidate> {
        let text = scan.text;
        let lower = text.to_ascii_lowercase();
        let mut found = Vec::new();
        for date in DATE.captures_iter(&lower) {
            let place = place(&date);
            let figures = date.name("figures").is_some();
            // “May 15” is a day; a two-digit year needs the day before it.
            let day = lower
                .get(place.start..)
                .is_some_and(|date| date.starts_with(|one: char| one.is_ascii_digit()));
            if !figures && !day && date.name("century").is_none() {
                continue;
            }
            found.extend(score(text, place, figures).map(|score| Candidate { span: place, score }));
        }
        found
    }
}

fn score(text: &str, span: Span, figures: bool) -> Option<u8> {
    if cues::near(text, span, 8, 0, LIMITS) || cues::near(text, span, 0, 12, LATER) {
        return None;
    }
    if cues::near(text, span, 22, 0, CUES) {
        return Some(CERTAIN);
    }
    let weak = cues::follows(text, span, WEAK) && !cues::near(text, span, 0, 9, "or|and|to");
    weak.then_some(if figures { LIKELY } else { POSSIBLE })
}
