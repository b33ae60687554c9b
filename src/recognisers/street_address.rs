//! Street addresses: a house number or name, followed by the name of a street.
//!
//! English street names end with the type of street (`12 Mill Lane`), Welsh ones start with it (`12 Heol y Bont`).
//! Street names are capitalised; in lower case an address counts only with a postcode or words such as `lives at`.
//! Numbers before street names can mean many other things: buses (`the 12 Mill Lane bus`), dates
//! (`on 12 June Mill Lane closes`), junctions, years, points in a list, and things in the street
//! (`20 New Street lights`). These make an address possible only. Names that are just as often parks, courts or paths
//! (`3 Hyde Park concerts`) also need a postcode or such words.

mod words;

use super::{CERTAIN, Candidate, LIKELY, POSSIBLE, Recogniser, Scan, cues, value};
use crate::finding::Span;
use words::{is_house_number, is_list_number, is_name, is_one_of, words};

const STREETS: &str = "street road lane avenue close drive crescent terrace gardens grove square walk mews row rise croft \
    parade wharf quay villas cottages rd ave ln cl cres tce gdns";
const ALSO_OTHER: &str =
    "way hill park green court place gate view bank end st dr sq pl ct circus yard mount vale";
/// Those that mean a street at the end of a phrase: `14 Upper Brook St, Manchester`.
const SHORT: &str = "st dr sq pl";
const WELSH: &str = "heol stryd ffordd lôn lon rhodfa clos cilgant teras maes bro parc";
/// Words that give the last three another meaning: car parks, airports, national parks, the Vale of Glamorgan.
const NOT_WELSH: &str = "parcio awyr chwarae cenedlaethol gwledig busnes manwerthu morgannwg";
const HOUSES: &str = "cottage farm lodge villa bungalow barn vicarage rectory bwthyn";
const PARTS: &str = "of the le upon y yr the on in st st. st's saint o'r a'r";
const FLATS: &str = "flat apartment apt fflat";
const NOT_NAMES: &str = "january february march april may june july august september october november december monday \
    tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep oct nov dec ionawr chwefror mawrth \
    ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr llun mercher iau gwener sadwrn sul";
const LABELS: &str = "bus|buses|route|routes|service|services|junction|phase|stage|zone|ward|platform|stop|level|tier|part|\
    year|group|section|step|item|day|week|class|grade|the|page|chapter|lot|gate|pier|no 1|bws|llwybr|over|about|nearly|all|\
    war|channel|radio|series|episode|round";
const THINGS: &str = "bus|service|lights|lighting|lamps|trees|signs|cleaners|parties|closures|works|markets|primary|school|surgery|\
    library|roundabout|junction|bridge|stores|shops|festival|homes|residents|traders|stalls|events|concerts|pothole|potholes|repairs";
const CUES: &str = "lives|live|living|address|home|moved to|stays|staying|cyfeiriad|byw|flat|fflat|apartment";

/// The recogniser `street-address`.
pub(super) struct StreetAddress;

impl Recogniser for StreetAddress {
    fn id(&self) -> &'static str {
        "street-address"
    }

    /// Two numbers stay separate.
    fn canonical(&self, value: &str) -> String {
        value::phrase(value)
    }

    fn find(&self, scan: &Scan<'_>) -> Vec<Candidate> {
        let text = scan.text;
        let houses = || HOUSES.split(' ').any(|house| text.contains(house.get(1..).unwrap_or_default()));
        if scan.digits == 0 && !houses() {
            return Vec::new();
        }
        let words = words(text);
        (0..words.len()).filter_map(|nth| address(text, &words, nth)).collect()
    }
}

/// The address whose house is the `nth` word.
fn address(text: &str, words: &[Span], nth: usize) -> Option<Candidate> {
    let word = |at: usize| words.get(at).and_then(|span| text.get(span.start..span.end)).unwrap_or_default();
    let house = *words.get(nth)?;
    let number = is_house_number(text, house);
    let name = text.get(house.end..)?.starts_with(',') && nth > 0 && is_one_of(HOUSES, word(nth));
    if !(number || name && is_name(word(nth - 1))) {
        return None;
    }
    let street = street(text, words, nth)?;
    let flat = nth > 0 && is_one_of(FLATS, word(nth - 1));
    let the = name && nth > 1 && word(nth - 2) == "The";
    let from = nth - usize::from(flat || name) - usize::from(the);
    let span = Span::new(words.get(from)?.start, words.get(street.last)?.end);
    let next = word(street.last + 1).to_ascii_lowercase();
    let year = word(nth).parse().is_ok_and(|number: u16| (1800..2100).contains(&number));
    let counted =
        !name && is_counted(text, words, nth) || THINGS.split('|').any(|thing| thing == next) || year;
    let sure = flat || cues::near(text, span, 25, 0, CUES) || has_postcode(text, span.end);
    let score = match () {
        () if sure && street.capital => CERTAIN,
        () if sure => LIKELY,
        () if street.capital && street.plain && !counted => LIKELY,
        () => POSSIBLE,
    };
    Some(Candidate { span, score })
}

/// Whether the words before this one make it the number of something else: a bus, a day, the end of a time, a point in
/// a list.
fn is_counted(text: &str, words: &[Span], nth: usize) -> bool {
    let Some(&house) = words.get(nth) else { return false };
    let ahead = |back: usize| {
        let span = nth.checked_sub(back).and_then(|at| words.get(at));
        span.and_then(|span| text.get(span.start..span.end)).unwrap_or_default()
    };
    let day = is_one_of(NOT_NAMES, ahead(1))
        && text.get(..house.start).is_some_and(|before| before.trim_end().ends_with(ahead(1)));
    let times = text.get(house.start..house.end).is_some_and(|house| house.contains('-'))
        && text.get(house.end..).is_some_and(|after| after.starts_with(','));
    let time = times
        || is_one_of("until till", ahead(1))
        || is_one_of("to", ahead(1)) && ahead(2).starts_with(|first: char| first.is_ascii_digit());
    cues::follows(text, house, LABELS) || day || time || is_list_number(text, house)
}

/// The name of a street.
struct Street {
    /// The index of its last word.
    last: usize,
    /// Whether it is capitalised.
    capital: bool,
    /// Whether it can hardly be anything but a street.
    plain: bool,
}

/// The street whose name comes right after this word: one to four words and the type of street, or the Welsh order.
fn street(text: &str, words: &[Span], nth: usize) -> Option<Street> {
    let word = |at: usize| words.get(at).and_then(|span| text.get(span.start..span.end)).unwrap_or_default();
    let next_to = |at: usize| {
        let gap =
            words.get(at - 1).zip(words.get(at)).and_then(|(left, right)| text.get(left.end..right.start));
        gap.is_some_and(|gap| {
            matches!(gap, " " | "  ") || at == nth + 1 && gap == ", " || gap == ". " && word(at - 1) == "St"
        })
    };
    let first = nth + 1;
    if is_one_of(WELSH, word(first)) && next_to(first) && is_name(word(first)) {
        let named = |at: &usize| next_to(*at) && (is_name(word(*at)) || is_one_of(PARTS, word(*at)));
        let last = (first + 1..first + 4).take_while(named).filter(|&at| is_name(word(at))).last()?;
        if is_one_of(NOT_WELSH, word(first + 1)) {
            return None;
        }
        return Some(Street { last, capital: true, plain: true });
    }
    if is_one_of(NOT_NAMES, word(first)) || !word(first).starts_with(char::is_alphabetic) {
        return None;
    }
    let mut capital = true;
    for last in first..first + 5 {
        if !next_to(last) {
            return None;
        }
        let (plain, other) = (is_one_of(STREETS, word(last)), is_one_of(ALSO_OTHER, word(last)));
        let mild = word(last).len() > 3 && plain && !is_one_of("close drive row rise walk", word(last));
        if last > first && (plain || other) && (!capital || is_name(word(last)) || mild) {
            let after = text.get(words.get(last)?.end..)?;
            let short = is_one_of(SHORT, word(last)) && !after.starts_with([' ', '.']);
            return Some(Street { last, capital, plain: plain || short });
        }
        capital &= is_name(word(last)) || last > first && is_one_of(PARTS, word(last));
        if !capital && last > first + 1 {
            return None;
        }
    }
    None
}

/// Whether a postcode comes within the next words.
fn has_postcode(text: &str, from: usize) -> bool {
    let end = text.ceil_char_boundary(from.saturating_add(45));
    let text = text.get(from..end).unwrap_or_default();
    let scan = Scan { text, written: text, digits: text.len(), pattern: None };
    super::postcode::Postcode.find(&scan).iter().any(|found| found.score >= LIKELY)
}
