//! Runs the tests that rules and sign-offs carry.
//!
//! A rule that matches nothing looks just like a rule that nobody breaks. So every rule must be seen to match once and
//! not to match once, or its policy is not packed.

use super::source::{Case, EntryTests, Expected, Loaded, SourceError};
use crate::finding::apply;
use crate::policy::Policy;
use crate::sign_off::Status;
use crate::wire::Request;
use crate::{Context, Draft, Engine, Finding, Severity};

/// How the tests of a policy went.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// How many tests were run.
    pub run: usize,
    /// What failed, and where its test is.
    pub failures: Vec<SourceError>,
}

/// Runs all tests of a policy.
#[must_use]
pub fn run(loaded: &Loaded) -> Outcome {
    let mut outcome = Outcome::default();
    for tests in &loaded.tests {
        outcome.failures.extend(untested(tests));
        let solo = Solo::of(&loaded.engine, &tests.entry);
        for case in &tests.cases {
            outcome.run += 1;
            let failure = solo.run(case).err();
            outcome.failures.extend(failure.map(|message| SourceError {
                place: case.place.clone(),
                message: format!("{}: {message}", tests.entry),
            }));
        }
    }
    outcome
}

/// Says which sort of test is missing.
fn untested(tests: &EntryTests) -> Option<SourceError> {
    let cases = || tests.cases.iter();
    let adds =
        |case: &Case| matches!(&case.expected, Expected::Signed(signed) if *signed != case.request.text);
    let speaks = |case: &Case| matches!(case.expected, Expected::Breaks { .. }) || adds(case);
    let missing = match (cases().any(speaks), cases().all(speaks)) {
        (true, false) => return None,
        // `all` is also true if there are no tests.
        (false, true) => "has no tests. Add one draft that breaks it and one that complies",
        (false, false) => "has no test that shows it at work. Add a draft that breaks it, or that it signs",
        (true, true) => {
            "has no test that shows it keeping silent. Add a draft that complies, or that is signed already"
        }
    };
    let message = format!("{} {missing}, under “tests”.", tests.entry);
    Some(SourceError { place: tests.place.clone(), message })
}

/// One rule; or one sign-off with nothing else in the policy, since other sign-offs would sign the draft as well.
enum Solo<'a> {
    Rule { engine: &'a Engine, id: &'a str },
    SignOff { alone: Option<Box<Engine>>, engine: &'a Engine },
}

impl<'a> Solo<'a> {
    fn of(engine: &'a Engine, id: &'a str) -> Self {
        let policy = engine.policy();
        let Some(sign_off) = policy.sign_offs.iter().find(|sign_off| sign_off.id == id) else {
            return Self::Rule { engine, id };
        };
        let alone = Policy { rules: Vec::new(), sign_offs: vec![sign_off.clone()], ..policy.clone() };
        Self::SignOff { alone: Engine::new(alone).ok().map(Box::new), engine }
    }

    /// Runs one test, or says how the result differed.
    fn run(&self, case: &Case) -> Result<(), String> {
        match (self, &case.expected) {
            (Self::Rule { engine, id }, Expected::Breaks { fixed }) => {
                let (text, found) = findings(engine, id, &case.request);
                if found.is_empty() {
                    return Err(
                        "this draft should break the rule, and the rule finds nothing in it.".to_owned()
                    );
                }
                fixed.as_ref().map_or(Ok(()), |expected| {
                    is_fixed(&text, &found, expected)?;
                    still_breaks(engine, id, &case.request, expected)
                })
            }
            (Self::Rule { engine, id }, _) => {
                let (text, found) = findings(engine, id, &case.request);
                let Some(finding) = found.first() else { return Ok(()) };
                let words = finding.spans.first().and_then(|span| text.get(span.start..span.end));
                let what = words.map_or_else(
                    || format!("the rule says of the whole draft: “{}”", finding.message),
                    |words| format!("the rule finds “{words}”."),
                );
                Err(format!("this draft should comply with the rule, and {what}"))
            }
            (Self::SignOff { alone, engine }, Expected::Signed(expected)) => {
                alone.as_ref().map_or(Ok(()), |alone| is_signed(alone, &case.request, expected))?;
                breaks_nothing(engine, &case.request, expected)
            }
            // A sign-off's tests have only the keys of sign-off tests, so nothing else can occur.
            (Self::SignOff { .. }, _) => Ok(()),
        }
    }
}

fn findings(engine: &Engine, rule: &str, request: &Request) -> (String, Vec<Finding>) {
    let (draft, context, _) = request.clone().split();
    let mut findings = engine.check(&draft, &context).findings;
    findings.retain(|finding| finding.rule == rule);
    (draft.text().to_owned(), findings)
}

fn is_fixed(text: &str, findings: &[Finding], expected: &str) -> Result<(), String> {
    let edits: Vec<_> = findings
        .iter()
        .filter_map(|finding| finding.fix.as_ref())
        .flat_map(|fix| fix.edits.clone())
        .collect();
    if edits.is_empty() {
        return Err(
            "the test names a fixed text, and the rule has no fix. Add one, or remove “fixed”.".to_owned()
        );
    }
    let fixed = apply(text, &edits);
    if fixed == expected {
        return Ok(());
    }
    Err(format!("the fix should give “{expected}”, and gives “{fixed}”."))
}

/// If a fix broke the rule again, the poster would be clicking for ever.
fn still_breaks(engine: &Engine, rule: &str, request: &Request, fixed: &str) -> Result<(), String> {
    let again = Request { text: fixed.to_owned(), ..request.clone() };
    if findings(engine, rule, &again).1.is_empty() {
        return Ok(());
    }
    Err(format!("the fixed text “{fixed}” breaks the rule again."))
}

fn is_signed(engine: &Engine, request: &Request, expected: &str) -> Result<(), String> {
    let (draft, context, _) = request.clone().split();
    let signed = signed(engine, &draft, &context)?;
    if signed != expected {
        return Err(format!("the signed text should be “{expected}”, and is “{signed}”."));
    }
    let again = self::signed(engine, &Draft::new(&signed), &context)?;
    if again != signed {
        return Err(format!("signing twice adds it twice: “{again}”. Extend “already”."));
    }
    Ok(())
}

/// If a sign-off broke a rule, the post would be held for something the poster did not write.
fn breaks_nothing(engine: &Engine, request: &Request, signed: &str) -> Result<(), String> {
    let broken = |text: &str| {
        let (draft, context, _) = Request { text: text.to_owned(), ..request.clone() }.split();
        let mut findings = engine.check(&draft, &context).findings;
        findings.retain(|finding| finding.kind != "sign-off" && finding.severity >= Severity::Ask);
        findings
    };
    let before = broken(&request.text);
    let new = |finding: &Finding| before.iter().all(|other| other.rule != finding.rule);
    let Some(Finding { rule, .. }) = broken(signed).into_iter().find(new) else { return Ok(()) };
    Err(format!(
        "the signed text “{signed}” breaks {rule}, and the draft did not. Change the wording or the rule."
    ))
}

fn signed(engine: &Engine, draft: &Draft, context: &Context) -> Result<String, String> {
    let report = engine.check(draft, context);
    let stuck = |status| matches!(status, Status::DoesNotFit | Status::Incomplete);
    if report.sign_offs.iter().any(|planned| stuck(planned.status)) {
        let reasons: Vec<_> = report.findings.iter().map(|finding| finding.message.as_str()).collect();
        return Err(format!("the sign-off cannot be added: {}", reasons.join(" ")));
    }
    Ok(apply(draft.text(), &report.edits))
}
