//! The cases of the tests: policies of which every kind and recogniser is used, and drafts that concern them.

use crate::cases;
use arbitrary::{Result, Unstructured};
use serde_json::{Value, json};
use std::sync::LazyLock;

/// A policy and a request.
pub struct Seed {
    /// As the engine loads it.
    pub policy: Value,
    /// As the extension sends it.
    pub request: Value,
}

static SEEDS: LazyLock<Vec<Seed>> = LazyLock::new(|| {
    let parts = cases::all().into_iter().map(cases::Case::split);
    parts.map(|(policy, request, _)| Seed { policy, request }).collect()
});

/// One of them.
///
/// # Errors
/// There are no bytes left to choose with.
pub fn any(bytes: &mut Unstructured<'_>) -> Result<&'static Seed> {
    bytes.choose(&SEEDS)
}

/// A policy with the rules and sign-offs of a few of them.
///
/// # Errors
/// There are no bytes left to choose with.
pub fn policy(bytes: &mut Unstructured<'_>) -> Result<Value> {
    let mut policy = any(bytes)?.policy.clone();
    for _ in 0..bytes.int_in_range(0..=3)? {
        let other = &any(bytes)?.policy;
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
    Ok(policy)
}
