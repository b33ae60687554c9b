//! Threads. Its documentation says that each emoji counts as the number of its UTF-8 bytes, and its server counts
//! everything else in bytes too.

use super::Site;
use crate::text::length::Counting;

pub(super) const SITE: Site =
    Site { counting: Counting::BYTES, ..Site::unpublished("threads", "Threads", 500) };
