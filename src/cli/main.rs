//! `countersign`: checks drafts on the command line, and tests and packs policies.
//!
//! Each subcommand has a file of its own. What they all share is here: exit statuses, and where output and errors go.

mod account;
mod arguments;
mod check;
mod codes;
mod diagnostics;
mod entities;
mod input;
mod jsonl;
mod length;
mod pack;
mod policy;
mod poster;
mod test;

use clap::{Parser, Subcommand};
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

const EXIT_STATUS: &str = "Exit status: 0 the post may go, 1 something holds it, 2 bad usage or input.";

/// Checks social media drafts against an organisation’s policy
#[derive(Debug, Parser)]
#[command(name = "countersign", version, after_help = EXIT_STATUS)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Check(check::Check),
    Codes(codes::Codes),
    Entities(entities::Entities),
    Length(length::Length),
    Test(test::Test),
    Pack(pack::Pack),
}

/// How a command ended, if it could do what it was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// Nothing holds the post.
    Fine,
    /// Something holds the post.
    Held,
}

/// Why a command could not do what it was asked.
#[derive(Debug)]
enum Failure {
    /// What is wrong, one line for each problem.
    Input(String),
    /// Nothing is reading the output any more.
    Output(io::Error),
}

impl From<io::Error> for Failure {
    /// Errors in reading are reported where they happen, so any error that gets this far is about writing.
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

fn main() -> ExitCode {
    // On bad usage, clap explains and exits with 2.
    let cli = Cli::parse();
    let mut out = BufWriter::new(anstream::AutoStream::auto(io::stdout().lock()));
    let result = match cli.command {
        Command::Check(check) => check.run(&mut out),
        Command::Codes(codes) => codes.run(&mut out),
        Command::Entities(entities) => entities.run(&mut out),
        Command::Length(length) => length.run(&mut out),
        Command::Test(test) => test.run(&mut out),
        Command::Pack(pack) => pack.run(&mut out),
    };
    // Print whatever output there is before saying what went wrong.
    let flushed = out.flush().map_err(Failure::Output);
    match result.and_then(|outcome| flushed.map(|()| outcome)) {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::Held) => ExitCode::from(1),
        Err(failure) => {
            tell(&failure);
            ExitCode::from(2)
        }
    }
}

/// Says on standard error what went wrong.
fn tell(failure: &Failure) {
    match failure {
        Failure::Input(message) => say(&format!("{message}\n")),
        Failure::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
        Failure::Output(error) => say(&format!("The output cannot be written: {error}.\n")),
    }
}

/// Writes lines to standard error. If that fails, there is nobody to tell.
fn say(lines: &str) {
    // Text quoted from a file must not be able to send control codes to the terminal.
    let harmless: String =
        lines.chars().map(|one| if one.is_control() && one != '\n' { '\u{fffd}' } else { one }).collect();
    let _ = write!(io::stderr().lock(), "{harmless}");
}
