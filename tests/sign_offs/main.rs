//! Properties of sign-offs, whatever their wordings and whatever the poster types: a post is signed only once, the
//! poster's text stays as it is, and what is added fits.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a property that does not hold panics"
)]

mod any;

use any::{blank, context, policy, text, variants};
use countersign::authoring::source;
use countersign::policy::Variants;
use countersign::sign_off::Status;
use countersign::sites::entities;
use countersign::{Context, Draft, Engine, Policy, Report, finding, post, profile};
use proptest::prelude::*;
use serde_json::json;
use std::path::Path;
use std::sync::LazyLock;

/// Opening and closing quotation marks, in several languages.
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

/// More cases than usual, because both the texts and the sign-offs vary. `PROPTEST_CASES` can set still more.
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
        // Every link in the draft stays a link of the same length. At the very start of a text, X links some words
        // after half a word in another alphabet, which it does not link after a space. That is X's own quirk.
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
        let is_asked = report.findings.iter().any(|finding| finding.kind == "sign-off");
        prop_assert!(report.edits.is_empty() && !is_asked, "{report:?}");
        prop_assert!(report.sign_offs.iter().all(|one| one.status == Status::NothingToSign));
        let media = vec![post::Media { kind: post::MediaKind::Image, alt: None }];
        let report = engine.check(&Draft::new(&text), &Context { media, ..context });
        prop_assert!(report.sign_offs.iter().all(|one| one.status != Status::NothingToSign));
    }

    /// A sign-off inside a quotation does not sign the text around it.
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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn nor_do_the_policies_that_are_here(
        context in context(), text in blank(), surface in 0..3_usize, part in 1..4_usize,
    ) {
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
}
