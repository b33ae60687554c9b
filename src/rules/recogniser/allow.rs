//! The values that a rule lets through. Each belongs to the recognisers that recognise it, and lets only itself
//! through. Recognisers differ in what they take for the same value (for a telephone number, its digits), so none
//! checks another's values.

use crate::finding::Span;
use crate::reading::patterns::Lazy;
use crate::recognisers::{Recogniser, code, is_whole_value};
use crate::rules::SettingsError;
use crate::text::normalise::normal;

/// The recogniser that the forms `@domain` and `@*.domain` are for.
const EMAIL: &str = "email-address";

/// The values that one recogniser lets through.
#[derive(Debug, Default)]
pub(super) struct Allowed {
    values: Vec<Value>,
    /// Domains whose mailboxes are all fine. With a leading dot, it is the subdomains whose mailboxes are.
    domains: Vec<String>,
}

#[derive(Debug)]
struct Value {
    /// The value in the recogniser's own form.
    canonical: String,
    /// The letters and digits of the value.
    plain: String,
}

/// A place that is let through, and the allowed value that it has.
#[derive(Debug)]
pub(super) struct Passed<'a> {
    span: Span,
    /// The letters and digits of that value; `None` if a whole domain is allowed.
    plain: Option<&'a str>,
}

/// Gives each entry of a list to those recognisers of a rule that recognise it.
///
/// # Errors
/// No recogniser recognises an entry, so it would let nothing through.
pub(super) fn shared(
    entries: &[String],
    detect: &[&'static dyn Recogniser],
    pattern: Option<&Lazy>,
) -> Result<Vec<Allowed>, SettingsError> {
    let mut shared: Vec<Allowed> = detect.iter().map(|_| Allowed::default()).collect();
    for (nth, entry) in entries.iter().enumerate() {
        let value = normal(entry);
        let value = value.text().trim();
        let mut known = false;
        for (recogniser, allowed) in detect.iter().zip(&mut shared) {
            known |= allowed.takes(value, *recogniser, pattern);
        }
        if !known {
            return Err(SettingsError::at(&format!("allow[{nth}]"), unrecognised(entry, value, detect)));
        }
    }
    Ok(shared)
}

impl Allowed {
    /// Adds the value if the recogniser recognises it, and returns whether it does.
    fn takes(&mut self, value: &str, recogniser: &'static dyn Recogniser, pattern: Option<&Lazy>) -> bool {
        if let Some(domain) = value.strip_prefix('@') {
            let domain = domain.strip_prefix('*').filter(|rest| rest.starts_with('.')).unwrap_or(domain);
            let mailbox = format!("a@a{domain}");
            let is_domain = recogniser.id() == EMAIL && is_whole_value(recogniser, &mailbox, None);
            if is_domain {
                self.domains.push(domain.to_ascii_lowercase());
            }
            return is_domain;
        }
        let known = is_whole_value(recogniser, value, pattern);
        if known {
            self.values.push(Value { canonical: recogniser.canonical(value), plain: code(value) });
        }
        known
    }

    /// The place, if the recogniser found an allowed value there.
    pub(super) fn passes(&self, recogniser: &dyn Recogniser, text: &str, span: Span) -> Option<Passed<'_>> {
        if self.values.is_empty() && self.domains.is_empty() {
            return None;
        }
        let canonical = recogniser.canonical(text.get(span.start..span.end)?);
        if let Some(value) = self.values.iter().find(|value| value.canonical == canonical) {
            return Some(Passed { span, plain: Some(&value.plain) });
        }
        let (_, domain) = canonical.split_once('@')?;
        let within = |allowed: &String| {
            if allowed.starts_with('.') { domain.ends_with(allowed.as_str()) } else { domain == allowed }
        };
        self.domains.iter().any(within).then_some(Passed { span, plain: None })
    }
}

impl Passed<'_> {
    /// Whether a place is this one, or is inside it and only part of the allowed value.
    pub(super) fn covers(&self, text: &str, span: Span) -> bool {
        let inside = self.span.start <= span.start && span.end <= self.span.end;
        let part = || text.get(span.start..span.end).map(code).unwrap_or_default();
        span == self.span || inside && self.plain.is_none_or(|allowed| allowed.contains(&part()))
    }
}

fn unrecognised(entry: &str, value: &str, detect: &[&'static dyn Recogniser]) -> String {
    let ids: Vec<_> = detect.iter().map(|recogniser| format!("“{}”", recogniser.id())).collect();
    let ids = ids.join(" or ");
    if !value.starts_with('@') {
        return format!(
            "{ids} does not recognise “{entry}”, so it would let nothing through. Write one whole value of that sort, as it would stand in a draft, or remove it."
        );
    }
    if detect.iter().all(|recogniser| recogniser.id() != EMAIL) {
        return format!(
            "“{entry}” stands for email addresses, and the rule looks for {ids} only. Remove it, or add “{EMAIL}” to “detect”."
        );
    }
    format!(
        "“{entry}” is no domain. Write “@dept.gov.uk” for its mailboxes, or “@*.dept.gov.uk” for those at its subdomains."
    )
}
