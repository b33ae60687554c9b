//! A policy and a request, as tried by the `check` target.

use crate::mutate;
use crate::seeds::{self, Seed};
use arbitrary::{Arbitrary, Result, Unstructured};
use countersign::sites::SITES;
use serde_json::{Value, json};
use std::fmt;

/// Prints as a file for `tests/regressions/`.
pub struct Input {
    /// As loaded by the engine.
    pub policy: Value,
    /// As sent by the extension.
    pub request: Value,
}

impl fmt::Debug for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:#}", json!({"policy": self.policy, "request": self.request}))
    }
}

impl<'a> Arbitrary<'a> for Input {
    fn arbitrary(bytes: &mut Unstructured<'a>) -> Result<Self> {
        let used = seeds::some(bytes)?;
        let mut policy = seeds::joined(&used);
        for _ in 0..bytes.int_in_range(0..=4)? {
            let list = *bytes.choose(&["rules", "rules", "rules", "sign_offs"])?;
            let part = policy.get_mut(list);
            mutate::value(part.unwrap_or(&mut Value::Null), bytes)?;
        }
        let mut request = bytes.choose(&used)?.request.clone();
        if bytes.ratio(1, 2)? {
            request["site"] = json!(bytes.choose(SITES)?.id);
        }
        request["text"] = json!(text(&used, bytes)?);
        if bytes.ratio(1, 4)? {
            mutate::value(&mut request, bytes)?;
        }
        Ok(Self { policy, request })
    }
}

/// Drafts and pieces of text, one after the other; most of the drafts come from the seeds whose rules are used.
fn text(used: &[&Seed], bytes: &mut Unstructured<'_>) -> Result<String> {
    let mut text = String::new();
    for _ in 0..bytes.int_in_range(0..=6)? {
        match bytes.int_in_range(0..=7)? {
            0 | 1 => text += &mutate::part(bytes)?,
            2 => text.push(' '),
            3 => text += seeds::any(bytes)?.text(),
            _ => text += bytes.choose(used)?.text(),
        }
    }
    Ok(text)
}
