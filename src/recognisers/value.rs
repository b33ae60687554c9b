//! Single values, as named in allow lists.

use super::{Recogniser, Scan};
use crate::draft::Draft;
use crate::finding::Span;
use crate::reading::Reading;
use crate::reading::patterns::Lazy;

/// Whether the recogniser accepts the whole value, in the form of [`normal`](crate::text::normalise::normal), on its
/// own or after the recogniser's cue, with any score.
#[must_use]
pub fn is_whole_value(recogniser: &dyn Recogniser, value: &str, pattern: Option<&Lazy>) -> bool {
    ["", recogniser.cue()].iter().any(|cue| {
        let draft = Draft::new(&format!("{cue}{value}"));
        let whole = Span::new(cue.len(), draft.text().len());
        let reading = Reading::new(&draft, None);
        let found = recogniser.find(&Scan::of(&reading, pattern));
        found.iter().any(|candidate| candidate.span == whole)
    })
}

/// Letters and digits, in lower case: a code without its spacing.
pub(crate) fn code(value: &str) -> String {
    value.chars().flat_map(char::to_lowercase).filter(|character| character.is_alphanumeric()).collect()
}

/// Letters and digits, in lower case, with a dash wherever two digits are separated: `1/11/1980` is not `11/1/1980`,
/// and `1-2 Mill Lane` is not `12 Mill Lane`.
pub(super) fn phrase(value: &str) -> String {
    let mut canonical = String::with_capacity(value.len());
    let mut apart = false;
    for character in value.chars().flat_map(char::to_lowercase) {
        if !character.is_alphanumeric() {
            apart = true;
            continue;
        }
        if apart && character.is_numeric() && canonical.ends_with(char::is_numeric) {
            canonical.push('-');
        }
        canonical.push(character);
        apart = false;
    }
    canonical
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognisers::RECOGNISERS;

    fn recognises(id: &str, value: &str) -> bool {
        let recogniser = RECOGNISERS.iter().find(|recogniser| recogniser.id() == id).unwrap();
        is_whole_value(*recogniser, value, None)
    }

    #[test]
    fn a_value_is_recognised_by_itself_or_after_a_cue() {
        assert!(recognises("postcode", "BR1 2AA") && recognises("street-address", "12 Mill Lane"));
        assert!(recognises("utr", "1955839661") && recognises("ni-number", "AB 12 34 56"));
        assert!(!recognises("postcode", "at BR1 2AA") && !recognises("uk-phone", "BR1 2AA"));
    }

    #[test]
    fn what_stands_between_digits_tells_phrases_apart() {
        assert_eq!(phrase("1/11/1980"), "1-11-1980");
        assert_eq!(phrase("12, Mill  LANE"), "12milllane");
        assert_eq!(phrase(&phrase("1-2 Mill Lane")), "1-2milllane");
    }
}
