//! The shape of this repository, as tests: what a reviewer would otherwise have to remember.
//!
//! Each message says what to do about it.

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
