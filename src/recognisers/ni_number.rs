//! UK National Insurance numbers.
//!
//! A number is two letters, six digits and a final letter A to D, written in pairs, in other groups or without spaces.
//! There is no check digit, but neither of the first two letters may be D, F, I, Q, U or V, the second may not be O,
//! and the prefixes BG, GB, KN, NK, NT, TN and ZZ are not used. Source: HMRC, National Insurance Manual, NIM39110.
//!
//! A number without the final letter counts only after a cue word. Look-alike letters may replace one or two of the
//! digits (`AB 1O 23 45 C`), but the letters of a word do not count as digits (`Call 0300`).
//!
//! Words, dates and telephone numbers can have the same shape: `on 06/04/25 a`, `call us on 03 00 20`. So digits that
//! could be a date need the same separator before them as between them. A prefix that is a word needs to be in capitals
//! or to have a cue word before it.

use super::{CERTAIN, Candidate, LIKELY, Recogniser, Scan, cues, shape, words};
use crate::finding::Span;

const CUES: &str = "ni|nino|n.i|ni number|national insurance|yswiriant gwladol|rhif yg";

/// The recogniser `ni-number`.
pub(super) struct NiNumber;

impl Recogniser for NiNumber {
    fn id(&self) -> &'static str {
        "ni-number"
    }

    fn digits(&self) -> usize {
        4
    }

    fn cue(&self) -> &'static str {
        "NI number "
    }

    fn find(&self, scan: &Scan<'_>) -> Vec<Candidate> {
        let found = shape::find(scan.text, &["AA_00_00_00_A", "AA_00_00_00"]).into_iter();
        let numbers = found.filter_map(|span| {
            let number = Number::read(scan.text, span)?;
            number.candidate().or_else(|| number.without_suffix()?.candidate())
        });
        numbers.collect()
    }
}

/// A text of that shape.
struct Number<'t> {
    text: &'t str,
    span: Span,
    prefix: &'t str,
    suffix: Option<&'t str>,
    /// The six digits, or the look-alike letters in their place.
    figures: String,
    /// The separators after the prefix, after the first two pairs, and before the suffix.
    gaps: [&'t str; 4],
}

impl<'t> Number<'t> {
    fn read(text: &'t str, span: Span) -> Option<Self> {
        let written = text.get(span.start..span.end)?;
        let (prefix, mut rest) = written.split_at_checked(2)?;
        let mut figures = String::with_capacity(6);
        let mut gaps = [""; 4];
        for (nth, gap) in gaps.iter_mut().enumerate() {
            let length = rest.bytes().take_while(|byte| !byte.is_ascii_alphanumeric()).count();
            (*gap, rest) = rest.split_at_checked(length)?;
            if nth < 3 {
                let (pair, after) = rest.split_at_checked(2)?;
                figures.push_str(pair);
                rest = after;
            }
        }
        let suffix = (!rest.is_empty()).then_some(rest);
        Some(Self { text, span, prefix, suffix, figures, gaps })
    }

    /// The number without a suffix that is really the next word: `NINO AB 12 34 56. A new one`.
    fn without_suffix(&self) -> Option<Self> {
        let [.., gap] = self.gaps;
        let length = gap.len() + self.suffix?.len();
        let apart = !gap.is_empty();
        apart.then(|| Self::read(self.text, Span::new(self.span.start, self.span.end - length)))?
    }

    fn candidate(&self) -> Option<Candidate> {
        let cue = cues::near(self.text, self.span, 40, 0, CUES);
        if !is_used(&self.prefix.to_ascii_uppercase()) || !self.is_even() || !self.is_no_date(cue) {
            return None;
        }
        let upper = is_upper(self.prefix) && self.suffix.is_none_or(is_upper);
        let score = match self.suffix {
            Some(suffix) if self.has_suffix(suffix, cue) => {
                if cue || upper {
                    CERTAIN
                } else {
                    LIKELY
                }
            }
            None if cue && self.stands_without() => LIKELY,
            _ => return None,
        };
        let [first, ..] = self.gaps;
        let word = !first.is_empty() && words::is_word(self.prefix) && !upper;
        let paired = self.suffix.is_some() && self.is_paired();
        (!word || cue && paired).then_some(Candidate { span: self.span, score })
    }

    /// Whether it is written in pairs with the same separator throughout.
    fn is_paired(&self) -> bool {
        let [first, second, third, _] = self.gaps;
        first == second && second == third
    }

    /// Whether full stops and slashes are used consistently: outside the digits only if between them as well.
    fn is_even(&self) -> bool {
        let [first, second, third, last] = self.gaps;
        let signed = |gap: &str| gap.contains(['.', '/']);
        let inner = signed(second) && second == third;
        let none = !signed(second) && !signed(third);
        let outer = second.is_empty() && third.is_empty() && first == last;
        (inner || none) && (outer || (!signed(first) || first == second) && (!signed(last) || last == second))
    }

    /// Whether its digits are not a date such as `on 06/04/25`.
    fn is_no_date(&self, cue: bool) -> bool {
        let [first, second, third, _] = self.gaps;
        let part = |at: usize| self.figures.get(at..at + 2).and_then(|part| part.parse::<u8>().ok());
        let day = |at| matches!(part(at), Some(1..=31));
        let month = |at| matches!(part(at), Some(1..=12));
        let date = day(0) && month(2) || month(0) && day(2) || month(2) && day(4);
        let joined = !second.is_empty() && second == third && first != second && second.trim() == second;
        let sure = cue && self.suffix.is_some_and(is_upper) && is_upper(self.prefix);
        let spaced = second == " " && third == " " && words::is_word(self.prefix) && !is_upper(self.prefix);
        !date || !(joined || spaced) || sure
    }

    /// Whether the letter belongs to the number. If it is set apart it has to be in the same case, and `a` may be a
    /// word.
    fn has_suffix(&self, suffix: &str, cue: bool) -> bool {
        let [.., gap] = self.gaps;
        let goes_on = || {
            let after = self.text.get(self.span.end..).unwrap_or_default();
            after.strip_prefix(' ').is_some_and(|after| after.starts_with(char::is_alphabetic))
        };
        let letter = "ABCD".contains(&suffix.to_ascii_uppercase());
        let same_case = is_upper(suffix) == is_upper(self.prefix);
        letter && (gap.is_empty() || same_case && (cue || suffix != "a" || !goes_on()))
    }

    /// Whether this can be a number without its final letter. It must not be part of a longer number, has to be in
    /// pairs or unspaced, and has to have both letters in the same case.
    fn stands_without(&self) -> bool {
        let [_, second, third, _] = self.gaps;
        let after = self.text.get(self.span.end..).unwrap_or_default();
        let gap = |character: char| " -./".contains(character);
        let goes_on = after.trim_start_matches(gap).starts_with(|next: char| next.is_ascii_digit());
        let lower = self.prefix.bytes().all(|letter| letter.is_ascii_lowercase());
        second == third && (lower || is_upper(self.prefix)) && !goes_on
    }
}

fn is_upper(letters: &str) -> bool {
    letters.bytes().all(|letter| letter.is_ascii_uppercase())
}

fn is_used(prefix: &str) -> bool {
    let barred = |letter: char| "DFIQUV".contains(letter);
    !prefix.contains(barred)
        && !prefix.ends_with('O')
        && !["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"].contains(&prefix)
}
