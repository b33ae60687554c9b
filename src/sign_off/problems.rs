//! What is wrong with the wordings of a sign-off, reported when the policy is loaded.

use super::fill::{fields, is_recognisable, known_fields};
use crate::policy::{Problem, SignOff};
use crate::sites::entities;
use crate::text::language::{LANGUAGES, Language};

/// What is wrong with the wordings of a sign-off.
pub(super) fn problems(sign_off: &SignOff) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut report = |path: String, message: String| {
        problems.push(Problem::entry(&sign_off.id, path, message));
    };
    let lists = sign_off.variants.lists();
    if lists.is_empty() {
        report("variants".to_owned(), NO_WORDING.to_owned());
    }
    let mut known: Vec<Vec<&str>> = Vec::new();
    for (languages, variants) in lists {
        let path = if languages.is_empty() { "variants".to_owned() } else { format!("variants.{languages}") };
        if let Some(message) = wrong_languages(languages, &mut known) {
            report(path.clone(), message);
        }
        if variants.is_empty() {
            report(path.clone(), NO_WORDING.to_owned());
        }
        for (nth, variant) in variants.iter().enumerate() {
            let is_idle = || variants.iter().take(nth).any(|before| is_longer(variant, before));
            if let Some(message) = wrong(variant).or_else(|| is_idle().then(|| UNORDERED.to_owned())) {
                report(format!("{path}[{nth}]"), message);
            }
        }
    }
    problems
}

const NO_WORDING: &str = "There is no wording. List at least one variant.";
const UNORDERED: &str =
    "This is longer than the wording before it, which is always taken first. List them from long to short.";

/// What is wrong with the languages of a list, whose codes are joined by `+`.
fn wrong_languages<'a>(languages: &'a str, known: &mut Vec<Vec<&'a str>>) -> Option<String> {
    if languages.is_empty() {
        return None;
    }
    let mut codes: Vec<&str> = languages.split('+').collect();
    let (listed, all_codes) = (codes.len(), codes.iter().all(|code| Language::wrong_code(code).is_none()));
    codes.sort_unstable();
    codes.dedup();
    if !all_codes || codes.len() < listed {
        return Some(format!(
            "“{languages}” is not a language. Write its code, such as cy, or cy+en for a wording in both. Known codes: {}.",
            LANGUAGES.map(Language::code).join(", ")
        ));
    }
    let doubled = known.contains(&codes);
    known.push(codes);
    doubled
        .then(|| format!("Another list is for the languages “{languages}”. Put the wordings into one list."))
}

fn wrong(variant: &str) -> Option<String> {
    if !is_recognisable(variant) {
        return Some("There is no word in this wording. Remove it, or write the text to add.".to_owned());
    }
    if variant.split('{').skip(1).any(|rest| !rest.contains('}')) {
        return Some("A field of this wording has no end. Write “}” after its name.".to_owned());
    }
    if variant.matches('}').count() > variant.matches('{').count() {
        return Some(
            "There is a “}” with no “{” before it. Remove it, or write the field as {name}.".to_owned(),
        );
    }
    let known: Vec<_> = known_fields().collect();
    let unknown = fields(variant).find(|field| !known.contains(field))?;
    Some(format!("There is no field “{{{unknown}}}”. Known fields: {{{}}}.", known.join("}, {")))
}

/// Whether a wording is longer than another on every site, whatever is filled in: it has all the fields of the other,
/// and at least as many characters around them. Wordings with links are not compared, because each site counts links in
/// its own way.
fn is_longer(variant: &str, other: &str) -> bool {
    let has_links = |text| !entities("x", text).is_empty();
    let (own, others) = (fields(variant).collect::<Vec<_>>(), fields(other).collect::<Vec<_>>());
    let count = |fields: &[&str], field: &str| fields.iter().filter(|own| **own == field).count();
    let around = |text: &str, fields: &[&str]| {
        let names: usize = fields.iter().map(|field| field.len() + "{}".len()).sum();
        (text.chars().count().saturating_sub(names), text.len().saturating_sub(names))
    };
    let (own_around, others_around) = (around(variant, &own), around(other, &others));
    let is_more =
        own.len() > others.len() || own_around.0 > others_around.0 && own_around.1 > others_around.1;
    is_more
        && own_around.0 >= others_around.0
        && own_around.1 >= others_around.1
        && others.iter().all(|field| count(&own, field) >= count(&others, field))
        && !has_links(variant)
        && !has_links(other)
}
