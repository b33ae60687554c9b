//! `countersign entities`: what a site links in a text, and where.

use crate::length::Measured;
use crate::{Failure, Outcome};
use annotate_snippets::normalize_untrusted_str;
use clap::Args;
use countersign::text::entities::EntityKind;
use countersign::wire::MeasureOut;
use std::io::Write;

/// List the links, hashtags, mentions and cashtags that a site finds in a text
#[derive(Debug, Args)]
pub(crate) struct Entities {
    #[command(flatten)]
    measured: Measured,
}

impl Entities {
    /// Prints the length, and each entity with its places.
    pub(crate) fn run(&self, out: &mut impl Write) -> Result<Outcome, Failure> {
        self.measured.print(out, table)
    }
}

/// Words come last: their width in a terminal is not known, and here they cannot push the numbers out of line.
fn table(measure: &MeasureOut, out: &mut impl Write) -> Result<(), Failure> {
    if measure.entities.is_empty() {
        writeln!(out, "There are no links, hashtags, mentions or cashtags.")?;
        return Ok(());
    }
    writeln!(out, "\n{:>11}  {:>11}  {:>11}", "bytes", "UTF-16", "code points")?;
    for entity in &measure.entities {
        let [bytes, utf16, code_points] =
            [entity.bytes, entity.utf16, entity.code_points].map(|(start, end)| format!("{start}–{end}"));
        let words = normalize_untrusted_str(&entity.text);
        writeln!(out, "{bytes:>11}  {utf16:>11}  {code_points:>11}  {:8} {words}", name(entity.kind))?;
    }
    Ok(())
}

fn name(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Url => "link",
        EntityKind::Hashtag => "hashtag",
        EntityKind::Mention => "mention",
        EntityKind::Cashtag => "cashtag",
    }
}
