//! `TikTok`. Comments have a limit of their own.

use super::Site;

pub(super) const SITE: Site = Site { reply_limit: Some(150), ..Site::unpublished("tiktok", "TikTok", 4_000) };
