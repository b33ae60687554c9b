//! The fields of a rule's message, `{words}` and those of its kind: they are looked at when the policy is packed, since
//! in a browser the poster would read the braces.

use super::{Matcher, SettingsError};
use crate::policy::{Rule, Trust, unknown};

/// The first field of a rule's message that nothing will be filled into.
pub(crate) fn unfilled(rule: &Rule, matcher: Option<&dyn Matcher>, trust: Trust) -> Option<SettingsError> {
    let fields = matcher.filter(|_| trust == Trust::Source)?.fields();
    let known: Vec<_> = std::iter::once("words").chain(fields).collect();
    let name = in_braces(&rule.message).find(|name| !known.contains(name))?;
    Some(SettingsError { path: "message".to_owned(), message: unknown("field", name, &known) })
}

/// The names in braces. What has other signs in it, as `{ }` has, was never meant for a field.
fn in_braces(message: &str) -> impl Iterator<Item = &str> {
    let names = message.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0));
    names.filter(|name| {
        !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'))
    })
}
