//! X. Accounts that pay may post up to 25,000 characters; the page does not show which accounts those are.

use super::{Fact, Site};
use crate::post::MediaKind;
use crate::text::entities::Linking;
use crate::text::length::Counting;

pub(super) const SITE: Site = Site {
    counting: Counting::WEIGHTED,
    published: true,
    linking: Linking::X,
    longest: Some(25_000),
    alt_limit: Some(1_000),
    attachments: Some(4),
    reads: Some(&[Fact::Media(MediaKind::Image), Fact::Media(MediaKind::Video), Fact::AltText]),
    ..Site::unpublished("x", "X", 280)
};
