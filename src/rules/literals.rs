//! The literals of all rules in one automaton, and which rules a draft concerns.

use crate::finding::Span;
use crate::text::normalise::folded;
use aho_corasick::{AhoCorasick, MatchKind};
use std::collections::HashMap;
use std::rc::Rc;

/// A literal of a rule, seen in a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    rule: u32,
    /// Where, in the folded view.
    pub span: Span,
    /// Which: its place in the order in which the rule named its literals.
    pub literal: usize,
}

/// Who named a literal.
#[derive(Debug, Clone, Copy)]
struct Owner {
    literal: u32,
    rule: u32,
    /// The literal's place in that rule's order.
    place: u32,
}

/// Collects the literals of all rules while a policy is compiled.
#[derive(Debug, Default)]
pub struct Literals {
    owners: Vec<Owner>,
    ids: HashMap<Rc<str>, u32>,
    /// The literals in the order of their ids.
    texts: Vec<Rc<str>>,
}

impl Literals {
    /// The collector for one rule.
    pub fn of_rule(&mut self, rule: usize) -> RuleLiterals<'_> {
        RuleLiterals { rule: number(rule), named: 0, all: self }
    }

    /// Builds the automaton for this many rules.
    ///
    /// # Errors
    /// The literals are too many or too long for one automaton.
    pub fn build(mut self, rules: usize) -> Result<Seen, String> {
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .build(self.texts.iter().map(|text| text.as_bytes()))
            .map_err(|error| format!("The words of all rules together are too many: {error}."))?;
        self.owners.sort_by_key(|owner| owner.literal);
        let mut named = vec![false; rules];
        for owner in &self.owners {
            if let Some(flag) = named.get_mut(owner.rule as usize) {
                *flag = true;
            }
        }
        let always = (0..).zip(named).filter(|(_, named)| !named).map(|(rule, _)| rule).collect();
        Ok(Seen { automaton, owners: self.owners, always })
    }
}

/// Takes one rule's literals.
#[derive(Debug)]
pub struct RuleLiterals<'a> {
    rule: u32,
    named: u32,
    all: &'a mut Literals,
}

impl RuleLiterals<'_> {
    /// Names a literal: the rule will be asked only about drafts that have at least one of those it named.
    /// Case, white space and disguises do not matter.
    pub fn name(&mut self, literal: &str) {
        let text: Rc<str> = folded(literal).into();
        let next = number(self.all.texts.len());
        let id = *self.all.ids.entry(Rc::clone(&text)).or_insert(next);
        if id == next {
            self.all.texts.push(text);
        }
        self.all.owners.push(Owner { literal: id, rule: self.rule, place: self.named });
        self.named += 1;
    }
}

/// No policy has more than four thousand million rules or literals: its file would be too long to be read.
fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

/// Finds out which rules a draft concerns.
#[derive(Debug)]
pub struct Seen {
    automaton: AhoCorasick,
    /// In the order of the literals.
    owners: Vec<Owner>,
    /// The rules that are always asked, because they named no literals.
    always: Vec<u32>,
}

/// Which literals were seen in one draft.
#[derive(Debug)]
pub struct Sightings<'a> {
    /// In the order of the rules, and of the text.
    hits: Vec<Hit>,
    always: &'a [u32],
}

impl Seen {
    /// Looks for the literals of all rules, in one pass over the folded view of a draft.
    #[must_use]
    pub fn scan(&self, folded: &str) -> Sightings<'_> {
        let mut hits: Vec<Hit> = Vec::new();
        for found in self.automaton.find_overlapping_iter(folded) {
            let span = Span::new(found.start(), found.end());
            hits.extend(self.owners(found.pattern().as_u32()).map(|owner| Hit {
                rule: owner.rule,
                span,
                literal: owner.place as usize,
            }));
        }
        hits.sort_unstable();
        Sightings { hits, always: &self.always }
    }

    fn owners(&self, literal: u32) -> impl Iterator<Item = &Owner> {
        let first = self.owners.partition_point(|owner| owner.literal < literal);
        let from = self.owners.get(first..).unwrap_or_default();
        from.iter().take_while(move |owner| owner.literal == literal)
    }
}

impl Sightings<'_> {
    /// The hits of a rule, in the order of the text; `None` if the draft does not concern it.
    #[must_use]
    pub fn of(&self, rule: usize) -> Option<&[Hit]> {
        let rule = number(rule);
        let first = self.hits.partition_point(|hit| hit.rule < rule);
        let from = self.hits.get(first..).unwrap_or_default();
        let hits = from.get(..from.partition_point(|hit| hit.rule == rule)).unwrap_or_default();
        (!hits.is_empty() || self.always.binary_search(&rule).is_ok()).then_some(hits)
    }

    /// Calls `ask` for each of the first so many rules that the draft concerns, in the order of the policy.
    pub fn each(&self, rules: usize, mut ask: impl FnMut(usize, &[Hit])) {
        let rules = number(rules);
        let mut always = self.always.iter().copied().take_while(|&rule| rule < rules).peekable();
        for hits in self.hits.chunk_by(|left, right| left.rule == right.rule) {
            let Some(rule) = hits.first().map(|hit| hit.rule).filter(|&rule| rule < rules) else { break };
            while let Some(earlier) = always.next_if(|&earlier| earlier < rule) {
                ask(earlier as usize, &[]);
            }
            ask(rule as usize, hits);
        }
        always.for_each(|rule| ask(rule as usize, &[]));
    }
}
