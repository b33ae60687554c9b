//! The literals of all rules in one index, which tells which rules concern a draft.

mod index;

use crate::finding::Span;
use crate::policy::Trust;
use crate::text::normalise::folded;
use index::{Index, Texts};

/// A literal of a rule, found in a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    rule: u32,
    /// Where it is, in the folded view.
    pub span: Span,
    /// Its number, in the order in which the rule named its literals.
    pub literal: usize,
}

/// The rule that named a literal.
#[derive(Debug, Clone, Copy)]
struct Owner {
    rule: u32,
    /// The literal's number in that rule's order.
    place: u32,
}

/// Collects the literals of all rules while a policy is compiled.
#[derive(Debug, Default)]
pub struct Literals {
    texts: Texts,
    /// The rule that named each of the texts.
    owners: Vec<Owner>,
    /// The rules that are asked about every draft even though they named literals.
    always: Vec<u32>,
    trust: Trust,
}

impl Literals {
    /// A collector for a policy with this level of trust.
    #[must_use]
    pub fn trusting(trust: Trust) -> Self {
        Self { trust, ..Self::default() }
    }

    /// A collector for one rule.
    pub fn of_rule(&mut self, rule: usize) -> RuleLiterals<'_> {
        RuleLiterals { rule: number(rule), named: 0, all: self }
    }

    /// Builds the index for this many rules.
    #[must_use]
    pub fn build(self, rules: usize) -> LiteralIndex {
        let mut depends = vec![false; rules];
        let mut set =
            |rule: u32, value| depends.get_mut(rule as usize).into_iter().for_each(|flag| *flag = value);
        self.owners.iter().for_each(|owner| set(owner.rule, true));
        self.always.iter().for_each(|&rule| set(rule, false));
        let always = (0..).zip(depends).filter(|(_, depends)| !depends).map(|(rule, _)| rule).collect();
        LiteralIndex { index: Index::new(self.texts), owners: self.owners, always }
    }
}

/// Collects the literals of one rule, and says how far its policy is trusted.
#[derive(Debug)]
pub struct RuleLiterals<'a> {
    rule: u32,
    named: u32,
    all: &'a mut Literals,
}

impl RuleLiterals<'_> {
    /// Names a literal: the rule will be asked only about drafts that have at least one of those it named. Case, white
    /// space and look-alike characters make no difference.
    pub fn name(&mut self, literal: &str) {
        self.all.texts.push(&folded(literal));
        self.all.owners.push(Owner { rule: self.rule, place: self.named });
        self.named += 1;
    }

    /// How many literals the rule has named, which is the number of the next one.
    #[must_use]
    pub fn named(&self) -> usize {
        self.named as usize
    }

    /// How far the policy of this rule is trusted.
    #[must_use]
    pub fn trust(&self) -> Trust {
        self.all.trust
    }

    /// The rule will be asked about every draft. It is still told where its literals are.
    pub fn ask_always(&mut self) {
        self.all.always.push(self.rule);
    }
}

/// No policy has more than four billion rules or literals: its file would be too long to read.
fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

/// Finds which rules concern a draft.
#[derive(Debug)]
pub struct LiteralIndex {
    index: Index,
    /// The rule that named each literal.
    owners: Vec<Owner>,
    /// The rules that are always asked, because they named no literals.
    always: Vec<u32>,
}

/// The literals found in one draft.
#[derive(Debug)]
pub struct LiteralHits<'a> {
    /// Sorted by rule, and then by place in the text.
    hits: Vec<Hit>,
    always: &'a [u32],
}

impl LiteralIndex {
    /// Looks for the literals of all rules, in one pass over the folded view of a draft.
    #[must_use]
    pub fn scan(&self, folded: &str) -> LiteralHits<'_> {
        let mut hits: Vec<Hit> = Vec::new();
        self.index.each(folded, |literal, span| {
            let owner = self.owners.get(literal);
            hits.extend(owner.map(|owner| Hit { rule: owner.rule, span, literal: owner.place as usize }));
        });
        hits.sort_unstable();
        LiteralHits { hits, always: &self.always }
    }
}

impl LiteralHits<'_> {
    /// The hits of a rule, in the order of the text; `None` if it does not concern the draft.
    #[must_use]
    pub fn of(&self, rule: usize) -> Option<&[Hit]> {
        let rule = number(rule);
        let first = self.hits.partition_point(|hit| hit.rule < rule);
        let from = self.hits.get(first..).unwrap_or_default();
        let hits = from.get(..from.partition_point(|hit| hit.rule == rule)).unwrap_or_default();
        (!hits.is_empty() || self.always.binary_search(&rule).is_ok()).then_some(hits)
    }

    /// Calls `ask` for each of the first `rules` rules that concerns the draft, in the order of the policy.
    pub fn each(&self, rules: usize, mut ask: impl FnMut(usize, &[Hit])) {
        let rules = number(rules);
        let mut always = self.always.iter().copied().take_while(|&rule| rule < rules).peekable();
        for hits in self.hits.chunk_by(|left, right| left.rule == right.rule) {
            let Some(rule) = hits.first().map(|hit| hit.rule).filter(|&rule| rule < rules) else { break };
            while let Some(earlier) = always.next_if(|&earlier| earlier < rule) {
                ask(earlier as usize, &[]);
            }
            always.next_if_eq(&rule);
            ask(rule as usize, hits);
        }
        always.for_each(|rule| ask(rule as usize, &[]));
    }
}
