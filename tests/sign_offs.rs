//! What holds for sign-offs, whatever their wordings and whatever the poster types: signed once is signed, what the
//! poster wrote stays as it is, and what is added fits.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a property that does not hold panics"
)]

use countersign::authoring::source;
use countersign::policy::Variants;
use countersign::sign_off::Status;
use countersign::sites::{SITES, entities};
use countersign::{Context, Draft, Engine, Policy, Report, finding, post, profile};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::path::Path;
use std::sync::LazyLock;

/// What texts and wordings are made of: sign-offs, what they could grow into, and characters that normalise, join
/// or vanish.
const PARTS: &[&str] = &[
    "^AB",
    "^ab",
    "#ad",
    "#ads",
    "#",
    "@press",
    "@",
    "Ad:",
    "ad",
    "AB",
    "— Newsdesk",
    "- newsdesk",
    "Diolch am y",
    "Thanks for the",
    "Merci pour les",
    "https://a.uk/i",
    "https://a.uk/",
    "a.uk",
    ".",
    "/",
    "/ ",
    "_",
    "$GBP",
    "-",
    "\n",
    "\n\n",
    " ",
    "\u{a0}",
    "\u{2028}",
    "\u{85}",
    "\u{200b}",
    "\u{200d}",
    "\u{feff}",
    "\u{fe0f}",
    "\u{301}",
    "\u{345}",
    "\u{600}",
    "e\u{301}",
    "ﬁ",
    "İ",
    "Ａ",
    "\u{410}B",
    "👩‍👩‍👧",
    "❤️",
    "🏴",
    "ß",
    "¨",
    "㎏",
    "각",
    "한",
    "Ad: Love this app very much. ",
    "Hysbyseb: ",
    "Rydyn ni'n caru'r ap newydd yma heddiw ",
    "J'aime beaucoup cette application. ",
    "Views my own",
    "views my own mother",
    "5 July 2024",
    "1 Awst 2024",
    "!",
    ",",
    "\r\n",
    "^",
    "^CD",
    "-AB",
    "^A.B.",
    "“",
    "”",
    "\"",
    "'",
    "’",
    "«",
    "»",
    "> ",
    "> b ^AB\n",
    "“b ^AB”",
];

/// What nobody sees.
const BLANKS: &[&str] = &[
    " ", "\n", "\r\n", "\t", "\u{a0}", "\u{85}", "\u{2028}", "\u{3000}", "\u{200b}", "\u{200d}", "\u{feff}",
    "\u{fe0f}",
];

const FIELDS: &[&str] = &["{initials}", "{name}", "{role}", "{team}", "{date}"];
const ALREADY: &[&str] =
    &[r"\^[a-z]{2}$", r"#?ad\b", "^thanks", r"newsdesk\s*$", r"(?:^|\W)views my .{1,9}", r"- .{1,20}\s*$"];

fn text() -> impl Strategy<Value = String> {
    let part = prop::sample::select(PARTS);
    prop_oneof!["\\PC{0,20}", prop::collection::vec(part, 0..10).prop_map(|parts| parts.concat())]
}

fn blank() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(BLANKS), 0..6).prop_map(|parts| parts.concat())
}

fn wording() -> impl Strategy<Value = String> {
    let part = prop_oneof![4 => prop::sample::select(PARTS), 1 => prop::sample::select(FIELDS)];
    prop_oneof!["\\PC{1,12}", prop::collection::vec(part, 1..4).prop_map(|parts| parts.concat())]
}

fn variants() -> impl Strategy<Value = Value> {
    let list = || {
        prop::collection::vec(wording(), 1..4).prop_map(|mut list| {
            list.sort_by_key(|wording| std::cmp::Reverse(wording.len()));
            list
        })
    };
    let languages = prop::sample::select(vec!["cy", "en", "fr", "cy+en"]);
    let lists = prop::collection::btree_map(languages, list(), 1..4);
    prop_oneof![list().prop_map(|list| json!(list)), lists.prop_map(|lists| json!(lists))]
}

/// A sign-off that applies everywhere.
fn sign_off() -> impl Strategy<Value = Value> {
    let position = prop::sample::select(vec!["start", "end", "own-line"]);
    let already = prop::collection::vec(prop::sample::select(ALREADY), 0..2);
    (variants(), position, already, prop::option::of(1..31_usize)).prop_map(
        |(variants, position, already, within)| {
            let within = within.filter(|_| position == "start");
            json!({
                "message": "", "source": {"title": ""}, "variants": variants, "position": position,
                "already": already, "within": within,
            })
        },
    )
}

fn policy() -> impl Strategy<Value = Policy> {
    prop::collection::vec(sign_off(), 1..5).prop_filter_map("a wording is refused", |mut sign_offs| {
        for (nth, sign_off) in sign_offs.iter_mut().enumerate() {
            sign_off["id"] = json!(format!("sign-off/{nth}"));
        }
        let policy = json!({
            "format": "countersign-policy/1", "id": "any", "name": "Any", "version": 1, "sign_offs": sign_offs,
        });
        let policy = Policy::from_json(&policy.to_string()).unwrap();
        Engine::new(policy.clone()).is_ok().then_some(policy)
    })
}

fn context() -> impl Strategy<Value = Context> {
    let site = prop::sample::select(SITES.iter().map(|site| site.id).collect::<Vec<_>>());
    let languages = prop::collection::vec(prop::sample::select(vec!["cy", "en", "fr"]), 0..3);
    let (field, limit) = (|| prop_oneof![wording(), Just(String::new())], prop::option::of(0..80_usize));
    (site, languages, limit, field(), field(), field(), field()).prop_map(
        |(site, languages, limit, initials, name, role, team)| Context {
            site: Some(site.to_owned()),
            languages: languages.into_iter().map(ToOwned::to_owned).collect(),
            limit,
            profile: profile::Profile { initials, name, role, team },
            now: "2024-07-04T22:00:00+01:00".parse().ok(),
            ..Context::default()
        },
    )
}

/// What opens and closes a quotation, in several languages.
const QUOTATIONS: &[(&str, &str)] =
    &[("“", "”"), ("\"Is ", "\""), ("„", "“"), ("« ", " »"), ("「", "」"), ("> ", "\nWell")];

/// The engines of the policies in this repository.
fn engines() -> &'static [Engine] {
    static ENGINES: LazyLock<Vec<Engine>> = LazyLock::new(|| {
        let load = |name: &str| source::load(&Path::new("policies").join(name)).unwrap().engine;
        ["example", "catalogue"].map(load).into()
    });
    &ENGINES
}

fn signed(text: &str, report: &Report) -> String {
    finding::apply(text, &report.edits)
}

/// More cases than usual, as the texts and the sign-offs vary both. `PROPTEST_CASES` asks for more still.
fn config() -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig { cases: usual.cases.max(1_000), max_local_rejects: u32::MAX, ..usual }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn signed_once_is_signed(policy in policy(), context in context(), text in text()) {
        let engine = Engine::new(policy).unwrap();
        let draft = Draft::new(&text);
        let report = engine.check(&draft, &context);
        let signed = signed(&text, &report);
        let draft = Draft::new(&signed);
        let again = engine.check(&draft, &context);
        prop_assert!(again.edits.is_empty(), "{signed:?} gets {:?}", again.edits);
        for (before, after) in report.sign_offs.iter().zip(&again.sign_offs) {
            let there = matches!(before.status, Status::Present | Status::WillBeAdded);
            prop_assert!(!there || after.status == Status::Present, "{signed:?}: {before:?}, then {after:?}");
        }
    }

    #[test]
    fn what_the_poster_wrote_stays(policy in policy(), context in context(), text in text()) {
        let engine = Engine::new(policy).unwrap();
        let draft = Draft::new(&text);
        let edits = engine.check(&draft, &context).edits;
        let places: Vec<_> = edits.iter().map(|edit| (edit.span.start, edit.span.end)).collect();
        let edges = [(0, 0), (text.len(), text.len())];
        prop_assert!(places.is_empty() || places == edges || places == edges[..1] || places == edges[1..]);
        // Nothing that the site links in it grows, shrinks or goes. What X links at the very start of a text, behind
        // half a word in another alphabet, it does not link behind a space: that is its own.
        let gap = if places.contains(&(0, 0)) { " " } else { "" };
        let signed = finding::apply(&text, &edits);
        let site = context.site.as_deref().unwrap();
        let words = |text: &str| {
            entities(site, text).iter().map(|entity| entity.text(text).to_owned()).collect::<Vec<_>>()
        };
        let (mut after, before) = (words(&signed).into_iter(), words(&format!("{gap}{text}")));
        prop_assert!(before.iter().all(|word| after.any(|other| other == *word)), "{before:?} in {signed:?}");
    }

    #[test]
    fn what_is_added_fits(policy in policy(), context in context(), text in text()) {
        let engine = Engine::new(policy).unwrap();
        let draft = Draft::new(&text);
        let report = engine.check(&draft, &context);
        let fits = context.count(&signed(&text, &report)).unwrap().fits();
        prop_assert!(report.edits.is_empty() || fits, "{:?}", report.edits);
        let refused = report.sign_offs.iter().filter(|one| one.status == Status::DoesNotFit).count();
        prop_assert!(refused == 0 || report.edits.is_empty());
    }

    #[test]
    fn nothing_is_added_to_what_is_no_post(policy in policy(), context in context(), text in blank()) {
        let engine = Engine::new(policy).unwrap();
        let report = engine.check(&Draft::new(&text), &context);
        prop_assert!(report.edits.is_empty() && report.findings.is_empty(), "{report:?}");
        prop_assert!(report.sign_offs.iter().all(|one| one.status == Status::NothingToSign));
        let media = vec![post::Media { kind: post::MediaKind::Image, alt: None }];
        let report = engine.check(&Draft::new(&text), &Context { media, ..context });
        prop_assert!(report.sign_offs.iter().all(|one| one.status != Status::NothingToSign));
    }

    #[test]
    fn nor_by_the_policies_that_are_here(context in context(), text in blank(), surface in 0..3_usize, part in 1..4_usize) {
        let surface = [post::Surface::Post, post::Surface::Reply, post::Surface::Quote][surface];
        let thread = Some(post::ThreadPart { part, of: 3 });
        for engine in engines() {
            for account in [post::AccountKind::Corporate, post::AccountKind::Official, post::AccountKind::Personal] {
                let context = Context { surface, thread, account: Some(account), ..context.clone() };
                let report = engine.check(&Draft::new(&text), &context);
                prop_assert!(report.edits.is_empty(), "{:?}", report.edits);
                prop_assert!(report.findings.iter().all(|finding| finding.kind != "sign-off"));
            }
        }
    }

    /// What is said in a quotation does not sign what is said around it.
    #[test]
    fn a_quotation_signs_nothing(marks in 0..QUOTATIONS.len(), words in "[A-Za-z,’ ]{0,12}", after in "( [a-z]{1,9}){1,3}") {
        let (open, close) = QUOTATIONS[marks];
        let sign_off = json!({"id": "a", "message": "", "source": {"title": ""}, "variants": ["^{initials}"], "already": [r"\^[a-z]{2,4}\s*$"]});
        let policy = json!({"format": "countersign-policy/1", "id": "any", "name": "Any", "version": 1, "sign_offs": [sign_off]});
        let engine = Engine::new(Policy::from_json(&policy.to_string()).unwrap()).unwrap();
        let profile = profile::Profile { initials: "AB".to_owned(), ..profile::Profile::default() };
        let context = Context { profile, ..Context::default() };
        let text = format!("{open}{words} ^AB{close}{after}");
        prop_assert_eq!(signed(&text, &engine.check(&Draft::new(&text), &context)), format!("{text} ^AB"));
        let text = format!("{open}{words}{close}{after} ^AB");
        prop_assert_eq!(signed(&text, &engine.check(&Draft::new(&text), &context)), text);
    }

    #[test]
    fn variants_come_back_as_they_were_written(variants in variants()) {
        let read: Variants = serde_json::from_value(variants.clone()).unwrap();
        prop_assert_eq!(serde_json::to_value(read).unwrap(), variants);
    }
}
