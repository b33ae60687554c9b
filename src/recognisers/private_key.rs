//! Private keys.
//!
//! A private key is found by its header line. The finding covers everything that follows, up to the end line of the key
//! or the end of the text. Phones turn `--` into a dash; the plain form of the text turns that into `-`, so one dash is
//! enough. Source: RFC 7468 and the formats of OpenSSH, PGP, `PuTTY` and age.

use super::patterns::{Pattern, built};
use super::{CERTAIN, Candidate, Recogniser, Scan};

static PATTERN: Pattern = Pattern::new(|| {
    built(concat!(
        r"-+ ?BEGIN (?:[A-Z0-9]+ ){0,2}PRIVATE KEY(?: BLOCK)? ?-+(?s:.*?)(?:-+ ?END [A-Z0-9 ]+-+|\z)",
        r"|PuTTY-User-Key-File-[0-9]: (?s:.*)",
        r"|AGE-SECRET-KEY-1[0-9A-Z]{30,}"
    ))
});

/// The recogniser `private-key`.
pub(super) struct PrivateKey;

impl Recogniser for PrivateKey {
    fn id(&self) -> &'static str {
        "private-key"
    }

    fn literals(&self) -> &'static [&'static str] {
        &["private key", "putty-user-key-file", "age-secret-key-1"]
    }

    fn canonical(&self, value: &str) -> String {
        value.to_owned()
    }

    fn find(&self, scan: &Scan<'_>) -> Vec<Candidate> {
        let found = PATTERN.find_iter(scan.text);
        found.map(|key| Candidate::new(key.start(), key.end(), CERTAIN)).collect()
    }
}
