//! What each sign-off that applies still needs, given what the draft already has.

use super::fill::{Form, Wording};
use super::present::{is_early, without};
use super::quotation::ends_quoted;
use super::standing::{Applicable, JOINT, standing};
use super::{Compiled, language};
use crate::Span;
use crate::facts::Facts;
use crate::instant::LANGUAGES;
use crate::policy::{Position, SignOff};
use crate::reading::Reading;
use std::cell::OnceCell;
use std::cmp::Reverse;

/// What a sign-off needs.
pub(super) enum Need {
    /// Nothing: it is there.
    Nothing,
    /// One of these wordings, from long to short.
    Wording {
        wordings: Vec<Wording>,
        /// Whether it is there already, but too late in the text.
        late: bool,
    },
    /// The poster's decision: somebody else's initials are at this place, in bytes of the draft.
    Others(Span),
    /// A field that is not known.
    Field(&'static str),
}

/// The sign-offs that apply to a draft, and what the draft already has of them.
pub(super) struct Assessment<'a> {
    reading: &'a Reading<'a>,
    facts: &'a Facts<'a>,
    applicable: Vec<Applicable<'a>>,
    languages: OnceCell<Vec<&'static str>>,
}

impl<'a> Assessment<'a> {
    pub(super) fn new(
        reading: &'a Reading<'a>,
        facts: &'a Facts<'a>,
        applicable: impl Iterator<Item = &'a Compiled>,
    ) -> Self {
        Self { reading, facts, applicable: standing(applicable, reading, facts), languages: OnceCell::new() }
    }

    /// Each sign-off with its need.
    pub(super) fn needs(&self) -> impl Iterator<Item = (&'a SignOff, Need)> {
        let places: Vec<Span> = self.applicable.iter().flat_map(Applicable::places).collect();
        self.applicable.iter().map(move |one| (&one.compiled.sign_off, self.need(one, &places)))
    }

    /// Whether the draft ends with a sign-off on a line of its own, or with a quoted line.
    pub(super) fn last_line_is_taken(&self) -> bool {
        if ends_quoted(self.reading.draft().text(), &self.places()) {
            return true;
        }
        let text = self.reading.lowered().text().trim_end();
        let line = text.rfind('\n').unwrap_or_default();
        let ends = |span: Span| {
            span.end == text.len()
                && text.get(line..span.start).is_some_and(|before| before.trim().is_empty())
        };
        let mut own_lines =
            self.applicable.iter().filter(|one| one.compiled.sign_off.position == Position::OwnLine);
        own_lines.any(|one| one.places().any(ends))
    }

    /// What a sign-off needs, given the places of all sign-offs.
    fn need(&self, one: &Applicable<'a>, places: &[Span]) -> Need {
        let early = |start: usize| {
            let text = self.reading.lowered().text().get(..start).unwrap_or_default();
            one.compiled.sign_off.within.is_none_or(|within| {
                let before: Vec<Span> = places.iter().filter(|place| place.end <= start).copied().collect();
                is_early(&without(text, &before), within)
            })
        };
        let standing: Vec<&Form> = one
            .standing
            .iter()
            .filter(|(_, place)| early(one.start(*place)))
            .map(|&(form, _)| form)
            .collect();
        if one.compiled.is_plain() && !standing.is_empty() {
            return Need::Nothing;
        }
        if one.already.iter().any(|place| early(place.start)) {
            return Need::Nothing;
        }
        let Some((forms, language)) = self.forms(one.compiled, &standing) else { return Need::Nothing };
        let wordings = wordings(&forms, self.facts, language);
        if let Some(place) = one.others {
            // A poster who has not given initials may be the one who signed.
            let known = wordings.is_ok();
            return if known { Need::Others(self.reading.from_lowered(place)) } else { Need::Nothing };
        }
        match wordings {
            Ok(wordings) => Need::Wording { wordings, late: one.places().next().is_some() },
            Err(field) => Need::Field(field),
        }
    }

    /// The forms that each still need one wording, and the language of their dates; `None` if the forms that are there
    /// are enough.
    fn forms(&self, compiled: &'a Compiled, standing: &[&Form]) -> Option<(Vec<&'a Form>, &'a str)> {
        let forms = &compiled.forms;
        if compiled.is_plain() {
            let form = forms.first()?;
            let language = if form.has_date() { self.languages(&LANGUAGES).first().copied() } else { None };
            return Some((vec![form], language.unwrap_or_default()));
        }
        let mut known: Vec<&str> =
            forms.iter().flat_map(|form| &form.languages).map(String::as_str).collect();
        known.sort_unstable();
        known.dedup();
        let mut wanted = self.languages(&known);
        if wanted.len() > 1 {
            wanted.retain(|language| !standing.iter().any(|form| form.is_in(language)));
        } else if !standing.is_empty() {
            // It is there in some language, and a second one would be too many.
            return None;
        }
        let &language = wanted.first()?;
        let all = |form: &&Form| {
            form.languages.len() == wanted.len() && wanted.iter().all(|wanted| form.is_in(wanted))
        };
        let one_each = || wanted.iter().filter_map(|wanted| compiled.form_in(wanted)).collect();
        Some((forms.iter().find(all).map_or_else(one_each, |form| vec![form]), language))
    }

    /// Which of the known languages a sign-off follows. Sign-offs in the draft do not count towards its language.
    fn languages<'l>(&self, known: &[&'l str]) -> Vec<&'l str> {
        let account = self.facts.languages();
        let found = self
            .languages
            .get_or_init(|| language::of(&without(self.reading.draft().text(), &self.places()), account));
        language::followed(found, known, account)
    }

    /// The languages of the draft, if a sign-off needed to know them.
    pub(super) fn languages_found(&self) -> Vec<&'static str> {
        self.languages.get().cloned().unwrap_or_default()
    }

    /// Where the draft has the wordings of sign-offs, in bytes of the draft. Matches of patterns are left out, because
    /// a pattern may match anybody's words.
    pub(super) fn places(&self) -> Vec<Span> {
        let words = self.applicable.iter().flat_map(Applicable::own_words);
        words.map(|place| self.reading.from_lowered(place)).collect()
    }
}

/// The wordings of a form, or the joined wordings of several forms. The error is a field that is not known.
fn wordings(forms: &[&Form], facts: &Facts<'_>, language: &str) -> Result<Vec<Wording>, &'static str> {
    let fill = |form: &&Form| {
        form.wordings(facts, form.languages.first().map_or(language, String::as_str), facts.today())
    };
    let mut lists = forms.iter().map(fill).collect::<Result<Vec<_>, _>>()?;
    if lists.len() < 2 {
        return Ok(lists.pop().unwrap_or_default());
    }
    let together = lists.into_iter().map(few).reduce(|before, list| {
        let pairs = before.iter().flat_map(|first| list.iter().map(move |second| (first, second)));
        pairs.map(|(first, second)| format!("{first}{JOINT}{second}")).collect()
    });
    let mut together = together.unwrap_or_default();
    together.sort_by_key(|text| Reverse(text.chars().count()));
    Ok(together.iter().map(|text| Wording::new(text)).collect())
}

/// The texts of the wordings, cut to a number that can be joined with those of other languages. The shortest is kept.
fn few(mut wordings: Vec<Wording>) -> Vec<String> {
    if wordings.len() > MAX_IN_A_LANGUAGE {
        wordings.drain(MAX_IN_A_LANGUAGE - 1..wordings.len() - 1);
    }
    wordings.into_iter().map(|wording| wording.text).collect()
}

/// How many wordings of one language are tried with those of another.
const MAX_IN_A_LANGUAGE: usize = 10;
