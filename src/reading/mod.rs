//! A draft as rules read it: the views that rules match on and the parts of the draft, each made only once.
//!
//! ```text
//! draft ─▶ normal ─▶ lowered ─▶ folded        (each can tell where its bytes came from)
//! ```

pub mod patterns;

use crate::sites::entities;
use crate::text::dates::{WrittenDate, dates};
use crate::text::digits::Digits;
use crate::text::entities::Entity;
use crate::text::normalise::{lowered, normal, single_spaced};
use crate::text::segment::{self, Measure, Sentence, Token};
use crate::text::verbatim::Verbatim;
use crate::text::view::View;
use crate::{Draft, Span};
use patterns::SearchLimit;
use std::borrow::Cow;
use std::cell::OnceCell;

/// The views and parts of one draft. Those that not every rule needs are made on first use.
#[derive(Debug)]
pub struct Reading<'a> {
    draft: &'a Draft,
    site: &'a str,
    normal: View,
    lowered: View,
    folded: View,
    entities: OnceCell<Vec<Entity>>,
    emoji: OnceCell<Vec<Span>>,
    tokens: OnceCell<Vec<Token>>,
    sentences: OnceCell<Vec<Sentence>>,
    measure: OnceCell<Measure>,
    dates: OnceCell<Vec<WrittenDate>>,
    verbatim: OnceCell<Verbatim>,
    /// How many digits the normal view has, and its text if letters stand in for some of them.
    digits: OnceCell<(usize, Option<String>)>,
    search_limit: SearchLimit,
}

impl<'a> Reading<'a> {
    /// Reads a draft that is about to be posted on this site, if the site is known.
    #[must_use]
    pub fn new(draft: &'a Draft, site: Option<&'a str>) -> Self {
        let normal = normal(draft.text());
        let lowered = lowered(normal.text());
        let folded = single_spaced(lowered.text());
        Self {
            draft,
            site: site.unwrap_or_default(),
            normal,
            lowered,
            folded,
            entities: OnceCell::new(),
            emoji: OnceCell::new(),
            tokens: OnceCell::new(),
            sentences: OnceCell::new(),
            measure: OnceCell::new(),
            dates: OnceCell::new(),
            verbatim: OnceCell::new(),
            digits: OnceCell::new(),
            search_limit: SearchLimit::default(),
        }
    }

    /// The draft as written.
    #[must_use]
    pub fn draft(&self) -> &'a Draft {
        self.draft
    }

    /// The draft with disguises undone, see [`normal`].
    #[must_use]
    pub fn normal(&self) -> &View {
        &self.normal
    }

    /// The normal view in lower case.
    #[must_use]
    pub fn lowered(&self) -> &View {
        &self.lowered
    }

    /// The lowered view with single spaces, in which literals are searched for.
    #[must_use]
    pub fn folded(&self) -> &View {
        &self.folded
    }

    /// The place in the draft that a span of [`Reading::normal`] comes from.
    #[must_use]
    pub fn from_normal(&self, span: Span) -> Span {
        self.normal.origin(span)
    }

    /// The place in the normal view that a span of [`Reading::folded`] comes from.
    #[must_use]
    pub fn normal_of_folded(&self, span: Span) -> Span {
        self.lowered.origin(self.folded.origin(span))
    }

    /// The place in the draft that a span of [`Reading::lowered`] comes from.
    #[must_use]
    pub fn from_lowered(&self, span: Span) -> Span {
        self.from_normal(self.lowered.origin(span))
    }

    /// The place in the draft that a span of [`Reading::folded`] comes from.
    #[must_use]
    pub fn from_folded(&self, span: Span) -> Span {
        self.from_normal(self.normal_of_folded(span))
    }

    /// Links, hashtags, mentions and cashtags, as the site recognises them, in bytes of the draft.
    #[must_use]
    pub fn entities(&self) -> &[Entity] {
        self.entities.get_or_init(|| entities(self.site, self.draft.text()))
    }

    /// Its emoji, in bytes of the draft.
    #[must_use]
    pub fn emoji(&self) -> &[Span] {
        self.emoji.get_or_init(|| segment::emoji(self.draft.text()))
    }

    /// Its words, hashtags, mentions, links and emoji in order, in bytes of the draft.
    #[must_use]
    pub fn tokens(&self) -> &[Token] {
        self.tokens.get_or_init(|| segment::tokens(self.draft.text(), self.entities(), self.emoji()))
    }

    /// Its sentences, in bytes of the draft.
    #[must_use]
    pub fn sentences(&self) -> &[Sentence] {
        self.sentences.get_or_init(|| segment::sentences(self.draft.text(), self.tokens()))
    }

    /// The counts that readability formulas use.
    #[must_use]
    pub fn measure(&self) -> Measure {
        *self.measure.get_or_init(|| Measure::of(self.draft.text(), self.sentences(), self.tokens()))
    }

    /// Its dates, in bytes of the normal view.
    #[must_use]
    pub(crate) fn dates(&self) -> &[WrittenDate] {
        self.dates.get_or_init(|| dates(self.normal.text()))
    }

    /// Its names and quotations, in bytes of the draft.
    #[must_use]
    pub fn verbatim(&self) -> &Verbatim {
        self.verbatim.get_or_init(|| Verbatim::of(self.draft.text(), self.entities()))
    }

    /// Whether a sentence starts at this byte of the draft.
    #[must_use]
    pub fn starts_a_sentence(&self, at: usize) -> bool {
        self.sentences().binary_search_by_key(&at, |sentence| sentence.span.start).is_ok()
    }

    /// The words of a token.
    #[must_use]
    pub fn word(&self, token: &Token) -> &'a str {
        self.draft.slice(token.span)
    }

    /// How many digits the normal view has, including look-alike letters, and its text with those letters as digits;
    /// see [`Digits`].
    #[must_use]
    pub fn digits(&self) -> (usize, &str) {
        let (count, rewritten) = self.digits.get_or_init(|| {
            let Digits { count, text } = Digits::of(self.normal.text());
            (count, matches!(text, Cow::Owned(_)).then(|| text.into_owned()))
        });
        (*count, rewritten.as_deref().unwrap_or(self.normal.text()))
    }

    /// How far the policy's patterns may still be searched for in this draft.
    #[must_use]
    pub fn search_limit(&self) -> &SearchLimit {
        &self.search_limit
    }
}
