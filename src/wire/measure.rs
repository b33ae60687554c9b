//! A text as a site counts and links it: the JSON of `countersign length` and `countersign entities`.

use super::CountOut;
use crate::finding::Span;
use crate::sites::Site;
use crate::text::entities::EntityKind;
use crate::text::length::from_file;
use serde::Serialize;

/// How long a text is on a site, and what the site links in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MeasureOut {
    /// The site's id.
    pub site: &'static str,
    /// The length.
    #[serde(flatten)]
    pub count: CountOut,
    /// Every link, hashtag, mention and cashtag, in the order of the text.
    pub entities: Vec<EntityOut>,
}

/// One link, hashtag, mention or cashtag. Each place is a start and an end, counted from 0.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EntityOut {
    /// What it is.
    pub kind: EntityKind,
    /// Its words, including its sign.
    pub text: String,
    /// Where it is, in bytes of UTF-8.
    pub bytes: (usize, usize),
    /// Where it is, in UTF-16 code units, as in JavaScript.
    pub utf16: (usize, usize),
    /// Where it is, in code points, as in Python.
    pub code_points: (usize, usize),
}

impl MeasureOut {
    /// Measures a text. `limit` is the limit of the account or server.
    #[must_use]
    pub fn of(site: &Site, text: &str, limit: usize) -> Self {
        let mut place = Place::default();
        let entities = site.linking.find(text).into_iter().map(|entity| {
            let Span { start, end } = entity.span;
            let (start, end) = (place.advanced(text, start), place.advanced(text, end));
            EntityOut {
                kind: entity.kind,
                text: entity.text(text).to_owned(),
                bytes: (start.bytes, end.bytes),
                utf16: (start.utf16, end.utf16),
                code_points: (start.code_points, end.code_points),
            }
        });
        Self {
            site: site.id,
            entities: entities.collect(),
            count: site.count(&from_file(text), Some(limit)).into(),
        }
    }
}

/// A place in a text, counted from its start in three ways.
#[derive(Debug, Clone, Copy, Default)]
struct Place {
    bytes: usize,
    utf16: usize,
    code_points: usize,
}

impl Place {
    /// Moves on to a later byte.
    fn advanced(&mut self, text: &str, byte: usize) -> Self {
        for character in text.get(self.bytes..byte).unwrap_or_default().chars() {
            self.utf16 += character.len_utf16();
            self.code_points += 1;
        }
        self.bytes = byte;
        *self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sites::{SITES, site};
    use proptest::prelude::*;

    #[test]
    fn places_are_counted_in_three_ways() {
        let measured = MeasureOut::of(site("x").unwrap(), "🚌 é gov.uk @press", 280);
        let [link, mention] = &measured.entities[..] else { panic!("{measured:?}") };
        assert_eq!((link.bytes, link.utf16, link.code_points), ((8, 14), (5, 11), (4, 10)));
        assert_eq!((mention.bytes, mention.utf16, mention.code_points), ((15, 21), (12, 18), (11, 17)));
    }

    proptest! {
        #[test]
        fn a_line_break_of_windows_counts_like_any_other(text in "\u{feff}?([a-z🚌é]|\n|\r\n){0,40}") {
            let plain = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
            for site in SITES {
                prop_assert_eq!(MeasureOut::of(site, &text, 1).count, MeasureOut::of(site, &plain, 1).count);
            }
        }

        #[test]
        fn each_place_has_the_words(text in "(\\PC|[@#$./: ]|http://|a.uk|é|🚌){0,40}") {
            let utf16: Vec<u16> = text.encode_utf16().collect();
            let code_points: Vec<char> = text.chars().collect();
            for entity in SITES.iter().flat_map(|site| MeasureOut::of(site, &text, 1).entities) {
                prop_assert_eq!(text.get(entity.bytes.0..entity.bytes.1), Some(entity.text.as_str()));
                prop_assert_eq!(String::from_utf16(&utf16[entity.utf16.0..entity.utf16.1]).unwrap(), entity.text.clone());
                let (start, end) = entity.code_points;
                prop_assert_eq!(code_points[start..end].iter().collect::<String>(), entity.text);
            }
        }
    }
}
