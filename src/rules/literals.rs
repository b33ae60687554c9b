//! The literals of all rules in one automaton, and which rules a draft concerns.

use crate::finding::Span;
use crate::text::normalise::fold_literal;
use aho_corasick::{AhoCorasick, MatchKind};
use std::collections::HashMap;
use std::rc::Rc;

/// A literal of a rule, seen in a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// Where, in the folded view.
    pub span: Span,
    /// Which: its place in the order in which the rule named its literals.
    pub literal: usize,
}

/// Collects the literals of all rules while a policy is compiled.
#[derive(Debug, Default)]
pub struct Literals {
    /// Each distinct literal's owners: rule, and place in that rule's order.
    owners: Vec<Vec<(usize, usize)>>,
    ids: HashMap<Rc<str>, usize>,
    /// The literals in the order of their ids.
    texts: Vec<Rc<str>>,
}

impl Literals {
    /// The collector for one rule.
    pub fn of_rule(&mut self, rule: usize) -> RuleLiterals<'_> {
        RuleLiterals { rule, named: 0, all: self }
    }

    /// Builds the automaton for this many rules.
    ///
    /// # Errors
    /// The literals are too many or too long for one automaton.
    pub fn build(self, rules: usize) -> Result<Seen, String> {
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .build(self.texts.iter().map(|text| text.as_bytes()))
            .map_err(|error| format!("The words of all rules together are too many: {error}."))?;
        let mut always = vec![true; rules];
        for &(rule, _) in self.owners.iter().flatten() {
            if let Some(flag) = always.get_mut(rule) {
                *flag = false;
            }
        }
        let always = (0..rules).filter(|&rule| always.get(rule).copied().unwrap_or_default()).collect();
        Ok(Seen { automaton, owners: self.owners, always })
    }
}

/// Takes one rule's literals.
#[derive(Debug)]
pub struct RuleLiterals<'a> {
    rule: usize,
    named: usize,
    all: &'a mut Literals,
}

impl RuleLiterals<'_> {
    /// Names a literal: the rule will be asked only about drafts that have at least one of those it named.
    /// Case, white space and disguises do not matter.
    pub fn name(&mut self, literal: &str) {
        let next = self.all.owners.len();
        let text: Rc<str> = fold_literal(literal).into();
        let id = *self.all.ids.entry(Rc::clone(&text)).or_insert(next);
        if id == next {
            self.all.texts.push(text);
            self.all.owners.push(Vec::new());
        }
        if let Some(owners) = self.all.owners.get_mut(id) {
            owners.push((self.rule, self.named));
        }
        self.named += 1;
    }
}

/// Finds out which rules a draft concerns.
#[derive(Debug)]
pub struct Seen {
    automaton: AhoCorasick,
    owners: Vec<Vec<(usize, usize)>>,
    /// The rules that named no literals.
    always: Vec<usize>,
}

impl Seen {
    /// Calls `ask` once for each rule that the draft concerns, in the order of the policy, with its hits in
    /// the order of the text.
    pub fn each_rule(&self, folded: &str, mut ask: impl FnMut(usize, &[Hit])) {
        let mut hits: Vec<(usize, Hit)> = Vec::new();
        for found in self.automaton.find_overlapping_iter(folded) {
            let span = Span::new(found.start(), found.end());
            let owners = self.owners.get(found.pattern().as_usize()).into_iter().flatten();
            hits.extend(owners.map(|&(rule, literal)| (rule, Hit { span, literal })));
        }
        hits.sort_unstable();
        let mut always = self.always.iter().copied().peekable();
        for of_rule in hits.chunk_by(|left, right| left.0 == right.0) {
            let Some(&(rule, _)) = of_rule.first() else { continue };
            while let Some(earlier) = always.next_if(|&earlier| earlier < rule) {
                ask(earlier, &[]);
            }
            ask(rule, &of_rule.iter().map(|&(_, hit)| hit).collect::<Vec<_>>());
        }
        always.for_each(|rule| ask(rule, &[]));
    }
}
