//! Account handles: how they are compared, and what is not a valid handle.

/// A handle in the form for comparison: without its `@`, and without invisible characters at either end.
///
/// ```
/// use countersign::handle::bare;
/// assert_eq!(bare(" @DfExample"), "DfExample");
/// assert_eq!(bare("press@social.example.gov"), "press@social.example.gov");
/// ```
#[must_use]
pub fn bare(handle: &str) -> &str {
    handle.trim_matches(is_unseen).trim_start_matches(['@', '＠']).trim_matches(is_unseen)
}

/// Whether two handles belong to the same account. Letter case does not matter. On sites with many servers a page may
/// leave the server out; then only the names are compared.
///
/// ```
/// use countersign::handle::is_same;
/// assert!(is_same("DfExample", "@dfexample"));
/// assert!(is_same("press", "press@social.example.gov"));
/// assert!(!is_same("press@one.example", "press@two.example"));
/// ```
#[must_use]
pub fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (bare(one), bare(other));
    one.eq_ignore_ascii_case(other)
        || match (one.split_once('@'), other.split_once('@')) {
            (Some((name, _)), None) => name.eq_ignore_ascii_case(other),
            (None, Some((name, _))) => name.eq_ignore_ascii_case(one),
            _ => false,
        }
}

/// What is wrong with a handle that no account can have, under which nothing could ever be posted.
#[must_use]
pub fn wrong(handle: &str) -> Option<String> {
    let name = bare(handle);
    if name.is_empty() {
        return Some("The handle is empty. Write it as the site shows it after the @.".to_owned());
    }
    if let Some(meant) = name.contains('/').then(|| of_address(name)) {
        let meant = meant.map(|meant| format!(": {meant}")).unwrap_or_default();
        return Some(format!("“{name}” is an address. Write the handle alone{meant}."));
    }
    let odd = name.chars().find(|&character| !may_have(character))?;
    let what = match odd {
        _ if odd.is_whitespace() => "a space".to_owned(),
        _ if is_unseen(odd) => "a character that is not shown".to_owned(),
        _ => format!("“{odd}”"),
    };
    Some(format!("“{name}” has {what} in it, and no handle has. Write it as the site shows it after the @."))
}

/// The handle in the address of an account’s page, if there is one: `DfExample` in `https://x.com/DfExample`.
fn of_address(address: &str) -> Option<&str> {
    let page = address.split(['?', '#']).next()?;
    let path = page.split_once("://").map_or(page, |(_, rest)| rest);
    let last = path.trim_end_matches('/').rsplit_once('/').map(|(_, last)| bare(last))?;
    (!last.is_empty() && last.chars().all(may_have)).then_some(last)
}

/// Names have letters and digits, which sites let people join with these signs. `@` separates a name from its server,
/// and Bluesky’s permanent names have colons.
fn may_have(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '.' | '_' | '-' | '·' | '@' | ':')
}

/// Blanks, control characters, and marks that come along with text copied from a page.
fn is_unseen(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_can_be_no_handle_is_named() {
        for (handle, words) in [
            ("", "The handle is empty."),
            (" @ ", "The handle is empty."),
            ("https://x.com/DfExample", "Write the handle alone: DfExample."),
            ("x.com/DfExample/", "Write the handle alone: DfExample."),
            ("https://mastodon.example/@press?lang=cy", "Write the handle alone: press."),
            ("https://bsky.app/profile/df.example.gov", "Write the handle alone: df.example.gov."),
            ("https://x.com", "is an address. Write the handle alone."),
            ("Df Example", "has a space in it"),
            ("Df\u{200b}Example", "has a character that is not shown in it"),
            ("#DfExample", "has “#” in it"),
        ] {
            let message = wrong(handle).unwrap_or_default();
            assert!(message.contains(words), "{handle}: {message}");
        }
    }

    #[test]
    fn what_sites_show_is_a_handle() {
        for handle in [
            "DfExample",
            "@df_example",
            " dfexample ",
            "df.example.gov",
            "press@social.example.gov",
            "Môn-1",
            "did:plc:abc",
        ] {
            assert_eq!(wrong(handle), None, "{handle}");
        }
    }

    proptest! {
        #[test]
        fn each_form_of_a_handle_is_the_same_account(name in "[A-Za-z0-9_.-]{1,15}", before in "[ \u{202a}]{0,2}@?", after in "[ \u{202c}]{0,2}") {
            let form = format!("{before}{name}{after}");
            prop_assert!(is_same(&form, &name) && is_same(&name.to_uppercase(), &form));
            prop_assert_eq!(bare(bare(&form)), bare(&form));
            prop_assert_eq!(wrong(&form), None);
        }
    }
}
