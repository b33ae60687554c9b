//! Numbers, times and telephone numbers in figures.

use super::clock::{clock, minutes};
use super::telephone::telephone;
use super::values::{Meaning, Value};
use crate::finding::Span;
use crate::text::language::Language;

/// Words that multiply the number before them.
const SCALES: [(&str, u64); 3] = [
    ("k thousand mil fil mille", 1_000),
    ("m mn million millions miliwn filiwn", 1_000_000),
    ("bn billion billions biliwn filiynau milliard milliards", 1_000_000_000),
];
/// What may separate the digits of a number, or a number from its unit.
pub(super) const SPACES: [char; 3] = [' ', '\u{a0}', '\u{202f}'];
/// Hours up to this one may be in the afternoon: `4:00` where the other language says `4pm`.
const MAY_BE_AFTERNOON: u32 = 7;

/// A stretch of a line, read from its start.
pub(super) struct Figures<'t> {
    line: &'t str,
    at: usize,
    end: usize,
    language: Language,
}

impl<'t> Figures<'t> {
    pub(super) fn new(line: &'t str, at: usize, end: usize, language: Language) -> Self {
        Self { line, at, end, language }
    }

    /// Adds all values of the stretch.
    pub(super) fn read(mut self, values: &mut Vec<Value>) {
        while let Some(ahead) = self.rest().find(|c: char| c.is_ascii_digit()) {
            self.at += ahead;
            let telephone = || telephone(self.rest(), self.before() == Some('+'));
            let value =
                telephone().map(|(length, digits)| self.value(length, vec![Meaning::Telephone(digits)]));
            let value = value.or_else(|| self.time()).or_else(|| self.day_and_month());
            let value = value.unwrap_or_else(|| self.number());
            self.at = value.span.end.max(self.at + 1);
            values.push(value);
        }
    }

    fn rest(&self) -> &'t str {
        self.line.get(self.at..self.end).unwrap_or_default()
    }

    fn before(&self) -> Option<char> {
        self.line.get(..self.at)?.chars().next_back()
    }

    fn value(&self, length: usize, meanings: Vec<Meaning>) -> Value {
        Value::new(Span::new(self.at, self.at + length), meanings)
    }

    /// `10:00`, `10.30am`, `4pm`, `9:00yb`, `16 h 30`.
    fn time(&self) -> Option<Value> {
        let rest = self.rest();
        let hours = leading_digits(rest);
        let hour: u32 = hours.parse().ok().filter(|hour| *hour <= 24 && hours.len() <= 2)?;
        let (minutes, sure) = minutes(rest.get(hours.len()..)?);
        let mut end = hours.len() + minutes.len();
        let clock = clock(rest.get(end..)?, self.language);
        if clock.is_none() && !sure {
            return None;
        }
        end += clock.map_or(0, |(length, _)| length);
        let minute = minutes.get(minutes.len().saturating_sub(2)..).and_then(|digits| digits.parse().ok());
        let at = |hour: u32| Meaning::Time(hour % 24 * 60 + minute.unwrap_or(0));
        let meanings = match clock.and_then(|(_, late)| late) {
            Some(late) if hour <= 12 => vec![at(hour % 12 + late)],
            None if (1..=MAY_BE_AFTERNOON).contains(&hour) && !hours.starts_with('0') => {
                vec![at(hour), at(hour + 12)]
            }
            _ => vec![at(hour)],
        };
        Some(self.value(end, meanings))
    }

    /// `1/3`: 1 March, or two numbers.
    fn day_and_month(&self) -> Option<Value> {
        let first = leading_digits(self.rest());
        let second = leading_digits(self.rest().get(first.len()..)?.strip_prefix('/')?);
        let day = first.parse().ok().filter(|day| (1..=31).contains(day))?;
        let month = second.parse().ok().filter(|month| (1..=12).contains(month))?;
        let piece = |digits: &str, start| {
            Value::new(Span::new(start, start + digits.len()), vec![number(digits, "", 1, true)])
        };
        let pieces = vec![piece(first, self.at), piece(second, self.at + first.len() + 1)];
        let length = first.len() + 1 + second.len();
        Some(Value { pieces, ..self.value(length, vec![Meaning::Date { day, month, year: None }]) })
    }

    /// `1,200`, `1 200`, `2.50`, `2,50`, `£10k`, `1.2 miliwn`.
    fn number(&self) -> Value {
        let rest = self.rest();
        let first = leading_digits(rest);
        let (mut length, spaced) = groups(rest);
        let grouped = rest.get(..length).unwrap_or_default();
        let whole: String = grouped.chars().filter(char::is_ascii_digit).collect();
        let decimals = decimals(rest.get(length..).unwrap_or_default());
        if !decimals.is_empty() {
            length += 1 + decimals.len();
        }
        let money = matches!(self.before(), Some('£' | '$' | '€'));
        let (scale, word) = scale(rest.get(length..).unwrap_or_default());
        length += word;
        let bare = !money && decimals.is_empty() && scale == 1 && whole == first;
        let mut meanings = vec![number(&whole, decimals, scale, bare)];
        if scale > 1 && !money {
            // `5m` may also be metres.
            meanings.push(number(&whole, decimals, 1, false));
        }
        meanings.extend(self.short_year(first).filter(|_| bare));
        meanings.extend(times(first, decimals));
        let pieces = if spaced { self.pieces(grouped) } else { Vec::new() };
        Value { pieces, ..self.value(length, meanings) }
    }

    /// The separate numbers of `19 200`, which may be a bus route and its passengers.
    fn pieces(&self, grouped: &str) -> Vec<Value> {
        let mut start = self.at;
        let mut pieces = Vec::new();
        for group in grouped.split(' ') {
            let span = Span::new(start, start + group.len());
            pieces.push(Value::new(span, vec![number(group, "", 1, true)]));
            start = span.end + 1;
        }
        pieces
    }

    /// The year that `25` means in `2024/25`.
    fn short_year(&self, digits: &str) -> Option<Meaning> {
        let before = self.line.get(..self.at)?.strip_suffix(['/', '-', '–'])?;
        let year = before.get(before.len().checked_sub(4)?..)?;
        let century = year.get(..2).filter(|century| matches!(*century, "19" | "20"))?;
        let whole: u64 = format!("{century}{digits}").parse().ok().filter(|_| digits.len() == 2)?;
        Some(Meaning::number(whole * 1000))
    }
}

pub(super) fn leading_digits(text: &str) -> &str {
    text.get(..text.bytes().take_while(u8::is_ascii_digit).count()).unwrap_or_default()
}

/// How long a number is with its groups of three digits, and whether they are separated by a space.
fn groups(text: &str) -> (usize, bool) {
    let first = leading_digits(text);
    let (mut length, mut spaced) = (first.len(), false);
    while first.len() <= 3 && !first.starts_with('0') {
        let rest = text.get(length..).unwrap_or_default();
        let Some(sign) = rest.chars().next().filter(|sign| is_grouping(*sign)) else {
            break;
        };
        let group = leading_digits(rest.get(sign.len_utf8()..).unwrap_or_default());
        if group.len() != 3 {
            break;
        }
        spaced |= sign == ' ';
        length += sign.len_utf8() + group.len();
    }
    (length, spaced)
}

fn is_grouping(sign: char) -> bool {
    matches!(sign, ',' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’')
}

/// The digits after a decimal point or comma.
fn decimals(behind: &str) -> &str {
    let digits = |sign: char| behind.strip_prefix(sign).map(leading_digits).unwrap_or_default();
    let (point, comma) = (digits('.'), digits(','));
    if !point.is_empty() {
        point
    } else if comma.len() < 3 {
        comma
    } else {
        ""
    }
}

/// The factor that the word after a number stands for, and how long the word is.
fn scale(behind: &str) -> (u64, usize) {
    let text = behind.trim_start_matches(SPACES);
    let word = text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let (lowered, spaces) = (word.to_lowercase(), behind.len() - text.len());
    // `5 m` is metres, and `5 k` means nothing.
    let known = SCALES.iter().find(|(words, _)| words.split(' ').any(|known| known == lowered));
    let known = known.filter(|_| spaces == 0 || word.len() > 1);
    known.map_or((1, 0), |(_, scale)| (*scale, spaces + word.len()))
}

fn number(whole: &str, decimals: &str, scale: u64, bare: bool) -> Meaning {
    let thousandths: u64 =
        format!("{decimals:0<3}").get(..3).and_then(|digits| digits.parse().ok()).unwrap_or(0);
    // Longer numbers are compared by their last digits.
    let digits = whole.get(whole.len().saturating_sub(15)..).unwrap_or_default();
    let whole: u64 = digits.parse().unwrap_or(0);
    let thousandths = whole.saturating_mul(1000).saturating_add(thousandths).saturating_mul(scale);
    Meaning::Number { thousandths, bare }
}

/// `10.30` may be a time.
fn times(hour: &str, minutes: &str) -> Vec<Meaning> {
    let (Ok(hour), Ok(minute)) = (hour.parse::<u32>(), minutes.parse::<u32>()) else {
        return Vec::new();
    };
    if hour >= 24 || minutes.len() != 2 || minute >= 60 {
        return Vec::new();
    }
    let afternoon = (1..=MAY_BE_AFTERNOON).contains(&hour).then_some(hour + 12);
    std::iter::once(hour).chain(afternoon).map(|hour| Meaning::Time(hour * 60 + minute)).collect()
}
