//! Arbitrary bytes as a compiled policy, and if it can be used, a draft made of the policy's own words.
//!
//! Bytes changed blindly are hardly ever valid JSON, so most of the time a value in the JSON is changed instead.
#![no_main]

use arbitrary::{Result, Unstructured};
use countersign_fuzz::{invariants, mutate, seeds};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use serde_json::{Value, json};

/// The most bytes used for the choices of one change.
const CHOICES: usize = 256;
const LONGEST_DRAFT: usize = 2_000;

fuzz_target!(|bytes: &[u8]| {
    let Ok(policy) = std::str::from_utf8(bytes) else { return };
    let mut words = String::new();
    gather(&serde_json::from_str(policy).unwrap_or_default(), &mut words);
    invariants::hold(policy, &json!({"text": words, "site": "x"}));
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let choices = choices(seed);
    let changed = changed(data.get(..size).unwrap_or_default(), &mut Unstructured::new(&choices));
    match changed.ok().flatten() {
        Some(policy) if policy.len() <= max_size => {
            let room = data.get_mut(..policy.len());
            room.map_or(size, |room| {
                room.copy_from_slice(policy.as_bytes());
                policy.len()
            })
        }
        _ => fuzzer_mutate(data, size, max_size),
    }
});

/// The policy with a few of its values changed, or another policy; nothing if the bytes should be changed instead.
fn changed(data: &[u8], bytes: &mut Unstructured<'_>) -> Result<Option<String>> {
    if bytes.ratio(1, 8)? {
        return Ok(None);
    }
    let mut policy = match serde_json::from_slice::<Value>(data) {
        Ok(policy) if bytes.ratio(15, 16)? => policy,
        _ => seeds::joined(&seeds::some(bytes)?),
    };
    for _ in 0..bytes.int_in_range(1..=3)? {
        mutate::value(&mut policy, bytes)?;
    }
    Ok(Some(policy.to_string()))
}

/// Collects all the text in a policy.
fn gather(value: &Value, into: &mut String) {
    match value {
        Value::String(text) if into.len() < LONGEST_DRAFT => {
            into.push_str(text);
            into.push(' ');
        }
        Value::Array(items) => items.iter().for_each(|item| gather(item, into)),
        Value::Object(fields) => fields.values().for_each(|field| gather(field, into)),
        _ => {}
    }
}

/// Pseudo-random bytes (xorshift).
fn choices(seed: u32) -> Vec<u8> {
    let mut state = seed | 1;
    let next = || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state.to_le_bytes()[0]
    };
    std::iter::repeat_with(next).take(CHOICES).collect()
}
