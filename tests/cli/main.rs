//! The command line, run as a program: exit statuses, output, and the place and words of every sort of mistake.

mod check;
mod jsonl;
mod mistakes;
mod pack;
mod program;
