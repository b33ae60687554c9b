//! Whether `31 June` is meant as a date. It may be a house number (`31 June Street`), a score (`24–31 June`) or a count
//! (`all 31 June events`). Such words are a date only if the words around them say so.

use crate::finding::Span;

/// Words before a date.
const LEADS: &str = "by on until till before after from since to for and or deadline is ends end opens starts due of closes \
    le du au aux avant dès depuis et jusqu'au ar tan erbyn cyn o i hyd ddydd dydd yw neu";
/// Words that continue a sentence after a date. None of them can be something that there are 31 of.
const GOES_ON: &str = "at from to and or is was for in by the until till will we you if so but with only onwards inclusive \
    latest a o i ar am yn tan bydd mae neu ac et à de au est pour dans en sur la le les ou";
/// Words before a number that is not a day.
const NUMBERED: &str = "no nos number numbers flat room page pages p pp unit plot bus route platform aged age ages gate \
    item chapter row seat score rhif tudalen fflat ystafell numéro n° page salle appartement";
/// Words for streets.
const STREETS: &str = "street road avenue lane close drive way place crescent court terrace gardens square";

/// Words in texts about 29 February itself.
const LEAP_DAYS: &str = "leap born birth birthday naid penblwydd ganed ganwyd bissextile anniversaire né née";

/// Whether the words at `span`, which look like a date that does not exist, are meant as one.
pub(crate) fn is_meant(text: &str, span: Span) -> bool {
    let (Some(before), Some(written), Some(after)) =
        (text.get(..span.start), text.get(span.start..span.end), text.get(span.end..))
    else {
        return false;
    };
    if written.contains("29")
        && text.to_lowercase().split(|c: char| !c.is_alphabetic()).any(|word| is_in(LEAP_DAYS, word))
    {
        return false;
    }
    let line = before.rsplit('\n').next().unwrap_or_default();
    let Some(line) = without_range(line, written) else {
        return false;
    };
    let touching = line.chars().next_back();
    if touching
        .is_some_and(|c| !c.is_whitespace() && !matches!(c, '(' | '[' | '"' | '“' | '‘' | '«' | ':' | ','))
    {
        return false;
    }
    let lead = line.split_whitespace().next_back().unwrap_or_default();
    let word = lead.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    if is_in(NUMBERED, &word) {
        return false;
    }
    let leads = is_in(LEADS, &word) || lead.ends_with(':');
    ends_as_date(written, after.split('\n').next().unwrap_or_default(), leads)
}

/// The text before a date, or before the range that it ends: `1–31 June` and `30/31 June`. Any other range is as likely
/// to be a score, so it does not count.
fn without_range<'l>(line: &'l str, written: &str) -> Option<&'l str> {
    let Some(rest) = line.trim_end().strip_suffix(['-', '–', '—', '/']) else {
        return Some(line);
    };
    let rest = rest.trim_end();
    let start = rest.trim_end_matches(|c: char| c.is_ascii_digit());
    let first: Option<u8> = rest.get(start.len()..)?.parse().ok();
    let digits: String = written.chars().take_while(char::is_ascii_digit).collect();
    let last: Option<u8> = digits.parse().ok();
    match (first, last) {
        (None, _) => Some(line),
        (Some(first), Some(last)) if first == 1 || last == first.saturating_add(1) => Some(start),
        _ => None,
    }
}

/// Whether the text that follows allows the words to be a date.
fn ends_as_date(written: &str, after: &str, leads: bool) -> bool {
    let next = after.trim_start();
    let word = next.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let is_touching = next.len() == after.len();
    if is_touching && next.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '%' | '/'))
    {
        return false;
    }
    if is_in(STREETS, &word.to_lowercase()) {
        return false;
    }
    let month_first = written.starts_with(char::is_alphabetic);
    let numbers = written.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty());
    if numbers.clone().count() > 1 {
        // `2024` shows that it is a date; `30.2.24` may be a version.
        return numbers.clone().any(|number| number.len() == 4) || written.contains('/');
    }
    if month_first {
        let ordinal = written.ends_with(char::is_alphabetic);
        return ordinal && word.is_empty() || !next.starts_with(char::is_alphanumeric);
    }
    let goes_on = word.is_empty() || is_in(GOES_ON, word);
    goes_on || leads && word.chars().all(char::is_lowercase)
}

fn is_in(list: &str, word: &str) -> bool {
    !word.is_empty() && list.split_whitespace().any(|one| one == word)
}
