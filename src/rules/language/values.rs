//! What the numbers in a text mean, however they are written: `1,200` and `1 200`, `10:00` and `10am`, `1/3/2027` and
//! `1 Mawrth 2027`.

use super::figures::Figures;
use super::telephone::FEWEST;
use crate::finding::Span;
use crate::text::dates::dates;
use crate::text::language::Language;

/// What a number may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A number, in thousandths. A bare number may also be an hour or a day.
    Number { thousandths: u64, bare: bool },
    /// A time, in minutes after midnight.
    Time(u32),
    /// A day and a month, and the year if it was written.
    Date { day: u8, month: u8, year: Option<i32> },
    /// The digits of a telephone number.
    Telephone(String),
    /// Any link.
    Link,
}

/// A number, date, time, telephone number or link in a text.
#[derive(Debug, Clone)]
pub(super) struct Value {
    /// Where the value is.
    pub(super) span: Span,
    /// Where the day of a date is.
    pub(super) day: Option<Span>,
    /// What it may mean.
    pub(super) meanings: Vec<Meaning>,
    /// Its parts, if it may be more than one value: `1/3` is a date or two numbers.
    pub(super) pieces: Vec<Value>,
}

/// All values of a line in this language.
pub(super) fn values(line: &str, language: Language) -> Vec<Value> {
    if !line.contains(|c: char| c.is_ascii_digit()) {
        return Vec::new();
    }
    let mut values: Vec<Value> = Vec::new();
    let mut start = 0;
    for date in dates(line) {
        Figures::new(line, start, date.span.start, language).read(&mut values);
        values.push(Value::date(line, date.span, date.day_and_month(), date.year));
        start = date.span.end;
    }
    Figures::new(line, start, line.len(), language).read(&mut values);
    values
}

impl Value {
    pub(super) fn new(span: Span, meanings: Vec<Meaning>) -> Self {
        Self { span, day: None, meanings, pieces: Vec::new() }
    }

    fn date(line: &str, span: Span, (day, month): (u8, u8), year: Option<i32>) -> Self {
        let written = line.get(span.start..span.end).unwrap_or_default();
        let start = written.find(|c: char| c.is_ascii_digit()).unwrap_or_default();
        let digits = written.get(start..).unwrap_or_default().bytes().take_while(u8::is_ascii_digit).count();
        let place = Span::new(span.start + start, span.start + start + digits);
        Self {
            day: (digits < 3).then_some(place),
            ..Self::new(span, vec![Meaning::Date { day, month, year }])
        }
    }

    /// The value, placed in a text in which its line begins at this offset.
    pub(super) fn moved(self, by: usize) -> Self {
        let place = |span: Span| Span::new(span.start + by, span.end + by);
        Self {
            span: place(self.span),
            day: self.day.map(place),
            pieces: self.pieces.into_iter().map(|piece| piece.moved(by)).collect(),
            ..self
        }
    }

    /// Whether another value can mean the same.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        let is_same = |own: &Meaning| other.meanings.iter().any(|other| own.is_same(other));
        self.meanings.iter().any(is_same) || self.pieces.iter().any(|piece| piece.is_same(other))
    }

    /// Whether both are dates in the same month, and not in different years.
    pub(super) fn is_in_month_of(&self, other: &Self) -> bool {
        match (self.meanings.as_slice(), other.meanings.as_slice()) {
            (
                [Meaning::Date { month, year, .. }],
                [Meaning::Date { month: other_month, year: other_year, .. }],
            ) => month == other_month && year.zip(*other_year).is_none_or(|(year, other)| year == other),
            _ => false,
        }
    }
}

impl Meaning {
    /// A number of things, an amount of money or a percentage.
    pub(super) fn number(thousandths: u64) -> Self {
        Self::Number { thousandths, bare: false }
    }

    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Number { thousandths: own, .. }, Self::Number { thousandths, .. }) => own == thousandths,
            (
                Self::Date { day, month, year },
                Self::Date { day: other_day, month: other_month, year: other_year },
            ) => {
                let years = year.zip(*other_year).is_none_or(|(year, other)| year == other);
                (day, month) == (other_day, other_month) && years
            }
            (Self::Telephone(own), Self::Telephone(other)) => {
                let (short, long) = if own.len() < other.len() { (own, other) } else { (other, own) };
                own == other || short.len() >= FEWEST && long.starts_with(short.as_str())
            }
            (Self::Number { thousandths, bare: true }, Self::Date { day, .. })
            | (Self::Date { day, .. }, Self::Number { thousandths, bare: true }) => {
                *thousandths == u64::from(*day) * 1000
            }
            (Self::Number { .. }, Self::Time(_)) => self.says(other),
            (Self::Time(_), Self::Number { .. }) => other.says(self),
            _ => self == other,
        }
    }

    /// Whether it can mean this number or time, as a word can: “ten” may be 10am or 10pm, but not a day.
    pub(super) fn says(&self, figure: &Self) -> bool {
        match (self, figure) {
            (Self::Number { thousandths, bare: true }, Self::Time(minutes)) => {
                let (hour, on_the_hour) = (u64::from(minutes / 60) * 1000, minutes % 60 == 0);
                let halves = [hour, (hour + 12_000) % 24_000, (hour + 24_000 - 12_000) % 24_000];
                on_the_hour
                    && (halves.contains(thousandths) && *thousandths <= 12_000 || hour == *thousandths)
                    || on_the_hour && *thousandths == 12_000 && hour % 12_000 == 0
            }
            (Self::Number { thousandths: own, .. }, Self::Number { thousandths, .. }) => own == thousandths,
            _ => self == figure,
        }
    }
}
