//! Which wordings are added: the longest that fit together into the room that the site leaves.

use super::fill::Wording;
use super::place;
use super::present::covers;
use crate::facts::Facts;
use crate::finding::{Edit, apply};
use crate::policy::{Position, SignOff};

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

    /// How much the text with these edits is too long.
    fn over(&self, edits: &[Edit]) -> usize {
        let count = self.facts.context.count(&apply(self.text, edits));
        count.map_or(0, |count| count.count.saturating_sub(count.limit))
    }
}

/// About how much room each wording takes, by itself. Counting every combination of a long post would take too long.
fn costs(room: &Room<'_>, missing: &[Missing<'_>]) -> Vec<Vec<usize>> {
    let cost = |one: &Missing<'_>, wording: &Wording| -> usize {
        let added = [(one.sign_off.position, wording.text.as_str())];
        let edits = place::edits(room.text, &added, room.last_line_is_taken);
        let counts = edits.iter().filter_map(|edit| room.facts.context.count(&edit.insert));
        counts.map(|count| count.count).sum()
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
