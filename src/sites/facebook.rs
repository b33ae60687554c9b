//! Facebook. Comments have a limit of their own.

use super::Site;

pub(super) const SITE: Site =
    Site { reply_limit: Some(8_000), ..Site::unpublished("facebook", "Facebook", 63_206) };
