//! A second person's consent: a code that a colleague reads out.
//!
//! The few rules that need a second pair of eyes must work when nobody is at a desk, and without a server. So
//! `countersign codes` makes a sheet of codes for a colleague, and the policy carries only their digests: nobody who
//! reads the policy can work out a code, because there are 2⁶⁰ of them. Each code is good for one post; whoever keeps
//! the record of posts tells the gate which codes are spent.

use super::{Policy, Problem};
use crate::finding::Clearance;
use crate::text::hash;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// A colleague who can consent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Approver {
    /// The colleague's name in the record of posts, such as `duty-editor`.
    pub id: String,
    /// The digests of their codes: see [`digest_of_code`].
    pub codes: Vec<String>,
}

impl Approver {
    /// The digest of this code, if it is one of the approver's.
    #[must_use]
    pub fn gave(&self, code: &str) -> Option<String> {
        Some(digest_of_code(&self.id, code)).filter(|digest| self.codes.contains(digest))
    }
}

/// The digest of an approver's code: SHA-256 of `approver/CODE`, in lower-case hexadecimal. Only the letters and digits
/// of the code count, in upper case, so `k7qm-93xd-tv4h` is the same as `K7QM 93XD TV4H`.
///
/// ```
/// use countersign::policy::digest_of_code;
/// assert_eq!(digest_of_code("duty-editor", "k7qm-93xd-tv4h"), digest_of_code("duty-editor", "K7QM 93XD TV4H"));
/// ```
#[must_use]
pub fn digest_of_code(approver: &str, code: &str) -> String {
    let plain = code.chars().filter(char::is_ascii_alphanumeric).map(|one| one.to_ascii_uppercase());
    hash::hex(&Sha256::digest(format!("{approver}/{}", plain.collect::<String>())))
}

/// What prevents a second person from consenting under a policy: rules that need one when the policy has none, and
/// digests that are not valid, which no code would ever match.
pub(crate) fn problems(policy: &Policy) -> Vec<Problem> {
    let mut problems = Vec::new();
    if policy.approvers.iter().all(|approver| approver.codes.is_empty()) {
        let second = policy.rules.iter().filter(|rule| rule.clearance() == Clearance::SecondPerson);
        problems.extend(second.map(|rule| Problem::entry(&rule.id, "override", NOBODY)));
    }
    for (nth, approver) in policy.approvers.iter().enumerate() {
        for (code, digest) in approver.codes.iter().enumerate() {
            if !is_digest(digest) {
                problems.push(Problem::whole(format!("approvers[{nth}].codes[{code}]"), NO_DIGEST));
            }
        }
    }
    problems
}

const NOBODY: &str = "A colleague’s code is needed, but the policy has no approvers with codes. Make some with `countersign codes`, or choose another “override”.";
const NO_DIGEST: &str = "This is not the digest of a code, which has 64 digits from 0 to f. Copy what `countersign codes` prints.";

fn is_digest(digest: &str) -> bool {
    digest.len() == 64 && digest.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}
