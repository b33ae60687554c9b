//! What the extension can tell the engine about a post apart from its text, in one list.
//!
//! A rule that needs any other fact finds nothing in a browser, even if its tests pass. So each kind says what its
//! rules [need](crate::rules::Matcher::lacks), and whoever packs a policy learns which rules need a later version of
//! the extension.

use crate::post::MediaKind;
use crate::sites;
use std::fmt;

/// A fact about a post that not every browser knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fact {
    /// Earlier posts of the account and of any account it is paired with.
    History,
    /// The post being replied to or quoted.
    Original,
    /// The text of alternative texts, not only whether there is any.
    AltText,
    /// Whether an attachment is of this kind.
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

/// The sites that the extension knows, and what it reads on each. `extension/sites/` and `extension/content/inquiry.ts`
/// do the reading.
pub static BROWSED: &[Browsed] = &[
    // Its pages show only whether there is alternative text.
    Browsed { site: "bluesky", supplies: &[Fact::Media(MediaKind::Image), Fact::Media(MediaKind::Video)] },
    // Its form does not show the kind of attachment either.
    Browsed { site: "mastodon", supplies: &[Fact::Media(MediaKind::Image)] },
    Browsed {
        site: "x",
        supplies: &[Fact::Media(MediaKind::Image), Fact::Media(MediaKind::Video), Fact::AltText],
    },
];

impl Browsed {
    /// Whether the extension reads this fact on this site.
    #[must_use]
    pub fn knows(&self, fact: Fact) -> bool {
        self.supplies.contains(&fact)
    }
}

/// A rule or sign-off that does less in browsers than on the command line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unchecked<'a> {
    /// Its id.
    pub entry: &'a str,
    /// Which part of it is not checked.
    pub extent: Extent,
    /// Why not.
    pub why: Why,
}

/// How much of a rule or sign-off is not checked in browsers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    Whole,
    /// All of it, on these sites.
    On(Vec<&'static str>),
    /// What it finds in posts being replied to or quoted.
    Answers,
    /// The `parts` of a thread that a sign-off applies to.
    Parts,
}

/// Why something is not checked in browsers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// It is for these sites only, and the extension supports none of them.
    OtherSites(Vec<String>),
    /// It needs a fact that the extension does not read.
    Unread(Fact),
}

impl fmt::Display for Unchecked<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { entry, extent, why } = self;
        match extent {
            Extent::Whole => write!(f, "{entry} is not checked in browsers yet, because {why}."),
            Extent::On(sites) => {
                let sites = names(sites, " and ");
                write!(f, "{entry} is not checked in browsers yet on {sites}, because {why}.")
            }
            Extent::Answers => {
                write!(
                    f,
                    "{entry} is checked in browsers for mentions only. Replies and quotes are not checked in browsers yet, because {why}."
                )
            }
            Extent::Parts => {
                write!(
                    f,
                    "“parts” of {entry} is not checked in browsers yet, because {why}. Each part is signed."
                )
            }
        }
    }
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fact = match self {
            Self::OtherSites(sites) => {
                return write!(f, "the extension does not work on {}", names(sites, " or "));
            }
            Self::Unread(fact) => fact,
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
        write!(f, "the extension does not read {what}")
    }
}

/// The names of the sites, for people to read.
fn names(ids: &[impl AsRef<str>], between: &str) -> String {
    let names = ids.iter().map(|id| sites::site(id.as_ref()).map_or(id.as_ref(), |site| site.name));
    names.collect::<Vec<_>>().join(between)
}
