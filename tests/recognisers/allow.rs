//! Allowed values: a rule lets an allowed value through, however it is written, and no other value.

use countersign::recognisers::RECOGNISERS;
use countersign::{Context, Draft, Engine, Policy};
use proptest::prelude::*;
use serde_json::json;
use std::collections::BTreeSet;

/// A recogniser, one of its values with other ways to write it, and another of its values. In the texts, each value
/// follows the words its recogniser needs.
const VALUES: &[(&str, &[&str], &str)] = &[
    ("access-token", &["\u{67}lpat-x9Y8z7W6v5U4t3S2r1Q0"], "\u{67}lpat-x9y8z7w6v5u4t3s2r1q0"),
    ("case-reference", &["LCC/24/00317", "lcc/24/00317"], "LCC/24/00318"),
    ("coordinates", &["53.80123, -1.54912", "53.80123,-1.54912"], "53.80123, 1.54912"),
    ("date-of-birth", &["1/11/1980", "1.11.1980"], "11/1/1980"),
    ("driving-licence", &["MORGA657054SM9IJ", "MORGA 657054 SM9IJ"], "JONES 710238 A99AB"),
    ("email-address", &["press@brackford.gov.uk", "Press@Brackford.gov.uk"], "joe.bloggs@example.com"),
    ("iban", &["GB82 WEST 1234 5698 7654 32", "GB82WEST12345698765432"], "DE89 3704 0044 0532 0130 00"),
    ("internal-host", &["http://intranet/news", "http://intranet/jobs"], "http://files/news"),
    ("marking-caveat", &["UK EYES ONLY"], "HMG USE ONLY"),
    ("nhs-number", &["943 476 5919", "9434765919"], "999 699 5518"),
    ("ni-number", &["AB 12 34 56 C", "AB123456C"], "CE 12 34 56 D"),
    ("passport", &["123456789", "123 456 789"], "512345678"),
    ("password", &["Hunter2x"], "hunter2X"),
    ("payment-card", &["4111 1111 1111 1111", "4111111111111111"], "5555 5555 5555 4444"),
    ("postcode", &["BR1 2AA", "BR12AA"], "SW1A 2AB"),
    ("sort-code-account", &["60-70-80 10025634", "607080, account 10025634"], "10-02-56 34607080"),
    ("street-address", &["12 Mill Lane", "12, Mill Lane"], "1-2 Mill Lane"),
    ("uk-phone", &["0113 496 0000", "+44 (0)113 496 0000"], "07700 900123"),
    ("utr", &["1955839661", "19558 39661"], "3883151671"),
    ("vehicle-registration", &["AB12 CDE", "AB12CDE"], "AB12 CDF"),
    ("what3words", &["filled.count.soap", "///filled.count.soap"], "fil.led.count"),
];

/// The value where it can be found: after the words its recogniser needs.
fn after_cue(id: &str, value: &str) -> String {
    let recogniser = RECOGNISERS.iter().find(|recogniser| recogniser.id() == id).expect("it is known");
    format!("{}{value}", recogniser.cue())
}

fn engine(detect: &[&str], allow: &[&str]) -> Result<Engine, String> {
    let mut settings = json!({"detect": detect, "allow": allow, "min_score": 1});
    if detect.contains(&"case-reference") {
        settings["pattern"] = json!("lcc/[0-9]{2}/[0-9]{5}");
    }
    let policy = json!({
        "format": "countersign-policy/1", "id": "allow", "name": "Allow", "version": 1,
        "rules": [{
            "id": "allow", "kind": "recogniser", "severity": "block", "message": "{words}",
            "source": {"title": "Allow"}, "settings": settings,
        }],
    });
    let policy = Policy::from_json(&policy.to_string()).map_err(|error| format!("{error:?}"))?;
    Engine::new(policy).map_err(|error| format!("{error:?}"))
}

/// The positions that the rule finds.
fn places(engine: &Engine, text: &str) -> BTreeSet<(usize, usize)> {
    let report = engine.check(&Draft::new(text), &Context::default());
    let spans = report.findings.iter().flat_map(|finding| &finding.spans);
    spans.map(|span| (span.start, span.end)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn an_allowed_value_lets_nothing_but_itself_through(
        one in prop::sample::select(VALUES),
        other in prop::sample::select(VALUES),
        spelling in 0_usize..2,
    ) {
        let ((id, spellings, neighbour), (other_id, others, _)) = (one, other);
        let detect = [id, other_id];
        let allowing = engine(&detect, &[spellings[0]]).map_err(TestCaseError::fail)?;
        let strict = engine(&detect, &[]).map_err(TestCaseError::fail)?;

        let itself = after_cue(id, spellings[spelling % spellings.len()]);
        prop_assert!(!places(&strict, &itself).is_empty(), "{id} does not find “{itself}”");
        prop_assert!(places(&allowing, &itself).is_empty(), "{detect:?} finds “{itself}”");

        let foreign = others.iter().filter(|_| id != other_id).map(|value| after_cue(other_id, value));
        for text in foreign.chain([after_cue(id, neighbour)]) {
            prop_assert!(!places(&strict, &text).is_empty(), "{detect:?} does not find “{text}”");
            prop_assert_eq!(places(&allowing, &text), places(&strict, &text), "{:?}: {}", detect, text);
        }
    }

    #[test]
    fn a_value_that_none_recognises_is_refused(
        one in prop::sample::select(VALUES),
        other in prop::sample::select(VALUES),
    ) {
        let ((id, ..), (other_id, values, _)) = (one, other);
        // A password may look like anything.
        prop_assume!(id != other_id && id != "password");
        let refused = engine(&[id], &[values[0]]);
        // Some values have two meanings: a bare number is also an NHS number or a telephone number.
        if let Ok(engine) = refused {
            let text = after_cue(id, values[0]);
            prop_assert!(places(&engine, &text).is_empty());
            let strict = self::engine(&[id], &[]).map_err(TestCaseError::fail)?;
            prop_assert!(!places(&strict, &text).is_empty(), "{id} takes “{}”", values[0]);
        }
    }
}
