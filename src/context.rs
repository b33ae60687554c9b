//! Where a draft is about to be posted: everything besides the text that a rule may ask about.

use crate::Instant;
use crate::history::PastPost;
use crate::text::length::{self, Count};
use serde::{Deserialize, Serialize};

/// Who is speaking, which decides how strict the rules are.
///
/// The three types are those of the Department of Health's 2012 guidance: the first two fall under the
/// organisation's content policy, the third under the Civil Service Code alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum AccountKind {
    /// The organisation's own account.
    Corporate,
    /// A named person on duty.
    Official,
    /// A named person in their own time.
    Personal,
}

/// What kind of post the composer makes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Surface {
    /// A post of its own.
    #[default]
    Post,
    /// An answer to somebody's post.
    Reply,
    /// A post that shows somebody's post.
    Quote,
}

/// One attachment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Media {
    /// What it is.
    pub kind: MediaKind,
    /// Its alternative text; `None` if it has none or the page does not show it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
}

/// What an attachment is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum MediaKind {
    /// A still picture.
    Image,
    /// A moving picture.
    Video,
    /// An animated picture without sound.
    Gif,
}

/// Where a draft stands in a thread that is written in one go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct ThreadPart {
    /// Which part it is, from 1.
    pub part: usize,
    /// How many parts the thread has.
    pub of: usize,
}

/// Somebody's post that is answered or quoted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields, default)]
pub struct Original {
    /// Whose it is, without the `@`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub handle: Option<String>,
    /// Its text.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// What is attached to it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub media: Vec<Media>,
}

/// A time between two instants, such as a pre-election period. Rules can be in force only inside one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Window {
    /// The name that rules use.
    pub id: String,
    /// The first instant inside.
    pub from: Instant,
    /// The first instant after.
    pub until: Instant,
}

impl Window {
    /// Whether the window is open at this instant.
    #[must_use]
    pub fn contains(&self, now: Instant) -> bool {
        self.from <= now && now < self.until
    }
}

/// Who is posting, for the fields of a sign-off such as `{initials}`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields, default)]
pub struct Profile {
    /// `AB`
    #[serde(skip_serializing_if = "String::is_empty")]
    pub initials: String,
    /// `Alex Brown`
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// `Press officer`
    #[serde(skip_serializing_if = "String::is_empty")]
    pub role: String,
    /// `Newsdesk`
    #[serde(skip_serializing_if = "String::is_empty")]
    pub team: String,
}

/// Everything about a draft besides its text. What is unknown is left at its default.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Context {
    /// The site's id, one of [`SITES`](crate::text::length::SITES).
    pub site: Option<String>,
    /// The account type, if the caller knows it; otherwise the policy's registry is asked.
    pub account: Option<AccountKind>,
    /// The acting account, without the `@`.
    pub handle: Option<String>,
    /// What kind of post it is.
    pub surface: Surface,
    /// Which part of a thread it is; `None` if it stands alone.
    pub thread: Option<ThreadPart>,
    /// What is attached.
    pub media: Vec<Media>,
    /// The present time; without it no window is open.
    pub now: Option<Instant>,
    /// When the site is to publish it, if not at once.
    pub scheduled: Option<Instant>,
    /// What the caller knows it to be about, besides what the policy finds out: ids of the policy's topics.
    pub topics: Vec<String>,
    /// The post that is answered or quoted, as far as the page shows it.
    pub original: Option<Original>,
    /// Earlier posts of the account, and of those it is paired with; `None` if nobody looked, as in a browser.
    pub history: Option<Vec<PastPost>>,
    /// Windows known besides those of the policy.
    pub windows: Vec<Window>,
    /// The account's languages, as ISO 639-1 codes.
    pub languages: Vec<String>,
    /// The site's limit where it differs from the usual one, such as a Mastodon server's own.
    pub limit: Option<usize>,
    /// Who is posting.
    pub profile: Profile,
}

impl Context {
    /// How long a text is where it is about to be posted, if the site is known.
    #[must_use]
    pub fn count(&self, text: &str) -> Option<Count> {
        let site = self.site.as_deref().and_then(length::site)?;
        let limit = self.limit.or(Some(site.limit_on(self.surface)));
        Some(site.count(&length::from_file(text), limit))
    }

    /// Whether the limit is sure: the caller named it, or the site says how it counts.
    #[must_use]
    pub fn limit_is_known(&self) -> bool {
        let site = self.site.as_deref().and_then(length::site);
        self.limit.is_some() || site.is_some_and(|site| site.published)
    }

    /// When the post goes out: when it is scheduled for, or now.
    #[must_use]
    pub fn goes_out(&self) -> Option<Instant> {
        self.scheduled.or(self.now)
    }
}
