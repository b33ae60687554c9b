//! Passwords in plain sight: after `password:` or `password=`, `password is`, or inside a link.
//!
//! Most posts with the word are advice (`Your password: make it three random words`), so the value is looked at:
//! letters and digits together, or signs among letters, make it likely one; mere letters only after `=`. Links with
//! a user's name and password (`https://user:secret@host`, RFC 3986) need no words.

use super::{CERTAIN, Candidate, LIKELY, POSSIBLE, Recogniser, Scan};
use crate::text::regexes::Constant;

static VALUE: Constant = Constant::new(concat!(
    r#"\b(?:pass=|(?:password|passwd|pwd|passcode|passphrase|cyfrinair)["']?"#,
    r"(?:\s(?:for|to|i'r|ar gyfer)(?:\s\w+){1,3}?)?(?<link>\s?[:=]|\s(?:is|yw)\b))",
    r#"(?<space>[\s"'(]{0,3})(?<value>[^\s"']{4,64})"#
));
static IN_LINK: Constant = Constant::new(r"://[^\s/:@?#]+:(?<value>[^\s/@]+)@");

/// The recogniser `password`.
pub(super) struct Password;

impl Recogniser for Password {
    fn id(&self) -> &'static str {
        "password"
    }

    fn literals(&self) -> &'static [&'static str] {
        &["password", "passwd", "pwd", "passcode", "passphrase", "cyfrinair", "pass=", "://"]
    }

    fn canonical(&self, value: &str) -> String {
        value.to_owned()
    }

    fn find(&self, scan: &Scan<'_>) -> Vec<Candidate> {
        let text = scan.text;
        let lower = text.to_ascii_lowercase();
        let mut found = Vec::new();
        // A link is enough for this recogniser to be asked, but the pattern is only for texts with the words.
        let words = self.literals().iter().any(|word| *word != "://" && lower.contains(word));
        for captures in words.then(|| VALUE.regex().matches(&lower)).into_iter().flatten() {
            let group = |name| captures.named(name).and_then(|span| lower.get(span.start..span.end));
            let Some(value) = captures.named("value") else { continue };
            let link = group("link").map_or("=", str::trim);
            let attached = group("space").is_none_or(str::is_empty);
            let written = text.get(value.start..value.end).unwrap_or_default();
            let written = written.trim_end_matches(['.', ',', ';', ')', '?', ':', '&']);
            let score = score(link, attached, written);
            found.extend(score.map(|score| Candidate::new(value.start, value.start + written.len(), score)));
        }
        if lower.contains("://") {
            let in_links = IN_LINK.regex().matches(text).filter_map(|link| link.named("value"));
            found.extend(in_links.map(|span| Candidate { span, score: CERTAIN }));
        }
        found
    }
}

fn score(link: &str, attached: bool, value: &str) -> Option<u8> {
    let has = |class: fn(&u8) -> bool| value.bytes().any(|byte| class(&byte));
    let letter = has(u8::is_ascii_alphabetic);
    let digit = has(u8::is_ascii_digit);
    // A dash or an apostrophe joins words; a full stop, colon or slash is in addresses of pages.
    let sign = value
        .trim_end_matches('!')
        .bytes()
        .any(|byte| byte.is_ascii_punctuation() && !b"-'./:".contains(&byte));
    let both_cases = has(u8::is_ascii_uppercase) && has(u8::is_ascii_lowercase);
    let hidden =
        value.contains("**") || value.starts_with(['<', '[', '{', '@', '#']) || value.contains("://");
    if hidden || value.len() < 4 {
        return None;
    }
    match link {
        ":" | "=" if letter && (digit || sign) => Some(if both_cases { CERTAIN } else { LIKELY }),
        ":" | "=" if digit && !letter && !sign && !value.contains(['-', '.']) => Some(LIKELY),
        "=" if attached => Some(LIKELY),
        ":" | "=" => Some(POSSIBLE),
        "is" | "yw" if digit && (letter || !sign && value.len() > 5) && !value.contains(['-', '.', ':']) => {
            Some(LIKELY)
        }
        _ => None,
    }
}
