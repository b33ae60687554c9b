//! Properties that hold for every text, whatever the poster types.

#![allow(clippy::unwrap_used, reason = "a property that does not hold panics")]

use countersign::authoring::source;
use countersign::gate::Decision;
use countersign::sign_off::Status;
use countersign::sites::SITES;
use countersign::{Answers, Context, Draft, Engine, Policy, draft, finding, gate, profile};
use proptest::prelude::*;
use std::path::Path;
use std::sync::LazyLock;

static EXAMPLE: LazyLock<Engine> =
    LazyLock::new(|| source::load(Path::new("policies/example")).unwrap().engine);

/// Sign-offs at both ends, in several wordings, that all apply everywhere.
static SIGNING: LazyLock<Engine> = LazyLock::new(|| {
    let policy = r##"{
        "format": "countersign-policy/1", "id": "signing", "name": "Signing", "version": 1,
        "sign_offs": [
            {"id": "ad", "message": "", "source": {"title": ""}, "variants": ["Ad:"], "position": "start"},
            {"id": "who", "message": "", "source": {"title": ""}, "variants": ["^{initials}"], "position": "end"},
            {"id": "team", "message": "", "source": {"title": ""}, "position": "own-line",
             "variants": ["— {team}, Department for Example", "— {team}", "#DfE"]}
        ]
    }"##;
    Engine::new(Policy::from_json(policy).unwrap()).unwrap()
});

fn context(site: &str) -> Context {
    let profile =
        profile::Profile { initials: "AB".to_owned(), team: "Newsdesk".to_owned(), ..Default::default() };
    Context { site: Some(site.to_owned()), profile, ..Context::default() }
}

/// Any text, and texts made of words that rules look for.
fn texts() -> impl Strategy<Value = String> {
    let parts = prop::sample::select(vec![
        "utilise",
        "L\u{430}bour",
        "AB123456C",
        "AB\u{200b} 12 34 56 C",
        "kim@example.com",
        "we will announce",
        "12 noon",
        "👩‍👩‍👧",
        "e\u{301}",
        "\n\n",
        " ",
        "https://example.com/a",
        "^AB",
        "— Newsdesk",
        "Ad:",
        "#",
        "ﬁ",
        "İ",
    ]);
    prop_oneof!["\\PC{0,60}", prop::collection::vec(parts, 0..12).prop_map(|parts| parts.concat())]
}

proptest! {
    #[test]
    fn places_are_of_the_draft_and_in_its_order(text in texts(), site in "x|bluesky|mastodon|nowhere") {
        let draft = Draft::new(&text);
        let report = EXAMPLE.check(&draft, &context(&site));
        let mut last = 0;
        for finding in &report.findings {
            for span in &finding.spans {
                prop_assert!(span.start < span.end, "{finding:?}");
                prop_assert!(text.get(span.start..span.end).is_some(), "{finding:?}");
            }
            let start = finding.spans.first().map_or(usize::MAX, |span| span.start);
            prop_assert!(last <= start, "{:?}", report.findings);
            last = start;
        }
    }

    #[test]
    fn fixes_leave_text_and_do_not_overlap(text in texts()) {
        for finding in EXAMPLE.check(&Draft::new(&text), &context("x")).findings {
            let Some(fix) = finding.fix else { continue };
            let ordered = finding::in_order(&fix.edits);
            for pair in ordered.windows(2) {
                if let [first, second] = pair {
                    prop_assert!(first.span.end <= second.span.start, "{fix:?}");
                }
            }
            for edit in ordered {
                prop_assert!(text.get(edit.span.start..edit.span.end).is_some(), "{fix:?}");
            }
        }
    }

    #[test]
    fn signed_once_is_signed(text in texts(), site in "x|bluesky|mastodon") {
        let context = context(&site);
        let report = SIGNING.check(&Draft::new(&text), &context);
        let verdict = gate::decide(&report, &Answers::default());
        if verdict.decision != Decision::AddSignOffs {
            return Ok(());
        }
        let edits = verdict.edits;
        prop_assert!(edits.len() <= 2, "{edits:?}");
        let signed = finding::apply(&text, &edits);
        let again = SIGNING.check(&Draft::new(&signed), &context);
        prop_assert_eq!(gate::decide(&again, &Answers::default()).decision, Decision::Release, "{:?}", signed);
        prop_assert_ne!(again.seal, report.seal);
        prop_assert!(again.sign_offs.iter().all(|sign_off| sign_off.status == Status::Present));
        prop_assert!(again.count.is_some_and(|count| count.fits()));
    }

    /// The site would refuse it, so it is never reported as ready, whatever the policy says.
    #[test]
    fn what_is_too_long_for_the_site_is_held(
        text in texts(),
        times in 1..40_usize,
        site in prop::sample::select(SITES.iter().map(|site| site.id).collect::<Vec<_>>()),
        limit in prop::option::of(0..200_usize),
    ) {
        let context = Context { limit, ..context(site) };
        let report = SIGNING.check(&Draft::new(&text.repeat(times)), &context);
        let is_long = report.count.is_some_and(|count| !count.fits());
        prop_assert_eq!(report.findings.iter().any(|finding| finding.rule == "countersign/too-long"), is_long);
        if is_long {
            prop_assert_eq!(gate::decide(&report, &Answers::default()).decision, Decision::Hold);
        }
    }
}

#[test]
fn a_draft_over_the_limit_is_never_released() {
    let report = SIGNING.check(&Draft::new(&"a ".repeat(draft::MAX_CHARACTERS)), &Context::default());
    let cut = report.findings.iter().find(|finding| finding.rule == "countersign/only-a-part-was-checked");
    assert!(cut.unwrap().message.starts_with("Only the first 100000 of 200000 characters were checked."));
    assert_eq!(gate::decide(&report, &Answers::default()).decision, Decision::Hold);
    let other = format!("{}b ", "a ".repeat(draft::MAX_CHARACTERS - 1));
    let other = SIGNING.check(&Draft::new(&other), &Context::default());
    assert_ne!(report.seal, other.seal, "what is not checked is sealed as well");
}
