//! UK bank details: a sort code and an account number close together.
//!
//! Neither number has a check digit that can be tested without the banks' tables. So a sort code needs a cue word
//! unless it is written in pairs. It also needs one if it has full stops or slashes between the pairs; if it could be a
//! date as well, the word has to name it as a sort code.
//!
//! Source: Pay.UK: sort codes are six digits in pairs, and account numbers are eight digits.

use super::numbers::{Number, numbers, numbers_and_dotted};
use super::{CERTAIN, Candidate, LIKELY, POSSIBLE, Recogniser, Scan, cues};
use crate::finding::Span;

const CUES: &str = "sort|sort code|sortcode|s/c|account|account number|acc|a/c|acct|bank|bacs|payee|cod didoli|\
    rhif cyfrif|cyfrif|rhif y cyfrif";
/// Cues too short to count for a number that is not in pairs: `SC 012345` is a charity.
const SHORT_CUES: &str = "sc|ac";
/// Cues for a sort code only.
const SORT_CUES: &str = "sort code|sortcode|s/c|cod didoli";
/// The same, right before the number.
const SORT: &str = "sort|sc";
/// The most bytes between the two if they do not both have a cue word before them: `, account number: `.
const BETWEEN: usize = 30;
/// The most bytes between the two otherwise: a line with the account's name may come between.
const APART: usize = 80;

/// The recogniser `sort-code-account`.
pub(super) struct SortCodeAccount;

impl Recogniser for SortCodeAccount {
    fn id(&self) -> &'static str {
        "sort-code-account"
    }

    fn digits(&self) -> usize {
        14
    }

    /// The sort code and then the account, in digits: an allow list can name `60-70-80 10025634` in any layout.
    fn canonical(&self, value: &str) -> String {
        let groups = value.split(|character: char| !character.is_ascii_digit());
        let first = groups.clone().find(|group| !group.is_empty()).map_or(0, str::len);
        let digits: String = groups.collect();
        let at = if matches!(first, 4 | 8) { 8 } else { 6 };
        match digits.split_at_checked(at).filter(|_| digits.len() == 14) {
            Some((account, sort)) if at == 8 => format!("{sort} {account}"),
            Some((sort, account)) => format!("{sort} {account}"),
            None => digits,
        }
    }

    fn cue(&self) -> &'static str {
        "sort code "
    }

    fn find(&self, scan: &Scan<'_>) -> Vec<Candidate> {
        let text = scan.text;
        let all = numbers(text, 8, 8, " -");
        let sorts = numbers_and_dotted(text, 6, 6, " -").into_iter();
        let mut found = Vec::new();
        for sort in sorts.filter(|number| number.sizes == "222" || number.sizes == "6") {
            // Only numbers nearby are worth comparing; they come in text order.
            let near = all.partition_point(|other| other.span.start + 2 * APART < sort.span.start);
            let near = all.iter().skip(near).take_while(|other| other.span.start <= sort.span.end + APART);
            let accounts = near.filter(|number| number.sizes == "8" || number.sizes == "44");
            found.extend(accounts.filter_map(|account| pair(text, &sort, account)));
        }
        found
    }
}

fn pair(text: &str, sort: &Number, account: &Number) -> Option<Candidate> {
    let sort_first = sort.span.end <= account.span.start;
    let (first, second) = if sort_first { (sort, account) } else { (account, sort) };
    let between = text.get(first.span.end..second.span.start)?;
    let labelled = |number: &Number| cues::near(text, number.span, 20, 0, CUES);
    let apart = between.len() > BETWEEN && !(labelled(first) && labelled(second) && between.len() <= APART);
    if apart || between.contains(|character: char| character.is_ascii_digit()) {
        return None;
    }
    let span = Span::new(first.span.start, second.span.end);
    let date = is_date(&sort.digits);
    let adjacent = sort_first && between.len() <= 3;
    let named = || cues::near(text, sort.span, 25, 0, SORT_CUES) || cues::follows(text, sort.span, SORT);
    let labels = || !date && cues::near(text, first.span, 0, between.len(), CUES);
    if sort.dotted && !named() && !labels() {
        return None;
    }
    let pairs = sort.sizes == "222" && !date && !sort.dotted;
    let near =
        |cues| cues::near(text, span, 30, 0, cues) || cues::near(text, first.span, 0, between.len(), cues);
    let cue = near(CUES) || pairs && near(SHORT_CUES);
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
