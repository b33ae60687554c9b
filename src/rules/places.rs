//! Where the things that can be counted are in a draft, for the kind `occurrence`.

use super::Input;
use crate::finding::Span;
use crate::reading::patterns::Lazy;
use crate::text::entities::EntityKind;
use crate::text::segment::TokenKind;
use serde::Deserialize;

/// What the setting `of` can name.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Of {
    Words,
    Characters,
    Lines,
    Hashtags,
    Mentions,
    Emoji,
    Links,
}

/// What is counted.
pub(super) enum What {
    Of(Of),
    Sign(String),
    Pattern(Box<Lazy>),
}

impl What {
    /// Where each of them is.
    pub(super) fn places(&self, input: &Input<'_>) -> Vec<Span> {
        let entities = |kind| {
            let all = input.reading.entities().iter().filter(move |entity| entity.kind == kind);
            all.map(|entity| entity.span).collect()
        };
        match self {
            Self::Of(Of::Words) => {
                let (sentences, tokens) = (input.reading.sentences().iter(), input.reading.tokens());
                let tokens =
                    sentences.flat_map(|sentence| tokens.get(sentence.tokens.clone()).unwrap_or_default());
                let words = tokens.filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Tag));
                words.map(|word| word.span).collect()
            }
            Self::Of(Of::Characters) => {
                let characters = input.draft().text().char_indices();
                characters.map(|(at, character)| Span::new(at, at + character.len_utf8())).collect()
            }
            Self::Of(Of::Lines) => lines(input),
            Self::Of(Of::Hashtags) => entities(EntityKind::Hashtag),
            Self::Of(Of::Mentions) => entities(EntityKind::Mention),
            Self::Of(Of::Links) => entities(EntityKind::Url),
            Self::Of(Of::Emoji) => input.reading.emoji().to_vec(),
            Self::Sign(sign) => {
                let links: Vec<Span> = entities(EntityKind::Url);
                let signs = input.reading.normal().text().match_indices(sign.as_str());
                let spans = signs.map(|(at, _)| input.reading.from_normal(Span::new(at, at + sign.len())));
                spans.filter(|&span| !is_taken(&links, span, |&link| link)).collect()
            }
            Self::Pattern(pattern) => {
                let places = input.matches(pattern).map(|place| input.reading.from_lowered(place));
                places.filter(|&place| !is_in_a_name(input, place)).collect()
            }
        }
    }
}

/// Whether a match is part of a name, such as a link. A match with a dot or a slash is itself meant for links.
fn is_in_a_name(input: &Input<'_>, place: Span) -> bool {
    let name = input.reading.verbatim().name_around(place);
    name.is_some_and(|name| name != place) && !input.draft().slice(place).contains(['.', '/'])
}

/// The non-empty lines of the draft.
pub(super) fn lines(input: &Input<'_>) -> Vec<Span> {
    let mut start = 0;
    let mut lines = Vec::new();
    for line in input.draft().text().split_inclusive('\n') {
        let words = line.trim_end();
        if !words.is_empty() {
            lines.push(Span::new(start, start + words.len()));
        }
        start += line.len();
    }
    lines
}

/// Those of the items, which are in the order of the text, that are within a part of the draft.
pub(super) fn inside<T>(all: &[T], part: Span, place: impl Fn(&T) -> Span) -> &[T] {
    let from = all.get(all.partition_point(|one| place(one).start < part.start)..).unwrap_or_default();
    from.get(..from.partition_point(|one| place(one).end <= part.end)).unwrap_or_default()
}

/// Whether one of the items, which are in the order of the text, overlaps this place.
pub(super) fn is_taken<T>(all: &[T], span: Span, place: impl Fn(&T) -> Span) -> bool {
    let next = all.get(all.partition_point(|one| place(one).end <= span.start));
    next.is_some_and(|one| place(one).overlaps(span))
}
