//! Hosts that imitate another.

use super::is_within;
use crate::text::normalise::normal;

/// Whether a host looks like this domain but is neither the domain nor a subdomain: `gov.uk.example`, `gov-uk.example`,
/// `govuk-refund.example`, `g0v.uk`, `gоv.uk` with a Cyrillic letter.
pub(crate) fn imitates(host: &str, domain: &str) -> bool {
    // A `1` may stand for either letter; whichever it is, it is the same one in both hosts.
    let alike = |one| spells(&skeleton(host, one), &skeleton(domain, one));
    !is_within(host, domain) && (alike('l') || alike('i'))
}

/// Whether consecutive parts of a host spell the domain, however both are divided.
fn spells(host: &str, domain: &str) -> bool {
    let divided = |name: &str| name.split(['.', '-']).map(ToOwned::to_owned).collect::<Vec<_>>();
    let (parts, wanted) = (divided(host), divided(domain).concat());
    let spelt = |from: &[String]| {
        let mut spelt = String::new();
        from.iter().enumerate().any(|(nth, part)| {
            spelt.push_str(part);
            // A single short part, such as `uk`, is in half of all hosts.
            spelt == wanted && (nth > 0 || wanted.len() > 3)
        })
    };
    (0..parts.len()).filter_map(|first| parts.get(first..)).any(spelt)
}

/// A host with its look-alike letters and digits made plain, and `1` replaced by this letter.
fn skeleton(host: &str, one: char) -> String {
    let digit = |c: char| match c {
        '0' => 'o',
        '1' => one,
        '3' => 'e',
        '5' => 's',
        other => other,
    };
    normal(host).text().to_lowercase().chars().map(digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imitations() {
        for (host, domain) in [
            ("gov.uk.example", "gov.uk"),
            ("gov-uk.example", "gov.uk"),
            ("govuk-refund.example", "gov.uk"),
            ("refund-govuk.example", "gov.uk"),
            ("g0v.uk", "gov.uk"),
            ("gоv.uk", "gov.uk"),
            ("www.gov.uk.com", "gov.uk"),
            ("111-nhs-uk.example", "111.nhs.uk"),
            ("111nhs-uk.example", "111.nhs.uk"),
            ("111-nhsuk.example", "111.nhs.uk"),
            ("111nhsuk.example", "111.nhs.uk"),
            ("111.nhs.uk.example", "111.nhs.uk"),
            ("lll.nhs.uk", "111.nhs.uk"),
            ("iii-nhs.uk", "111.nhs.uk"),
            ("1ii.nhs-uk.example", "111.nhs.uk"),
            ("serv1ce.gov.uk", "service.gov.uk"),
            ("p01ice-uk.example", "police.uk"),
            ("covid1g.gov.uk.example", "covid1g.gov.uk"),
            ("area-51.example.com", "area51.example"),
            ("example-gov-uk.example", "example.gov.uk"),
        ] {
            assert!(imitates(host, domain), "{host} {domain}");
        }
    }

    #[test]
    fn hosts_of_their_own() {
        for (host, domain) in [
            ("gov.uk", "gov.uk"),
            ("www.gov.uk", "gov.uk"),
            ("gov.wales", "gov.uk"),
            ("example.uk", "gov.uk"),
            ("bigovuk.example", "gov.uk"),
            ("gov.example", "gov.uk"),
            ("uk.example", "gov.uk"),
            ("111.nhs.uk", "111.nhs.uk"),
            ("app.111.nhs.uk", "111.nhs.uk"),
            ("nhs.uk", "111.nhs.uk"),
            ("www.nhs.uk", "111.nhs.uk"),
            ("112.nhs.uk", "111.nhs.uk"),
            ("911.example", "111.nhs.uk"),
            ("111.example", "111.nhs.uk"),
            ("service.example", "service.gov.uk"),
        ] {
            assert!(!imitates(host, domain), "{host} {domain}");
        }
    }
}
