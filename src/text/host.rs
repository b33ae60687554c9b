//! Where a link leads: the host of a URL, and hosts that pretend to be another.
//!
//! The host is found as browsers find it (WHATWG URL Standard, host parsing), as far as it matters for policies:
//! a name before `@` is no host (`https://gov.uk@evil.example`), a backslash is a slash, and letter case, a port and
//! a dot at the end do not matter.

use super::normalise::normal;

/// Whether a link is `http`, and so can be read and changed on its way.
pub(crate) fn is_insecure(url: &str) -> bool {
    url.get(..7).is_some_and(|scheme| scheme.eq_ignore_ascii_case("http://"))
}

/// The host of a URL in lower case, Punycode decoded, with or without a scheme in front.
pub(crate) fn of(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let authority = rest.split(['/', '\\', '?', '#']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    let host = host.split(':').next().unwrap_or_default().trim_end_matches('.');
    let label = |label: &str| {
        let label = label.to_lowercase();
        label.strip_prefix("xn--").and_then(decoded).unwrap_or(label)
    };
    // Browsers take the ideographic full stop for a dot.
    host.split(['.', '。']).map(label).collect::<Vec<_>>().join(".")
}

/// What follows the host: path, query and fragment.
pub(crate) fn after(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.find(['/', '\\', '?', '#']).and_then(|at| rest.get(at..)).unwrap_or_default()
}

/// Whether a host is this domain or below it.
pub(crate) fn is_within(host: &str, domain: &str) -> bool {
    host.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

/// Whether a host looks like this domain and is neither the domain nor below it: `gov.uk.example`, `gov-uk.example`,
/// `govuk-refund.example`, `g0v.uk`, `gоv.uk` with a Cyrillic letter.
pub(crate) fn imitates(host: &str, domain: &str) -> bool {
    if is_within(host, domain) {
        return false;
    }
    let plain = skeleton(host);
    let joined: String = domain.split(['.', '-']).collect();
    let labels: Vec<&str> = plain.split(['.', '-']).collect();
    let wanted: Vec<&str> = domain.split(['.', '-']).collect();
    // One short label, such as `uk`, is in half of all hosts.
    let spells = wanted.len() > 1 && labels.windows(wanted.len()).any(|part| part == wanted);
    spells || joined.len() > 3 && labels.contains(&joined.as_str())
}

/// A host with its look-alike letters and digits made plain.
fn skeleton(host: &str) -> String {
    let digit = |c: char| match c {
        '0' => 'o',
        '1' => 'l',
        '3' => 'e',
        '5' => 's',
        other => other,
    };
    normal(host).text().to_lowercase().chars().map(digit).collect()
}

/// A label in Punycode, without its `xn--`, as it is read (RFC 3492, section 6.2).
fn decoded(label: &str) -> Option<String> {
    let (basic, extended) = label.rsplit_once('-').unwrap_or(("", label));
    let mut output: Vec<char> = basic.chars().collect();
    let (mut code, mut index, mut bias) = (128_u32, 0_u32, 72_u32);
    let mut digits = extended.bytes();
    while digits.len() > 0 {
        let before = index;
        let (mut weight, mut k) = (1_u32, 36_u32);
        loop {
            let digit = match digits.next()? {
                letter @ b'a'..=b'z' => u32::from(letter - b'a'),
                figure @ b'0'..=b'9' => u32::from(figure - b'0') + 26,
                _ => return None,
            };
            index = index.checked_add(digit.checked_mul(weight)?)?;
            let threshold = k.saturating_sub(bias).clamp(1, 26);
            if digit < threshold {
                break;
            }
            weight = weight.checked_mul(36 - threshold)?;
            k += 36;
        }
        let length = u32::try_from(output.len()).ok()? + 1;
        bias = adapted(index - before, length, before == 0);
        code = code.checked_add(index / length)?;
        index %= length;
        output.insert(index as usize, char::from_u32(code)?);
        index += 1;
    }
    Some(output.into_iter().collect())
}

/// The bias after a character (RFC 3492, section 6.1).
fn adapted(delta: u32, length: u32, first: bool) -> u32 {
    let mut delta = if first { delta / 700 } else { delta / 2 };
    delta += delta / length;
    let mut k = 0;
    while delta > 455 {
        delta /= 35;
        k += 36;
    }
    k + 36 * delta / (delta + 38)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts() {
        for (url, host) in [
            ("gov.uk/bins", "gov.uk"),
            ("HTTPS://WWW.Gov.UK:443/bins?x=@y", "www.gov.uk"),
            ("https://gov.uk@evil.example/", "evil.example"),
            ("https://evil.example\\@gov.uk", "evil.example"),
            ("https://gov.uk./", "gov.uk"),
            ("http://xn--bcher-kva.example", "bücher.example"),
            ("http://xn--80ak6aa92e.com", "аррӏе.com"),
            ("http://xn--99999999999.com", "xn--99999999999.com"),
            ("", ""),
        ] {
            assert_eq!(of(url), host, "{url}");
        }
        assert_eq!(after("https://gov.uk/a?b#c"), "/a?b#c");
        assert_eq!(after("gov.uk"), "");
    }

    #[test]
    fn imitations() {
        for host in
            ["gov.uk.example", "gov-uk.example", "govuk-refund.example", "g0v.uk", "gоv.uk", "www.gov.uk.com"]
        {
            assert!(imitates(host, "gov.uk"), "{host}");
        }
        for host in ["gov.uk", "www.gov.uk", "gov.wales", "example.uk", "bigovuk.example", "gov.example"] {
            assert!(!imitates(host, "gov.uk"), "{host}");
        }
    }
}
