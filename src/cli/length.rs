//! `countersign length`: how long a text is, as a site counts it.

use crate::{Failure, Outcome, arguments, input};
use clap::Args;
use countersign::text::length;
use serde_json::json;
use std::io::Write;
use std::path::PathBuf;

/// Count a text as a site counts it, and say how long it may be
#[derive(Debug, Args)]
pub(crate) struct Length {
    /// The site
    #[arg(long, value_parser = arguments::sites())]
    site: String,
    /// The limit, where it differs from the site’s usual one
    #[arg(long, value_name = "NUMBER")]
    limit: Option<usize>,
    /// Print JSON
    #[arg(long)]
    json: bool,
    /// The text; standard input if there is none or it is “-”. A line break at its very end does not count
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
}

impl Length {
    /// Prints count and limit.
    pub(crate) fn run(&self, out: &mut impl Write) -> Result<Outcome, Failure> {
        let text = input::draft(self.file.as_ref())?;
        let Some(site) = length::site(&self.site) else {
            return Err(Failure::Input(format!("There is no site “{}”.", self.site)));
        };
        let count = site.count(&text, self.limit);
        if self.json {
            let json = json!({
                "site": site.id,
                "count": count.count,
                "limit": count.limit,
                "remaining": count.remaining(),
                "unit": count.unit,
            });
            writeln!(out, "{json}")?;
        } else {
            writeln!(
                out,
                "{} of {} characters on {}: {}.",
                count.count,
                count.limit,
                site.name,
                room(count.remaining())
            )?;
        }
        Ok(Outcome::Fine)
    }
}

/// How much room is left, in words.
pub(crate) fn room(remaining: i64) -> String {
    if remaining < 0 { format!("{} too many", remaining.unsigned_abs()) } else { format!("{remaining} left") }
}
