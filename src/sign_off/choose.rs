//! Which wordings are added: the longest that together fit into the remaining room.

use super::fill::Wording;
use super::place;
use super::present::covers;
use crate::facts::Facts;
use crate::finding::{Edit, apply};
use crate::policy::{Position, SignOff};
use crate::text::length::{Count, Unit};

/// How many combinations of wordings are tried to make several sign-offs fit into one post.
const MAX_COMBINATIONS: usize = 1000;

/// A sign-off that is missing.
pub(super) struct Missing<'a> {
    pub(super) sign_off: &'a SignOff,
    /// The wordings to choose from, from long to short; never empty.
    pub(super) wordings: Vec<Wording>,
}

/// The additions to a draft.
pub(super) struct Choice {
    /// The wording of each missing sign-off.
    pub(super) texts: Vec<String>,
    pub(super) edits: Vec<Edit>,
}

/// The shortest wordings, if even they do not fit.
pub(super) struct TooLong {
    pub(super) shortest: Choice,
    /// The length of the text with them.
    pub(super) count: Count,
}

/// Chooses the longest wordings that fit, for all missing sign-offs.
pub(super) fn choose(
    text: &str,
    facts: &Facts<'_>,
    missing: &[Missing<'_>],
    last_line_is_taken: bool,
) -> Result<Choice, TooLong> {
    let room = Room { text, facts, last_line_is_taken };
    // Usually there is enough room.
    let longest: Vec<_> = missing.iter().filter_map(|one| one.wordings.first()).collect();
    let choice = room.choice(missing, &longest);
    let (Some(before), Some(count)) = (facts.count, room.too_long(&choice.edits)) else { return Ok(choice) };
    if missing.iter().all(|one| one.wordings.len() < 2) {
        return Err(TooLong { shortest: choice, count });
    }
    let costs = costs(&room, missing);
    let free = before.limit.saturating_sub(before.count);
    for picked in combinations(&costs).filter(|picked| cost(&costs, picked) <= free) {
        let choice = room.choice(missing, &wordings(missing, &picked));
        if room.too_long(&choice.edits).is_none() {
            return Ok(choice);
        }
    }
    // A wording inside another one takes no room, so the true cost may be lower.
    let cheapest: Vec<usize> = costs.iter().map(|costs| cheapest(costs)).collect();
    let shortest = room.choice(missing, &wordings(missing, &cheapest));
    match room.too_long(&shortest.edits) {
        None => Ok(shortest),
        Some(count) => Err(TooLong { shortest, count }),
    }
}

struct Room<'a> {
    text: &'a str,
    facts: &'a Facts<'a>,
    last_line_is_taken: bool,
}

impl Room<'_> {
    /// The edits that add these wordings. A wording inside another one is not added again, unless it has to be early.
    fn choice(&self, missing: &[Missing<'_>], wordings: &[&Wording]) -> Choice {
        let site = self.facts.context.site.as_deref().unwrap_or_default();
        let chosen = || missing.iter().map(|one| one.sign_off).zip(wordings);
        let in_another = |nth: usize, one: &SignOff, wording: &Wording| {
            let mut others = chosen().enumerate().filter(|(other, _)| *other != nth);
            others.any(|(other, (longer, words))| {
                // The same words serve for both sign-offs if they go to the same place; on their own line, they serve
                // for any.
                let first = match longer.position {
                    _ if words.key != wording.key => true,
                    position if position == one.position => other < nth,
                    position => position == Position::OwnLine,
                };
                first && covers(words, wording, one.position, site)
            })
        };
        let added = chosen().enumerate();
        let added: Vec<(Position, &str)> = added
            .filter(|(nth, (one, wording))| one.within.is_some() || !in_another(*nth, one, wording))
            .map(|(_, (one, wording))| (one.position, wording.text.as_str()))
            .collect();
        let edits = place::edits(self.text, &added, self.last_line_is_taken);
        Choice { texts: wordings.iter().map(|wording| wording.text.clone()).collect(), edits }
    }

    /// The length of the text with these edits, if it is too long. A gap separates the edits from the text, so their
    /// lengths add up, and a long text is not counted again. Only a count of the whole shows whether it has too many
    /// bytes, which some sites also limit.
    fn too_long(&self, edits: &[Edit]) -> Option<Count> {
        let before = self.facts.count?;
        let sum = Count { count: before.count + self.length(edits), ..before };
        let whole = || self.facts.context.count(&apply(self.text, edits));
        if sum.fits() { whole().filter(|count| !count.fits()) } else { Some(sum) }
    }

    /// The length of the added text, in the unit in which the draft is counted.
    fn length(&self, edits: &[Edit]) -> usize {
        let in_bytes = self.facts.count.is_some_and(|count| count.unit == Unit::Bytes);
        let length = |edit: &Edit| {
            let count = self.facts.context.count(&edit.insert).map_or(0, |count| count.count);
            if in_bytes { edit.insert.len() } else { count }
        };
        edits.iter().map(length).sum()
    }
}

/// About how much room each wording takes on its own. Counting every combination in a long post would take too long.
fn costs(room: &Room<'_>, missing: &[Missing<'_>]) -> Vec<Vec<usize>> {
    let cost = |one: &Missing<'_>, wording: &Wording| -> usize {
        let added = [(one.sign_off.position, wording.text.as_str())];
        room.length(&place::edits(room.text, &added, room.last_line_is_taken))
    };
    let costs = |one: &Missing<'_>| one.wordings.iter().map(|wording| cost(one, wording)).collect();
    missing.iter().map(costs).collect()
}

fn cost(costs: &[Vec<usize>], picked: &[usize]) -> usize {
    costs.iter().zip(picked).filter_map(|(costs, &nth)| costs.get(nth)).sum()
}

fn cheapest(costs: &[usize]) -> usize {
    costs.iter().enumerate().min_by_key(|(_, cost)| **cost).map_or(0, |(nth, _)| nth)
}

fn wordings<'a>(missing: &'a [Missing<'_>], picked: &[usize]) -> Vec<&'a Wording> {
    missing.iter().zip(picked).filter_map(|(one, &nth)| one.wordings.get(nth)).collect()
}

/// Every choice of one wording per sign-off, longer wordings first, up to [`MAX_COMBINATIONS`].
fn combinations(costs: &[Vec<usize>]) -> impl Iterator<Item = Vec<usize>> {
    let total = costs.iter().fold(1_usize, |total, costs| total.saturating_mul(costs.len()));
    (0..total.min(MAX_COMBINATIONS)).map(move |mut choice| {
        let picked = costs.iter().map(|costs| {
            let nth = choice % costs.len().max(1);
            choice /= costs.len().max(1);
            nth
        });
        picked.collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::apply;
    use crate::sites::SITES;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1_000))]

        /// A combining mark at the start of the text joins what is added before it, and no longer counts: there is then
        /// more room than expected.
        #[test]
        fn lengths_add_up(text in "(\\PC|[@#.:/\n\u{a0} ]|gov\\.uk|https://|🚌){0,20}", after in prop::bool::ANY) {
            let wordings = [(Position::Start, "#ad"), (Position::End, "^AB"), (Position::OwnLine, "— gov.uk/a 🏴")];
            let edits = place::edits(&text, &wordings, after);
            for site in SITES {
                let count = |text: &str| site.count(text, None).count;
                let sum = count(&text) + edits.iter().map(|edit| count(&edit.insert)).sum::<usize>();
                let whole = count(&apply(&text, &edits));
                let joins = text.chars().next().is_some_and(|first| !first.is_ascii());
                prop_assert!(whole == sum || joins && whole < sum, "{}: {whole} {sum}", site.id);
            }
        }
    }
}
