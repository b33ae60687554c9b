//! Fixes that replace or remove what was found, for the kinds that find words.

use super::Input;
use super::phrases::{Found, Phrases};
use crate::finding::{Edit, Fix, Span};
use crate::text::entities::cursor::run_start;
use crate::text::inflections::{inflect, inflected};
use crate::text::normalise::folded;

/// Replaces the words at `span` with `by`. A capital at the start of the words is kept. If `by` is empty, the spaces
/// and commas that belong to the words go too.
pub(super) fn fix(text: &str, span: Span, by: &str) -> Fix {
    let words = text.get(span.start..span.end).unwrap_or_default();
    if by.is_empty() {
        return Fix { label: format!("Remove “{words}”"), edits: vec![removal(text, span)] };
    }
    as_written(
        text,
        span,
        &if words.starts_with(char::is_uppercase) { capitalised(by) } else { by.to_owned() },
    )
}

/// Replaces the text at `span` with exactly this, or removes it.
pub(super) fn as_written(text: &str, span: Span, insert: &str) -> Fix {
    let words = text.get(span.start..span.end).unwrap_or_default();
    if insert.is_empty() {
        let span = with_one_space(text, span);
        let edits = vec![Edit { span, insert: String::new() }];
        return Fix { label: format!("Remove “{words}”"), edits };
    }
    let edits = vec![Edit { span, insert: insert.to_owned() }];
    Fix { label: format!("Change to “{insert}”"), edits }
}

/// Replaces one of the phrases with `by`, in the same form and case, and corrects the article before it. `None` if the
/// form depends on the rest of the sentence.
pub(super) fn of(input: &Input<'_>, phrases: &Phrases, found: &Found, by: &str) -> Option<Fix> {
    let (text, span) = (input.draft().text(), found.span);
    let by = in_the_form_of(input, phrases, found, by)?;
    let insert = in_the_case_of(input, phrases, found, by);
    let mut fix = if insert.is_empty() { fix(text, span, "") } else { as_written(text, span, &insert) };
    fix.edits.splice(0..0, article(text, span, &insert));
    Some(fix)
}

/// The replacement in the form that the phrase has in the draft. `None` if that depends on the rest of the sentence.
pub(super) fn in_the_form_of(
    input: &Input<'_>,
    phrases: &Phrases,
    found: &Found,
    by: &str,
) -> Option<String> {
    let (words, phrase) = (folded(input.draft().slice(found.span)), phrases.phrase(found.nth));
    if words == folded(phrase) {
        return Some(by.to_owned());
    }
    let forms = inflected(phrase);
    let form = forms.iter().find(|form| folded(&form.text) == words);
    form.filter(|_| !by.is_empty()).map_or_else(|| Some(by.to_owned()), |form| inflect(by, form))
}

/// The replacement with a capital if the sentence needs one, or all in capitals if the words were.
fn in_the_case_of(input: &Input<'_>, phrases: &Phrases, found: &Found, by: String) -> String {
    let words = input.draft().slice(found.span);
    let small = |text: &str| text.contains(char::is_lowercase);
    let first = words.starts_with(char::is_uppercase);
    if phrases.are_exact() {
        let starts = input.reading.starts_a_sentence(found.span.start);
        return if starts && first { capitalised(&by) } else { by };
    }
    match (first, small(words), small(phrases.phrase(found.nth))) {
        // A single capital letter does not show whether the word is all in capitals.
        (true, false, true) if words.chars().nth(1).is_some() => by.to_uppercase(),
        (true, _, true) => capitalised(&by),
        _ => by,
    }
}

/// The edit that changes `a` to `an` before the words, or the other way round, if their first sound changes.
fn article(text: &str, span: Span, by: &str) -> Option<Edit> {
    let before = text.get(..span.start)?.strip_suffix(' ')?;
    let words = text.get(span.start..span.end)?;
    let by = if by.is_empty() { text.get(span.end..)?.trim_start() } else { by };
    let start = run_start(before, before.len(), |character| character.is_ascii_alphabetic());
    let insert = match (before.get(start..)?, sounds_like_a_vowel(words), sounds_like_a_vowel(by)) {
        ("a", false, true) => "an",
        ("A", false, true) => "An",
        ("an", true, false) => "a",
        ("An", true, false) => "A",
        _ => return None,
    };
    Some(Edit { span: Span::new(start, before.len()), insert: insert.to_owned() })
        .filter(|_| by.starts_with(char::is_alphabetic))
}

fn sounds_like_a_vowel(words: &str) -> bool {
    let words = words.to_lowercase();
    let starts = |with: &[&str]| with.iter().any(|start| words.starts_with(start));
    let as_in_you = starts(&["eu", "use", "usu", "uti", "uni", "uk"]) && !starts(&["unid", "unim", "unin"]);
    starts(&["a", "e", "i", "o", "u", "hour", "honest", "honour"]) && !as_in_you && !starts(&["one", "once"])
}

/// The words with a capital at the start.
pub(super) fn capitalised(words: &str) -> String {
    let mut characters = words.chars();
    let first = characters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(characters).collect()
}

/// Removes the text at these spans, each with one of the spaces around it. Neighbours with only spaces between them are
/// removed together.
pub(super) fn removals(text: &str, spans: &[Span]) -> Vec<Edit> {
    let adjoin = |one: &Span, other: &Span| {
        text.get(one.end..other.start).is_some_and(|gap| gap.chars().all(char::is_whitespace))
    };
    let runs = spans.chunk_by(adjoin).filter_map(|run| Some(Span::new(run.first()?.start, run.last()?.end)));
    runs.map(|run| Edit { span: with_one_space(text, run), insert: String::new() }).collect()
}

/// Removes the words at `span` with one space, and with the commas that set them off. The word that then begins the
/// sentence gets their capital.
fn removal(text: &str, span: Span) -> Edit {
    let before = text.get(..span.start).unwrap_or_default();
    let after = text.get(span.end..).unwrap_or_default();
    let starts = before.trim_end_matches(' ').chars().next_back().is_none_or(|end| ".!?:\n".contains(end));
    let whole = match (before.strip_suffix(", "), after.strip_prefix(',')) {
        (_, Some(rest)) if starts => Span::new(span.start, text.len() - rest.trim_start_matches(' ').len()),
        (Some(rest), Some(_)) => Span::new(rest.len(), span.end + 1),
        (Some(rest), None) if after.is_empty() || after.starts_with(['.', '!', '?', '\n']) => {
            Span::new(rest.len(), span.end)
        }
        _ => with_one_space(text, span),
    };
    let capital = starts && text.get(span.start..).is_some_and(|words| words.starts_with(char::is_uppercase));
    let next = text.get(whole.end..).and_then(|rest| rest.chars().next()).filter(|_| capital);
    match next.filter(|next| next.is_lowercase()) {
        Some(next) => {
            let span = Span::new(whole.start, whole.end + next.len_utf8());
            Edit { span, insert: next.to_uppercase().collect() }
        }
        None => Edit { span: whole, insert: String::new() },
    }
}

fn with_one_space(text: &str, span: Span) -> Span {
    // Characters that need the space before them.
    let begins = |next: char| next.is_alphanumeric() || matches!(next, '#' | '@' | '(' | '“' | '"' | '‘');
    let before = text.get(..span.start).unwrap_or_default();
    let after = text.get(span.end..).unwrap_or_default();
    if after.starts_with(' ') && (before.is_empty() || before.ends_with(char::is_whitespace)) {
        Span::new(span.start, span.end + 1)
    } else if before.ends_with(' ') && !after.starts_with(begins) {
        Span::new(span.start - 1, span.end)
    } else {
        span
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::apply;

    #[track_caller]
    fn assert_fixed(text: &str, words: &str, by: &str, fixed: &str) {
        let start = text.find(words).unwrap();
        let fix = fix(text, Span::new(start, start + words.len()), by);
        assert_eq!(apply(text, &fix.edits), fixed);
    }

    #[test]
    fn a_capital_is_kept() {
        assert_fixed("Utilise it", "Utilise", "use", "Use it");
        assert_fixed("We utilise it", "utilise", "use", "We use it");
    }

    #[test]
    fn removal_takes_one_space_along() {
        assert_fixed("very good", "very", "", "good");
        assert_fixed("so very good", "very", "", "so good");
        assert_fixed("very", "very", "", "");
    }

    #[test]
    fn removal_takes_commas_along_and_leaves_the_capital() {
        assert_fixed("good, very.", "very", "", "good.");
        assert_fixed("good :-)bus", ":-)", "", "good bus");
        assert_fixed("It is, very, good", "very", "", "It is good");
        assert_fixed("Very, good", "Very", "", "Good");
        assert_fixed("So. Very good", "Very", "", "So. Good");
        assert_fixed("The Very good", "Very", "", "The good");
        assert_fixed("good, very good", "very", "", "good, good");
    }
}
