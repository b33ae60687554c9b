//! Personal data and secrets, recognised by their shape and checked by their own rules.
//!
//! One file per recogniser. False alarms matter as much as misses: a recogniser checks prefixes, checksums
//! and surroundings before it speaks. To add one, see CONTRIBUTING.md.

mod email_address;
mod ni_number;

use crate::finding::Span;

/// Every recogniser, sorted by id. A new one is one more line.
pub static RECOGNISERS: &[&dyn Recogniser] = &[&email_address::EmailAddress, &ni_number::NiNumber];

/// Recognises one sort of personal data or secret.
pub trait Recogniser: Sync {
    /// Its name in policies.
    fn id(&self) -> &'static str;

    /// Literals of which one is in every text that has such data; none if there are no such literals.
    fn literals(&self) -> &'static [&'static str];

    /// Where the data is, in bytes of `text`, which is in the plain form of
    /// [`normal`](crate::text::normalise::normal).
    fn find(&self, text: &str) -> Vec<Span>;
}
