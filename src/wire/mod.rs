//! What leaves the crate: the JSON of `countersign check --json` and the messages of the extension use the same
//! structs. Each place in a text is given in bytes and in UTF-16 code units.
//!
//! Nothing is decided here; the structs mirror [`Report`](crate::Report), [`Finding`](crate::Finding) and
//! [`Verdict`](crate::Verdict).
//! TypeScript types are generated from them (`pkg/engine.d.ts`).

mod measure;
mod mirror;
mod report;

pub use measure::{EntityOut, MeasureOut};

pub use report::{
    CountOut, CutOut, EditOut, FindingOut, FixOut, PlaceOut, PolicyOut, ReportOut, SignOffOut, VerdictOut,
};

use crate::context::{Context, Original};
pub use crate::gate::Decision;
use crate::gate::{Answer, Answers};
use crate::handle::bare;
use crate::history::PastPost;
use crate::policy::Window;
use crate::post::{AccountKind, Media, Surface, ThreadPart};
use crate::profile::Profile;
use crate::text::language::Language;
use crate::{Draft, Engine, gate};
use mirror::Mirror;
use serde::de::Error;
use serde::{Deserialize, Deserializer};

/// One draft with its context: a line of `countersign check --jsonl`, or the extension's question.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// Any value; it comes back in the answer.
    #[serde(default)]
    pub id: Option<String>,
    /// The draft.
    pub text: String,
    /// The site's id, such as `x`.
    #[serde(default)]
    pub site: Option<String>,
    /// The account type, if known.
    #[serde(default)]
    pub account: Option<AccountKind>,
    /// The acting account.
    #[serde(default)]
    pub handle: Option<String>,
    /// What kind of post it is.
    #[serde(default)]
    pub surface: Surface,
    /// Which part of a thread it is, if it is one.
    #[serde(default)]
    pub thread: Option<ThreadPart>,
    /// What is attached.
    #[serde(default)]
    pub media: Vec<Media>,
    /// The present time, as RFC 3339.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub now: Option<crate::Instant>,
    /// When the site will publish it, if not at once, as RFC 3339.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub scheduled: Option<crate::Instant>,
    /// What it is known to be about: ids of the policy's topics.
    #[serde(default)]
    pub topics: Vec<String>,
    /// The post being replied to or quoted.
    #[serde(default)]
    pub original: Option<Original>,
    /// Earlier posts of the account; an empty list if there are none, absent if that is not known. Their text is hashed
    /// as it is read, and not kept.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "PastPostIn[]"))]
    pub history: Option<Vec<PastPost>>,
    /// Windows that are known in addition to those of the policy.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "{ id: string; from: string; until: string }[]"))]
    pub windows: Vec<Window>,
    /// The account's languages.
    #[serde(default, deserialize_with = "language_codes")]
    pub languages: Vec<String>,
    /// The site's limit, where it differs from the usual one.
    #[serde(default)]
    pub limit: Option<usize>,
    /// Who is posting.
    #[serde(default)]
    pub profile: Profile,
    /// What the poster has answered so far.
    #[serde(default)]
    pub answers: Vec<Answer>,
    /// Digests of colleagues' codes that were used for earlier posts.
    #[serde(default)]
    pub spent_codes: Vec<String>,
}

/// Codes of languages that the engine can recognise.
fn language_codes<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    let codes = Vec::<String>::deserialize(deserializer)?;
    match codes.iter().find_map(|code| Language::wrong_code(code)) {
        Some(message) => Err(D::Error::custom(message)),
        None => Ok(codes),
    }
}

impl Request {
    /// The request as the engine's own types.
    #[must_use]
    pub fn split(self) -> (Draft, Context, Answers) {
        let context = Context {
            site: self.site,
            account: self.account,
            // If the page shows no handle, it is left open who is posting.
            handle: self.handle.as_deref().map(bare).filter(|handle| !handle.is_empty()).map(Into::into),
            surface: self.surface,
            thread: self.thread,
            media: self.media,
            now: self.now,
            scheduled: self.scheduled,
            topics: self.topics,
            original: self.original,
            history: self.history,
            windows: self.windows,
            languages: self.languages,
            limit: self.limit,
            profile: self.profile,
        };
        (Draft::new(&self.text), context, Answers::from(self.answers).with_spent(self.spent_codes))
    }
}

/// Checks one draft and decides whether it may be posted.
#[must_use]
pub fn answer(engine: &Engine, request: Request) -> ReportOut {
    let id = request.id.clone();
    let (draft, context, answers) = request.split();
    let report = engine.check(&draft, &context);
    let verdict = gate::decide(&report, &answers);
    let policy = PolicyOut::of(engine.policy());
    Mirror { draft: &draft, verdict, policy }.of(report, id)
}
