//! The cases of the tests: policies that between them use every kind and recogniser, and drafts that they concern.

use crate::cases;
use arbitrary::{Result, Unstructured};
use serde_json::{Value, json};
use std::sync::LazyLock;

/// A policy and a request.
pub struct Seed {
    /// As loaded by the engine.
    pub policy: Value,
    /// As sent by the extension.
    pub request: Value,
}

impl Seed {
    /// Its draft.
    #[must_use]
    pub fn text(&self) -> &str {
        self.request.get("text").and_then(Value::as_str).unwrap_or_default()
    }
}

static SEEDS: LazyLock<Vec<Seed>> = LazyLock::new(|| {
    let parts = cases::all().into_iter().map(cases::Case::split);
    parts.map(|(policy, request, _)| Seed { policy, request }).collect()
});

/// One of the seeds.
///
/// # Errors
/// There are no bytes left to make choices with.
pub fn any(bytes: &mut Unstructured<'_>) -> Result<&'static Seed> {
    bytes.choose(&SEEDS)
}

/// A few of the seeds, at least one.
///
/// # Errors
/// There are no bytes left to make choices with.
pub fn some(bytes: &mut Unstructured<'_>) -> Result<Vec<&'static Seed>> {
    (0..=bytes.int_in_range(0..=3)?).map(|_| any(bytes)).collect()
}

/// A policy with the rules and sign-offs of all these seeds.
#[must_use]
pub fn joined(seeds: &[&Seed]) -> Value {
    let mut policies = seeds.iter().map(|seed| &seed.policy);
    let mut policy = policies.next().cloned().unwrap_or_default();
    for other in policies {
        for list in ["rules", "sign_offs"] {
            let more = other.get(list).and_then(Value::as_array).cloned().unwrap_or_default();
            if let Some(entries) = policy.get_mut(list).and_then(Value::as_array_mut) {
                entries.extend(more);
            } else {
                policy[list] = more.into();
            }
        }
    }
    for list in ["rules", "sign_offs"] {
        let entries = policy.get_mut(list).and_then(Value::as_array_mut).into_iter().flatten();
        for (number, entry) in entries.enumerate() {
            entry["id"] = json!(format!("{list}/{number}"));
        }
    }
    policy
}
