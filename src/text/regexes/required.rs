//! Literals without which a pattern cannot match.

use crate::text::normalise::folded;
use regex_syntax::hir::{Hir, HirKind};

/// The most literals of which one pattern may require any; with more, it is simply always tried.
const MAX_ALTERNATIVES: usize = 64;
/// A shorter literal is in nearly every draft and would save nothing.
const MIN_LITERAL: usize = 2;

/// The literals, as they look in a folded view; see [`Lazy::required`](super::Lazy::required).
pub(super) fn required_literals(hir: &Hir) -> Option<Vec<String>> {
    let required = match hir.kind() {
        HirKind::Alternation(branches) => {
            let branches: Option<Vec<_>> = branches.iter().map(required_literals).collect();
            branches?.concat()
        }
        HirKind::Capture(capture) => required_literals(&capture.sub)?,
        HirKind::Repetition(repetition) if repetition.min > 0 => required_literals(&repetition.sub)?,
        _ => in_sequence(hir)?,
    };
    let useful = required.len() <= MAX_ALTERNATIVES && required.iter().all(|one| one.len() >= MIN_LITERAL);
    useful.then_some(required)
}

/// The best requirement among the parts of a sequence: runs of plain characters, or what a part requires.
fn in_sequence(hir: &Hir) -> Option<Vec<String>> {
    let alone = std::slice::from_ref(hir);
    let parts = if let HirKind::Concat(parts) = hir.kind() { parts.as_slice() } else { alone };
    let mut candidates: Vec<Vec<String>> = Vec::new();
    let mut run = String::new();
    for part in parts {
        if let Some(plain) = plain_text(part) {
            run.push_str(&plain);
        } else {
            candidates.push(vec![std::mem::take(&mut run)]);
            // A part that is the whole sequence has been looked at already.
            candidates.extend((parts.len() > 1).then(|| required_literals(part)).flatten());
        }
    }
    candidates.push(vec![run]);
    candidates
        .into_iter()
        .map(|literals| literals.iter().map(|literal| folded(literal)).collect::<Vec<_>>())
        .max_by_key(|literals| literals.iter().map(String::len).min())
}

/// The text of a part that can only be one text.
fn plain_text(hir: &Hir) -> Option<String> {
    let HirKind::Literal(literal) = hir.kind() else { return None };
    String::from_utf8(literal.0.to_vec()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_literals(pattern: &str, expected: Option<&[&str]>) {
        let required = required_literals(&regex_syntax::parse(pattern).unwrap());
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
        assert_literals(r"a|\d", None);
        assert_literals("(?:abc)+", Some(&["abc"]));
        assert_literals("(?:abc)*", None);
        assert_literals("ask", Some(&["ask"]));
    }
}
