//! What a check says about a draft, and which text in which context it is about.

mod seal;

pub use seal::Seal;

use crate::facts::Grounds;
use crate::finding::{Edit, Finding};
use crate::policy::Approver;
use crate::sign_off::Planned;
use crate::text::length::Count;
use std::sync::Arc;

/// Everything that a check says about a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// What was known about the post besides its text.
    pub grounds: Grounds,
    /// What was found, in the order of the text; what is about the whole draft comes last.
    pub findings: Vec<Finding>,
    /// The draft's length, if the site is known.
    pub count: Option<Count>,
    /// The sign-offs that apply.
    pub sign_offs: Vec<Planned>,
    /// What adds the missing sign-offs.
    pub edits: Vec<Edit>,
    /// Which text in which context this is about.
    pub seal: Seal,
    /// Who can consent to what needs a second person.
    pub approvers: Arc<[Approver]>,
}
