//! Numbers, times and telephone numbers in figures.

use super::values::{Meaning, Value};
use crate::finding::Span;
use crate::text::language::Language;

/// What multiplies the number in front of it.
const SCALES: [(&str, u64); 3] = [
    ("k thousand mil fil mille", 1_000),
    ("m mn million millions miliwn filiwn", 1_000_000),
    ("bn billion billions biliwn filiynau milliard milliards", 1_000_000_000),
];
/// What stands behind the hour of a time, and by how many hours it moves that of a clock with twelve.
const CLOCKS: [(&str, Option<u32>); 4] = [
    ("am|a.m|yb|y.b|y bore|du matin", Some(0)),
    ("pm|p.m|yp|y.p|yh|y.h|y prynhawn|yr hwyr|y nos|de l'après-midi|du soir", Some(12)),
    ("o'clock|o'r gloch|heures|heure", None),
    ("h", None),
];
const SPACES: [char; 3] = [' ', '\u{a0}', '\u{202f}'];
/// Hours up to this one may be meant of the afternoon: `4:00` where another says `4pm`.
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
            let value = self.telephone().or_else(|| self.time()).or_else(|| self.day_and_month());
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

    /// `0300 123 4567`, `+44 (0)29 2034 5678`, `613-555-0100`.
    fn telephone(&self) -> Option<Value> {
        let international = self.before() == Some('+');
        let (mut digits, mut sizes, mut length) = (String::new(), Vec::new(), 0);
        let most = if international || self.rest().starts_with("00") { 14 } else { 11 };
        loop {
            let rest = self.rest().get(length..)?;
            let group = leading_digits(rest);
            if group.is_empty() || digits.len() + group.len() > most {
                break;
            }
            digits.push_str(group);
            sizes.push(group.len());
            length += group.len();
            let sign = rest.get(group.len()..)?;
            length += sign.len() - sign.trim_start_matches([' ', '\u{a0}', '-', '(', ')']).len();
        }
        let written = self.rest().get(..length)?;
        let length = written.trim_end_matches(|c: char| !c.is_ascii_digit()).len();
        let national = international_prefix(&digits, international).unwrap_or(digits);
        let is_british = national.starts_with('0') && national.len() >= 8;
        let is_american = matches!(sizes.as_slice(), [3, 3, 4] | [1, 3, 3, 4] | [10]);
        let is_one = international || is_american || is_british && *sizes.first()? >= 3;
        let short = national.strip_prefix('1').filter(|_| sizes.len() == 4).map(ToOwned::to_owned);
        is_one.then(|| self.value(length, vec![Meaning::Telephone(short.unwrap_or(national))]))
    }

    /// `10:00`, `10.30am`, `4pm`, `9:00yb`, `16 h 30`.
    fn time(&self) -> Option<Value> {
        let rest = self.rest();
        let hours = leading_digits(rest);
        let hour: u32 = hours.parse().ok().filter(|hour| *hour <= 24 && hours.len() <= 2)?;
        let (minutes, sure) = minutes(rest.get(hours.len()..)?);
        let mut end = hours.len() + minutes.len();
        let clock = self.clock(rest.get(end..)?);
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

    /// How long the words are that say that the number in front is a time, and by how many hours it moves; `am` is a word
    /// of its own in Welsh.
    fn clock(&self, behind: &str) -> Option<(usize, Option<u32>)> {
        let text = behind.trim_start_matches(SPACES);
        let spaces = behind.len() - text.len();
        let is_there = |mark: &str| {
            let start = text.get(..mark.len()).or_else(|| text.get(..mark.len() + "’".len() - 1));
            let length = start.filter(|start| start.to_lowercase().replace('’', "'") == mark)?.len();
            let ends = !text.get(length..)?.starts_with(char::is_alphanumeric);
            (ends && !(mark == "am" && spaces > 0 && self.language == Language::Welsh)).then_some(length)
        };
        let lengths = |marks: &'static str| marks.split('|').find_map(is_there);
        CLOCKS.iter().find_map(|(marks, late)| Some((spaces + lengths(marks)?, *late)))
    }

    /// `1/3`, the first of March or two numbers.
    fn day_and_month(&self) -> Option<Value> {
        let first = leading_digits(self.rest());
        let second = leading_digits(self.rest().get(first.len()..)?.strip_prefix('/')?);
        let day = first.parse().ok().filter(|day| (1..=31).contains(day))?;
        let month = second.parse().ok().filter(|month| (1..=12).contains(month))?;
        let piece = |digits: &str, start| {
            Value::new(Span::new(start, start + digits.len()), number_meanings(digits, "", 1, true))
        };
        let pieces = vec![piece(first, self.at), piece(second, self.at + first.len() + 1)];
        let length = first.len() + 1 + second.len();
        Some(Value { pieces, ..self.value(length, vec![Meaning::Date { day, month, year: None }]) })
    }

    /// `1,200`, `1 200`, `2.50`, `2,50`, `£10k`, `1.2 miliwn`.
    fn number(&self) -> Value {
        let rest = self.rest();
        let first = leading_digits(rest);
        let mut whole = first.to_owned();
        let (mut length, mut pieces) =
            (first.len(), vec![self.value(first.len(), number_meanings(first, "", 1, true))]);
        let mut spaced = false;
        while first.len() <= 3 && !first.starts_with('0') {
            let Some(sign) =
                rest.get(length..).and_then(|rest| rest.chars().next()).filter(|c| is_grouping(*c))
            else {
                break;
            };
            let start = length + sign.len_utf8();
            let group = leading_digits(rest.get(start..).unwrap_or_default());
            if group.len() != 3 {
                break;
            }
            spaced |= sign == ' ';
            whole.push_str(group);
            let span = Span::new(self.at + start, self.at + start + 3);
            pieces.push(Value::new(span, number_meanings(group, "", 1, true)));
            length = start + 3;
        }
        let decimals = decimals(rest.get(length..).unwrap_or_default());
        if !decimals.is_empty() {
            length += 1 + decimals.len();
        }
        let money = matches!(self.before(), Some('£' | '$' | '€'));
        let (scale, word) = scale(rest.get(length..).unwrap_or_default());
        length += word;
        let bare = !money && decimals.is_empty() && scale == 1 && pieces.len() == 1;
        let mut meanings = number_meanings(&whole, decimals, scale, bare);
        if scale > 1 && !money {
            // `5m` may be metres.
            meanings.extend(number_meanings(&whole, decimals, 1, false));
        }
        meanings.extend(self.short_year(first).filter(|_| bare));
        meanings.extend(half_hours(first, decimals));
        let pieces = if spaced { pieces } else { Vec::new() };
        Value { pieces, ..self.value(length, meanings) }
    }

    /// The year that `25` is in `2024/25`.
    fn short_year(&self, digits: &str) -> Option<Meaning> {
        let before = self.line.get(..self.at)?.strip_suffix(['/', '-', '–'])?;
        let year = before.get(before.len().checked_sub(4)?..)?;
        let century = year.get(..2).filter(|century| matches!(*century, "19" | "20"))?;
        let whole: u64 = format!("{century}{digits}").parse().ok().filter(|_| digits.len() == 2)?;
        Some(Meaning::number(whole * 1000))
    }
}

/// The minutes behind an hour, with what stands between, and whether they can be nothing else: `10.30` may be a number.
fn minutes(behind: &str) -> (&str, bool) {
    let text = behind.trim_start_matches(SPACES);
    let after = match text.strip_prefix('h') {
        Some(rest) => Some(rest.trim_start_matches(SPACES)),
        None => behind.strip_prefix([':', '.']),
    };
    let digits = after.map(leading_digits).filter(|digits| digits.len() == 2 && *digits < "60");
    let (Some(after), Some(digits)) = (after, digits) else {
        return ("", false);
    };
    let length = behind.len() - after.len() + digits.len();
    (behind.get(..length).unwrap_or_default(), !behind.starts_with('.'))
}

fn leading_digits(text: &str) -> &str {
    text.get(..text.bytes().take_while(u8::is_ascii_digit).count()).unwrap_or_default()
}

/// The national number of one that begins with the code of a country: `+44 29 …` is `029 …`.
fn international_prefix(digits: &str, international: bool) -> Option<String> {
    let digits = digits.strip_prefix("00").filter(|_| !international).or(international.then_some(digits))?;
    match (digits.strip_prefix("44"), digits.strip_prefix('1')) {
        (Some(british), _) => Some(format!("0{}", british.strip_prefix('0').unwrap_or(british))),
        (None, Some(american)) => Some(american.to_owned()),
        (None, None) => Some(digits.to_owned()),
    }
}

fn is_grouping(sign: char) -> bool {
    matches!(sign, ',' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’')
}

/// The digits behind a decimal point or comma.
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

/// By what the word behind a number multiplies it, and how long the word is.
fn scale(behind: &str) -> (u64, usize) {
    let text = behind.trim_start_matches(SPACES);
    let word = text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let (lowered, spaces) = (word.to_lowercase(), behind.len() - text.len());
    // `5 m` are metres, and `5 k` is nothing.
    let known = SCALES.iter().find(|(words, _)| words.split(' ').any(|known| known == lowered));
    let known = known.filter(|_| spaces == 0 || word.len() > 1);
    known.map_or((1, 0), |(_, scale)| (*scale, spaces + word.len()))
}

fn number_meanings(whole: &str, decimals: &str, scale: u64, bare: bool) -> Vec<Meaning> {
    let thousandths: u64 =
        format!("{decimals:0<3}").get(..3).and_then(|digits| digits.parse().ok()).unwrap_or(0);
    // Numbers of more digits are compared by their last ones.
    let digits = whole.get(whole.len().saturating_sub(15)..).unwrap_or_default();
    let whole: u64 = digits.parse().unwrap_or(0);
    let thousandths = whole.saturating_mul(1000).saturating_add(thousandths).saturating_mul(scale);
    vec![Meaning::Number { thousandths, bare }]
}

/// `10.30` may be a time.
fn half_hours(hour: &str, minutes: &str) -> Vec<Meaning> {
    let (Ok(hour), Ok(minute)) = (hour.parse::<u32>(), minutes.parse::<u32>()) else {
        return Vec::new();
    };
    if hour >= 24 || minutes.len() != 2 || minute >= 60 {
        return Vec::new();
    }
    let afternoon = (1..=MAY_BE_AFTERNOON).contains(&hour).then_some(hour + 12);
    std::iter::once(hour).chain(afternoon).map(|hour| Meaning::Time(hour * 60 + minute)).collect()
}
