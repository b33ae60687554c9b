//! Arbitrary text under arbitrary policies, in arbitrary contexts.
#![no_main]

use countersign_fuzz::{input::Input, invariants};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: Input| invariants::hold(&input.policy.to_string(), &input.request));
