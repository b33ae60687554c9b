//! What a policy asks that browsers cannot check yet, in words for whoever packs it.
//!
//! A rule that needs a fact that the extension does not [read](crate::sites::Site::reads) finds nothing in a browser,
//! whatever its tests say.

use crate::post::MediaKind;
use crate::sites::{self, Fact};
use std::fmt;

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
