//! UK bank details: a sort code and an account number close together.
//!
//! Source: Pay.UK, sort codes are six digits in pairs and account numbers eight digits. Neither has a check digit
//! that can be tested without the banks' tables, so a sort code that is not written in pairs needs a cue word, and
//! so does one that could be a date.

use super::numbers::{Number, numbers};
use super::{CERTAIN, Candidate, LIKELY, POSSIBLE, Recogniser, Scan, cues};
use crate::finding::Span;

const CUES: &str = "sort|sort code|sortcode|s/c|account|account number|acc|a/c|acct|bank|bacs|payee|cod didoli|\
    rhif cyfrif|cyfrif|rhif y cyfrif";
/// The most bytes between the two: `, account number: `.
const BETWEEN: usize = 30;

/// The recogniser `sort-code-account`.
pub(super) struct SortCodeAccount;

impl Recogniser for SortCodeAccount {
    fn id(&self) -> &'static str {
        "sort-code-account"
    }

    fn digits(&self) -> usize {
        12
    }

    /// The digits: an allow list names `60-70-80 10025634` however it is set out.
    fn canonical(&self, value: &str) -> String {
        value.chars().filter(char::is_ascii_digit).collect()
    }

    fn find(&self, scan: &Scan<'_>) -> Vec<Candidate> {
        let text = scan.text;
        let all = numbers(text, 6, 8, " -");
        let sorts = all.iter().filter(|number| number.sizes == "222" || number.sizes == "6");
        let mut found = Vec::new();
        for sort in sorts {
            // Only numbers close by are worth comparing: they come in the order of the text.
            let near = all.partition_point(|other| other.span.start + 2 * BETWEEN < sort.span.start);
            let near = all.iter().skip(near).take_while(|other| other.span.start <= sort.span.end + BETWEEN);
            let accounts = near.filter(|number| number.sizes == "8" || number.sizes == "44");
            found.extend(accounts.filter_map(|account| pair(text, sort, account)));
        }
        found
    }
}

fn pair(text: &str, sort: &Number, account: &Number) -> Option<Candidate> {
    let sort_first = sort.span.end <= account.span.start;
    let (first, second) = if sort_first { (sort, account) } else { (account, sort) };
    let between = text.get(first.span.end..second.span.start)?;
    if between.len() > BETWEEN || between.contains(|character: char| character.is_ascii_digit()) {
        return None;
    }
    let span = Span::new(first.span.start, second.span.end);
    let cue = cues::near(text, span, 30, 0, CUES) || cues::near(text, first.span, 0, between.len(), CUES);
    let adjacent = sort_first && between.len() <= 3;
    let pairs = sort.sizes == "222" && !is_date(&sort.digits);
    let score = match (cue, pairs && adjacent) {
        (true, _) => CERTAIN,
        (false, true) => LIKELY,
        (false, false) => POSSIBLE,
    };
    Some(Candidate { span, score })
}

/// Whether the six digits can be read as day, month and year.
fn is_date(digits: &str) -> bool {
    let part = |range: std::ops::Range<usize>| {
        digits.get(range).and_then(|part| part.parse::<u8>().ok()).unwrap_or_default()
    };
    (1..=31).contains(&part(0..2)) && (1..=12).contains(&part(2..4))
}
