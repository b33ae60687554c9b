//! UK vehicle registration marks.
//!
//! Marks issued since 2001 have two letters for the place (never I, J, Q, T, U or Z first), two digits for the age (02
//! to 29 and 51 to 79) and three letters (never I or Q). In lower case they need a cue word.
//!
//! Older marks (`A123 BCD`, `ABC 123D`) and those of Northern Ireland (`ABZ 1234`, with an I or a Z in the second or
//! third place) look like roads, rooms and codes. They count only in capitals and with words such as `registration` or
//! `number plate` nearby. The same goes for a mark in three parts or with a full stop.
//!
//! A postcode district and the word after it can have the same shape (`parking in SE10 for an hour`), and so can dates
//! (`BY 12 MAY`) and telephone numbers (`TEL 0300`). So letters that form a word count as part of a mark only right
//! after such words.
//!
//! Source: DVLA, INF104 “Vehicle registration numbers and number plates”.

use super::{CERTAIN, Candidate, LIKELY, POSSIBLE, Recogniser, Scan, cues, shape, words};
use crate::finding::Span;

const NOW: &str = "AA99 AAA";
const SHAPES: &[&str] =
    &[NOW, "AA_99_AAA", "A999_AAA", "A99_AAA", "A9_AAA", "AAA_999A", "AAA_99A", "AAA_9A", "AAA_9999"];
const SURE: &str = "reg|reg no|reg number|registration|registration number|number plate|numberplate|plate|plates|vrm|\
    vrn|rhif cofrestru|plat rhif";
const CUES: &str = "car|cars|van|vans|vehicle|lorry|truck|bike|motorbike|taxi|driver|driving|drives|parked|parking|\
    speeding|owner|seized|stolen|abandoned|cerbyd|gerbyd|fan|gyrrwr|wedi parcio";

/// The recogniser `vehicle-registration`.
pub(super) struct VehicleRegistration;

impl Recogniser for VehicleRegistration {
    fn id(&self) -> &'static str {
        "vehicle-registration"
    }

    fn digits(&self) -> usize {
        1
    }

    fn cue(&self) -> &'static str {
        "registration number "
    }

    fn find(&self, scan: &Scan<'_>) -> Vec<Candidate> {
        shape::scored(scan.text, SHAPES, score)
    }
}

fn score(text: &str, span: Span) -> Option<u8> {
    let written = text.get(span.start..span.end)?;
    let upper = !written.contains(|letter: char| letter.is_ascii_lowercase());
    let lower = !written.contains(|letter: char| letter.is_ascii_uppercase());
    let mark: String = written.chars().filter(char::is_ascii_alphanumeric).collect();
    let in_parts = mark.len() < written.len();
    if cues::in_link(text, span.start) || !upper && !lower && in_parts {
        return None;
    }
    let word = written.split(|part: char| !part.is_ascii_alphanumeric()).any(words::is_word);
    let named = cues::follows(text, span, SURE);
    let sure = named && is_in_two(written) || !word && cues::near(text, span, 40, 25, SURE);
    // “EU27 GDP” has the shape of a mark.
    let older = !is_current(&mark) || mark.starts_with("EU");
    if older || !is_in_two(written) || written.contains(['.', '/']) {
        let known = !older || is_in_two(written) && is_older(text, span, &mark);
        return (sure && !word && upper && known).then_some(LIKELY);
    }
    if word && !named {
        return Some(POSSIBLE);
    }
    let cue = sure || cues::near(text, span, 40, 40, CUES);
    Some(match (upper, cue) {
        (true, true) => CERTAIN,
        (true, false) | (false, true) => LIKELY,
        (false, false) => POSSIBLE,
    })
}

/// Whether it is written in two parts at most: `AB12 CDE`, but not `AB 12 CDE`.
fn is_in_two(written: &str) -> bool {
    written.split(|part: char| !part.is_ascii_alphanumeric()).filter(|part| !part.is_empty()).count() < 3
}

/// Whether this can be a mark in the older shapes: four digits in Northern Ireland only, and not part of a longer
/// number.
fn is_older(text: &str, span: Span, mark: &str) -> bool {
    let four = mark.bytes().skip(3).filter(u8::is_ascii_digit).count() == 4;
    let irish = mark.get(1..3).is_some_and(|place| place.contains(['I', 'Z']));
    let after = text.get(span.end..).unwrap_or_default();
    let goes_on =
        after.trim_start_matches([' ', '-', '.', '/']).starts_with(|next: char| next.is_ascii_digit());
    (!four || irish) && !(goes_on && mark.ends_with(|last: char| last.is_ascii_digit()))
}

/// Whether the mark is of the kind issued since 2001.
fn is_current(mark: &str) -> bool {
    let mark = mark.to_ascii_uppercase();
    let age = mark.get(2..4).and_then(|age| age.parse::<u8>().ok());
    let place = !mark.starts_with(['I', 'J', 'Q', 'T', 'U', 'Z']);
    let letters = mark.get(mark.len().saturating_sub(3)..).unwrap_or_default();
    place
        && matches!(age, Some(2..=29 | 51..=79))
        && mark.bytes().take(2).all(|letter| letter.is_ascii_alphabetic() && letter != b'Q')
        && letters.bytes().all(|letter| letter.is_ascii_alphabetic() && !b"IQ".contains(&letter))
}
