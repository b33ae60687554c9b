//! Bluesky. Its limits are those of the record's schema: `app.bsky.feed.post` has `maxGraphemes` 300 and `maxLength`
//! 3000, which no account can exceed; `app.bsky.embed.images` takes 4. Its app cuts alternative texts at 2,000
//! characters.

use super::{Fact, Site};
use crate::post::MediaKind;
use crate::text::entities::Linking;
use crate::text::length::Counting;

pub(super) const SITE: Site = Site {
    counting: Counting::SHORTENED,
    published: true,
    linking: Linking::BLUESKY,
    byte_limit: Some(3_000),
    longest: Some(300),
    alt_limit: Some(2_000),
    attachments: Some(4),
    // Its pages only show that there is alternative text.
    reads: Some(&[Fact::Media(MediaKind::Image), Fact::Media(MediaKind::Video)]),
    ..Site::unpublished("bluesky", "Bluesky", 300)
};
