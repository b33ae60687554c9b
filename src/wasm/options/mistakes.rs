//! Checks the poster's details.

use crate::profile::{DETAILS, Detail, Form, Profile};
use crate::wasm::words::Words;

/// Something that is not allowed in a detail.
pub(super) struct Mistake {
    /// The detail's id, which is also the key of its input.
    pub(super) detail: &'static str,
    pub(super) message: String,
}

/// Everything that is wrong with the details. A detail may be missing: a sign-off that needs it will say so.
pub(super) fn mistakes(profile: &Profile, words: &Words) -> Vec<Mistake> {
    let wrong = DETAILS.iter().filter(|detail| !detail.form.allows(detail.of(profile)));
    wrong.map(|detail| Mistake { detail: detail.id, message: message(detail, words) }).collect()
}

fn message(detail: &Detail, words: &Words) -> String {
    match detail.form {
        Form::Initials => words.say("initialsInvalid"),
        Form::Text => {
            let max = Words::number(detail.form.max() as u64);
            words.fill("tooLongField", &[&words.say(detail.id), &max])
        }
    }
}
