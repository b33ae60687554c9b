//! What holds for every fix: it mends what it is about, whatever is around that.

#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "a property that does not hold panics")]

use countersign::authoring::source;
use countersign::text::segment::unwanted::adds_unwanted;
use countersign::{Context, Draft, Engine, Finding, Policy, Span, finding, profile};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;
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

/// What dates, links and languages are made of.
const CONTEXTUAL_PARTS: &str = "Tuesday |FRI|dydd Mawrth |mardi |, |the |14|31|1er|2024|/|.|-|:| June| Mehefin| juin |\
    Feb 29| today|yfory| (|)|join us |\n| / |http://|HTTP://gov.uk/a|https://|gov.uk|gov-uk.example.com|?a=b|&|#top|\
    xn--gv-fmc.uk|Mae'r ffordd ar gau|the road is closed|@jane_b|İ|é|👩‍👩‍👧| |\u{200b}";

/// Rules whose fixes change or remove words, by themselves or with what is around them.
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

/// What those rules look for, and what stands around it.
const MENDED_PARTS: &str = "utilised|Prior  to|frankly|Very|very|a |An |purchasing|Going forward|really|Really|incentives|council tax|#FloodAwre|\
    #floodaware|#ideashow|#ideasexchange|12 noon|1noon|(sic)|#NHS|#nhsflood|#MENTALHEALTH|!|!!|?!|,|, |. |.|..|....| |  |\n|\t|the|The|the the|a a|SHOUT|LEEDS|OK|🔥|👏|👏🏽|👩‍👩‍👧|\
    :-)|***|¯\\_(ツ)_/¯|𝗡𝗲𝘄|🅝🅔|ᴛᴀ|ᴺᴴˢ|ˢᵗ|𝟬𝟴|S̲a̲|🇳 🇭|5̶|“|\"|> |:utilised:|utilised.docx|AB123456C|AB 12 34 56 C|kim@example.com|020 7946 0123|07700 900123|http://gov.uk/a|@very|x|é|İ|\u{a0}|\u{200b}|-|(|)|“|’s";

/// Texts made of what those rules look for.
fn mended_texts() -> impl Strategy<Value = String> {
    let parts = prop::sample::select(MENDED_PARTS.split('|').collect::<Vec<_>>());
    let spaced = (parts, prop::bool::ANY)
        .prop_map(|(part, spaced)| format!("{part}{}", if spaced { " " } else { "" }));
    prop_oneof![1 => "\\PC{0,60}", 4 => prop::collection::vec(spaced, 0..12).prop_map(|parts| parts.concat())]
}

/// Texts made of dates, links and languages.
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
                // What is removed may bring together what is then found in turn.
                prop_assert!(is_gone || mended.len() < before.len(), "{rule}: {before:?} became {mended:?}");
            }
            prop_assert!(next(&mended).is_none(), "{text:?} is still being mended: {mended:?}");
        }
    }
}

static CATALOGUE: LazyLock<Engine> =
    LazyLock::new(|| source::load(Path::new("policies/catalogue")).unwrap().engine);

/// Names and quotations, made of words that rules of the catalogue replace.
const VERBATIM: &str = "chairman@example.gov.uk|info@utilise.example.gov.uk|etc@example.gov.uk|the.chairman+etc@color.example|\
    @chairman@example.social|@chairman|@dept.color|https://abc.gov.uk/utilise/prior-to|HTTP://color.example/?etc=1#12noon|\
    utilise.gov.uk|my-color.org.uk/etc|www.utilise.example|utilise.docx|plans/etc_utilise.PDF|C:\\utilise\\etc|~/color|\
    /utilise|:utilise:|:color_etc:|mailto:chairman|“We utilise  the the color, etc”|\"SHOUT IT OUT LOUD\"|‘the residents’ color’|\
    «utilise 𝗡𝗲𝘄 color»|“#mentalhealthday on Saturday 15 June 2024”|“Food & Rural 9am-5pm, 5 per cent”|> we utilise the the color\n|\
    “https://color.example/etc!!”";
/// Words that rules of the catalogue replace, and others.
const PROSE: &str = "We utilise|the chairman|etc|a color,|Prior to|12 noon|the the|log in in|SHOUT IT OUT LOUD|𝗡𝗲𝘄|5 per cent|9am-5pm|👏👏|\
    #mentalhealthday|Food & Rural|council tax|really|can't|don’t|.|,|(|)|\n|today|9000 homes|Civil Servants|***";

/// A draft, and where its names and quotations are.
fn with_verbatim() -> impl Strategy<Value = (String, Vec<Span>)> {
    let of = |list: &'static str| prop::sample::select(list.split('|').collect::<Vec<_>>());
    let part =
        prop_oneof![of(VERBATIM).prop_map(|part| (part, true)), of(PROSE).prop_map(|part| (part, false))];
    prop::collection::vec(part, 1..9).prop_map(|parts| {
        let (mut text, mut spans) = (String::new(), Vec::new());
        for (part, is_verbatim) in parts {
            // A quoted line has its sign at its start.
            text.push_str(if part.starts_with('>') { "\n" } else { " " });
            let start = text.len();
            text.push_str(part);
            spans.extend(is_verbatim.then(|| Span::new(start, text.len())));
        }
        (text, spans)
    })
}

fn everyday(site: &str) -> Context {
    let profile = profile::Profile { team: "Plain English trial".to_owned(), ..Default::default() };
    Context { now: "2027-04-01T10:00:00+01:00".parse().ok(), profile, ..context(site) }
}

/// The places of a fix's words in the text after it, with the places in the draft.
fn places(edits: &[finding::Edit]) -> Vec<(Span, Span)> {
    let (mut removed, mut added) = (0, 0);
    let place = |edit: &finding::Edit| {
        let start = edit.span.start + added - removed;
        removed += edit.span.end - edit.span.start;
        added += edit.insert.len();
        (edit.span, Span::new(start, start + edit.insert.len()))
    };
    finding::in_order(edits).into_iter().map(place).collect()
}

proptest! {
    /// All rules of the catalogue, but those whose findings are about addresses and links themselves.
    #[test]
    fn a_fix_changes_no_name_and_no_quotation((text, verbatim) in with_verbatim(), site in "x|bluesky|mastodon|linkedin|nowhere") {
        for finding in CATALOGUE.check(&Draft::new(&text), &everyday(&site)).findings {
            let edits = finding.fix.map(|fix| fix.edits).unwrap_or_default();
            let about_names = ["link", "recogniser"].contains(&finding.kind);
            for edit in edits.iter().filter(|_| !about_names) {
                let inside = |span: &&Span| span.start < edit.span.end && edit.span.start < span.end;
                prop_assert!(!verbatim.iter().any(|span| inside(&span)), "{} in {text:?}: {edit:?}", finding.rule);
            }
        }
    }

    #[test]
    fn a_fix_writes_nothing_that_a_rule_objects_to((text, _) in with_verbatim(), site in "x|mastodon") {
        let check = |text: &str| CATALOGUE.check(&Draft::new(text), &everyday(&site)).findings;
        let before = check(&text);
        let at = |findings: &[Finding], rule: &str, place: Span| {
            let mut spans = findings.iter().filter(|it| it.rule == rule).flat_map(|it| it.spans.clone());
            spans.any(|span| span.overlaps(place))
        };
        for fix in before.iter().filter_map(|finding| finding.fix.as_ref()) {
            let after = check(&finding::apply(&text, &fix.edits));
            let words = after.iter().filter(|finding| ["term", "substitution"].contains(&finding.kind));
            for new in words {
                let objects = |(old, place): &(Span, Span)| at(&after, &new.rule, *place) && !at(&before, &new.rule, *old);
                prop_assert!(!places(&fix.edits).iter().any(objects), "{} in {text:?}: {fix:?}", new.rule);
            }
        }
    }

    #[test]
    fn a_hashtag_gets_no_word_that_nobody_wants(
        words in prop::collection::vec("ideas?|experts?|mens?|sex|change|exchange|port|press|act|tit|therapists?|jobs?|kids?", 2..5)
    ) {
        let text = format!("#{}", words.concat());
        for fix in MENDING.check(&Draft::new(&text), &context("x")).findings.into_iter().filter_map(|finding| finding.fix) {
            let mended = finding::apply(&text, &fix.edits);
            prop_assert!(!adds_unwanted(&mended, &text), "{text} became {mended}");
        }
    }
}
