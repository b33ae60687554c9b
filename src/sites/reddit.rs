//! Reddit. Comments have a limit of their own.

use super::Site;

pub(super) const SITE: Site =
    Site { reply_limit: Some(10_000), ..Site::unpublished("reddit", "Reddit", 40_000) };
