//! Properties of the catalogue's fixes: none changes a name or a quotation, and none writes anything that another rule
//! objects to.

#![allow(clippy::unwrap_used, reason = "a property that does not hold panics")]

use countersign::authoring::source;
use countersign::{Context, Draft, Engine, Finding, Span, finding, profile};
use proptest::prelude::*;
use std::path::Path;
use std::sync::LazyLock;

static CATALOGUE: LazyLock<Engine> =
    LazyLock::new(|| source::load(Path::new("policies/catalogue")).unwrap().engine);

/// Names and quotations that contain words the catalogue's rules replace.
const VERBATIM: &str = "chairman@example.gov.uk|info@utilise.example.gov.uk|etc@example.gov.uk|the.chairman+etc@color.example|\
    @chairman@example.social|@chairman|@dept.color|https://abc.gov.uk/utilise/prior-to|HTTP://color.example/?etc=1#12noon|\
    utilise.gov.uk|my-color.org.uk/etc|www.utilise.example|utilise.docx|plans/etc_utilise.PDF|C:\\utilise\\etc|~/color|\
    /utilise|:utilise:|:color_etc:|mailto:chairman|“We utilise  the the color, etc”|\"SHOUT IT OUT LOUD\"|‘the residents’ color’|\
    «utilise 𝗡𝗲𝘄 color»|“#mentalhealthday on Saturday 15 June 2024”|“Food & Rural 9am-5pm, 5 per cent”|> we utilise the the color\n|\
    “https://color.example/etc!!”";
/// Words that the catalogue's rules replace, and others.
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
            // A quoted line begins with `>`.
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
    let site = Some(site.to_owned());
    Context { site, now: "2027-04-01T10:00:00+01:00".parse().ok(), profile, ..Context::default() }
}

/// The positions of a fix's words in the fixed text, with the positions in the draft.
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
    /// All rules of the catalogue, except those about addresses and links themselves.
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
}
