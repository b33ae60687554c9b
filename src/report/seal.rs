//! Binds a verdict to one text in one context.

use crate::context::Original;
use crate::facts::Facts;
use crate::policy::{Mode, Policy};
use crate::post::{AccountKind, Media, Surface, ThreadPart};
use crate::profile::Profile;
use crate::text::hash;
use crate::{Draft, Instant};
use serde::{Serialize, Serializer};
use sha2::{Digest, Sha256};
use std::fmt;

/// Identifies a text in a context under a policy without repeating any of it: a SHA-256 digest.
///
/// Two checks have the same seal only if policy and version, text, account, site, surface, place in the thread,
/// attachments, the post that is answered, topics, open windows and the poster's profile are all the same. The present
/// time and earlier posts are left out: they change with every check, and anything that depends on them shows in the
/// findings.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Seal([u8; 32]);

impl Seal {
    /// The seal of a draft, once the facts are known.
    #[must_use]
    pub(crate) fn of(policy: &Policy, draft: &Draft, facts: &Facts<'_>) -> Self {
        let context = facts.context;
        let sealed = Sealed {
            policy: (&policy.id, policy.version, policy.mode),
            site: &context.site,
            handle: &context.handle,
            account: facts.account,
            languages: facts.languages(),
            surface: context.surface,
            thread: context.thread,
            media: &context.media,
            scheduled: context.scheduled,
            original: &context.original,
            topics: &facts.topics,
            windows: &facts.windows,
            limit: context.limit,
            profile: &context.profile,
            rest: draft.rest(),
        };
        let mut digest = Sha256::new();
        // None of these types can fail to serialise. The JSON ends with a brace, so whatever follows is the text.
        digest.update(serde_json::to_string(&sealed).unwrap_or_default());
        digest.update(draft.text());
        Self(digest.finalize().into())
    }
}

/// What a verdict is about, apart from the text. Absent fields are not written, because every byte costs time at every
/// check.
#[derive(Serialize)]
struct Sealed<'a> {
    policy: (&'a str, u64, Mode),
    #[serde(skip_serializing_if = "Option::is_none")]
    site: &'a Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    handle: &'a Option<String>,
    account: AccountKind,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    languages: &'a [String],
    surface: Surface,
    #[serde(skip_serializing_if = "Option::is_none")]
    thread: Option<ThreadPart>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    media: &'a [Media],
    #[serde(skip_serializing_if = "Option::is_none")]
    scheduled: Option<Instant>,
    #[serde(skip_serializing_if = "Option::is_none")]
    original: &'a Option<Original>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    topics: &'a [&'a str],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    windows: &'a [&'a str],
    #[serde(skip_serializing_if = "Option::is_none")]
    limit: Option<usize>,
    profile: &'a Profile,
    #[serde(skip_serializing_if = "Option::is_none")]
    rest: Option<[u8; 32]>,
}

impl fmt::Display for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hash::hex(&self.0))
    }
}

impl fmt::Debug for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Seal({self})")
    }
}

impl Serialize for Seal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
