//! Locations precise enough to identify a building, given in degrees or as an OS grid reference.
//!
//! Four decimal places of a degree are accurate to eleven metres; eight figures of a grid reference to ten. Three
//! decimal places, or six figures, are accurate to a hundred metres and score as possible only. Pairs of decimals in
//! the British Isles are likely a location. Elsewhere they need five decimal places or a cue word, because statistics
//! come in pairs too. Where the two are on separate lines, or are two values in a link, the second has to be labelled
//! as a longitude.
//!
//! Sources: ISO 6709 (latitude before longitude) and Ordnance Survey, “A guide to coordinate systems in Great Britain”.

use super::patterns::{Pattern, built, named, place};
use super::{CERTAIN, Candidate, LIKELY, POSSIBLE, Recogniser, Scan, cues, shape, value};
use regex::Captures;

static DECIMALS: Pattern = Pattern::new(|| {
    built(concat!(
        r"(?:\b[NS] ?)?(?<a>[+-]?[0-9]{1,2}\.(?<ad>[0-9]{3,}))°? ?(?<n>[NSns])?(?: ?[,;/] ?|[ \n&]|%2[Cc])",
        r"(?:m?[Ll](?:on(?:g|gitude)?|ng)[:=]? ?)?(?:(?<ew>[EW]) ?)?(?<b>[+-]?[0-9]{1,3}\.(?<bd>[0-9]{3,}))°?(?: ?(?<e>[EWew])\b)?"
    ))
});
static DEGREES: Pattern = Pattern::new(|| {
    built(concat!(
        r#"[0-9]{1,2}° ?[0-9]{1,2}(?:\.[0-9]+)?['′] ?(?:[0-9]{1,2}(?:\.[0-9]+)?(?:"|''|″))? ?[NSns][, ]*"#,
        r#"[0-9]{1,3}° ?[0-9]{1,2}(?:\.[0-9]+)?['′] ?(?:[0-9]{1,2}(?:\.[0-9]+)?(?:"|''|″))? ?[EWew]\b"#
    ))
});
/// How many units a degree has when places are compared; each unit is eleven centimetres. It is a power of ten because
/// other fractions would need a parser, which would add a hundredth to the WebAssembly.
const DEGREE: i64 = 1_000_000;
/// The squares of the National Grid that have land in them.
const SQUARES: &str = "HP HT HU HW HX HY HZ NA NB NC ND NF NG NH NJ NK NL NM NN NO NR NS NT NU NW NX NY NZ OV SC SD SE SH SJ \
    SK SM SN SO SP SR SS ST SU SV SW SX SY SZ TA TF TG TL TM TQ TR TV";
const CUES: &str = "coordinates|co-ordinates|coords|gps|lat|latitude|long|grid ref|grid reference|location|located|\
    map|maps|cyfesurynnau|cyfeirnod grid";

/// The recogniser `coordinates`.
pub(super) struct Coordinates;

impl Recogniser for Coordinates {
    fn id(&self) -> &'static str {
        "coordinates"
    }

    fn digits(&self) -> usize {
        6
    }

    /// Numbers with their signs and decimals, or the letters and figures of a grid reference.
    fn canonical(&self, value: &str) -> String {
        let part = |character: char| character.is_alphanumeric() || matches!(character, '.' | '-');
        let lower = value.to_lowercase();
        let lower = lower.trim_start_matches(|character| !part(character));
        if lower.bytes().take(2).filter(u8::is_ascii_alphabetic).count() == 2 {
            return value::code(lower);
        }
        let parts = lower.split(|character| !part(character)).filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(" ")
    }

    fn find(&self, scan: &Scan<'_>) -> Vec<Candidate> {
        let text = scan.text;
        let mut found = grid_references(text);
        // Two numbers with three decimal places are rare, so look for those before running the pattern.
        if text.split('.').skip(1).filter(|part| starts_with_digits(part, 3)).count() > 1 {
            let pairs = DECIMALS.captures_iter(text);
            found.extend(pairs.filter_map(|pair| decimals(text, &pair)));
        }
        if text.contains('°') {
            let places = DEGREES.find_iter(text);
            found.extend(places.map(|place| Candidate::new(place.start(), place.end(), CERTAIN)));
        }
        found
    }
}

fn starts_with_digits(part: &str, count: usize) -> bool {
    part.bytes().take(count).filter(u8::is_ascii_digit).count() == count
}

fn decimals(text: &str, pair: &Captures<'_>) -> Option<Candidate> {
    let span = place(pair);
    let written = |group| pair.name(group).map(|group| group.as_str());
    // On another line, or as another value in a link, the second one has a label: `Longitude:`, `&mlon=`.
    let between = text.get(named(pair, "a")?.end..named(pair, "b")?.start)?;
    if between.contains(['\n', '&']) && !between.contains(char::is_alphabetic) {
        return None;
    }
    let ahead = written("ew");
    let hemispheres = written("n").is_some() && written("e").is_some() || ahead.is_some();
    let digits = written("ad")?.len().min(written("bd")?.len());
    let north = parts_of_a_degree(written("a")?)?;
    let east = parts_of_a_degree(written("b")?)?;
    let within = |from: i64, to: i64, degrees: i64| (from * DEGREE..=to * DEGREE).contains(&degrees);
    let part = text.get(..span.start)?.ends_with(|before: char| before.is_alphanumeric() || before == '.');
    if part || !within(-90, 90, north) || !within(-180, 180, east) {
        return None;
    }
    let west = written("e").or(ahead).is_some_and(|letter| letter.eq_ignore_ascii_case("w"));
    let east = if west { -east.abs() } else { east };
    let home = within(49, 61, north) && within(-11, 2, east);
    let cue = hemispheres || cues::near(text, span, 40, 0, CUES) || cues::in_link(text, span.start);
    let score = match () {
        () if digits >= 4 && cue => CERTAIN,
        () if digits >= 5 || digits == 4 && home => LIKELY,
        () => POSSIBLE,
    };
    Some(Candidate { span, score })
}

/// Parses decimal degrees into parts of a [`DEGREE`].
fn parts_of_a_degree(written: &str) -> Option<i64> {
    let (whole, decimals) = written.split_once('.')?;
    let places = DEGREE.ilog10() as usize;
    let decimals = decimals.get(..places).unwrap_or(decimals);
    format!("{whole}{decimals:0<places$}").parse().ok()
}

fn grid_references(text: &str) -> Vec<Candidate> {
    let shapes = &["AA 99999 99999", "AA 9999 9999", "AA 999 999"];
    let mut found = Vec::new();
    for span in shape::find(text, shapes) {
        let written = text.get(span.start..span.end).unwrap_or_default();
        let square = written.get(..2).unwrap_or_default();
        if SQUARES.split(' ').any(|known| known == square) {
            let figures = written.bytes().filter(u8::is_ascii_digit).count();
            let cue = cues::near(text, span, 40, 0, CUES);
            let spaced = written.contains(' ');
            let score = match (figures, cue) {
                (6, false) => POSSIBLE,
                (6, true) => LIKELY,
                (_, true) => CERTAIN,
                _ => {
                    if spaced {
                        LIKELY
                    } else {
                        POSSIBLE
                    }
                }
            };
            found.push(Candidate { span, score });
        }
    }
    found
}
