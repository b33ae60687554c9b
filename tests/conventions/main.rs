//! The conventions of this repository, as tests: what reviewers would otherwise have to remember.
//!
//! Each failure message says what to do.

#![cfg(test)]
#![allow(clippy::string_slice, reason = "a test may fail by panicking")]

mod browsers;
mod dependencies;
mod engine;
mod extension;
mod floors;
mod layout;
mod policies_page;
mod repository;
mod rules_page;
