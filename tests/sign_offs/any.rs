//! Any policy with sign-offs, any context and any text.

use countersign::sites::SITES;
use countersign::{Context, Engine, Policy, profile};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Parts of texts and wordings: sign-offs, longer forms they could become, and characters that are normalised, joined
/// or removed.
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

/// Invisible text.
const BLANKS: &[&str] = &[
    " ", "\n", "\r\n", "\t", "\u{a0}", "\u{85}", "\u{2028}", "\u{3000}", "\u{200b}", "\u{200d}", "\u{feff}",
    "\u{fe0f}",
];

const FIELDS: &[&str] = &["{initials}", "{name}", "{role}", "{team}", "{date}"];
const ALREADY: &[&str] =
    &[r"\^[a-z]{2}$", r"#?ad\b", "^thanks", r"newsdesk\s*$", r"(?:^|\W)views my .{1,9}", r"- .{1,20}\s*$"];

pub(crate) fn text() -> impl Strategy<Value = String> {
    let part = prop::sample::select(PARTS);
    prop_oneof!["\\PC{0,20}", prop::collection::vec(part, 0..10).prop_map(|parts| parts.concat())]
}

pub(crate) fn blank() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(BLANKS), 0..6).prop_map(|parts| parts.concat())
}

pub(crate) fn wording() -> impl Strategy<Value = String> {
    let part = prop_oneof![4 => prop::sample::select(PARTS), 1 => prop::sample::select(FIELDS)];
    prop_oneof!["\\PC{1,12}", prop::collection::vec(part, 1..4).prop_map(|parts| parts.concat())]
}

pub(crate) fn variants() -> impl Strategy<Value = Value> {
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
pub(crate) fn sign_off() -> impl Strategy<Value = Value> {
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

pub(crate) fn policy() -> impl Strategy<Value = Policy> {
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

pub(crate) fn context() -> impl Strategy<Value = Context> {
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
