//! Mastodon. Every server sets its own limit of length and names it on its page; the other limits come from the source
//! code.

use super::{Fact, Site};
use crate::post::MediaKind;
use crate::text::entities::Linking;
use crate::text::length::Counting;

pub(super) const SITE: Site = Site {
    counting: Counting::MASTODON,
    published: true,
    linking: Linking::MASTODON,
    alt_limit: Some(1_500),
    attachments: Some(4),
    // Its form does not say what sort of attachment it is, and only shows that there is alternative text.
    reads: Some(&[Fact::Media(MediaKind::Image)]),
    ..Site::unpublished("mastodon", "Mastodon", 500)
};
