//! `countersign check`: what a poster would see.

use crate::poster::Poster;
use crate::{Failure, Outcome, arguments, diagnostics, input, jsonl, policy};
use clap::Args;
use countersign::Instant;
use countersign::post::{AccountKind, Surface};
use countersign::wire::{Decision, ReportOut, Request, answer};
use serde::Serialize;
use std::io::Write;
use std::path::PathBuf;
use std::time::SystemTime;

/// Check a draft against a policy
#[derive(Debug, Args)]
#[command(after_help = crate::EXIT_STATUS)]
pub(crate) struct Check {
    /// The policy: its folder, or a packed .json file [default: policies/example, if it is here]
    #[arg(long, value_name = "DIR")]
    policy: Option<PathBuf>,
    /// Print the report as JSON
    #[arg(long)]
    json: bool,
    /// Check many drafts: each line of FILE is a draft and its context, as JSON; each gets one line back, with its
    /// report or the “error” in it. A line without “now” is checked outside all windows
    #[arg(
        long,
        value_name = "FILE",
        conflicts_with_all = ["json", "file", "site", "account", "surface", "handle", "now", "language"]
    )]
    jsonl: Option<PathBuf>,
    #[command(flatten)]
    context: ContextArguments,
    /// The draft; standard input if this is missing or “-”. A line break at the very end does not count
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
}

/// Where the draft is about to be posted, and by whom.
#[derive(Debug, Args)]
struct ContextArguments {
    /// The site
    #[arg(long, value_parser = arguments::sites())]
    site: Option<String>,
    /// Whose account posts: corporate, official or personal [default: what the policy says about the handle]
    #[arg(long, value_parser = arguments::word::<AccountKind>)]
    account: Option<AccountKind>,
    /// What kind of post it is: post, reply or quote
    #[arg(long, default_value = "post", value_parser = arguments::word::<Surface>)]
    surface: Surface,
    /// The account’s handle, with or without the @
    #[arg(long, value_parser = arguments::handle)]
    handle: Option<String>,
    /// The time, such as 2024-07-04T22:00:00+01:00 [default: now]
    #[arg(long, value_name = "TIME", value_parser = arguments::instant)]
    now: Option<Instant>,
    /// A language of the account, such as cy; may be repeated
    #[arg(long, value_name = "CODE", value_parser = arguments::language)]
    language: Vec<String>,
    #[command(flatten)]
    poster: Poster,
}

impl Check {
    /// Checks, and says whether anything holds the post.
    pub(crate) fn run(self, out: &mut impl Write) -> Result<Outcome, Failure> {
        let engine = policy::engine(self.policy.as_ref())?;
        if let Some(file) = &self.jsonl {
            return jsonl::check(&engine, file, out);
        }
        let text = input::draft(self.file.as_ref())?;
        let report = answer(&engine, self.context.request(text.clone()));
        if self.json {
            write_json(&report, out)?;
        } else {
            diagnostics::write(&report, engine.policy(), &text, &input::name(self.file.as_ref()), out)?;
        }
        Ok(outcome(&report))
    }
}

impl ContextArguments {
    fn request(self, text: String) -> Request {
        Request {
            text,
            site: self.site,
            account: self.account,
            handle: self.handle,
            surface: self.surface,
            now: self.now.or_else(|| Some(SystemTime::now().into())),
            languages: self.language,
            profile: self.poster.0,
            ..Request::default()
        }
    }
}

/// Writes a report, or the error in its place, on one line.
pub(crate) fn write_json(report: &impl Serialize, out: &mut impl Write) -> Result<(), Failure> {
    serde_json::to_writer(&mut *out, report).map_err(|error| Failure::Output(error.into()))?;
    writeln!(out)?;
    Ok(())
}

/// Whether the post may go. Sign-offs do not hold it: they are added, and then it goes.
pub(crate) fn outcome(report: &ReportOut) -> Outcome {
    match report.verdict.decision {
        Decision::Release | Decision::AddSignOffs => Outcome::Fine,
        Decision::Ask | Decision::Hold => Outcome::Held,
    }
}
