//! Threads. Its documentation says that emoji count as many as they have bytes of UTF-8, and its server counts all else
//! so.

use super::Site;
use crate::text::length::Counting;

pub(super) const SITE: Site =
    Site { counting: Counting::BYTES, ..Site::unpublished("threads", "Threads", 500) };
