//! Passwords in plain sight: after `password:` or `password=`, `password is`, or inside a link.
//!
//! Most posts with the word are advice (`Your password: make it three random words`), so the value is looked at:
//! letters and digits together, or signs among letters, make it likely one; mere letters only after `=`. After `pass:`
//! and `pw:`, which are tickets and prices a week too, and where nothing stands between, it takes more. Links with
//! a user's name and password (`https://user:secret@host`, RFC 3986) need no words.

use super::patterns::{Pattern, built, named, place};
use super::{CERTAIN, Candidate, LIKELY, POSSIBLE, Recogniser, Scan, cues};
use regex::Captures;

static VALUE: Pattern = Pattern::new(|| {
    built(concat!(
        r#"\b(?:pass=|pw=|(?<short>pass:|pw:)|(?:password|passwd|pwd|passcode|passphrase|cyfrinair)["']?"#,
        r"(?:(?:\s(?:for|to|i'r|ar gyfer)(?:\s\w+){1,3}?)?(?<link>\s?[:=]|\s(?:is|yw)\b)|(?<bare>\s)))",
        r#"(?<space>[\s"'(]{0,3})(?<value>[^\s"']{4,64})"#
    ))
});
static IN_LINK: Pattern = Pattern::new(|| built(r"://[^\s/:@?#]+:(?<value>[^\s/@]+)@"));

/// What a password without a colon or `is` belongs to: `WiFi LeedsGuest, password Welcome123`.
const ACCESS: &str = "wifi|wi-fi|username|user|user name|login|log in|network|enw defnyddiwr";
/// What is right ahead where advice quotes one: `the most common password is 123456`.
const QUOTED: &str = "common|commonest|popular|used|weakest|worst";

/// The recogniser `password`.
pub(super) struct Password;

impl Recogniser for Password {
    fn id(&self) -> &'static str {
        "password"
    }

    fn literals(&self) -> &'static [&'static str] {
        &[
            "password",
            "passwd",
            "pwd",
            "passcode",
            "passphrase",
            "cyfrinair",
            "pass=",
            "pass:",
            "pw=",
            "pw:",
            "://",
        ]
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
        for captures in words.then(|| VALUE.captures_iter(&lower)).into_iter().flatten() {
            let Some(value) = named(&captures, "value") else { continue };
            let Some(link) = link(text, &captures) else { continue };
            let attached = captures.name("space").is_none_or(|space| space.is_empty());
            let written = text.get(value.start..value.end).unwrap_or_default();
            let written = written.trim_end_matches(['.', ',', ';', ')', '?', ':', '&']);
            let score = score(link, attached, written);
            found.extend(score.map(|score| Candidate::new(value.start, value.start + written.len(), score)));
        }
        if lower.contains("://") {
            let in_links = IN_LINK.captures_iter(text).filter_map(|link| named(&link, "value"));
            found.extend(in_links.map(|span| Candidate { span, score: CERTAIN }));
        }
        found
    }
}

/// What joins the word and the value: a sign, `is`, or else `short` after `pass:` and `pw:` and `bare` after a mere space.
fn link<'t>(text: &str, captures: &Captures<'t>) -> Option<&'t str> {
    let group = |name| captures.name(name).map(|group| group.as_str());
    let ahead = |reach, cues| cues::near(text, place(captures), reach, 0, cues);
    let before = text.get(..place(captures).start)?.trim_end_matches(' ');
    let opens = !before.ends_with(char::is_alphanumeric);
    match (group("link").map(str::trim), group("short"), group("bare")) {
        (Some("is"), ..) => (!ahead(10, QUOTED)).then_some("is"),
        (Some(link), ..) => Some(link),
        (_, Some(_), _) => (opens || ahead(40, ACCESS)).then_some("short"),
        (.., Some(_)) => ahead(40, ACCESS).then_some("bare"),
        _ => Some("="),
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
    let hidden = value.contains("**") || value.starts_with(['<', '[', '{', '@', '#']) || cues::is_link(value);
    if hidden || value.len() < 4 {
        return None;
    }
    match link {
        ":" | "=" if letter && (digit || sign) => Some(if both_cases { CERTAIN } else { LIKELY }),
        ":" | "=" if digit && !letter && !sign && !value.contains(['-', '.']) => Some(LIKELY),
        "=" if attached => Some(LIKELY),
        ":" | "=" => Some(POSSIBLE),
        "short" => (both_cases && digit && value.len() > 5).then_some(LIKELY),
        "bare" if letter && digit && !value.contains(['-', '.', ':', '/']) => Some(LIKELY),
        "is" | "yw" if digit && (letter || !sign && value.len() > 5) && !value.contains(['-', '.', ':']) => {
            Some(LIKELY)
        }
        _ => None,
    }
}
