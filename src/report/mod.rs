//! What a check says about a draft, and which text and context it is about.

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
    /// What was known about the post apart from its text.
    pub grounds: Grounds,
    /// The findings, in the order of the text. Those about the whole draft come last.
    pub findings: Vec<Finding>,
    /// The draft's length, if the site is known.
    pub count: Option<Count>,
    /// The sign-offs that apply.
    pub sign_offs: Vec<Planned>,
    /// The edits that add the missing sign-offs.
    pub edits: Vec<Edit>,
    /// Identifies the text and context that this is about.
    pub seal: Seal,
    /// The people who can consent to findings that need a second person.
    pub approvers: Arc<[Approver]>,
}
