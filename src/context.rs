//! Where a draft is about to be posted: everything apart from the text that a rule may ask about.

use crate::history::PastPost;
use crate::instant::Instant;
use crate::policy::Window;
use crate::post::{AccountKind, Media, Surface, ThreadPart};
use crate::profile::Profile;
use crate::sites::{self, Site};
use crate::text::length::{Count, from_file};
use serde::{Deserialize, Serialize};

/// Somebody's post that is being replied to or quoted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields, default)]
pub struct Original {
    /// Its author, without the `@`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub handle: Option<String>,
    /// Its text.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// What is attached to it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub media: Vec<Media>,
}

/// Everything about a draft apart from its text. Unknown fields are left at their defaults.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Context {
    /// The site's id, one of [`SITES`](crate::sites::SITES).
    pub site: Option<String>,
    /// The account type, if the caller knows it; otherwise it comes from the policy's registry.
    pub account: Option<AccountKind>,
    /// The account that is posting, without the `@`.
    pub handle: Option<String>,
    /// What kind of post it is.
    pub surface: Surface,
    /// Which part of a thread it is; `None` if it is not in a thread.
    pub thread: Option<ThreadPart>,
    /// What is attached.
    pub media: Vec<Media>,
    /// The present time. Without it, no window is open.
    pub now: Option<Instant>,
    /// When the site is to publish it, if not immediately.
    pub scheduled: Option<Instant>,
    /// Topics that the caller already knows, as ids of the policy's topics. The policy may find more.
    pub topics: Vec<String>,
    /// The post being replied to or quoted, as far as the page shows it.
    pub original: Option<Original>,
    /// Earlier posts of the account and of any account it is paired with; `None` if nobody looked, as in a browser.
    pub history: Option<Vec<PastPost>>,
    /// Windows in addition to those of the policy.
    pub windows: Vec<Window>,
    /// The account's languages, as ISO 639-1 codes.
    pub languages: Vec<String>,
    /// The site's limit if it differs from the usual one, such as a Mastodon server's own.
    pub limit: Option<usize>,
    /// Who is posting.
    pub profile: Profile,
}

impl Context {
    /// The site, if it is known.
    #[must_use]
    pub fn known_site(&self) -> Option<&'static Site> {
        self.site.as_deref().and_then(sites::site)
    }

    /// How long the post may be, in the site's own unit: the limit that the caller gave, or the site's usual one.
    #[must_use]
    pub fn limit_on(&self, site: &Site) -> usize {
        self.limit.unwrap_or_else(|| site.limit_on(self.surface))
    }

    /// How long a text is on the site it is about to be posted to, if that is known.
    #[must_use]
    pub fn count(&self, text: &str) -> Option<Count> {
        let site = self.known_site()?;
        Some(site.count(&from_file(text), Some(self.limit_on(site))))
    }

    /// Whether the limit definitely applies to a draft of this length. It does if the caller gave it. It also does if
    /// the site publishes how it counts, unless the draft is already so long that the account seems to have a limit of
    /// its own.
    #[must_use]
    pub fn limit_is_sure(&self, count: Count) -> bool {
        let says = |site: &Site| site.published && (count.fits() || site.is_too_long_for_all(count));
        self.limit.is_some() || self.known_site().is_some_and(says)
    }

    /// When the post goes out: the scheduled time, or now.
    #[must_use]
    pub fn goes_out(&self) -> Option<Instant> {
        self.scheduled.or(self.now)
    }
}
