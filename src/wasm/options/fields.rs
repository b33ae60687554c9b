//! The fields about the poster, and what may be in them.

use crate::context::Profile;
use crate::wasm::words::Words;

/// The most letters in initials; more would be a name.
const MAX_INITIALS: usize = 5;
/// The most characters of any other detail, so that a sign-off with it can still fit.
const MAX_DETAIL: usize = 80;

/// A field about the poster. Its key is also the name of its label, and with `Hint` that of its hint.
pub(super) struct Field {
    pub(super) key: &'static str,
    pub(super) hint: &'static str,
    /// What the browser may fill in, as in an input's `autocomplete`.
    pub(super) autocomplete: &'static str,
    pub(super) of: fn(&mut Profile) -> &mut String,
}

pub(super) const FIELDS: [Field; 4] = [
    Field { key: "initials", hint: "initialsHint", autocomplete: "off", of: |profile| &mut profile.initials },
    Field { key: "name", hint: "nameHint", autocomplete: "name", of: |profile| &mut profile.name },
    Field {
        key: "role",
        hint: "roleHint",
        autocomplete: "organization-title",
        of: |profile| &mut profile.role,
    },
    Field { key: "team", hint: "teamHint", autocomplete: "off", of: |profile| &mut profile.team },
];

/// What is wrong with a field.
pub(super) struct Mistake {
    pub(super) field: &'static str,
    pub(super) message: String,
}

/// Everything that is wrong with the details. A detail may be missing: a sign-off that needs it says so.
pub(super) fn mistakes(profile: &mut Profile, words: &Words) -> Vec<Mistake> {
    let mut all = Vec::new();
    for field in &FIELDS {
        let value = (field.of)(profile);
        let length = value.chars().count();
        let is_initials = field.key == "initials";
        if is_initials && (length > MAX_INITIALS || !value.chars().all(char::is_alphabetic)) {
            all.push(Mistake { field: field.key, message: words.say("initialsInvalid") });
        } else if length > MAX_DETAIL {
            let message =
                words.fill("tooLongField", &[&words.say(field.key), &Words::number(MAX_DETAIL as u64)]);
            all.push(Mistake { field: field.key, message });
        }
    }
    all
}
