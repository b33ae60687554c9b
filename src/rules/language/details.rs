//! Numbers and links that the text in one language has and the text in another lacks.

use super::super::{Input, Match};
use super::has;
use super::spoken::spoken;
use super::values::{Meaning, Value, values};
use crate::finding::Span;
use crate::text::entities::EntityKind;
use crate::text::language::{Language, Part, words};

/// What a text in one language says in numbers and links.
struct Details {
    language: Language,
    values: Vec<Value>,
    /// The numbers in words, which may stand for those in figures and need not be there.
    spoken: Vec<Meaning>,
}

/// The first language whose text lacks numbers or links of another.
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
    /// Those of a language's parts. What stands on a line without words is for both, and a link counts as a link,
    /// wherever it leads.
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

    /// The places of what this text lacks of a value.
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
        // Of a date in a month that is there, only the day is lacking.
        let has_month = self.values.iter().any(|own| own.is_in_month_of(value));
        vec![value.day.filter(|_| has_month).unwrap_or(value.span)]
    }
}
