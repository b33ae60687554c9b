//! `countersign`: checks drafts on the command line, and tests and packs policies.
//!
//! Each subcommand has a file of its own. What all share is here: exit statuses, where output and errors go.

mod input;
mod pack;
mod policy;

use clap::{Parser, Subcommand};
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

/// Checks social media drafts against an organisation’s policy.
#[derive(Debug, Parser)]
#[command(name = "countersign", version, after_help = "Exit status: 0 the post may go, 1 something holds it, 2 bad usage or input.")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Pack(pack::Pack),
}

/// How a command ended, if it did what it was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// Nothing stands in the way.
    Fine,
    /// Something holds.
    Held,
}

/// Why a command could not do what it was asked.
#[derive(Debug)]
enum Failure {
    /// What is wrong, a line each.
    Input(String),
    /// Nobody reads the output any more.
    Output(io::Error),
}

impl From<io::Error> for Failure {
    /// The only errors of this type that get this far are those of writing the output.
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

fn main() -> ExitCode {
    // Bad usage makes clap explain and exit with 2.
    let cli = Cli::parse();
    let mut out = BufWriter::new(anstream::AutoStream::auto(io::stdout().lock()));
    let result = match cli.command {
        Command::Pack(pack) => pack.run(&mut out),
    };
    let result = result.and_then(|outcome| out.flush().map(|()| outcome).map_err(Failure::Output));
    match result {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::Held) => ExitCode::from(1),
        Err(failure) => {
            tell(&failure);
            ExitCode::from(2)
        }
    }
}

/// Tells on standard error. If that cannot be written either, there is nobody to tell.
fn tell(failure: &Failure) {
    let message = match failure {
        Failure::Input(message) => message.clone(),
        Failure::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => return,
        Failure::Output(error) => format!("The output cannot be written: {error}."),
    };
    let _ = writeln!(io::stderr().lock(), "{message}");
}
