//! A link as Bluesky shows and counts it: host and path without the protocol, with the path cut to 13 characters and
//! `...`.
//!
//! Bluesky's app reads the address as browsers do (`new URL`), and so does the `url` crate: the host is mapped, decoded
//! and written in ASCII, a numeric host becomes a four-part address, and characters not allowed in a path are
//! percent-encoded. The result of that is cut. A link that browsers cannot read stays as it is written.

use url::Url;

/// The longest path that is shown in full, and how much of a longer one is kept.
const WHOLE_PATH: usize = 15;
const CUT_PATH: usize = 13;

/// The short form of a link, all in ASCII; nothing if Bluesky leaves the link as it is.
///
/// ```ignore
/// assert_eq!(short("https://www.gov.uk/find-a-bus-timetable").as_deref(), Some("www.gov.uk/find-a-bus-ti..."));
/// assert_eq!(short("gov.uk/buses"), None);
/// ```
pub(super) fn short(link: &str) -> Option<String> {
    let url = Url::parse(link).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    let path = Some(url.path()).filter(|&path| path != "/").unwrap_or_default();
    // A lone `?` or `#` is dropped.
    let marked = |mark: &str, part: Option<&str>| match part {
        None | Some("") => String::new(),
        Some(part) => format!("{mark}{part}"),
    };
    let path = format!("{path}{}{}", marked("?", url.query()), marked("#", url.fragment()));
    let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
    let host = format!("{}{port}", url.host_str()?);
    match path.get(..CUT_PATH).filter(|_| path.len() > WHOLE_PATH) {
        Some(cut) => Some(format!("{host}{cut}...")),
        None => Some(format!("{host}{path}")),
    }
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
            ("https://example.com/é", "example.com/%C3%A9"),
            ("https://example.com/?#", "example.com"),
        ] {
            assert_eq!(short(link).as_deref(), Some(shown), "{link}");
        }
    }

    #[test]
    fn hosts_are_read_as_browsers_read_them() {
        for (link, shown) in [
            ("https://bücher.example/", "xn--bcher-kva.example"),
            ("https://xn--bcher-kva.example/", "xn--bcher-kva.example"),
            ("https://ｇｏｖ.uk/x", "gov.uk/x"),
            ("https://Ⅷ.uk/", "viii.uk"),
            ("https://a\u{ad}.de/x", "a.de/x"),
            ("https://gov。uk/x", "gov.uk/x"),
            ("https://ex%61mple.uk/x", "example.uk/x"),
            ("https://1/x", "0.0.0.1/x"),
            ("https://0x7f.1/", "127.0.0.1"),
            ("https://[::1]:8080/a", "[::1]:8080/a"),
            ("https://faß.example/", "xn--fa-hia.example"),
        ] {
            assert_eq!(short(link).as_deref(), Some(shown), "{link}");
        }
    }

    #[test]
    fn what_is_no_address_stays_as_it_is() {
        for link in [
            "example.com/a",
            "httpbin.org",
            "https://",
            "https://exa mple",
            "https://a:b",
            "https://xn--gov-uk.example",
            "https://1.2.3.999/x",
            "https://256.1",
            "https://a%zz.uk",
            "https://a.b:65536",
        ] {
            assert_eq!(short(link), None, "{link}");
        }
    }
}
