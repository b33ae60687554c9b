//! What must hold for every policy and every draft, however odd.

use countersign::wire::{self, Decision, EditOut, PlaceOut, ReportOut, Request};
use countersign::{Edit, Engine, Policy, Span, finding, sign_off::Status};
use serde_json::Value;

/// Asks about a draft under a policy.
///
/// # Panics
/// Panics if something does not hold. It is fine for a policy or a request to be refused if the refusal says why.
pub fn hold(policy: &str, request: &Value) {
    let policy = match Policy::from_json(policy) {
        Ok(policy) => policy,
        Err(error) => return assert!(!error.to_string().is_empty()),
    };
    assert_eq!(Policy::from_json(&policy.to_json()).as_ref(), Ok(&policy), "it is read as it was written");
    let engine = match Engine::new(policy) {
        Ok(engine) => engine,
        Err(error) => return assert!(error.problems().iter().all(|problem| !problem.message.is_empty())),
    };
    let Ok(request) = serde_json::from_value::<Request>(request.clone()) else { return };
    let report = wire::answer(&engine, request.clone());
    assert_eq!(wire::answer(&engine, request.clone()), report, "the same question has the same answer");
    serde_json::to_string(&report).expect("a report can be sent");
    findings(&request.text, &report);
    verdict(&request.text, &report);
    signed_once(&engine, request, &report);
}

/// Places are inside the text and in order, and their words are the ones found there; a fix can be applied.
fn findings(text: &str, report: &ReportOut) {
    let mut last = 0;
    for found in &report.findings {
        assert_eq!(found.places.len(), found.words.len(), "{found:?}");
        for (place, words) in found.places.iter().zip(&found.words) {
            assert_eq!(under(text, place), words, "{found:?}");
            assert!(!words.is_empty(), "a place has words: {found:?}");
        }
        let start = found.places.first().map_or(usize::MAX, |place| place.bytes.0);
        assert!(last <= start, "in the order of the text: {:?}", report.findings);
        last = start;
        if let Some(fix) = &found.fix {
            assert!(!fix.edits.is_empty(), "a fix does something: {found:?}");
            apply(text, &fix.edits);
        }
    }
}

/// The text at a place, which must be the same by bytes and by UTF-16.
fn under<'a>(text: &'a str, place: &PlaceOut) -> &'a str {
    let (start, end) = place.bytes;
    let at = |byte: usize| text.get(..byte).map(|before| before.encode_utf16().count());
    assert_eq!((at(start), at(end)), (Some(place.utf16.0), Some(place.utf16.1)), "{place:?}");
    text.get(start..end).unwrap_or_else(|| panic!("{place:?} is not a place in the text"))
}

/// The text with these edits, which must not overlap.
fn apply(text: &str, edits: &[EditOut]) -> String {
    for edit in edits {
        under(text, &PlaceOut { bytes: edit.bytes, utf16: edit.utf16 });
    }
    for (one, other) in edits.iter().zip(edits.iter().skip(1)) {
        assert!(one.bytes.1 <= other.bytes.0, "edits overlap: {edits:?}");
    }
    let edit =
        |edit: &EditOut| Edit { span: Span::new(edit.bytes.0, edit.bytes.1), insert: edit.insert.clone() };
    finding::apply(text, &edits.iter().map(edit).collect::<Vec<_>>())
}

/// The verdict names findings in the report, and has edits only where it adds sign-offs.
fn verdict(text: &str, report: &ReportOut) {
    let verdict = &report.verdict;
    let known = |key: &String| report.findings.iter().any(|found| &found.key == key && !found.cleared);
    assert!(verdict.findings.iter().all(known), "{verdict:?}");
    let holds = matches!(verdict.decision, Decision::Hold | Decision::Ask);
    assert_eq!(holds, !verdict.findings.is_empty(), "{verdict:?}");
    assert_eq!(verdict.decision == Decision::AddSignOffs, !verdict.edits.is_empty(), "{verdict:?}");
    apply(text, &verdict.edits);
}

/// Once signed, a draft stays signed: if it is checked again, nothing more is added.
fn signed_once(engine: &Engine, request: Request, report: &ReportOut) {
    if report.verdict.decision != Decision::AddSignOffs {
        return;
    }
    let text = apply(&request.text, &report.verdict.edits);
    let again = wire::answer(engine, Request { text: text.clone(), ..request });
    assert!(again.verdict.edits.is_empty(), "signed twice: {text:?} {:?}", again.verdict);
    let missing = again.sign_offs.iter().find(|sign_off| {
        let before = report.sign_offs.iter().find(|before| before.id == sign_off.id);
        before.is_some_and(|before| before.status != sign_off.status) && sign_off.status != Status::Present
    });
    assert_eq!(missing, None, "signed and not seen: {text:?}");
}
