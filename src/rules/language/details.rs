//! Numbers and links that are in the text of one language but not in that of another.

use super::super::{Input, Match};
use super::has;
use super::spoken::spoken;
use super::values::{Meaning, Value, values};
use crate::finding::Span;
use crate::text::entities::EntityKind;
use crate::text::language::{Language, Part, words};

/// The numbers and links of a text in one language.
struct Details {
    language: Language,
    values: Vec<Value>,
    /// The numbers in words. They may match numbers in figures, but the other language need not have them.
    spoken: Vec<Meaning>,
}

/// The first language whose text lacks numbers or links that another has.
pub(super) fn details(input: &Input<'_>, parts: &[Part], languages: &[Language]) -> Option<Match> {
    let there = languages.iter().copied().filter(|&language| has(parts, language));
    let all: Vec<Details> = there.map(|language| Details::of(input, parts, language)).collect();
    all.iter().find_map(|own| {
        let others = all.iter().filter(|other| other.language != own.language);
        let lacking: Vec<Span> =
            others.flat_map(|other| &other.values).flat_map(|value| own.lacks(value)).collect();
        let missing: Vec<&str> = lacking.iter().map(|span| input.draft().slice(*span)).collect();
        let fields = vec![("language", own.language.name().to_owned()), ("missing", missing.join(", "))];
        (!lacking.is_empty()).then_some(Match { spans: lacking, fields, ..Match::default() })
    })
}

impl Details {
    /// The details of a language's parts. A line without words is for both languages, so it is skipped. A link counts
    /// as a link wherever it leads.
    fn of(input: &Input<'_>, parts: &[Part], language: Language) -> Self {
        let text = input.draft().text();
        let links: Vec<Span> = (input.reading.entities().iter())
            .filter(|entity| entity.kind == EntityKind::Url)
            .map(|entity| entity.span)
            .collect();
        let mut details = Self { language, values: Vec::new(), spoken: Vec::new() };
        for part in parts.iter().filter(|part| part.language == Some(language)) {
            let mut start = part.span.start;
            for line in text.get(part.span.start..part.span.end).unwrap_or_default().split('\n') {
                let whole = Span::new(start, start + line.len());
                start = whole.end + 1;
                if words(line).is_empty() {
                    continue;
                }
                let own = links.iter().filter(|link| link.overlaps(whole));
                details.values.extend(own.map(|link| Value::new(*link, vec![Meaning::Link])));
                let numbers = values(line, language).into_iter().map(|value| value.moved(whole.start));
                details
                    .values
                    .extend(numbers.filter(|value| !links.iter().any(|link| link.overlaps(value.span))));
                details.spoken.extend(spoken(line));
            }
        }
        details
    }

    /// The places of those parts of a value that this text lacks.
    fn lacks(&self, value: &Value) -> Vec<Span> {
        let is_said = |value: &Value| {
            self.values.iter().any(|own| own.is_same(value))
                || self.spoken.iter().any(|own| value.meanings.iter().any(|meaning| own.says(meaning)))
        };
        if is_said(value) {
            return Vec::new();
        }
        if !value.pieces.is_empty() {
            return value.pieces.iter().filter(|piece| !is_said(piece)).map(|piece| piece.span).collect();
        }
        // If the month of a date is there, only its day is missing.
        let has_month = self.values.iter().any(|own| own.is_in_month_of(value));
        vec![value.day.filter(|_| has_month).unwrap_or(value.span)]
    }
}
