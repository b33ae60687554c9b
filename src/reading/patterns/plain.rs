//! Puts patterns into the form of the texts that they run on.

use crate::text::normalise::normal;
use regex_syntax::ast::{self, Ast, ClassSet, ClassSetItem, parse::Parser};
use std::ops::{Range, RangeInclusive};

/// Longer ranges in a class, such as all Chinese characters, are assumed to be in that form already.
const LONGEST_RANGE: u32 = 0x800;

/// The pattern with its literal text in the plain form of [`normal`], and in lower case if requested. Pattern syntax,
/// classes such as `\W`, group names and flags stay as they are.
pub(super) fn in_plain_form(pattern: &str, lower: bool) -> Result<String, Box<regex_syntax::Error>> {
    let ast = Parser::new().parse(pattern).map_err(|error| Box::new(error.into()))?;
    let mut changes = Changes { lower, found: Vec::new() };
    changes.pattern(&ast);
    let mut plain = String::with_capacity(pattern.len());
    let mut done = 0;
    for (Range { start, end }, written) in changes.found {
        plain.push_str(pattern.get(done..start).unwrap_or_default());
        plain.push_str(&written);
        done = end;
    }
    plain.push_str(pattern.get(done..).unwrap_or_default());
    Ok(plain)
}

/// The replacements to make, from left to right.
struct Changes {
    lower: bool,
    found: Vec<(Range<usize>, String)>,
}

impl Changes {
    fn pattern(&mut self, ast: &Ast) {
        match ast {
            Ast::Literal(literal) => self.text(&[literal]),
            Ast::Concat(concat) => self.concat(&concat.asts),
            Ast::Alternation(alternation) => alternation.asts.iter().for_each(|ast| self.pattern(ast)),
            Ast::Group(group) => self.pattern(&group.ast),
            Ast::Repetition(repetition) => self.repeated(&repetition.ast),
            Ast::ClassBracketed(class) => self.class(&class.kind),
            _ => {}
        }
    }

    /// Adjacent letters are converted together: a letter and its accent, or a word with letters of two alphabets.
    fn concat(&mut self, asts: &[Ast]) {
        let literal = |ast: &Ast| matches!(ast, Ast::Literal(_));
        for run in asts.chunk_by(|one, next| literal(one) && literal(next)) {
            let literals: Vec<&ast::Literal> = run.iter().filter_map(as_literal).collect();
            match run {
                [other] if !literal(other) => self.pattern(other),
                _ => self.text(&literals),
            }
        }
    }

    /// A character that becomes several (`…`) is repeated as a whole.
    fn repeated(&mut self, ast: &Ast) {
        let before = self.found.len();
        self.pattern(ast);
        if let (Ast::Literal(_), Some((_, written))) = (ast, self.found.get_mut(before)) {
            *written = format!("(?:{written})");
        }
    }

    fn text(&mut self, literals: &[&ast::Literal]) {
        let (Some(first), Some(last)) = (literals.first(), literals.last()) else { return };
        let text: String = literals.iter().map(|literal| literal.c).collect();
        let plain = self.plain(&text);
        if plain != text {
            self.found.push((first.span.start.offset..last.span.end.offset, escaped(&plain)));
        }
    }

    fn plain(&self, text: &str) -> String {
        let plain = normal(text).into_text();
        if self.lower { plain.chars().flat_map(char::to_lowercase).collect() } else { plain }
    }

    fn plain_character(&self, one: char) -> Vec<char> {
        self.plain(one.encode_utf8(&mut [0; 4])).chars().collect()
    }

    fn class(&mut self, set: &ClassSet) {
        match set {
            ClassSet::Item(item) => self.item(item),
            ClassSet::BinaryOp(operation) => {
                self.class(&operation.lhs);
                self.class(&operation.rhs);
            }
        }
    }

    fn item(&mut self, item: &ClassSetItem) {
        match item {
            ClassSetItem::Literal(literal) => self.members(&literal.span, literal.c..=literal.c),
            ClassSetItem::Range(range) => self.members(&range.span, range.start.c..=range.end.c),
            ClassSetItem::Bracketed(class) => self.class(&class.kind),
            ClassSetItem::Union(union) => union.items.iter().for_each(|item| self.item(item)),
            _ => {}
        }
    }

    /// Characters of a class, each of which may become a different one.
    fn members(&mut self, span: &ast::Span, range: RangeInclusive<char>) {
        let many = u32::from(*range.end()) - u32::from(*range.start()) > LONGEST_RANGE;
        if many || range.clone().all(|one| self.plain_character(one) == [one]) {
            return;
        }
        let mut plain: Vec<char> = range.flat_map(|one| self.plain_character(one)).collect();
        plain.sort_unstable();
        plain.dedup();
        let runs = plain.chunk_by(|&one, &next| u32::from(one) + 1 == u32::from(next));
        let written: String = runs.map(run).collect();
        // Invisible characters are in none of the texts.
        if !written.is_empty() {
            self.found.push((span.start.offset..span.end.offset, written));
        }
    }
}

/// Consecutive characters, as written in a class.
fn run(run: &[char]) -> String {
    match run {
        [first, .., last] => format!("{}-{}", escaped(&first.to_string()), escaped(&last.to_string())),
        few => few.iter().map(|one| escaped(&one.to_string())).collect(),
    }
}

/// Literal text, escaped even for patterns that allow spaces and comments (`(?x)`).
fn escaped(text: &str) -> String {
    regex_syntax::escape(text).replace(' ', r"\x20")
}

fn as_literal(ast: &Ast) -> Option<&ast::Literal> {
    match ast {
        Ast::Literal(literal) => Some(literal),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_plain(pattern: &str, lower: bool, expected: &str) {
        assert_eq!(in_plain_form(pattern, lower).unwrap(), expected);
    }

    #[test]
    fn letters_are_put_into_lower_case_and_nothing_else() {
        let pattern = r"\bOFFICIAL[ -]+(?P<Mark>Sensitive|\W)\x41";
        assert_plain(pattern, true, r"\bofficial[ -]+(?P<Mark>sensitive|\W)a");
        assert_plain("[A-Z&&[^Q]]É{2}", true, "[a-z&&[^q]](?:é){2}");
        assert_plain("[0-Z]", true, "[0-@a-z]");
        assert_plain("[À-ß]", true, "[×ß-öø-þ]");
        assert_plain(pattern, false, pattern);
    }

    #[test]
    fn what_stands_for_itself_is_plain_and_no_sign_of_the_language() {
        assert_plain(r"\d{2}[ –—]\d", false, r"\d{2}[ \-\-]\d");
        assert_plain(r"[\s–-]", false, r"[\s\--]");
        assert_plain("wait…+", false, r"wait(?:\.\.\.)+");
        assert_plain("really？ ", false, r"really\?\x20");
        assert_plain("(?x) a – b", false, r"(?x) a\-b");
        // A letter and its accent, a Cyrillic letter in a Latin word, and a Cyrillic letter on its own.
        assert_plain("cafe\u{301}|L\u{430}bour|\u{430}", false, "café|Labour|\u{430}");
        assert_plain("[‘-”\u{200b}]", false, "[\"'‚\u{200b}]");
    }
}
