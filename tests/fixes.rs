//! Properties of every fix: it fixes its finding, whatever the text around it.

#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "a property that does not hold panics")]

use countersign::text::segment::unwanted::adds_unwanted;
use countersign::{Context, Draft, Engine, Policy, finding};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Rules about links, dates, languages, mentions, attachments and rates, those with fixes first.
static CONTEXTUAL: LazyLock<Engine> = LazyLock::new(|| {
    engine(&[
        ("link", json!({"insecure": true})),
        ("link", json!({"require": {"utm_source": "{site}"}})),
        ("date", json!({"check": "weekday"})),
        ("date", json!({"check": "undated"})),
        ("date", json!({"check": "over"})),
        ("link", json!({"imitates": ["gov.uk"], "languages": {"gov.uk": "en"}})),
        ("language", json!({"check": "details", "languages": ["cy", "en"]})),
        ("mention", json!({"strangers": true})),
        ("rate", json!({"alike": 1})),
        ("media", json!({"check": "only-there"})),
    ])
});

/// Rules of these kinds with these settings.
fn engine(kinds: &[(&str, Value)]) -> Engine {
    let rule = |(nth, (kind, settings)): (usize, &(&str, Value))| {
        json!({
            "id": format!("rule-{nth}"), "kind": kind, "severity": "warn", "message": "{words}",
            "source": {"title": "A property"}, "settings": settings,
        })
    };
    let rules: Vec<_> = kinds.iter().enumerate().map(rule).collect();
    let policy = json!({
        "format": "countersign-policy/1", "id": "kinds", "name": "Kinds", "version": 1, "rules": rules,
    });
    Engine::new(Policy::from_json(&policy.to_string()).unwrap()).unwrap()
}

/// Parts of texts with dates, links and languages.
const CONTEXTUAL_PARTS: &str = "Tuesday |FRI|dydd Mawrth |mardi |, |the |14|31|1er|2024|/|.|-|:| June| Mehefin| juin |\
    Feb 29| today|yfory| (|)|join us |\n| / |http://|HTTP://gov.uk/a|https://|gov.uk|gov-uk.example.com|?a=b|&|#top|\
    xn--gv-fmc.uk|Mae'r ffordd ar gau|the road is closed|@jane_b|İ|é|👩‍👩‍👧| |\u{200b}";

/// Rules whose fixes change or remove words, alone or together with the text around them.
static MENDING: LazyLock<Engine> = LazyLock::new(|| {
    engine(&[
        ("term", json!({"terms": ["utilise", "prior to"], "replace": "use", "inflect": true})),
        ("term", json!({"terms": ["frankly", "very"], "replace": ""})),
        (
            "substitution",
            json!({"swaps": {"purchase": "buy", "going forward": "", "really": "", "incentive": "cash reward"}, "inflect": true}),
        ),
        (
            "substitution",
            json!({"swaps": {"council tax": "Council Tax"}, "near_miss": ["#FloodAware"], "case": "exact"}),
        ),
        ("pattern", json!({"pattern": "([0-9]+) ?noon", "replace": "$1 o'clock"})),
        ("pattern", json!({"pattern": "really|\\(sic\\)", "replace": ""})),
        ("occurrence", json!({"of": "hashtags", "max": 1, "remove": true})),
        ("occurrence", json!({"of": "emoji", "at": ["start", "middle"], "within": "line", "remove": true})),
        ("occurrence", json!({"sign": "!", "max": 1, "within": "sentence", "remove": true})),
        ("occurrence", json!({"of": "words", "max": 5, "remove": true})),
        ("emoji", json!({"find": ["repeated"], "ban": ["🔥"]})),
        ("emoji", json!({"find": ["text-art"]})),
        ("capitals", json!({"allow": ["Leeds"]})),
        ("repetition", json!({})),
        ("hashtag-case", json!({"words": ["NHS", "flood", "aware"]})),
        ("fancy-letters", json!({})),
        ("recogniser", json!({"detect": ["ni-number", "email-address"], "replace": ""})),
        ("recogniser", json!({"detect": ["uk-phone", "iban"], "replace": "our helpline"})),
        ("require", json!({"any_of": ["#FloodAware"], "insert": "#FloodAware"})),
        ("link", json!({"insecure": true})),
    ])
});

/// Text those rules look for, and text around it.
const MENDED_PARTS: &str = "utilised|Prior  to|frankly|Very|very|a |An |purchasing|Going forward|really|Really|incentives|council tax|#FloodAwre|\
    #floodaware|#ideashow|#ideasexchange|12 noon|1noon|(sic)|#NHS|#nhsflood|#MENTALHEALTH|!|!!|?!|,|, |. |.|..|....| |  |\n|\t|the|The|the the|a a|SHOUT|LEEDS|OK|🔥|👏|👏🏽|👩‍👩‍👧|\
    :-)|***|¯\\_(ツ)_/¯|𝗡𝗲𝘄|🅝🅔|ᴛᴀ|ᴺᴴˢ|ˢᵗ|𝟬𝟴|S̲a̲|🇳 🇭|5̶|“|\"|> |:utilised:|utilised.docx|AB123456C|AB 12 34 56 C|kim@example.com|020 7946 0123|07700 900123|http://gov.uk/a|@very|x|é|İ|\u{a0}|\u{200b}|-|(|)|“|’s";

/// Texts made of those parts.
fn mended_texts() -> impl Strategy<Value = String> {
    let parts = prop::sample::select(MENDED_PARTS.split('|').collect::<Vec<_>>());
    let spaced = (parts, prop::bool::ANY)
        .prop_map(|(part, spaced)| format!("{part}{}", if spaced { " " } else { "" }));
    prop_oneof![1 => "\\PC{0,60}", 4 => prop::collection::vec(spaced, 0..12).prop_map(|parts| parts.concat())]
}

/// Texts made of dates, links and words of several languages.
fn contextual_texts() -> impl Strategy<Value = String> {
    let parts = prop::sample::select(CONTEXTUAL_PARTS.split('|').collect::<Vec<_>>());
    prop_oneof!["\\PC{0,60}", prop::collection::vec(parts, 0..14).prop_map(|parts| parts.concat())]
}

fn context(site: &str) -> Context {
    Context { site: Some(site.to_owned()), ..Context::default() }
}

proptest! {
    #[test]
    fn what_a_fix_has_mended_is_not_found_again(text in contextual_texts(), site in "x|bluesky|mastodon|nowhere") {
        let context = Context { now: "2024-06-10T09:00:00+01:00".parse().ok(), ..context(&site) };
        let findings = CONTEXTUAL.check(&Draft::new(&text), &context).findings;
        for finding in &findings {
            prop_assert!(finding.spans.iter().all(|span| text.get(span.start..span.end).is_some()), "{finding:?}");
        }
        for rule in findings.iter().filter(|finding| finding.fix.is_some()).map(|finding| &finding.rule) {
            let fixes = findings.iter().filter(|finding| finding.rule == *rule).filter_map(|finding| finding.fix.as_ref());
            let edits: Vec<_> = fixes.flat_map(|fix| fix.edits.clone()).collect();
            let mended = finding::apply(&text, &edits);
            let again = CONTEXTUAL.check(&Draft::new(&mended), &context).findings;
            prop_assert!(!again.iter().any(|finding| finding.rule == *rule && finding.fix.is_some()), "{text:?} became {mended:?}");
        }
    }

    #[test]
    fn one_fix_after_the_other_mends_what_each_is_about(text in mended_texts(), site in "x|bluesky|mastodon|nowhere") {
        let context = context(&site);
        let check = |text: &str| MENDING.check(&Draft::new(text), &context).findings;
        let rules: BTreeSet<String> = check(&text).into_iter().map(|finding| finding.rule).collect();
        for rule in rules {
            let next = |text: &str| check(text).into_iter().find(|finding| finding.rule == rule && finding.fix.is_some());
            let mut mended = text.clone();
            for _ in 0..60 {
                let Some((key, fix)) = next(&mended).and_then(|finding| Some((finding.key, finding.fix?))) else { break };
                for pair in finding::in_order(&fix.edits).windows(2) {
                    prop_assert!(pair[0].span.end <= pair[1].span.start, "{mended:?}: {fix:?}");
                }
                let before = std::mem::take(&mut mended);
                mended = finding::apply(&before, &fix.edits);
                let is_gone = !check(&mended).iter().any(|finding| finding.key == key && finding.fix.is_some());
                // Removing text may join the text around it into a new finding.
                prop_assert!(is_gone || mended.len() < before.len(), "{rule}: {before:?} became {mended:?}");
            }
            prop_assert!(next(&mended).is_none(), "{text:?} is still being mended: {mended:?}");
        }
    }

    #[test]
    fn a_hashtag_gets_no_word_that_nobody_wants(
        words in prop::collection::vec("ideas?|experts?|mens?|sex|change|exchange|port|press|act|tit|therapists?|jobs?|kids?", 2..5)
    ) {
        let text = format!("#{}", words.concat());
        for fix in MENDING.check(&Draft::new(&text), &context("x")).findings.into_iter().filter_map(|finding| finding.fix) {
            let fixed = finding::apply(&text, &fix.edits);
            prop_assert!(!adds_unwanted(&fixed, &text), "{text} became {fixed}");
        }
    }
}
