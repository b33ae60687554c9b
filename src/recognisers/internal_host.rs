//! Addresses inside an organisation: private IP addresses, intranet and `SharePoint` hosts, and network shares.
//!
//! A link to a host without a dot (`http://intranet/`) works only inside an office, so it counts. Version and section
//! numbers (`section 10.1.2.3`) are not addresses. IPv6 addresses are not looked for.
//!
//! Sources: RFC 1918 (private IPv4 addresses), RFC 6762 and RFC 8375 (`.local`, `.home.arpa`), and ICANN's reservation
//! of `.internal`.

use super::{CERTAIN, Candidate, LIKELY, Recogniser, Scan, cues};
use crate::finding::Span;

const ENDINGS: &[&str] = &[".local", ".internal", ".intranet", ".lan", ".corp", ".home.arpa", ".localdomain"];
const NUMBERED: &str =
    "version|v|section|sections|paragraph|para|clause|rule|table|chapter|annex|firmware|release";

/// The recogniser `internal-host`.
pub(super) struct InternalHost;

impl Recogniser for InternalHost {
    fn id(&self) -> &'static str {
        "internal-host"
    }

    fn literals(&self) -> &'static [&'static str] {
        &[
            "://",
            "\\\\",
            "10.",
            "172.",
            "192.168.",
            "127.0.",
            "sharepoint",
            "intranet",
            ".local",
            ".internal",
            ".lan",
            ".corp",
            ".home.arpa",
        ]
    }

    /// The host, so that all its pages are one value; for a network share, the whole path.
    fn canonical(&self, value: &str) -> String {
        let one = if value.starts_with("\\\\") { value } else { host(value).0 };
        one.to_lowercase()
    }

    fn find(&self, scan: &Scan<'_>) -> Vec<Candidate> {
        let text = scan.text;
        let mut found = Vec::new();
        let mut at = 0;
        for token in text.split_inclusive(char::is_whitespace) {
            let start = at;
            at += token.len();
            let word = token.trim_start_matches(['(', '"', '\'', '<', '[']);
            let start = start + token.len() - word.len();
            let word = word.trim_end_matches(|end: char| end.is_whitespace() || ".,;:!?)\"'>]".contains(end));
            let place = Span::new(start, start + word.len());
            if !word.contains(['.', '/', '\\']) {
                continue;
            }
            found.extend(score(text, place, word).map(|score| Candidate { span: place, score }));
        }
        found
    }
}

/// The host of an address, and whether the address is written as a link.
fn host(word: &str) -> (&str, bool) {
    let (link, rest) = word.split_once("://").map_or((false, word), |(_, rest)| (true, rest));
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    (host.split(':').next().unwrap_or_default(), link)
}

fn score(text: &str, span: Span, word: &str) -> Option<u8> {
    if let Some(share) = word.strip_prefix("\\\\") {
        let named = share.split('\\').filter(|part| part.len() > 1).count();
        return (named > 1).then_some(CERTAIN);
    }
    let (host, link) = host(word);
    let host = host.to_ascii_lowercase();
    let is_name = host.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'.');
    if !is_name
        || !host.starts_with(|first: char| first.is_ascii_alphanumeric())
        || word.contains('@') && !link
    {
        return None;
    }
    if is_private(&host) {
        let numbered = cues::follows(text, span, NUMBERED);
        return (link || !numbered).then_some(if link { CERTAIN } else { LIKELY });
    }
    let labels = host.split('.').count();
    let office =
        host.ends_with(".sharepoint.com") || host.starts_with("intranet.") || host.contains(".intranet.");
    let inside = labels > 1 && ENDINGS.iter().any(|ending| host.ends_with(ending));
    let web = word.get(..4).is_some_and(|scheme| scheme.eq_ignore_ascii_case("http"));
    match () {
        () if link && web && labels == 1 && host.len() > 1 => Some(CERTAIN),
        () if office && labels > 2 => Some(CERTAIN),
        () if inside && link => Some(CERTAIN),
        // `storage.local` is a name in program code.
        () if inside && labels > 2 => Some(LIKELY),
        () => None,
    }
}

/// Whether it is an IPv4 address reserved for private networks, or for the machine itself.
fn is_private(host: &str) -> bool {
    let bytes: Vec<u8> = host.split('.').filter_map(|part| part.parse().ok()).collect();
    host.split('.').count() == 4
        && matches!(bytes.as_slice(), [10 | 127, _, _, _] | [172, 16..=31, _, _] | [192, 168, _, _])
}
