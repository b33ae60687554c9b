//! Values of command line arguments.

use clap::builder::PossibleValuesParser;
use countersign::authoring::wording;
use countersign::sites::SITES;
use countersign::text::language::Language;
use countersign::{Instant, handle};
use serde::de::DeserializeOwned;
use serde_json::Value;

/// A word of the policy’s vocabulary, such as `corporate`.
pub(crate) fn word<T: DeserializeOwned>(argument: &str) -> Result<T, String> {
    serde_json::from_value(Value::String(argument.to_owned()))
        .map_err(|error| wording::in_words(&error.to_string()))
}

/// A handle in the form used to compare handles.
pub(crate) fn handle(argument: &str) -> Result<String, String> {
    handle::wrong(argument).map_or_else(|| Ok(handle::bare(argument).to_owned()), Err)
}

/// A moment in RFC 3339 form.
pub(crate) fn instant(argument: &str) -> Result<Instant, String> {
    argument.parse().map_err(|error: countersign::instant::NotAnInstant| error.to_string())
}

/// The code of a language that the engine can recognise.
pub(crate) fn language(argument: &str) -> Result<String, String> {
    Language::wrong_code(argument).map_or_else(|| Ok(argument.to_owned()), Err)
}

/// The sites whose way of counting is known.
pub(crate) fn sites() -> PossibleValuesParser {
    PossibleValuesParser::new(SITES.iter().map(|site| site.id))
}
