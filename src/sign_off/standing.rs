//! What stands of a sign-off in a draft: its wordings, in any language, and what its patterns match.

use super::Compiled;
use super::fill::Form;
use super::present::{peeled, places};
use crate::Span;
use crate::facts::Facts;
use crate::text::reading::Reading;

/// What stands between wordings in several languages.
pub(super) const JOINT: &str = " / ";

/// A sign-off that applies to a draft, and what stands of it there.
pub(super) struct Applying<'a> {
    pub(super) compiled: &'a Compiled,
    /// The form of each wording that stands in the draft, and where, in bytes of the lowered view.
    pub(super) standing: Vec<(&'a Form, Span)>,
}

impl<'a> Applying<'a> {
    pub(super) fn new(compiled: &'a Compiled, reading: &Reading<'_>, facts: &Facts<'_>) -> Self {
        Self { compiled, standing: standing(compiled, reading, facts) }
    }

    /// Where a wording begins, or all that was put together of several languages.
    pub(super) fn start(&self, place: Span) -> usize {
        let around = self.standing.iter().map(|&(_, other)| other);
        let around = around.filter(|other| other.contains(place));
        around.map(|other| other.start).min().unwrap_or(place.start)
    }

    /// Where patterns for “already there” match, with or without other sign-offs at the ends of the text.
    pub(super) fn already(&self, reading: &Reading<'_>, others: &[Span]) -> impl Iterator<Item = usize> {
        let text = reading.lowered().text();
        let already = self.compiled.already.iter().filter(|pattern| pattern.is_possible(reading));
        let already: Vec<_> = already.collect();
        let parts = if already.is_empty() { Vec::new() } else { peeled(text, others) };
        parts.into_iter().filter_map(move |part| {
            let text = text.get(part.start..part.end)?;
            let matches = already.iter().filter_map(|pattern| pattern.regex().matches(text).next());
            matches.map(|found| part.start + found.span().start).min()
        })
    }
}

/// Which wordings of a sign-off stand in a draft. Those that were put together count as one besides.
fn standing<'a>(compiled: &'a Compiled, reading: &Reading<'_>, facts: &Facts<'_>) -> Vec<(&'a Form, Span)> {
    let site = facts.context.site.as_deref().unwrap_or_default();
    let mut standing = Vec::new();
    for form in &compiled.forms {
        for language in form.date_languages() {
            let wordings = form.wordings(facts, language).unwrap_or_default();
            let places = wordings.iter().flat_map(|wording| places(reading, site, wording));
            standing.extend(places.map(|place| (form, place)));
        }
    }
    standing.sort_by_key(|&(_, place)| place);
    let mut joined: Vec<(&Form, Span)> = Vec::new();
    for pair in standing.windows(2) {
        let [(form, first), (_, second)] = pair else { continue };
        let between = reading.lowered().text().get(first.end..second.start);
        if between.is_some_and(|between| between.trim() == JOINT.trim()) {
            let before = standing.iter().chain(&joined).filter(|(_, place)| place.end == first.end);
            let start = before.map(|(_, place)| place.start).min().unwrap_or(first.start);
            joined.push((form, Span::new(start, second.end)));
        }
    }
    standing.extend(joined);
    standing
}
