//! UK vehicle registration marks.
//!
//! Source: DVLA, INF104 “Vehicle registration numbers and number plates”. Since 2001: two letters for the place (never
//! I, J, Q, T, U or Z first), two digits for the age (02 to 29 and 51 to 79), three letters (never I or Q). Older marks
//! (`A123 BCD`, `ABC 123D`) and Northern Ireland's (`ABZ 1234`) look like roads, rooms and codes, so words such as
//! `registration` or `number plate` have to stand near. In small letters any mark needs a cue word.

use super::{CERTAIN, Candidate, LIKELY, POSSIBLE, Recogniser, Scan, cues, shape};
use crate::finding::Span;

const NOW: &str = "AA99 AAA";
const SHAPES: &[&str] = &[NOW, "A999 AAA", "A99 AAA", "A9 AAA", "AAA 999A", "AAA 99A", "AAA 9A", "AAA 9999"];
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

    fn find(&self, scan: &Scan<'_>) -> Vec<Candidate> {
        shape::scored(scan.text, SHAPES, score)
    }
}

fn score(text: &str, span: Span) -> Option<u8> {
    let mark = text.get(span.start..span.end)?;
    if cues::in_link(text, span.start) {
        return None;
    }
    let sure = cues::near(text, span, 40, 25, SURE);
    // “EU27 GDP” has the shape of a mark.
    if !is_current(mark) || mark.starts_with("EU") {
        return (sure && mark == mark.to_ascii_uppercase()).then_some(LIKELY);
    }
    let cue = sure || cues::near(text, span, 40, 40, CUES);
    let capitals = mark == mark.to_ascii_uppercase();
    Some(match (capitals, cue) {
        (true, true) => CERTAIN,
        (true, false) | (false, true) => LIKELY,
        (false, false) => POSSIBLE,
    })
}

/// Whether the mark is of the sort given out since 2001.
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
