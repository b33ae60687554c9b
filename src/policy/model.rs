//! The policy that the engine loads: plain data in a closed vocabulary.

use super::sign_off::{Parts, Position, Variants};
use super::{Approver, PolicyError, Problem, Window, read};
use crate::finding::{Clearance, Override, Question, Severity, Source};
use crate::handle;
use crate::post::{AccountKind, MediaKind, Surface};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The name of the compiled policy's format. An engine refuses a policy in a format it does not know.
pub const FORMAT: &str = "countersign-policy/1";

/// A compiled policy.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// [`FORMAT`].
    pub format: String,
    /// The policy's id.
    pub id: String,
    /// Its name, for people to read.
    pub name: String,
    /// Goes up with every publication.
    pub version: u64,
    /// Whether findings hold posts.
    #[serde(default)]
    pub mode: Mode,
    /// What happens to a post that could not be checked.
    #[serde(default)]
    pub on_unavailable: OnUnavailable,
    /// The accounts the organisation knows.
    #[serde(default)]
    pub accounts: Vec<RegisteredAccount>,
    /// Colleagues who can consent where a rule needs a second person.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub approvers: Vec<Approver>,
    /// Named times that rules refer to.
    #[serde(default)]
    pub windows: Vec<Window>,
    /// What posts can be about. Rules and sign-offs can be in force only for some topics.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<Topic>,
    /// The rules that drafts are checked against.
    #[serde(default)]
    pub rules: Vec<Rule>,
    /// What is added to posts.
    #[serde(default)]
    pub sign_offs: Vec<SignOff>,
}

impl Policy {
    /// Reads a compiled policy.
    ///
    /// # Errors
    /// The JSON is not a policy in a format this engine knows; the error says which value is wrong.
    pub fn from_json(json: &str) -> Result<Self, PolicyError> {
        let policy: Self = read::json(json)
            .map_err(|error| PolicyError::of(vec![Problem::whole(error.path, error.message)]))?;
        if policy.format == FORMAT {
            Ok(policy)
        } else {
            let message = format!(
                "The format is “{}”; this version of Countersign reads “{FORMAT}”. Pack the policy again with the matching `countersign`.",
                policy.format
            );
            Err(PolicyError::of(vec![Problem::whole("format", message)]))
        }
    }

    /// The policy as canonical JSON: sorted keys and no white space, so equal policies have equal bytes.
    #[must_use]
    pub fn to_json(&self) -> String {
        // A JSON map is sorted, and none of the types here can fail to serialise.
        serde_json::to_value(self).map(|value| value.to_string()).unwrap_or_default()
    }

    /// The entry for the account with this handle on this site, if it is registered.
    #[must_use]
    pub fn registered(&self, site: Option<&str>, handle: &str) -> Option<&RegisteredAccount> {
        self.accounts.iter().find(|account| account.is(site, handle))
    }
}

/// Whether findings hold posts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// Findings hold posts, and sign-offs are added.
    #[default]
    Enforce,
    /// Findings are shown and nothing else happens.
    Monitor,
}

/// What happens to a post that could not be checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Unavailable {
    /// It is held.
    Hold,
    /// It goes out, and the poster is told that it was not checked.
    Release,
}

/// [`Unavailable`] for each account type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields, default)]
pub struct OnUnavailable {
    /// For the organisation's own accounts.
    pub corporate: Unavailable,
    /// For named people on duty.
    pub official: Unavailable,
    /// For named people in their own time.
    pub personal: Unavailable,
}

impl Default for OnUnavailable {
    fn default() -> Self {
        Self { corporate: Unavailable::Hold, official: Unavailable::Release, personal: Unavailable::Release }
    }
}

/// An account that the organisation knows about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegisteredAccount {
    /// The handle without the `@`; letter case does not matter.
    pub handle: String,
    /// The site's id; absent if the handle is the same on every site.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<String>,
    /// Whose account it is.
    pub kind: AccountKind,
    /// Its languages, as ISO 639-1 codes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
    /// The team that runs it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub team: Option<String>,
}

impl RegisteredAccount {
    fn is(&self, site: Option<&str>, handle: &str) -> bool {
        let here = self.site.is_none() || self.site.as_deref() == site;
        here && handle::is_same(&self.handle, handle)
    }
}

/// Where a rule or a sign-off is in force. An empty list means everywhere.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Scope {
    /// Account types: `corporate`, `official`, `personal`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub accounts: Vec<AccountKind>,
    /// Ids of sites; `all` means every site.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sites: Vec<String>,
    /// Kinds of post: `post`, `reply`, `quote`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub surfaces: Vec<Surface>,
    /// Windows: in force only while one of them is open.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub windows: Vec<String>,
    /// Topics: in force only for posts about one of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<String>,
    /// Attachments: in force only for posts that have one of these: `image`, `video`, `gif`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub media: Vec<MediaKind>,
    /// Teams, as named in the registry or in the poster's profile.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub teams: Vec<String>,
}

/// Something that posts can be about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// The name that rules and sign-offs use.
    pub id: String,
    /// How to recognise a draft about it: a condition, see [`Condition`](crate::rules::Condition).
    pub when: Value,
}

/// One rule that drafts are checked against.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its id, such as `access/hashtag-case`.
    pub id: String,
    /// Its kind, one of [`KINDS`](crate::rules::KINDS).
    pub kind: String,
    /// Its row in a published list.
    #[serde(rename = "ref", default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// How much it matters: `note` (shown), `warn` (the poster confirms), `ask` (the poster answers a question),
    /// `block` (the words must be removed, unless `override` says otherwise).
    pub severity: Severity,
    /// With `warn` and `block`, whether the poster may go ahead regardless: `none`, with a `reason`, or with a
    /// colleague's code and a reason (`second-person`).
    #[serde(rename = "override", default, skip_serializing_if = "Option::is_none")]
    pub overriding: Option<Override>,
    /// Where it is in force.
    #[serde(default)]
    pub scope: Scope,
    /// What else must be true for its matches to count: a condition, see [`Condition`](crate::rules::Condition).
    #[serde(default, skip_serializing_if = "Value::is_null")]
    pub when: Value,
    /// What to ask the poster, for kinds that have no question of their own. The severity is then `ask`. The question
    /// and its answers may use the same fields as the message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<Question>,
    /// What to tell the poster. `{words}` stands for the words found; kinds add fields of their own.
    pub message: String,
    /// The guidance it is based on.
    pub source: Source,
    /// The settings of its kind.
    #[serde(default)]
    pub settings: Value,
}

impl Rule {
    /// What clears its findings.
    #[must_use]
    pub fn clearance(&self) -> Clearance {
        Clearance::of(self.severity, self.overriding)
    }
}

/// Text that a post must have, and that is added if it is missing. Nothing is added to a draft with neither text nor
/// attachments, because it is not a post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignOff {
    /// Its id.
    pub id: String,
    /// Its row in a published list.
    #[serde(rename = "ref", default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// Why it is required, in a sentence.
    pub message: String,
    /// The guidance that requires it.
    pub source: Source,
    /// Where it is required.
    #[serde(default)]
    pub scope: Scope,
    /// The wordings, from long to short. The first that fits in the room left by the site is added; if none fits, the
    /// post is held. If the site does not say how it counts, the poster may go ahead, and the shortest wording is
    /// added.
    ///
    /// A wording is recognised in any case and spacing, with or without its full stop, if it is a phrase of its own and
    /// not part of a sentence or a quotation. Initials also count as posters write them by hand: `-AB` at the end, or
    /// `^AB` at the start. If somebody else's initials are there, none are added, and the poster is told.
    ///
    /// Fields: `{initials}`, `{name}`, `{role}`, `{team}` and `{date}`, the date on which the post goes out; any date
    /// is recognised. A wording with a field whose value is not known is left out.
    ///
    /// Either one list, or a list for each language: `{en: […], cy: […]}`. With several lists, the language of the post
    /// decides. A post in two of the account's languages gets the wording listed for both, as `cy+en`, or else one in
    /// each language with “ / ” between them. If the language cannot be told, it is taken to be the account's first; if
    /// that is not known either, English.
    pub variants: Variants,
    /// Where it goes: `start`, `end` (if absent) or `own-line`.
    #[serde(default)]
    pub position: Position,
    /// Which parts of a thread have it: `first`, `last` or `every`. If absent, the first for `position: start` and the
    /// last otherwise, so that a thread is signed once, where a reader looks for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parts: Option<Parts>,
    /// For `position: start`: it must begin within this many characters of the start, as people count them. If it comes
    /// later, it counts as missing. Other sign-offs before it are not counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<usize>,
    /// Patterns that count as “already there”, in any language, as well as the wordings themselves. They ignore case;
    /// `$` also matches before other sign-offs at the end. Nothing they match is reported as personal data.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub already: Vec<String>,
}

impl SignOff {
    /// The parts of a thread that have it.
    #[must_use]
    pub fn parts(&self) -> Parts {
        let edge = if self.position == Position::Start { Parts::First } else { Parts::Last };
        self.parts.unwrap_or(edge)
    }
}
