//! `LinkedIn`. Comments have a limit of their own.

use super::Site;

pub(super) const SITE: Site =
    Site { reply_limit: Some(1_250), ..Site::unpublished("linkedin", "LinkedIn", 3_000) };
