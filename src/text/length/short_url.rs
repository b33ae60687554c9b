//! A link as Bluesky shows and counts it: host and path without the protocol, the path cut to 13 characters and `...`.
//!
//! Bluesky's app reads the address as browsers do (`new URL`), so it is the normalised form that is cut: the host in
//! lower case and in ASCII, the path with its dots resolved and its other characters percent-encoded.

use crate::text::entities::x::dns;

/// The longest path that is shown whole, and what is kept of a longer one.
const WHOLE_PATH: usize = 15;
const CUT_PATH: usize = 13;

/// How many characters the short form of a link has, all of them ASCII; nothing if Bluesky leaves it as it is.
///
/// ```ignore
/// assert_eq!(length("https://www.gov.uk/find-a-bus-timetable"), Some("www.gov.uk/find-a-bus-ti...".len()));
/// assert_eq!(length("gov.uk/buses"), None);
/// ```
pub(super) fn length(link: &str) -> Option<usize> {
    let (scheme, rest) = link.trim_matches(|character| character <= ' ').split_once(':')?;
    let default_port = match scheme.to_ascii_lowercase().as_str() {
        "http" => "80",
        "https" => "443",
        _ => return None,
    };
    let rest = rest.trim_start_matches(['/', '\\']);
    let path_start = rest.find(['/', '\\', '?', '#']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at_checked(path_start)?;
    let path = path_length(path);
    Some(host_length(authority, default_port)? + if path > WHOLE_PATH { CUT_PATH + 3 } else { path })
}

/// The host and a port that is not the usual one.
fn host_length(authority: &str, default_port: &str) -> Option<usize> {
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let (name, port) = host.rsplit_once(':').unwrap_or((host, ""));
    if name.is_empty() || !port.bytes().all(|byte| byte.is_ascii_digit()) || !name.chars().all(is_host) {
        return None;
    }
    let number = port.trim_start_matches('0');
    let number = if number.is_empty() && !port.is_empty() { "0" } else { number };
    if number.parse::<u32>().is_ok_and(|number| number > 65_535) {
        return None;
    }
    let port = if number.is_empty() || number == default_port { 0 } else { number.len() + 1 };
    Some(name_length(name) + port)
}

/// Whether the name of a host may have this character.
fn is_host(character: char) -> bool {
    !matches!(character, '\0'..=' ' | '#' | '%' | '/' | ':' | '<' | '>'..='@' | '['..='^' | '|' | '\u{7f}')
}

/// The name in ASCII. Labels that are not ASCII get their Punycode form, which begins with `xn--`.
fn name_length(name: &str) -> usize {
    let lower = name.to_lowercase();
    let labels = lower.split('.').map(|label| dns::ascii_length(label) + 1);
    labels.sum::<usize>().saturating_sub(1)
}

/// What `pathname + search + hash` has, `/` alone being nothing.
fn path_length(rest: &str) -> usize {
    let (rest, fragment) =
        rest.split_once('#').map_or((rest, None), |(rest, fragment)| (rest, Some(fragment)));
    let (path, query) = rest.split_once('?').map_or((rest, None), |(path, query)| (path, Some(query)));
    let path = segments_length(path);
    // A lone `?` or `#` is dropped.
    let marked = |part: Option<&str>, encoded: fn(char) -> bool| {
        part.filter(|part| !part.is_empty()).map_or(0, |part| encoded_length(part, encoded) + 1)
    };
    let query = marked(query, |character| matches!(character, '"' | '<' | '>' | '\''));
    let fragment = marked(fragment, |character| matches!(character, '"' | '<' | '>' | '`'));
    if path == 1 { query + fragment } else { path + query + fragment }
}

/// The path with `.` and `..` resolved.
fn segments_length(path: &str) -> usize {
    let mut kept: Vec<usize> = Vec::new();
    let mut parts = path.split(['/', '\\']).skip(1).peekable();
    while let Some(part) = parts.next() {
        let last = parts.peek().is_none();
        let plain = part.replace("%2e", ".").replace("%2E", ".");
        match plain.as_str() {
            "." if last => kept.push(0),
            "." => {}
            ".." => {
                kept.pop();
                if last {
                    kept.push(0);
                }
            }
            _ => kept.push(encoded_length(part, |character| {
                matches!(character, '"' | '<' | '>' | '`' | '{' | '}' | '^')
            })),
        }
    }
    kept.iter().map(|length| length + 1).sum::<usize>().max(1)
}

/// The length with percent signs and two digits for each byte that an address cannot have.
fn encoded_length(part: &str, encoded: fn(char) -> bool) -> usize {
    let length = |character: char| {
        let plain = matches!(character, '!'..='~') && !encoded(character);
        if plain { 1 } else { 3 * character.len_utf8() }
    };
    part.chars().map(length).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_cut_as_they_are_shown() {
        for (link, shown) in [
            ("https://example.com", "example.com"),
            ("https://example.com/", "example.com"),
            ("https://EXAMPLE.com/fifteen-letter", "example.com/fifteen-letter"),
            ("https://example.com/sixteen-letters", "example.com/sixteen-lett..."),
            ("https://example.com:443/a?b=c#d", "example.com/a?b=c#d"),
            ("http://example.com:8080/?q", "example.com:8080?q"),
            ("https://user:word@example.com/a/../b", "example.com/b"),
            ("https://bücher.example/", "xn--bcher-kva.example"),
            ("https://example.com/é", "example.com/%C3%A9"),
            ("https://example.com/?#", "example.com"),
        ] {
            assert_eq!(
                length(link),
                Some(shown.replace("com?", "com/?").len()).map(|_| shown.len()),
                "{link}"
            );
        }
    }

    #[test]
    fn what_is_no_address_stays_as_it_is() {
        for link in ["example.com/a", "httpbin.org", "https://", "https://exa mple", "https://a:b"] {
            assert_eq!(length(link), None, "{link}");
        }
    }
}
