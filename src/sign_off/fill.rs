//! Filling in the fields of a sign-off: `^{initials}` becomes `^AB`.

use crate::Instant;
use crate::context::Context;
use crate::policy::{Problem, SignOff};

/// The fields that a wording may have.
const FIELDS: [&str; 5] = ["initials", "name", "role", "team", "date"];

/// The wordings of a sign-off with their fields filled in.
pub(super) enum Filled {
    /// From long to short. Wordings of which a field is not known are left out.
    Wordings(Vec<String>),
    /// Every wording has a field that is not known; this is the first one.
    Lacks(&'static str),
}

/// What is wrong with the wordings of a sign-off.
pub(super) fn problems(sign_off: &SignOff) -> Vec<Problem> {
    let problem = |path: String, message: String| Problem::entry(&sign_off.id, path, message);
    if sign_off.variants.is_empty() {
        let message = "There is no wording. List at least one variant.".to_owned();
        return vec![problem("variants".to_owned(), message)];
    }
    let variants = sign_off.variants.iter().enumerate();
    variants
        .filter_map(|(nth, variant)| {
            let message = if variant.trim().is_empty() {
                "This wording is empty. Remove it, or write the text to add.".to_owned()
            } else if let Some(field) = fields(variant).find(|field| !FIELDS.contains(field)) {
                format!("There is no field “{{{field}}}”. Known fields: {{{}}}.", FIELDS.join("}, {"))
            } else {
                return None;
            };
            Some(problem(format!("variants[{nth}]"), message))
        })
        .collect()
}

/// The sign-off's wordings in this context.
pub(super) fn wordings(sign_off: &SignOff, context: &Context) -> Filled {
    let mut lacking = None;
    let mut wordings = Vec::new();
    for variant in &sign_off.variants {
        match fill(variant, context) {
            Ok(wording) => wordings.push(wording),
            Err(field) => lacking = lacking.or(Some(field)),
        }
    }
    match lacking {
        Some(field) if wordings.is_empty() => Filled::Lacks(field),
        _ => Filled::Wordings(wordings),
    }
}

fn fill(variant: &str, context: &Context) -> Result<String, &'static str> {
    let mut wording = variant.trim().to_owned();
    for field in FIELDS {
        let placeholder = format!("{{{field}}}");
        if wording.contains(&placeholder) {
            let value = value(field, context).filter(|value| !value.is_empty()).ok_or(field)?;
            wording = wording.replace(&placeholder, &value);
        }
    }
    Ok(wording)
}

fn value(field: &str, context: &Context) -> Option<String> {
    let profile = &context.profile;
    match field {
        "initials" => Some(profile.initials.trim().to_owned()),
        "name" => Some(profile.name.trim().to_owned()),
        "role" => Some(profile.role.trim().to_owned()),
        "team" => Some(profile.team.trim().to_owned()),
        _ => context.now.map(Instant::long_date),
    }
}

/// The names between braces.
fn fields(variant: &str) -> impl Iterator<Item = &str> {
    variant.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(field, _)| field))
}
