//! Literals without which a pattern cannot match.

use crate::text::normalise::folded;
use regex_syntax::hir::{Class, Hir, HirKind};
use std::cmp::Reverse;

/// The most alternative literals that one pattern may require. With more, it is always tried.
const MAX_ALTERNATIVES: usize = 64;
/// A shorter literal is in nearly every draft and would save nothing, unless it is a digit or a rare sign.
const MIN_LITERAL: usize = 2;

/// Literals such that every match contains at least one, in the form they have in a folded view; see
/// [`Lazy::required`](super::Lazy::required).
pub(super) fn required(hir: &Hir) -> Option<Vec<String>> {
    let literals = match hir.kind() {
        HirKind::Alternation(branches) => {
            let branches: Vec<_> = branches.iter().map(required).collect::<Option<_>>()?;
            branches.concat()
        }
        HirKind::Capture(capture) => required(&capture.sub)?,
        HirKind::Repetition(repetition) if repetition.min > 0 => required(&repetition.sub)?,
        _ => in_sequence(hir)?,
    };
    let useful = literals.len() <= MAX_ALTERNATIVES
        && literals.iter().all(|one| one.len() >= MIN_LITERAL || is_rare(one));
    useful.then_some(literals)
}

/// The best requirement in a sequence: a run of plain characters, or what one of the parts requires.
fn in_sequence(hir: &Hir) -> Option<Vec<String>> {
    let alone = std::slice::from_ref(hir);
    let parts = if let HirKind::Concat(parts) = hir.kind() { parts.as_slice() } else { alone };
    let mut candidates: Vec<Vec<String>> = Vec::new();
    let mut run = String::new();
    for part in parts {
        if let Some(plain) = plain_text(part) {
            run.push_str(&plain);
            continue;
        }
        candidates.push(one(&mut run));
        // If a part is the whole sequence, it has been looked at already.
        let inner = (parts.len() > 1).then(|| required(part)).flatten();
        candidates.extend(inner.or_else(|| rare_signs(part)));
    }
    candidates.push(one(&mut run));
    candidates.into_iter().max_by_key(|literals| {
        let shortest = literals.iter().map(String::len).min().unwrap_or_default();
        (shortest, Reverse(literals.len()))
    })
}

/// The digits and rare signs that a part can begin with, if it can begin with nothing else.
fn rare_signs(hir: &Hir) -> Option<Vec<String>> {
    match hir.kind() {
        HirKind::Class(Class::Unicode(class)) => {
            let signs = class.iter().flat_map(|range| range.start()..=range.end()).take(MAX_ALTERNATIVES + 1);
            Some(signs.map(String::from).collect())
        }
        HirKind::Capture(capture) => rare_signs(&capture.sub),
        HirKind::Repetition(repetition) if repetition.min > 0 => rare_signs(&repetition.sub),
        _ => None,
    }
    .filter(|signs: &Vec<String>| signs.iter().all(|sign| is_rare(sign)))
}

fn is_rare(sign: &str) -> bool {
    matches!(sign.as_bytes(), [byte] if byte.is_ascii_digit() || byte.is_ascii_punctuation() && !b".,'-".contains(byte))
}

/// Requires the run, and empties it.
fn one(run: &mut String) -> Vec<String> {
    vec![folded(&std::mem::take(run))]
}

/// The text of a part that can match only one text.
fn plain_text(hir: &Hir) -> Option<String> {
    let HirKind::Literal(literal) = hir.kind() else { return None };
    String::from_utf8(literal.0.to_vec()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_literals(pattern: &str, expected: Option<&[&str]>) {
        let required = required(&regex_syntax::parse(pattern).unwrap());
        assert_eq!(
            required,
            expected.map(|all| all.iter().map(|&one| one.to_owned()).collect()),
            "{pattern}"
        );
    }

    #[test]
    fn literals_without_which_a_pattern_cannot_match() {
        assert_literals("official ?- ?sensitive", Some(&["sensitive"]));
        assert_literals("(?:vote|voting) for", Some(&[" for"]));
        assert_literals(r"case\s+\d+", Some(&["case"]));
        assert_literals("a|[0-9]", None);
        assert_literals(r"\w{3}/[0-9]{2}", Some(&["/"]));
        assert_literals("[0-2][a-z]|record", Some(&["0", "1", "2", "record"]));
        assert_literals(r"\d+|.[0-9a]", None);
        assert_literals("(?:abc)+", Some(&["abc"]));
        assert_literals("(?:abc)*", None);
        assert_literals("ask", Some(&["ask"]));
    }
}
