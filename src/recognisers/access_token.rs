//! Access tokens and API keys.
//!
//! A token is recognised by its vendor's prefix, as in source code scanners. The text after the prefix has to be long
//! and random (Shannon's entropy), so `AKIAXXXXXXXXXXXXXXXX` is not a key. A random value after `api_key=` and similar
//! names is likely a token as well, and so are 32 hexadecimal digits after `token:` or `secret:`. Links are not tokens.
//!
//! Sources: the token formats that vendors publish (AWS “Unique identifiers”, GitHub “Token formats”, GitLab “Token
//! overview”, Slack “Tokens”, Google, Stripe, npm, `PyPI`, `SendGrid`, Azure and others), and RFC 7519 for JWTs.

mod prefixes;

use super::{CERTAIN, Candidate, LIKELY, Recogniser, Scan, cues};
use crate::finding::Span;
use prefixes::{LAST_OF_AWS, NAMES, PREFIXES, WORDS};

/// The fewest hexadecimal digits of a token.
const HEXADECIMAL: usize = 32;
/// The fewest characters after a prefix.
const LENGTH: usize = 16;
/// The most characters read of a token. A longer one is recognised by its beginning.
const MOST: usize = 2000;

/// The recogniser `access-token`.
pub(super) struct AccessToken;

impl Recogniser for AccessToken {
    fn id(&self) -> &'static str {
        "access-token"
    }

    fn literals(&self) -> &'static [&'static str] {
        PREFIXES
    }

    fn canonical(&self, value: &str) -> String {
        value.to_owned()
    }

    fn cue(&self) -> &'static str {
        "api_key="
    }

    fn find(&self, scan: &Scan<'_>) -> Vec<Candidate> {
        let text = scan.text;
        let place = |one| PREFIXES.iter().position(|prefix| *prefix == one).unwrap_or(PREFIXES.len());
        let (last_of_aws, first_name, first_word) = (place(LAST_OF_AWS), place(NAMES), place(WORDS));
        let mut found = Vec::new();
        for (nth, prefix) in PREFIXES.iter().enumerate() {
            if nth < first_name {
                let starts = text.match_indices(prefix).map(|(start, _)| start);
                let is_token = if nth > last_of_aws { is_random_token } else { is_of_aws };
                found.extend(starts.filter_map(|start| token(text, start, prefix, is_token)));
            } else {
                let is_secret = if nth < first_word { is_value } else { is_hexadecimal };
                let starts = (0..text.len()).filter(|&start| cues::is_at(text, start, prefix));
                let values = starts
                    .filter_map(|start| value(text, start + prefix.len(), prefix.ends_with(' ')))
                    .filter(|span| {
                        text.get(span.start..span.end)
                            .is_some_and(|value| !cues::is_link(value) && is_secret(value))
                    });
                found.extend(values.map(|span| Candidate { span, score: LIKELY }));
            }
        }
        found
    }
}

/// The token that starts with this prefix.
fn token(text: &str, start: usize, prefix: &str, is_token: fn(&str) -> bool) -> Option<Candidate> {
    let end = if cues::starts_word(text, start) { end(text, start) } else { return None };
    let rest = text.get(start + prefix.len()..end)?;
    // A JSON web token is three parts, and the first two are JSON objects.
    let whole = prefix != "eyJ" || rest.contains(".eyJ");
    (whole && is_token(rest)).then_some(Candidate::new(start, end, CERTAIN))
}

fn is_random_token(rest: &str) -> bool {
    is_random(rest, 3.0) || has_no_words(rest)
}

fn is_of_aws(rest: &str) -> bool {
    let key = rest.split(|part: char| !part.is_ascii_alphanumeric()).next().unwrap_or_default();
    let plain = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
    key.len() == LENGTH && key.bytes().all(plain) && is_random(key, 3.0)
}

/// The value after a name, as in `api_key = "…"`.
fn value(text: &str, after: usize, bearer: bool) -> Option<Span> {
    let rest = text.get(after..)?;
    let value = rest.trim_start_matches(['"', '\'', ' ']);
    let value =
        if bearer { value } else { value.strip_prefix([':', '='])?.trim_start_matches(['"', '\'', ' ']) };
    let start = text.len() - value.len();
    Some(Span::new(start, end(text, start)))
}

/// The end of the run of characters that tokens are made of.
fn end(text: &str, start: usize) -> usize {
    let run = text.get(start..).unwrap_or_default();
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || b"_-.=/+:%".contains(byte);
    let length = run.bytes().take(MOST).take_while(is_part).count();
    start + run.get(..length).unwrap_or_default().trim_end_matches(['.', '/', '-', ':']).len()
}

/// Whether the value is long enough, has a digit and a letter, and has at least this much entropy per character, in
/// bits.
fn is_random(value: &str, bits: f32) -> bool {
    let mixed = value.bytes().any(|byte| byte.is_ascii_digit())
        && value.bytes().any(|byte| byte.is_ascii_alphabetic());
    value.len() >= LENGTH && mixed && entropy(value) >= bits
}

/// Whether a value of letters alone is not made of words (`BhiJaTUyYfKlcxDMPYIy`): it has about as many capitals as
/// lower-case letters.
fn has_no_words(value: &str) -> bool {
    let capitals = value.bytes().filter(u8::is_ascii_uppercase).count();
    let others = value.bytes().filter(u8::is_ascii_lowercase).count();
    let balanced = capitals.min(others) * 3 >= value.len();
    value.len() >= LENGTH && capitals + others == value.len() && balanced && entropy(value) >= 3.0
}

/// Whether a value that follows the name of a secret is a secret.
fn is_value(value: &str) -> bool {
    is_random(value, 3.5) || is_hexadecimal(value)
}

/// Whether it is only hexadecimal digits, enough of them, and random.
fn is_hexadecimal(value: &str) -> bool {
    value.len() >= HEXADECIMAL && value.bytes().all(|byte| byte.is_ascii_hexdigit()) && is_random(value, 3.0)
}

/// Shannon's entropy of the characters, in bits.
#[allow(clippy::cast_precision_loss, reason = "tokens are short")]
fn entropy(value: &str) -> f32 {
    let mut counts = [0_u16; 128];
    for byte in value.bytes() {
        if let Some(count) = counts.get_mut(usize::from(byte)) {
            *count += 1;
        }
    }
    let shares =
        counts.iter().filter(|count| **count > 0).map(|count| f32::from(*count) / value.len() as f32);
    shares.map(|share| -share * share.log2()).sum()
}
