//! What a draft already has of its sign-offs: their wordings in any language, and matches of their patterns.

use super::Compiled;
use super::apart::is_apart;
use super::fill::{self, Form};
use super::initials;
use super::present::{MAX_PLACES, peeled, places};
use super::quotation::quotations;
use crate::Span;
use crate::facts::Facts;
use crate::reading::Reading;
use crate::reading::patterns::Lazy;
use time::Date;

/// What separates the wordings of several languages.
pub(super) const JOINT: &str = " / ";

/// A sign-off that applies to a draft, and where the draft has it, in bytes of the lowered view.
pub(super) struct Applicable<'a> {
    pub(super) compiled: &'a Compiled,
    /// Each wording in the draft: its form, and where it is.
    pub(super) standing: Vec<(&'a Form, Span)>,
    /// The patterns for “already there” that the draft may match.
    patterns: Vec<&'a Lazy>,
    /// Where they match, and where the poster's initials are written by hand.
    pub(super) already: Vec<Span>,
    /// Where somebody else's initials are.
    pub(super) others: Option<Span>,
    /// Where its wordings are in a quotation, so that they do not count.
    quoted: Vec<Span>,
}

/// The sign-offs that apply to a draft, and what the draft already has of them.
pub(super) fn standing<'a>(
    all: impl Iterator<Item = &'a Compiled>,
    reading: &Reading<'_>,
    facts: &Facts<'_>,
) -> Vec<Applicable<'a>> {
    let mut applicable: Vec<_> = all.map(|compiled| Applicable::new(compiled, reading, facts)).collect();
    let every: Vec<Span> = applicable.iter().flat_map(Applicable::wordings).collect();
    for one in &mut applicable {
        let position = one.compiled.sign_off.position;
        one.standing.retain(|&(_, place)| is_apart(reading, position, place, &every));
    }
    let draft = DraftText::of(reading, facts, &applicable);
    for one in &mut applicable {
        one.leave_out_quoted(&draft);
        one.join(reading.lowered().text());
    }
    // A pattern may match only after another sign-off's match at the end of the text is left out, which may take
    // several rounds.
    for _ in 0..=applicable.len() {
        let known: Vec<Vec<Span>> = applicable.iter().map(|one| one.places().collect()).collect();
        let mut found = false;
        let open = applicable.iter_mut().enumerate();
        for (nth, one) in open.filter(|(_, one)| one.compiled.is_initials || !one.patterns.is_empty()) {
            let others = known.iter().enumerate().filter(|(other, _)| *other != nth);
            let others: Vec<Span> = others.flat_map(|(_, places)| places).copied().collect();
            found |= one.recognise(&draft, &others);
        }
        if !found {
            break;
        }
    }
    applicable
}

impl<'a> Applicable<'a> {
    /// Finds its wordings, whether or not they are set apart.
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
        Self { compiled, standing, patterns, already: Vec::new(), others: None, quoted: Vec::new() }
    }

    /// Wordings that are joined also count as one wording.
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

    /// Leaves out the wordings in quotations.
    fn leave_out_quoted(&mut self, draft: &DraftText<'_>) {
        self.quoted = self.wordings().filter(|place| draft.quotes(*place)).collect();
        self.standing.retain(|(_, place)| !self.quoted.contains(place));
    }

    /// Notes where its patterns match, and where initials are written by hand, with and without other sign-offs at the
    /// ends of the text. Returns whether that found anything new.
    fn recognise(&mut self, draft: &DraftText<'_>, others: &[Span]) -> bool {
        let known = self.already.len();
        let text = draft.reading.lowered().text();
        for part in peeled(text, others) {
            let Some(inside) = text.get(part.start..part.end) else { continue };
            for pattern in &self.patterns {
                for span in pattern.matches(inside, draft.reading.search_limit()).take(MAX_PLACES) {
                    let words = inside.get(span.start..span.end).unwrap_or_default();
                    let start = part.start + span.end - words.trim_start().len();
                    self.already.push(Span::new(start, start + words.trim().len()));
                }
            }
            if self.compiled.is_initials {
                self.recognise_initials(draft, part.start, inside);
            }
        }
        self.already.retain(|place| !draft.quotes(*place));
        self.already.sort_unstable();
        self.already.dedup();
        self.already.len() > known
    }

    /// Notes handwritten initials in a part of the text that begins at this byte.
    fn recognise_initials(&mut self, draft: &DraftText<'_>, start: usize, part: &str) {
        for written in initials::written(part) {
            let place = Span::new(start + written.place.start, start + written.place.end);
            let in_capitals = draft.is_in_capitals(place);
            if written.are(draft.initials, in_capitals) {
                self.already.push(place);
            } else if self.compiled.has_caret && written.are_initials(in_capitals) && !draft.quotes(place) {
                self.others = Some(place);
            }
        }
    }

    /// Where its wordings are.
    pub(super) fn wordings(&self) -> impl Iterator<Item = Span> {
        self.standing.iter().map(|&(_, place)| place)
    }

    /// Where its wordings are, including those in quotations.
    pub(super) fn own_words(&self) -> impl Iterator<Item = Span> {
        self.wordings().chain(self.quoted.iter().copied())
    }

    /// Where it is: its wordings, and the matches of its patterns.
    pub(super) fn places(&self) -> impl Iterator<Item = Span> {
        self.wordings().chain(self.already.iter().copied())
    }

    /// Where a wording begins, or the joined wordings that it is part of.
    pub(super) fn start(&self, place: Span) -> usize {
        let around = self.wordings().filter(|other| other.contains(place));
        around.map(|other| other.start).min().unwrap_or(place.start)
    }
}

/// What recognising sign-offs needs to know about a draft.
struct DraftText<'a> {
    reading: &'a Reading<'a>,
    initials: &'a str,
    /// In bytes of the draft.
    quotations: Vec<Span>,
}

impl<'a> DraftText<'a> {
    /// Reads the draft. Quotation marks inside these sign-offs do not quote anything.
    fn of(reading: &'a Reading<'a>, facts: &Facts<'a>, applicable: &[Applicable<'_>]) -> Self {
        let wordings = applicable.iter().flat_map(Applicable::wordings);
        let places: Vec<Span> = wordings.map(|place| reading.from_lowered(place)).collect();
        let quotations = quotations(reading.draft().text(), &places);
        Self { reading, initials: fill::initials(facts), quotations }
    }

    /// Whether a place, in bytes of the lowered view, is in a quotation.
    fn quotes(&self, place: Span) -> bool {
        let place = self.reading.from_lowered(place);
        self.quotations.iter().any(|quotation| quotation.contains(place))
    }

    /// Whether the letters at a place, in bytes of the lowered view, are capitals.
    fn is_in_capitals(&self, place: Span) -> bool {
        let place = self.reading.lowered().origin(place);
        let letters = self.reading.normal().text().get(place.start..place.end);
        letters.is_some_and(|letters| !letters.contains(char::is_lowercase))
    }
}

/// The dates that a wording in the draft may have: the date of the post and, because it may have been signed on another
/// day, the dates in the draft.
fn dates(reading: &Reading<'_>, facts: &Facts<'_>) -> Vec<Option<Date>> {
    let today = facts.today();
    let written = reading.dates();
    let ends = written.iter().take(MAX_PLACES).chain(written.iter().rev().take(MAX_PLACES));
    let mut dates: Vec<_> = ends.map(|written| written.date(today)).chain([today]).collect();
    dates.sort_unstable();
    dates.dedup();
    dates
}
