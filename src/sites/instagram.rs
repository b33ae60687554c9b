//! Instagram.

use super::Site;

pub(super) const SITE: Site = Site::unpublished("instagram", "Instagram", 2_200);
