//! Patterns for texts in lower case.

use regex_syntax::ast::{self, Ast};
use std::convert::Infallible;

/// The pattern with each letter that stands for itself in lower case. Classes such as `\W`, groups' names and
/// flags stay as they are.
pub(super) fn in_lower_case(pattern: &str) -> Result<String, Box<regex_syntax::Error>> {
    let ast = ast::parse::Parser::new().parse(pattern).map_err(|error| Box::new(error.into()))?;
    let Ok(letters) = ast::visit(&ast, Letters::default());
    let mut lower = String::with_capacity(pattern.len());
    let mut done = 0;
    for (span, letter) in letters {
        lower.push_str(pattern.get(done..span.start.offset).unwrap_or_default());
        lower.extend(letter.to_lowercase());
        done = span.end.offset;
    }
    lower.push_str(pattern.get(done..).unwrap_or_default());
    Ok(lower)
}

/// Collects the letters of a pattern that are not in lower case, however they are written, from left to right.
#[derive(Default)]
struct Letters(Vec<(ast::Span, char)>);

impl Letters {
    fn collect(&mut self, literal: &ast::Literal) {
        if !literal.c.to_lowercase().eq([literal.c]) {
            self.0.push((literal.span, literal.c));
        }
    }
}

impl ast::Visitor for Letters {
    type Output = Vec<(ast::Span, char)>;
    type Err = Infallible;

    fn finish(self) -> Result<Self::Output, Self::Err> {
        Ok(self.0)
    }

    fn visit_pre(&mut self, ast: &Ast) -> Result<(), Self::Err> {
        if let Ast::Literal(literal) = ast {
            self.collect(literal);
        }
        Ok(())
    }

    fn visit_class_set_item_pre(&mut self, item: &ast::ClassSetItem) -> Result<(), Self::Err> {
        match item {
            ast::ClassSetItem::Literal(literal) => self.collect(literal),
            ast::ClassSetItem::Range(range) => {
                self.collect(&range.start);
                self.collect(&range.end);
            }
            _ => {}
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_put_into_lower_case_and_nothing_else() {
        let lower = |pattern| in_lower_case(pattern).unwrap();
        assert_eq!(
            lower(r"\bOFFICIAL[ -]+(?P<Mark>Sensitive|\W)\x41"),
            r"\bofficial[ -]+(?P<Mark>sensitive|\W)a"
        );
        assert_eq!(lower("[A-Z&&[^Q]]É{2}"), "[a-z&&[^q]]é{2}");
    }
}
