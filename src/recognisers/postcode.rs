//! Full UK postcodes.
//!
//! A code in capitals, or with a space, is likely a postcode. `M5 1st exit` and `B1 2nd floor` are not: their last
//! three characters are an ordinal or a quantity in lower case. In a line that is all in capitals, an ordinal does not
//! count either. A code with a full stop or a slash in it (`SW1A.2BB`) needs a cue word. BF is the area of British
//! Forces post offices.
//!
//! Source: Royal Mail's Programmer's Guide to the Postcode Address File: six shapes, 124 areas, and never C, I, K, M, O
//! or V in the last two letters; the shapes that end in a letter before the space are in parts of London only.

use super::{CERTAIN, Candidate, LIKELY, POSSIBLE, Recogniser, Scan, cues, shape};
use crate::finding::Span;

const SHAPES: &[&str] = &["AA9A_9AA", "AA99_9AA", "AA9_9AA", "A9A_9AA", "A99_9AA", "A9_9AA"];
const AREAS: &str = " AB AL B BA BB BD BF BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC \
    EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG \
    NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W \
    WA WC WD WF WN WR WS WV YO ZE ";
const LONDON: &str = " E EC N NW SE SW W WC ";
const CUES: &str = "postcode|post code|cod post|address|cyfeiriad|lives|live|living|byw";
/// The cues that say outright that it is a postcode or an address.
const NAMED: &str = "postcode|post code|cod post|address|cyfeiriad";
/// Letters that turn a digit into an ordinal (English or Welsh) or a quantity.
const UNITS: &str = "st nd rd th af ydd dd ed eg er re gb tb hr pt ft yd ly lb bn hp ph pp px wh ah";
/// Those that are quantities in capitals too.
const SIZES: &str = "GB TB";
const ORDINALS: &str = "1ST 2ND 3RD 4TH 5TH 6TH 7TH 8TH 9TH 0TH";

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
    let upper = outward.trim_end_matches([' ', '-', '.', '/']).to_ascii_uppercase();
    let area = upper.split(|character: char| character.is_ascii_digit()).next()?;
    let known = |areas: &str| areas.contains(&format!(" {area} "));
    let real = known(if upper.ends_with(|end: char| end.is_ascii_digit()) { AREAS } else { LONDON });
    if !real || last.to_ascii_uppercase().contains(['C', 'I', 'K', 'M', 'O', 'V']) {
        return None;
    }
    let gap = outward.trim_start_matches(|part: char| part.is_ascii_alphanumeric());
    let dotted = gap.contains(['.', '/']);
    let capitals = !written.contains(|letter: char| letter.is_ascii_lowercase());
    let has = |list: &str, word: &str| list.split(' ').any(|one| one == word);
    let upper_outward = outward.starts_with(|first: char| first.is_ascii_uppercase());
    let quantity = has(UNITS, last) && (upper_outward || !cues::near(text, span, 25, 0, NAMED));
    let cue = cues::near(text, span, 25, 0, CUES) || dotted && cues::near(text, span, 0, 25, CUES);
    let counted = has(UNITS, last)
        || has(SIZES, last)
        || has(ORDINALS, inward) && cues::is_shouted(text, span)
        || cues::in_link(text, span.start);
    if dotted && (gap.len() > 1 || !capitals) {
        return None;
    }
    Some(match () {
        () if cue && !quantity && dotted => LIKELY,
        () if cue && !quantity => CERTAIN,
        () if counted || dotted => POSSIBLE,
        () if !gap.is_empty() || capitals && written.len() > 5 => LIKELY,
        () => POSSIBLE,
    })
}
