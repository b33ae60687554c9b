//! The command line, run as a program: exit statuses, output, and the position and wording of every kind of error.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod account;
mod bank_holidays;
mod check;
mod codes;
mod jsonl;
mod length;
mod mistakes;
mod pack;
mod program;
mod warnings;
