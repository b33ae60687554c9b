//! Where a link leads: the host of a URL, and hosts that imitate another.
//!
//! The host is found as browsers find it (WHATWG URL Standard, host parsing), as far as policies need: a name before
//! `@` is not the host (`https://gov.uk@evil.example`); a backslash counts as a slash; letter case, a port,
//! percent-encoded letters and a dot at the end make no difference. The tests compare it with the crate `url`.

mod imitation;
mod ipv4;
mod punycode;

pub(crate) use imitation::imitates;

use icu_normalizer::uts46::Uts46MapperBorrowed;
use std::borrow::Cow;

/// Whether a link is `http`, so that others can read and change it on its way.
pub(crate) fn is_insecure(url: &str) -> bool {
    url.get(..7).is_some_and(|scheme| scheme.eq_ignore_ascii_case("http://"))
}

/// The host of a URL in lower case, with Punycode decoded. The URL may have a scheme or not.
pub(crate) fn of(url: &str) -> String {
    let (authority, _) = divided(url);
    let host = authority.rsplit('@').next().unwrap_or_default();
    if let Some((address, _)) = host.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        return format!("[{}]", address.to_ascii_lowercase());
    }
    let host = host.split(':').next().unwrap_or_default();
    // The mapping of domain names also treats full stops of other scripts as dots.
    let mapped: String = Uts46MapperBorrowed::new().map_normalize(percent_decoded(host).chars()).collect();
    let host = mapped.strip_suffix('.').unwrap_or(&mapped);
    let label = |label: &str| {
        let decoded = label.strip_prefix("xn--").and_then(punycode::decoded);
        decoded.unwrap_or_else(|| label.to_owned())
    };
    ipv4::written(host).unwrap_or_else(|| host.split('.').map(label).collect::<Vec<_>>().join("."))
}

/// What follows the host: path, query and fragment.
pub(crate) fn after(url: &str) -> &str {
    divided(url).1
}

/// Whether a host is this domain or a subdomain of it.
pub(crate) fn is_within(host: &str, domain: &str) -> bool {
    host.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

/// A URL without its scheme, split after the host and its port.
fn divided(url: &str) -> (&str, &str) {
    let rest = without_scheme(url).trim_start_matches(['/', '\\']);
    rest.split_at(rest.find(['/', '\\', '?', '#']).unwrap_or(rest.len()))
}

/// The part after `https:`. In `bit.ly/a?u=https://gov.uk` and `gov.uk:443` the text before the first colon is not a
/// scheme.
fn without_scheme(url: &str) -> &str {
    let Some((scheme, rest)) = url.split_once(':') else { return url };
    let is_web = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
    let is_scheme = scheme.chars().all(|c| c.is_ascii_alphanumeric() || c == '+' || c == '-');
    if is_web || is_scheme && rest.starts_with("//") { rest } else { url }
}

/// A host with percent-encoded letters decoded, such as `%67` to `g`.
fn percent_decoded(host: &str) -> Cow<'_, str> {
    if !host.contains('%') {
        return Cow::Borrowed(host);
    }
    let mut bytes = Vec::with_capacity(host.len());
    let mut rest = host.as_bytes();
    while let [first, after @ ..] = rest {
        let digit = |at: usize| after.get(at).and_then(|byte| char::from(*byte).to_digit(16));
        let byte = digit(0).zip(digit(1)).and_then(|(high, low)| u8::try_from(high * 16 + low).ok());
        let byte = byte.filter(|_| *first == b'%');
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { after.get(2..).unwrap_or_default() } else { after };
    }
    Cow::Owned(String::from_utf8_lossy(&bytes).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use url::quirks::domain_to_unicode;
    use url::{Host, Url};

    const HOSTS: &[(&str, &str)] = &[
        ("gov.uk/bins", "gov.uk"),
        ("HTTPS://WWW.Gov.UK:443/bins?x=@y", "www.gov.uk"),
        ("https://gov.uk@evil.example/", "evil.example"),
        ("https://gov.uk:443@evil.example/", "evil.example"),
        ("https://evil.example\\@gov.uk", "evil.example"),
        ("https:\\\\evil.example\\gov.uk", "evil.example"),
        ("https://gov.uk./", "gov.uk"),
        ("http://xn--bcher-kva.example", "bücher.example"),
        ("http://xn--80ak6aa92e.com", "аррӏе.com"),
        ("http://xn--99999999999.com", "xn--99999999999.com"),
        ("http://XN--BCHER-KVA.example", "bücher.example"),
        ("bit.ly/a?u=https://www.gov.uk/", "bit.ly"),
        ("bit.ly?u=https://www.gov.uk/", "bit.ly"),
        ("bit.ly#https://www.gov.uk/", "bit.ly"),
        ("gov.uk:443/a?u=https://evil.example", "gov.uk"),
        ("https://gov.uk/share?u=https://petition.example/x", "gov.uk"),
        ("https://gov.uk%2eevil.example/", "gov.uk.evil.example"),
        ("https://%67ov.uk/", "gov.uk"),
        ("https://ｇｏｖ．ｕｋ/", "gov.uk"),
        ("https://gov。uk/", "gov.uk"),
        ("https://go\u{ad}v.uk/", "gov.uk"),
        ("http://2130706433/", "127.0.0.1"),
        ("http://0x7f.1:80/", "127.0.0.1"),
        ("http://[::1]:80/", "[::1]"),
        ("", ""),
    ];

    #[test]
    fn hosts() {
        for (url, host) in HOSTS {
            assert_eq!(of(url), *host, "{url}");
        }
        assert_eq!(after("https://gov.uk/a?b#c"), "/a?b#c");
        assert_eq!(after("bit.ly/a?u=https://gov.uk/b"), "/a?u=https://gov.uk/b");
        assert_eq!(after("gov.uk"), "");
    }

    /// Parts of hosts.
    const PARTS: &str = "gov UK bit ly 111 nhs xn--bcher-kva bücher BÜCHER %67ov ｇｏｖ g\u{ad}ov аррӏе ﬁn a-b 0x7f 0177 \
        127 2130706433 İ ß 한국 example [::1] [FE80::1]";
    /// Text that follows a host.
    const RESTS: &str =
        "/ /a?u=https://petition.example/x ?u=https://www.gov.uk/ #https://a.uk \\@gov.uk /@gov.uk";

    fn link() -> impl Strategy<Value = String> {
        let one_of = |words: &'static str| prop::sample::select(words.split(' ').collect::<Vec<_>>());
        let label = (one_of(PARTS), one_of(". 。 ． %2e "));
        let host = prop::collection::vec(label.prop_map(|(label, dot)| format!("{label}{dot}")), 1..5);
        let scheme = one_of(" https:// HTTP:// http: https:\\\\ http:///");
        let name = prop_oneof![3 => Just(""), 1 => one_of("gov.uk@ a:b@ gov.uk:443@ %40@ @@")];
        let port = prop_oneof![Just(""), one_of(":443 :80 :")];
        let rest = prop_oneof![1 => Just(""), 3 => one_of(RESTS)];
        (scheme, name, host, port, rest).prop_map(|(scheme, name, host, port, rest)| {
            let host = host.concat();
            format!("{scheme}{name}{host}{port}{rest}")
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        /// A link without a scheme opens as `https`. Links that browsers refuse to open lead nowhere.
        #[test]
        fn hosts_are_those_that_browsers_find(link in link()) {
            let has_scheme = link.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("http"));
            let whole = if has_scheme { link.clone() } else { format!("https://{link}") };
            let host = match Url::parse(&whole).ok().as_ref().and_then(Url::host) {
                Some(Host::Domain(host)) => domain_to_unicode(host.strip_suffix('.').unwrap_or(host)),
                Some(address) => address.to_string(),
                None => return Ok(()),
            };
            prop_assert_eq!(of(&link), host, "{}", link);
        }

        #[test]
        fn any_text_is_read(text in "\\PC{0,30}") {
            prop_assert!(of(&text).len() < 1_000 && text.ends_with(after(&text)));
        }
    }
}
