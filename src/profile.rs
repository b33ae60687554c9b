//! Who is posting: the details that a sign-off can name, such as `{initials}`.
//!
//! To add a detail, add it to [`DETAILS`] below, and its label and hint to `extension/_locales/`. The field in a
//! sign-off, the option of `countersign check` and the input on the options page are all generated from it.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A detail of a [`Profile`].
#[derive(Debug)]
pub struct Detail {
    /// Its name in a sign-off, in JSON, on the command line, and as the key of its label in `extension/_locales/`.
    pub id: &'static str,
    /// What it may contain.
    pub form: Form,
    /// Whether its name is a plural: “your initials are”.
    pub is_plural: bool,
    /// What the browser may fill in, as a value of HTML's `autocomplete`.
    pub autocomplete: &'static str,
    of: fn(&Profile) -> &String,
    of_mut: fn(&mut Profile) -> &mut String,
}

/// What a detail may contain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A few letters; more would be a name.
    Initials,
    /// Any text short enough for a sign-off with it to fit.
    Text,
}

macro_rules! details {
    ($($(#[$doc:meta])+ $id:ident: $form:expr, plural $is_plural:literal, autocomplete $autocomplete:literal;)+) => {
        /// Who is posting. Unknown details are empty.
        #[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
        #[serde(deny_unknown_fields, default)]
        pub struct Profile {
            $($(#[$doc])+ #[serde(skip_serializing_if = "String::is_empty")] pub $id: String,)+
        }

        /// Every detail, in the order of the options page.
        pub const DETAILS: &[Detail] = &[$(Detail {
            id: stringify!($id),
            form: $form,
            is_plural: $is_plural,
            autocomplete: $autocomplete,
            of: |profile| &profile.$id,
            of_mut: |profile| &mut profile.$id,
        },)+];
    };
}

details! {
    /// `AB`
    initials: Form::Initials, plural true, autocomplete "off";
    /// `Alex Brown`
    name: Form::Text, plural false, autocomplete "name";
    /// `Press officer`
    role: Form::Text, plural false, autocomplete "organization-title";
    /// `Newsdesk`
    team: Form::Text, plural false, autocomplete "off";
}

/// The detail with this name.
#[must_use]
pub fn detail(id: &str) -> Option<&'static Detail> {
    DETAILS.iter().find(|detail| detail.id == id)
}

impl Detail {
    /// The value of this detail in a profile.
    #[must_use]
    pub fn of<'a>(&self, profile: &'a Profile) -> &'a str {
        (self.of)(profile)
    }

    /// The value of this detail in a profile, to change it.
    #[must_use]
    pub fn of_mut<'a>(&self, profile: &'a mut Profile) -> &'a mut String {
        (self.of_mut)(profile)
    }
}

impl Form {
    /// The most characters it may have.
    #[must_use]
    pub fn max(self) -> usize {
        match self {
            Self::Initials => 5,
            Self::Text => 80,
        }
    }

    /// Whether this value is allowed. It may be empty: a sign-off that needs the detail says so.
    #[must_use]
    pub fn allows(self, text: &str) -> bool {
        text.chars().count() <= self.max() && (self == Self::Text || text.chars().all(char::is_alphabetic))
    }
}

/// A profile as stored by a browser. It may be from another version of the extension: a detail that this version does
/// not know, or whose value is not text, is left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "Value")]
pub struct StoredProfile(pub Profile);

impl From<Value> for StoredProfile {
    fn from(stored: Value) -> Self {
        let mut profile = Profile::default();
        for detail in DETAILS {
            let text = stored.get(detail.id).and_then(Value::as_str);
            text.unwrap_or_default().clone_into(detail.of_mut(&mut profile));
        }
        Self(profile)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    #[test]
    fn each_detail_is_a_field_of_its_name() {
        for detail in DETAILS {
            let mut profile = Profile::default();
            *detail.of_mut(&mut profile) = "A".to_owned();
            assert_eq!(serde_json::to_value(&profile).unwrap(), json!({ detail.id: "A" }));
            assert_eq!(detail.of(&profile), "A");
        }
    }

    #[test]
    fn a_request_may_not_have_a_detail_that_nobody_knows() {
        let error = serde_json::from_value::<Profile>(json!({"initial": "AB"})).unwrap_err().to_string();
        assert!(error.starts_with("unknown field `initial`, expected one of `initials`, "), "{error}");
    }

    #[test]
    fn what_was_stored_by_another_version_is_read_as_far_as_it_is_known() {
        let stored = |value| StoredProfile::from(value).0;
        let known = Profile { initials: "AB".to_owned(), ..Profile::default() };
        assert_eq!(stored(json!({"initials": "AB", "name": 5, "pager": "1234"})), known);
        for nothing in [json!(null), json!("AB"), json!(["AB"]), json!({})] {
            assert_eq!(stored(nothing), Profile::default());
        }
    }

    #[test]
    fn initials_are_a_few_letters() {
        let allowed = ["", "AB", "ÂŶ", "abcde"];
        let refused = ["ABCDEF", "A B", "A.B", "A1"];
        assert!(allowed.iter().all(|text| Form::Initials.allows(text)));
        assert!(!refused.iter().any(|text| Form::Initials.allows(text)));
    }

    proptest! {
        #[test]
        fn a_profile_that_is_stored_comes_back(texts in prop::collection::vec("\\PC{0,8}", DETAILS.len())) {
            let mut profile = Profile::default();
            for (detail, text) in DETAILS.iter().zip(texts) {
                *detail.of_mut(&mut profile) = text;
            }
            let stored = serde_json::to_value(&profile).unwrap();
            prop_assert_eq!(StoredProfile::from(stored).0, profile);
        }
    }
}
