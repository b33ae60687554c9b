//! What stands of the sign-offs in a draft: their wordings, in any language, and what their patterns match.

use super::Compiled;
use super::apart::is_apart;
use super::fill::Form;
use super::present::{MAX_PLACES, peeled, places};
use crate::Span;
use crate::facts::Facts;
use crate::reading::Reading;
use crate::reading::patterns::Lazy;
use time::Date;

/// What stands between wordings in several languages.
pub(super) const JOINT: &str = " / ";

/// A sign-off that applies to a draft, and what stands of it there, in bytes of the lowered view.
pub(super) struct Applying<'a> {
    pub(super) compiled: &'a Compiled,
    /// The form of each wording that stands in the draft, and where.
    pub(super) standing: Vec<(&'a Form, Span)>,
    /// The patterns for “already there” that the draft may match.
    patterns: Vec<&'a Lazy>,
    /// Where they match.
    pub(super) already: Vec<Span>,
}

/// What stands in a draft of the sign-offs that apply to it.
pub(super) fn standing<'a>(
    all: impl Iterator<Item = &'a Compiled>,
    reading: &Reading<'_>,
    facts: &Facts<'_>,
) -> Vec<Applying<'a>> {
    let mut applying: Vec<_> = all.map(|compiled| Applying::new(compiled, reading, facts)).collect();
    let every: Vec<Span> = applying.iter().flat_map(Applying::wordings).collect();
    for one in &mut applying {
        let position = one.compiled.sign_off.position;
        one.standing.retain(|&(_, place)| is_apart(reading, position, place, &every));
        one.join(reading.lowered().text());
    }
    // A pattern may match only once another's match at the end of the text is left out, and that may take turns.
    for _ in 0..=applying.len() {
        let known: Vec<Vec<Span>> = applying.iter().map(|one| one.places().collect()).collect();
        let mut found = false;
        for (nth, one) in applying.iter_mut().enumerate().filter(|(_, one)| !one.patterns.is_empty()) {
            let others = known.iter().enumerate().filter(|(other, _)| *other != nth);
            let others: Vec<Span> = others.flat_map(|(_, places)| places).copied().collect();
            found |= one.recognise(reading, &others);
        }
        if !found {
            break;
        }
    }
    applying
}

impl<'a> Applying<'a> {
    /// Where its wordings are found, whether or not they stand apart.
    fn new(compiled: &'a Compiled, reading: &Reading<'_>, facts: &Facts<'_>) -> Self {
        let site = facts.context.site.as_deref().unwrap_or_default();
        let mut standing = Vec::new();
        for form in &compiled.forms {
            let dates = if form.has_date() { dates(reading, facts) } else { vec![None] };
            let languages = form.date_languages();
            let written =
                languages.iter().flat_map(|language| dates.iter().map(move |date| (language, *date)));
            for (language, date) in written {
                let wordings = form.wordings(facts, language, date).unwrap_or_default();
                let places = wordings.iter().flat_map(|wording| places(reading, site, wording));
                standing.extend(places.map(|place| (form, place)));
            }
        }
        standing.sort_by_key(|&(_, place)| place);
        let patterns = compiled.already.iter().filter(|pattern| pattern.is_possible(reading)).collect();
        Self { compiled, standing, patterns, already: Vec::new() }
    }

    /// Counts those wordings that were put together as one besides.
    fn join(&mut self, text: &str) {
        let mut joined: Vec<(&Form, Span)> = Vec::new();
        for pair in self.standing.windows(2) {
            let [(form, first), (_, second)] = pair else { continue };
            let between = text.get(first.end..second.start);
            if between.is_some_and(|between| between.trim() == JOINT.trim()) {
                let before = self.standing.iter().chain(&joined).filter(|(_, place)| place.end == first.end);
                let start = before.map(|(_, place)| place.start).min().unwrap_or(first.start);
                joined.push((form, Span::new(start, second.end)));
            }
        }
        self.standing.extend(joined);
    }

    /// Notes where its patterns match, with or without other sign-offs at the ends of the text. Says whether that is
    /// anything new.
    fn recognise(&mut self, reading: &Reading<'_>, others: &[Span]) -> bool {
        let text = reading.lowered().text();
        let known = self.already.len();
        for part in peeled(text, others) {
            let Some(inside) = text.get(part.start..part.end) else { continue };
            for pattern in &self.patterns {
                for span in pattern.matches(inside, reading.search_limit()).take(MAX_PLACES) {
                    let words = inside.get(span.start..span.end).unwrap_or_default();
                    let start = part.start + span.end - words.trim_start().len();
                    let place = Span::new(start, start + words.trim().len());
                    if !self.already.contains(&place) {
                        self.already.push(place);
                    }
                }
            }
        }
        self.already.len() > known
    }

    /// Where its wordings stand.
    pub(super) fn wordings(&self) -> impl Iterator<Item = Span> {
        self.standing.iter().map(|&(_, place)| place)
    }

    /// Where it stands, in its own words or in those that its patterns know.
    pub(super) fn places(&self) -> impl Iterator<Item = Span> {
        self.wordings().chain(self.already.iter().copied())
    }

    /// Where a wording begins, or all that was put together of several languages.
    pub(super) fn start(&self, place: Span) -> usize {
        let around = self.wordings().filter(|other| other.contains(place));
        around.map(|other| other.start).min().unwrap_or(place.start)
    }
}

/// The dates that a wording in the draft may have: that of the post, and, as it may have been signed on another day,
/// those that the draft has.
fn dates(reading: &Reading<'_>, facts: &Facts<'_>) -> Vec<Option<Date>> {
    let today = facts.today();
    let written = reading.dates();
    let ends = written.iter().take(MAX_PLACES).chain(written.iter().rev().take(MAX_PLACES));
    let mut dates: Vec<_> = ends.map(|written| written.date(today)).chain([today]).collect();
    dates.sort_unstable();
    dates.dedup();
    dates
}
