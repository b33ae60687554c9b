//! Full UK postcodes.
//!
//! Source: Royal Mail's Programmer's Guide to the Postcode Address File: six shapes, 124 areas, and never C, I, K,
//! M, O or V in the last two letters; the shapes that end in a letter before the space are in parts of London only.
//!
//! A postcode in capitals, or with a space, is likely one. `M5 1st exit` and `B1 2nd floor` are not: the last
//! three characters are an ordinal in small letters.

use super::{CERTAIN, Candidate, LIKELY, POSSIBLE, Recogniser, Scan, cues, shape};
use crate::finding::Span;

const SHAPES: &[&str] = &["AA9A 9AA", "AA99 9AA", "AA9 9AA", "A9A 9AA", "A99 9AA", "A9 9AA"];
const AREAS: &str = " AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC \
    EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG \
    NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W \
    WA WC WD WF WN WR WS WV YO ZE ";
const LONDON: &str = " E EC N NW SE SW W WC ";
const CUES: &str = "postcode|post code|cod post|address|cyfeiriad|lives|live|living|byw";
const UNITS: &str = "st nd rd th gb tb hr pt";

/// The recogniser `postcode`.
pub(super) struct Postcode;

impl Recogniser for Postcode {
    fn id(&self) -> &'static str {
        "postcode"
    }

    fn digits(&self) -> usize {
        2
    }

    fn find(&self, scan: &Scan<'_>) -> Vec<Candidate> {
        shape::scored(scan.text, SHAPES, score)
    }
}

fn score(text: &str, span: Span) -> Option<u8> {
    let written = text.get(span.start..span.end)?;
    let (outward, inward) = written.split_at_checked(written.len() - 3)?;
    let last = inward.get(1..)?;
    let upper = outward.trim_end_matches([' ', '-']).to_ascii_uppercase();
    let area = upper.split(|character: char| character.is_ascii_digit()).next()?;
    let known = |areas: &str| areas.contains(&format!(" {area} "));
    let real = known(if upper.ends_with(|end: char| end.is_ascii_digit()) { AREAS } else { LONDON });
    if !real || last.to_ascii_uppercase().contains(['C', 'I', 'K', 'M', 'O', 'V']) {
        return None;
    }
    let capitals = !written.contains(|letter: char| letter.is_ascii_lowercase());
    let spaced = outward.ends_with([' ', '-']);
    Some(if cues::near(text, span, 25, 0, CUES) {
        CERTAIN
    } else if UNITS.contains(last) || cues::in_link(text, span.start) {
        POSSIBLE
    } else if spaced || capitals && written.len() > 5 {
        LIKELY
    } else {
        POSSIBLE
    })
}
