//! `YouTube`.

use super::Site;

pub(super) const SITE: Site = Site::unpublished("youtube", "YouTube", 10_000);
