//! Access tokens and API keys.
//!
//! Sources: what the vendors publish about their tokens' forms (AWS “Unique identifiers”, GitHub “Token formats”, Slack
//! “Tokens”, Google, Stripe, GitLab, npm, `PyPI`, `SendGrid`, Azure), and RFC 7519 for JWTs. A keyword opens the search,
//! as in the scanners for source code; what follows has to be long and without pattern (Shannon's entropy), so that
//! `AKIAXXXXXXXXXXXXXXXX` is no key. Besides, anything like it after `api_key=` and its kin is likely one, and 32
//! hexadecimal digits after `token:` or `secret:`. Links are none.

use super::{CERTAIN, Candidate, LIKELY, Recogniser, Scan, cues};
use crate::finding::Span;

/// How tokens start.
const PREFIXES: &[&str] = &[
    "AKIA",
    "ASIA",
    "ghp_",
    "gho_",
    "ghu_",
    "ghs_",
    "ghr_",
    "github_pat_",
    "glpat-",
    "xoxb-",
    "xoxp-",
    "xoxa-",
    "xoxr-",
    "xoxs-",
    "xapp-",
    "hooks.slack.com/services/",
    "AIza",
    "ya29.",
    "GOCSPX-",
    "sk_live_",
    "rk_live_",
    "whsec_",
    "sk-ant-",
    "sk-proj-",
    "npm_",
    "pypi-",
    "hf_",
    "SG.",
    "shpat_",
    "AccountKey=",
    "SharedAccessSignature=",
    "sig=",
    "eyJ",
    // What may be a token by the name in front of it.
    "api_key",
    "apikey",
    "api-key",
    "api key",
    "access_token",
    "access token",
    "auth_token",
    "client_secret",
    "client secret",
    "secret_key",
    "secret key",
    "secret_access_key",
    "secret access key",
    "Bearer ",
    // What is one only if it is written in hexadecimal digits, as these are ordinary words.
    "token",
    "secret",
];
/// From here on in [`PREFIXES`], a name in front of a value.
const NAMES: &str = "api_key";
/// From here on, a name that is an ordinary word.
const WORDS: &str = "token";
/// The fewest hexadecimal digits of a token.
const HEXADECIMAL: usize = 32;
/// The fewest characters after a prefix.
const LENGTH: usize = 16;
/// The most characters that are looked at: a longer token is one by its beginning.
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

    fn find(&self, scan: &Scan<'_>) -> Vec<Candidate> {
        let text = scan.text;
        let place = |one| PREFIXES.iter().position(|prefix| *prefix == one).unwrap_or(PREFIXES.len());
        let (first_name, first_word) = (place(NAMES), place(WORDS));
        let mut found = Vec::new();
        for (nth, prefix) in PREFIXES.iter().enumerate() {
            if nth < first_name {
                let starts = text.match_indices(prefix).map(|(start, _)| start);
                found.extend(starts.filter_map(|start| token(text, start, prefix)));
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
fn token(text: &str, start: usize, prefix: &str) -> Option<Candidate> {
    let end = if cues::starts_word(text, start) { end(text, start) } else { return None };
    let rest = text.get(start + prefix.len()..end)?;
    // A JSON web token is three parts, and the first two are JSON objects.
    let whole = prefix != "eyJ" || rest.contains(".eyJ");
    (whole && is_random(rest, 3.0)).then_some(Candidate::new(start, end, CERTAIN))
}

/// The value after a name: `api_key = "…"`.
fn value(text: &str, after: usize, bearer: bool) -> Option<Span> {
    let rest = text.get(after..)?;
    let value = rest.trim_start_matches(['"', '\'', ' ']);
    let value =
        if bearer { value } else { value.strip_prefix([':', '='])?.trim_start_matches(['"', '\'', ' ']) };
    let start = text.len() - value.len();
    Some(Span::new(start, end(text, start)))
}

/// The end of the run of characters of which tokens are made.
fn end(text: &str, start: usize) -> usize {
    let run = text.get(start..).unwrap_or_default();
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || b"_-.=/+:%".contains(byte);
    let length = run.bytes().take(MOST).take_while(is_part).count();
    start + run.get(..length).unwrap_or_default().trim_end_matches(['.', '/', '-', ':']).len()
}

/// Whether it is long, has a digit and a letter, and is as disorderly as that, in bits a character.
fn is_random(value: &str, bits: f32) -> bool {
    let mixed = value.bytes().any(|byte| byte.is_ascii_digit())
        && value.bytes().any(|byte| byte.is_ascii_alphabetic());
    value.len() >= LENGTH && mixed && entropy(value) >= bits
}

/// Whether a value with the name of a secret is one.
fn is_value(value: &str) -> bool {
    is_random(value, 3.5) || is_hexadecimal(value)
}

/// Whether it is nothing but enough hexadecimal digits without pattern.
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
