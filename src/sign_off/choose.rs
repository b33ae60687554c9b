//! Which wordings are added: the longest that fit together into the room that the site leaves.

use super::fill::Wording;
use super::place;
use super::present::covers;
use crate::facts::Facts;
use crate::finding::Edit;
use crate::policy::{Position, SignOff};
use crate::text::length::Count;

/// The most combinations of wordings that are tried to make several sign-offs fit into one post.
const MAX_COMBINATIONS: usize = 1000;

/// A sign-off that is missing.
pub(super) struct Missing<'a> {
    pub(super) sign_off: &'a SignOff,
    /// What it may be, from long to short; never none.
    pub(super) wordings: Vec<Wording>,
}

/// What is added to a draft.
pub(super) struct Choice {
    /// The wording of each that is missing.
    pub(super) texts: Vec<String>,
    pub(super) edits: Vec<Edit>,
}

/// Chooses for all that is missing, or says how many characters have to go before the shortest wordings fit.
pub(super) fn choose(
    text: &str,
    facts: &Facts<'_>,
    missing: &[Missing<'_>],
    last_line_is_taken: bool,
) -> Result<Choice, usize> {
    let room = Room { text, facts, last_line_is_taken };
    // Most often there is room enough.
    let longest: Vec<_> = missing.iter().filter_map(|one| one.wordings.first()).collect();
    let choice = room.choice(missing, &longest);
    let (Some(before), over @ 1..) = (facts.count, room.over(&choice.edits)) else { return Ok(choice) };
    if missing.iter().all(|one| one.wordings.len() < 2) {
        return Err(over);
    }
    let costs = costs(&room, missing);
    let free = before.limit.saturating_sub(before.count);
    for picked in combinations(&costs).filter(|picked| cost(&costs, picked) <= free) {
        let choice = room.choice(missing, &wordings(missing, &picked));
        if room.over(&choice.edits) == 0 {
            return Ok(choice);
        }
    }
    // What stands in another wording takes no room of its own, and so less than its cost.
    let cheapest: Vec<usize> = costs.iter().map(|costs| cheapest(costs)).collect();
    let choice = room.choice(missing, &wordings(missing, &cheapest));
    match room.over(&choice.edits) {
        0 => Ok(choice),
        over => Err(over),
    }
}

struct Room<'a> {
    text: &'a str,
    facts: &'a Facts<'a>,
    last_line_is_taken: bool,
}

impl Room<'_> {
    /// What adding these wordings takes. One that stands in another is there with it, unless it has to be early.
    fn choice(&self, missing: &[Missing<'_>], wordings: &[&Wording]) -> Choice {
        let site = self.facts.context.site.as_deref().unwrap_or_default();
        let in_another = |nth: usize, one: &Wording| {
            wordings.iter().enumerate().any(|(other, longer)| {
                let first = longer.key != one.key || other < nth;
                other != nth && first && covers(longer, one, site)
            })
        };
        let chosen = missing.iter().zip(wordings).enumerate();
        let added: Vec<(Position, &str)> = chosen
            .filter(|(nth, (one, wording))| one.sign_off.within.is_some() || !in_another(*nth, wording))
            .map(|(_, (one, wording))| (one.sign_off.position, wording.text.as_str()))
            .collect();
        let edits = place::edits(self.text, &added, self.last_line_is_taken);
        Choice { texts: wordings.iter().map(|wording| wording.text.clone()).collect(), edits }
    }

    /// How much the text with these edits is too long. A gap divides them from the text, so that lengths add up.
    fn over(&self, edits: &[Edit]) -> usize {
        let over = |before: Count| (before.count + self.length(edits)).saturating_sub(before.limit);
        self.facts.count.map_or(0, over)
    }

    /// How long is what is added.
    fn length(&self, edits: &[Edit]) -> usize {
        let counts = edits.iter().filter_map(|edit| self.facts.context.count(&edit.insert));
        counts.map(|count| count.count).sum()
    }
}

/// About how much room each wording takes, by itself. Counting every combination of a long post would take too long.
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

/// Every choice of one wording each, with longer wordings first, up to [`MAX_COMBINATIONS`].
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
    use crate::text::length::SITES;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1_000))]

        /// A mark that joins the letter in front of it is no longer one by itself: then there is more room than thought.
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
