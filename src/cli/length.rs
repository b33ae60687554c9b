//! `countersign length`: how long a text is, as a site counts it.

use crate::{Failure, Outcome, arguments, input};
use clap::Args;
use countersign::post::Surface;
use countersign::sites::{self, Site};
use countersign::text::length::Unit;
use countersign::wire::MeasureOut;
use std::io::Write;
use std::path::PathBuf;

/// Count a text as a site counts it, and say how long it may be
#[derive(Debug, Args)]
pub(crate) struct Length {
    #[command(flatten)]
    measured: Measured,
}

impl Length {
    /// Prints count and limit.
    pub(crate) fn run(&self, out: &mut impl Write) -> Result<Outcome, Failure> {
        self.measured.print(out, |_, _| Ok(()))
    }
}

/// A text, and the site whose way of counting is used.
#[derive(Debug, Args)]
pub(crate) struct Measured {
    /// The site
    #[arg(long, value_parser = arguments::sites())]
    site: String,
    /// What kind of post it is: post, reply or quote. Some sites allow less for a reply
    #[arg(long, default_value = "post", value_parser = arguments::word::<Surface>)]
    surface: Surface,
    /// The limit, where it differs from the site’s usual one
    #[arg(long, value_name = "NUMBER")]
    limit: Option<usize>,
    /// Print JSON, with every link, hashtag, mention and cashtag
    #[arg(long)]
    json: bool,
    /// The text; standard input if this is missing or “-”. A line break at the very end does not count
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
}

impl Measured {
    /// Prints the text's length and then, for people, whatever `more` adds. For programs it prints everything as one
    /// object.
    pub(crate) fn print<W: Write>(
        &self,
        out: &mut W,
        more: impl FnOnce(&MeasureOut, &mut W) -> Result<(), Failure>,
    ) -> Result<Outcome, Failure> {
        let text = input::draft(self.file.as_ref())?;
        let Some(site) = sites::site(&self.site) else {
            return Err(Failure::Input(format!("There is no site “{}”.", self.site)));
        };
        let measure = MeasureOut::of(site, &text, self.limit.unwrap_or_else(|| site.limit_on(self.surface)));
        if self.json {
            serde_json::to_writer(&mut *out, &measure).map_err(|error| Failure::Output(error.into()))?;
            writeln!(out)?;
        } else {
            writeln!(out, "{}", in_words(site, &measure))?;
            more(&measure, out)?;
        }
        Ok(Outcome::Fine)
    }
}

fn in_words(site: &Site, measure: &MeasureOut) -> String {
    let count = &measure.count;
    let unit = unit(count.unit);
    format!("{} of {} {unit} on {}: {}.", count.count, count.limit, site.name, room(count.remaining))
}

/// What is counted, in a word that people use.
pub(crate) fn unit(unit: Unit) -> &'static str {
    if unit == Unit::Bytes { "bytes" } else { "characters" }
}

/// How much room is left, in words.
pub(crate) fn room(remaining: i64) -> String {
    if remaining < 0 { format!("{} too many", remaining.unsigned_abs()) } else { format!("{remaining} left") }
}
