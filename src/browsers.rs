//! What the extension can tell the engine of a post, besides its text: the one list of it.
//!
//! A rule that needs another fact finds nothing in a browser, whatever its tests say. So a kind says what its rules
//! [need](crate::rules::Matcher::lacks), and who packs a policy is told which of them wait for a later extension.

use crate::context::MediaKind;
use crate::text::length;

/// A fact about a post that not every browser knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fact {
    /// Earlier posts of the account, and of those it is paired with.
    History,
    /// The post that is answered or quoted.
    Original,
    /// The words of alternative texts, not only whether there are some.
    AltText,
    /// That an attachment is of this sort.
    Media(MediaKind),
    /// Which part of a thread the post is.
    Thread,
}

/// A site in a browser.
#[derive(Debug)]
pub struct Browsed {
    /// The site's id.
    pub site: &'static str,
    /// The facts that the extension reads from its pages.
    pub supplies: &'static [Fact],
}

/// The sites that the extension knows, and what it reads from each. `extension/sites/` and `extension/content/inquiry.ts`
/// do the reading.
pub static BROWSED: &[Browsed] = &[
    // Its pages only show that there is alternative text.
    Browsed { site: "bluesky", supplies: &[Fact::Media(MediaKind::Image), Fact::Media(MediaKind::Video)] },
    // Its form does not say what sort of attachment it is either.
    Browsed { site: "mastodon", supplies: &[Fact::Media(MediaKind::Image)] },
    Browsed {
        site: "x",
        supplies: &[Fact::Media(MediaKind::Image), Fact::Media(MediaKind::Video), Fact::AltText],
    },
];

impl Browsed {
    /// Whether the extension reads this fact here.
    #[must_use]
    pub fn knows(&self, fact: Fact) -> bool {
        self.supplies.contains(&fact)
    }
}

/// Why something is not checked in browsers yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unsupplied {
    /// It is for sites only on which the extension does not work.
    Sites(Vec<String>),
    /// It needs a fact that the extension does not read.
    Fact(Fact),
}

impl Unsupplied {
    /// The reason as half a sentence, after “because”.
    #[must_use]
    pub fn because(&self) -> String {
        let fact = match self {
            Self::Sites(sites) => {
                let names = sites.iter().map(|id| length::site(id).map_or(id.as_str(), |site| site.name));
                let names: Vec<_> = names.collect();
                return format!("the extension does not work on {} yet", names.join(" or "));
            }
            Self::Fact(fact) => fact,
        };
        let what = match fact {
            Fact::History => "the earlier posts of an account",
            Fact::Original => "the post that is answered or quoted",
            Fact::AltText => "the words of alternative texts",
            Fact::Media(MediaKind::Image) => "whether an attachment is an image",
            Fact::Media(MediaKind::Video) => "whether an attachment is a video",
            Fact::Media(MediaKind::Gif) => "whether an attachment is a GIF",
            Fact::Thread => "which part of a thread a post is",
        };
        format!("the extension does not read {what}")
    }
}
