//! Properties that hold for every recogniser and every text.

use countersign::reading::Reading;
use countersign::reading::patterns::Lazy;
use countersign::recognisers::{RECOGNISERS, Recogniser, Scan, settle};
use countersign::text::normalise::folded;
use countersign::{Draft, Trust};
use proptest::prelude::*;
use std::sync::LazyLock;

static PATTERN: LazyLock<Lazy> =
    LazyLock::new(|| Lazy::new("lcc/[0-9]{2}/[0-9]{5}", true, Trust::Source).unwrap());

/// Parts of what recognisers look for, separated by `|`.
const PARTS: &str = "943|476|5919|07700|900123|0|44|l|1O|+|(|)|-|.| |\n|é|👩‍👩‍👧|٣|О|O|£|4111|1111|GB82|WEST|1234|60|70|80|\
    10025634|AB|12|C|CDE|LS6|2AB|Mill|Lane|Heol|Flat|Cottage,|lives at|born|DOB|03/04/1987|3 April|MORGA657054SM9IJ|\
    passport|P<GBR|<<|UTR|NHS|AKIA|eyJ|.eyJ|api_key=|password|:|=|is|://|@|10.|\\\\|intranet|53.80123|,|-1.54912|°|'|///|\
    filled.count.soap|OFFICIAL|SENSITIVE|SECRET|UK|EYES ONLY|[|]|//|TLP|RED|PROTÉGÉ|B|LCC/24/00317|a|x@y.uk|\
    -----BEGIN RSA PRIVATE KEY-----";

/// Any text, and texts made of those parts.
fn texts() -> impl Strategy<Value = String> {
    let parts = prop::sample::select(PARTS.split('|').collect::<Vec<_>>());
    let made = prop::collection::vec(parts, 0..14).prop_map(|parts| parts.concat());
    prop_oneof!["\\PC{0,60}", "[ -~]{0,60}", made]
}

fn holds_a_literal(recogniser: &dyn Recogniser, text: &str) -> bool {
    let folded_text = folded(text);
    let literals = recogniser.literals();
    literals.is_empty() || literals.iter().any(|literal| folded_text.contains(&folded(literal)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn places_are_on_character_boundaries_and_do_not_overlap(text in texts()) {
        let draft = Draft::new(&text);
        let reading = Reading::new(&draft, None);
        let scan = Scan::of(&reading, Some(&PATTERN));
        let view = reading.normal();
        for recogniser in RECOGNISERS {
            let found = recogniser.find(&scan);
            for candidate in &found {
                let place = candidate.span;
                prop_assert!(place.start < place.end, "{}: {candidate:?}", recogniser.id());
                prop_assert!(view.text().get(place.start..place.end).is_some(), "{}: {candidate:?}", recogniser.id());
                prop_assert!((1..=100).contains(&candidate.score));
            }
            for pair in settle(found).windows(2) {
                prop_assert!(pair[0].span.end <= pair[1].span.start, "{}: {pair:?}", recogniser.id());
            }
        }
    }

    #[test]
    fn what_is_found_has_the_literals_and_digits_that_were_asked_for(text in texts()) {
        let draft = Draft::new(&text);
        let reading = Reading::new(&draft, None);
        let scan = Scan::of(&reading, Some(&PATTERN));
        let view = reading.normal();
        for recogniser in RECOGNISERS.iter().filter(|recogniser| !recogniser.find(&scan).is_empty()) {
            prop_assert!(scan.digits >= recogniser.digits(), "{}: {text}", recogniser.id());
            prop_assert!(holds_a_literal(*recogniser, view.text()), "{}: {text}", recogniser.id());
        }
    }

    #[test]
    fn canonical_values_are_their_own_canonical_value(text in texts()) {
        for recogniser in RECOGNISERS {
            let once = recogniser.canonical(&text);
            // Without its zeros, a phone number may turn out to start with a country code.
            prop_assert!(recogniser.id() == "uk-phone" || recogniser.canonical(&once) == once, "{}", recogniser.id());
        }
    }
}
