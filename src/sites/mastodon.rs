//! Mastodon. Every server sets its own limit of length and names it on its page; the other limits come from the source
//! code.

use super::Site;
use crate::text::entities::Linking;
use crate::text::length::Counting;

pub(super) const SITE: Site = Site {
    counting: Counting::MASTODON,
    published: true,
    linking: Linking::MASTODON,
    alt_limit: Some(1_500),
    attachments: Some(4),
    ..Site::unpublished("mastodon", "Mastodon", 500)
};
