//! Access tokens and API keys.
//!
//! Sources: what the vendors publish about their tokens' forms (AWS “Unique identifiers”, GitHub “Token formats”, Slack
//! “Tokens”, Google, Stripe, GitLab, npm, `PyPI`, `SendGrid`, Azure), and RFC 7519 for JWTs. A keyword opens the search,
//! as in the scanners for source code; what follows has to be long and without pattern (Shannon's entropy), so that
//! `AKIAXXXXXXXXXXXXXXXX` is no key. Besides, anything like it after `api_key=` and its kin is likely one.

use super::{CERTAIN, Candidate, LIKELY, Recogniser, Scan, cues};

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
    "Bearer ",
];
/// From here on in [`PREFIXES`], a name in front of a value.
const NAMES: &str = "api_key";
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
        let first_name = PREFIXES.iter().position(|prefix| *prefix == NAMES).unwrap_or(PREFIXES.len());
        let mut found = Vec::new();
        for (nth, prefix) in PREFIXES.iter().enumerate() {
            if nth < first_name {
                let starts = text.match_indices(prefix).map(|(start, _)| start);
                found.extend(starts.filter_map(|start| token(text, start, prefix)));
            } else {
                let starts = 0..text.len();
                found.extend(
                    starts
                        .filter(|&start| cues::is_at(text, start, prefix))
                        .filter_map(|start| named(text, start + prefix.len(), prefix.ends_with(' '))),
                );
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
fn named(text: &str, after: usize, bearer: bool) -> Option<Candidate> {
    let rest = text.get(after..)?;
    let value = rest.trim_start_matches(['"', '\'', ' ']);
    let value =
        if bearer { value } else { value.strip_prefix([':', '='])?.trim_start_matches(['"', '\'', ' ']) };
    let start = text.len() - value.len();
    let end = end(text, start);
    is_random(text.get(start..end)?, 3.5).then_some(Candidate::new(start, end, LIKELY))
}

/// The end of the run of characters of which tokens are made.
fn end(text: &str, start: usize) -> usize {
    let run = text.get(start..).unwrap_or_default();
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || b"_-.=/+:".contains(byte);
    let length = run.bytes().take(MOST).take_while(is_part).count();
    start + run.get(..length).unwrap_or_default().trim_end_matches(['.', '/', '-', ':']).len()
}

/// Whether it is long, has a digit and a letter, and is as disorderly as that, in bits a character.
fn is_random(value: &str, bits: f32) -> bool {
    let mixed = value.bytes().any(|byte| byte.is_ascii_digit())
        && value.bytes().any(|byte| byte.is_ascii_alphabetic());
    value.len() >= LENGTH && mixed && entropy(value) >= bits
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
