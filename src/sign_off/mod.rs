//! Sign-offs: which text has to be in a post, is it there already, where does it go, and which wording fits.
//!
//! Adding sign-offs is idempotent: once added they are found to be there, so checking the signed text again
//! asks for nothing more.

mod fill;
mod place;

use crate::Span;
use crate::context::Context;
use crate::facts::Facts;
use crate::finding::{Clearance, Edit, Finding, Severity, Source, apply};
use crate::policy::{Problem, SignOff};
use crate::text::normalise::folded;
use crate::text::reading::Reading;
use crate::text::regexes::Lazy;
use fill::Filled;
use serde::{Deserialize, Serialize};

/// The most combinations of wordings that are tried to make several sign-offs fit into one post.
const MAX_COMBINATIONS: usize = 1000;

/// A sign-off that applies to a draft, and what becomes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// Its id.
    pub id: String,
    /// What becomes of it.
    pub status: Status,
    /// The text that will be added; empty if none will.
    pub text: String,
    /// Why it is required.
    pub message: String,
}

/// What becomes of a sign-off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// It is there already.
    Present,
    /// It will be added when the post goes out.
    WillBeAdded,
    /// No wording of it fits.
    DoesNotFit,
    /// A field of it is not known, such as the poster's initials.
    Incomplete,
}

/// The sign-offs of a policy, compiled.
#[derive(Debug)]
pub(crate) struct SignOffs {
    all: Vec<Compiled>,
}

#[derive(Debug)]
struct Compiled {
    sign_off: SignOff,
    already: Vec<Lazy>,
}

/// What to do about sign-offs in one draft.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    pub(crate) planned: Vec<Planned>,
    pub(crate) edits: Vec<Edit>,
    pub(crate) problems: Vec<Unsigned>,
}

/// A required sign-off that cannot be added.
#[derive(Debug)]
pub(crate) struct Unsigned {
    id: String,
    source: Source,
    message: String,
}

/// A sign-off that is missing, with the wordings it may have.
struct Missing<'a> {
    sign_off: &'a SignOff,
    wordings: Vec<String>,
}

impl SignOffs {
    /// Compiles the sign-offs of a policy, or lists what is wrong with them.
    pub(crate) fn new(sign_offs: &[SignOff]) -> Result<Self, Vec<Problem>> {
        let (mut all, mut problems) = (Vec::new(), Vec::new());
        for sign_off in sign_offs {
            problems.extend(fill::problems(sign_off));
            let mut already = Vec::new();
            for (nth, pattern) in sign_off.already.iter().enumerate() {
                match Lazy::new(pattern, true) {
                    Ok(pattern) => already.push(pattern),
                    Err(message) => {
                        problems.push(Problem::entry(&sign_off.id, format!("already[{nth}]"), message));
                    }
                }
            }
            all.push(Compiled { sign_off: sign_off.clone(), already });
        }
        if problems.is_empty() { Ok(Self { all }) } else { Err(problems) }
    }

    /// Plans the sign-offs of a draft.
    pub(crate) fn plan(&self, reading: &Reading<'_>, facts: &Facts<'_>) -> Plan {
        let mut plan = Plan::default();
        let mut missing = Vec::new();
        for compiled in self.all.iter().filter(|one| one.sign_off.scope.covers(facts)) {
            let sign_off = &compiled.sign_off;
            match fill::wordings(sign_off, facts.context) {
                _ if compiled.matches(reading) => plan.note(sign_off, Status::Present, ""),
                Filled::Wordings(wordings)
                    if wordings.iter().any(|one| stands_in(one, reading.folded().text())) =>
                {
                    plan.note(sign_off, Status::Present, "");
                }
                Filled::Wordings(wordings) => missing.push(Missing { sign_off, wordings }),
                Filled::Lacks(field) => plan.incomplete(sign_off, field),
            }
        }
        plan.add(reading.draft().text(), facts.context, &missing);
        plan
    }
}

impl Compiled {
    fn matches(&self, reading: &Reading<'_>) -> bool {
        self.already.iter().any(|pattern| pattern.is_match(reading))
    }
}

/// Whether a wording stands in the text, which is folded, as whole words, whatever its case and spacing.
fn stands_in(wording: &str, text: &str) -> bool {
    let wording = folded(wording);
    let wording = wording.trim();
    let mut places = text.match_indices(wording);
    places.any(|(start, _)| crate::rules::is_whole(text, Span::new(start, start + wording.len())))
}

impl Plan {
    fn note(&mut self, sign_off: &SignOff, status: Status, text: &str) {
        self.planned.push(Planned {
            id: sign_off.id.clone(),
            status,
            text: text.to_owned(),
            message: sign_off.message.clone(),
        });
    }

    fn refuse(&mut self, sign_off: &SignOff, status: Status, message: String) {
        self.note(sign_off, status, "");
        self.problems.push(Unsigned { id: sign_off.id.clone(), source: sign_off.source.clone(), message });
    }

    fn incomplete(&mut self, sign_off: &SignOff, field: &str) {
        let lack = match field {
            "date" => "The date is not known.".to_owned(),
            "initials" => "Your initials are not known. Add them on Countersign’s options page.".to_owned(),
            _ => format!("Your {field} is not known. Add it on Countersign’s options page."),
        };
        let message = format!("{} {lack}", sign_off.message);
        self.refuse(sign_off, Status::Incomplete, message);
    }

    /// Adds all that is missing, in the longest wordings that fit together, or none of it.
    fn add(&mut self, text: &str, context: &Context, missing: &[Missing<'_>]) {
        let over = |edits: &[Edit]| {
            let count = context.count(&apply(text, edits));
            count.map_or(0, |count| count.count.saturating_sub(count.limit))
        };
        let mut least_over = usize::MAX;
        for wordings in combinations(missing) {
            let edits = place::edits(text, missing.iter().map(|one| one.sign_off.position).zip(&wordings));
            let over = over(&edits);
            if over == 0 {
                for (one, wording) in missing.iter().zip(wordings) {
                    self.note(one.sign_off, Status::WillBeAdded, wording);
                }
                self.edits = edits;
                return;
            }
            least_over = least_over.min(over);
        }
        for one in missing {
            let characters = if least_over == 1 { "character" } else { "characters" };
            let message =
                format!("{} There is no room for it. Cut {least_over} {characters}.", one.sign_off.message);
            self.refuse(one.sign_off, Status::DoesNotFit, message);
        }
    }
}

/// Every choice of one wording each, with longer wordings first, up to [`MAX_COMBINATIONS`].
fn combinations<'a>(missing: &'a [Missing<'_>]) -> impl Iterator<Item = Vec<&'a String>> {
    let total = missing.iter().map(|one| one.wordings.len()).product::<usize>();
    (0..total.min(MAX_COMBINATIONS)).map(move |mut choice| {
        let wording = |one: &'a Missing<'_>| {
            let nth = choice % one.wordings.len();
            choice /= one.wordings.len();
            one.wordings.get(nth)
        };
        missing.iter().filter_map(wording).collect()
    })
}

impl From<Unsigned> for Finding {
    fn from(unsigned: Unsigned) -> Self {
        Self {
            key: unsigned.id.clone(),
            rule: unsigned.id,
            kind: "sign-off",
            reference: None,
            severity: Severity::Block,
            clearance: Clearance::Never,
            message: unsigned.message,
            source: unsigned.source,
            spans: Vec::new(),
            fix: None,
            question: None,
        }
    }
}
