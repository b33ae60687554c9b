//! Personal data, secrets and protective markings, recognised by their shape and checked by their own rules.
//!
//! One file per recogniser. False alarms matter as much as misses: before it reports anything, a recogniser looks at
//! prefixes, checksums and the words nearby, and it gives a score for how sure it is. To add one, see CONTRIBUTING.md.
//!
//! Recognisers read the [`normal`](crate::text::normalise::normal) view: invisible characters are gone, and digits of
//! every script are `0` to `9`. In a number, a letter O counts as a zero, and in a longer number I and l count as a one
//! ([`Digits`](crate::text::digits::Digits)).
//!
//! # Scores
//! | score | meaning | example |
//! |---|---|---|
//! | [`POSSIBLE`] | it has the shape, but so do other things | ten digits that pass a checksum |
//! | [`LIKELY`] | the shape is rarely anything else, or a cue word is nearby | `UTR 1955839661` |
//! | [`CERTAIN`] | shape, checksum and surrounding words agree | `NHS number 943 476 5919` |
//!
//! A rule counts every candidate that scores at least its `min_score`, or [`LIKELY`] if it sets none.

mod checksum;
mod cues;
mod markings;
mod numbers;
mod patterns;
mod scan;
mod shape;
mod value;
mod words;

mod access_token;
mod case_reference;
mod coordinates;
mod date_of_birth;
mod driving_licence;
mod email_address;
mod iban;
mod internal_host;
mod marking_australia;
mod marking_canada;
mod marking_caveat;
mod marking_legacy;
mod marking_official;
mod marking_official_sensitive;
mod marking_secret;
mod marking_tlp;
mod marking_us;
mod nhs_number;
mod ni_number;
mod passport;
mod password;
mod payment_card;
mod postcode;
mod private_key;
mod sort_code_account;
mod street_address;
mod uk_phone;
mod utr;
mod vehicle_registration;
mod what3words;

pub use scan::{CERTAIN, Candidate, LIKELY, POSSIBLE, Scan, settle};
pub(crate) use value::code;
pub use value::is_whole_value;

/// Every recogniser, sorted by id. To add one, add a line.
pub static RECOGNISERS: &[&dyn Recogniser] = &[
    &access_token::AccessToken,
    &case_reference::CaseReference,
    &coordinates::Coordinates,
    &date_of_birth::DateOfBirth,
    &driving_licence::DrivingLicence,
    &email_address::EmailAddress,
    &iban::Iban,
    &internal_host::InternalHost,
    &marking_australia::MARKING_AUSTRALIA,
    &marking_canada::MARKING_CANADA,
    &marking_caveat::MARKING_CAVEAT,
    &marking_legacy::MARKING_LEGACY,
    &marking_official::MARKING_OFFICIAL,
    &marking_official_sensitive::MarkingOfficialSensitive,
    &marking_secret::MARKING_SECRET,
    &marking_tlp::MARKING_TLP,
    &marking_us::MARKING_US,
    &nhs_number::NhsNumber,
    &ni_number::NiNumber,
    &passport::Passport,
    &password::Password,
    &payment_card::PaymentCard,
    &postcode::Postcode,
    &private_key::PrivateKey,
    &sort_code_account::SortCodeAccount,
    &street_address::StreetAddress,
    &uk_phone::UkPhone,
    &utr::Utr,
    &vehicle_registration::VehicleRegistration,
    &what3words::What3Words,
];

/// Recognises one sort of personal data, secret or marking.
pub trait Recogniser: Sync {
    /// Its name in policies.
    fn id(&self) -> &'static str;

    /// Literals such that every text with this data contains at least one. Empty if there are none.
    fn literals(&self) -> &'static [&'static str] {
        &[]
    }

    /// The fewest digits that a text with this data can have. Most drafts have few digits, and are not scanned.
    fn digits(&self) -> usize {
        0
    }

    /// Whether the shape comes from the policy, in the setting `pattern`.
    fn takes_pattern(&self) -> bool {
        false
    }

    /// The words that make a value recognisable if it is not so on its own, such as `UTR ` before a tax reference.
    fn cue(&self) -> &'static str {
        ""
    }

    /// A value in the one form in which allow lists are compared. Two values are the same only if this is equal, so it
    /// has to keep whatever distinguishes values. For a code that is its letters and digits, in lower case.
    fn canonical(&self, value: &str) -> String {
        code(value)
    }

    /// Where the data is, and how certain that is. Candidates may overlap; [`settle`] chooses.
    fn find(&self, scan: &Scan<'_>) -> Vec<Candidate>;
}
