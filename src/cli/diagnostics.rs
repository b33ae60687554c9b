//! A report for people: each finding with its words marked in the draft, and the verdict in a sentence.

use crate::length::{room, unit};
use crate::{Failure, account};
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet, normalize_untrusted_str};
use countersign::finding::Clearance;
use countersign::sign_off::Status;
use countersign::wire::{Decision, FindingOut, ReportOut, SignOffOut};
use countersign::{Policy, Severity};
use std::io::Write;

/// Writes the report on a draft that messages call `name`.
pub(crate) fn write(
    report: &ReportOut,
    policy: &Policy,
    draft: &str,
    name: &str,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let renderer = Renderer::styled().decor_style(DecorStyle::Ascii);
    for finding in &report.findings {
        writeln!(out, "{}\n", renderer.render(&[diagnostic(finding, draft, name)]))?;
    }
    if let Some(count) = &report.count {
        let (unit, room) = (unit(count.unit), room(count.remaining));
        writeln!(out, "Length: {} of {} {unit}, {room}.", count.count, count.limit)?;
    }
    if let Some(cut) = &report.cut {
        writeln!(out, "Checked: only the first {} of {} characters.", cut.checked, cut.total)?;
    }
    for sign_off in &report.sign_offs {
        writeln!(out, "Sign-off: {}", sign_off_in_words(sign_off))?;
    }
    writeln!(
        out,
        "Policy: {}, version {}.",
        normalize_untrusted_str(&report.policy.name),
        report.policy.version
    )?;
    writeln!(out, "Account: {}", account::in_words(&report.verdict.grounds, policy))?;
    writeln!(out, "Verdict: {}", verdict_in_words(report))?;
    Ok(())
}

fn diagnostic<'a>(finding: &'a FindingOut, draft: &'a str, name: &'a str) -> Group<'a> {
    let title = level(finding.severity).primary_title(&finding.message).id(&finding.rule);
    let group = if finding.places.is_empty() {
        Group::with_title(title)
    } else {
        let marks =
            finding.places.iter().map(|place| AnnotationKind::Primary.span(place.bytes.0..place.bytes.1));
        title.element(Snippet::source(draft).path(name).annotations(marks))
    };
    group.elements(
        remarks(finding)
            .into_iter()
            .map(|(label, text)| Level::NOTE.with_name(label).message(normalize_untrusted_str(&text))),
    )
}

/// What comes under a finding: where the rule comes from, and the ways to deal with it.
fn remarks(finding: &FindingOut) -> Vec<(&'static str, String)> {
    let source = &finding.source;
    let link = source.url.as_ref().map(|url| format!(" <{url}>")).unwrap_or_default();
    let mut remarks = vec![("source", format!("{}{link}", source.title))];
    remarks.extend(finding.fix.as_ref().map(|fix| ("fix", fix.label.clone())));
    if let Some(question) = &finding.question {
        let answer = |releases| if releases { "releases the post" } else { "holds the post" };
        let answers = question.answers.iter();
        let answers: Vec<_> =
            answers.map(|choice| format!("“{}” {}", choice.answer, answer(choice.releases))).collect();
        remarks.push(("question", format!("{} {}", question.ask, answers.join(", "))));
    }
    let clearance = if finding.cleared { Clearance::NotNeeded } else { finding.clearance };
    // A finding about a sign-off already says what to change.
    if finding.kind != "sign-off" || clearance != Clearance::Never {
        remarks.push(("to go on", clearance_in_words(clearance).to_owned()));
    }
    remarks
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Note => Level::NOTE.with_name("note"),
        Severity::Warn => Level::WARNING.with_name("warn"),
        Severity::Ask => Level::INFO.with_name("ask"),
        Severity::Block => Level::ERROR.with_name("block"),
    }
}

fn clearance_in_words(clearance: Clearance) -> &'static str {
    match clearance {
        Clearance::NotNeeded => "nothing has to be done",
        Clearance::Confirm => "change the words, or confirm in one click",
        Clearance::Answer => "answer the question",
        Clearance::Reason => "change the words, or give a reason",
        Clearance::SecondPerson => "change the words, or have a colleague agree",
        Clearance::Never => "change the words",
    }
}

fn sign_off_in_words(sign_off: &SignOffOut) -> String {
    let id = &sign_off.id;
    match sign_off.status {
        Status::Present => format!("there already ({id})."),
        Status::WillBeAdded => {
            let [text, why] = [&sign_off.text, &sign_off.message].map(|text| normalize_untrusted_str(text));
            format!("“{text}” will be added ({id}). {why}")
        }
        Status::Missing => {
            let text = normalize_untrusted_str(&sign_off.text);
            format!("“{text}” is missing, and is not added, as the policy only watches ({id}).")
        }
        Status::DoesNotFit => format!("does not fit ({id})."),
        Status::Incomplete => format!("cannot be added yet ({id})."),
        Status::NothingToSign => format!("is added once there is something to post ({id})."),
    }
}

fn verdict_in_words(report: &ReportOut) -> String {
    let held = || rules(report, &report.verdict.findings);
    match report.verdict.decision {
        Decision::Release if report.count.as_ref().is_some_and(|count| count.remaining < 0) => {
            "nothing is held, as the policy only watches, but the site may refuse this as too long."
                .to_owned()
        }
        Decision::Release => "this may be posted as it is.".to_owned(),
        Decision::AddSignOffs => "this may be posted; the sign-off is added first.".to_owned(),
        Decision::Ask => format!("answer first: {}.", held()),
        Decision::Hold => format!("held, because of {}.", held()),
    }
}

/// The rules of the findings with these keys, each listed once.
fn rules(report: &ReportOut, keys: &[String]) -> String {
    let mut rules: Vec<&str> = Vec::new();
    for finding in report.findings.iter().filter(|finding| keys.contains(&finding.key)) {
        if !rules.contains(&finding.rule.as_str()) {
            rules.push(&finding.rule);
        }
    }
    rules.join(", ")
}
