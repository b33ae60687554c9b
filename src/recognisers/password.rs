//! Passwords in plain text: after `password:`, `password is`, a dash, a quotation mark or a bracket, or inside a link.
//!
//! Most posts that mention passwords give advice (`Your password: make it three random words`), so the value itself has
//! to look like a password. Letters and digits together, or letters and signs, make it likely; letters alone do so only
//! after `=`. More is needed after `pass:` and `pw:`, which also mean tickets and prices per week, and where nothing
//! joins the word and the value. Links with a user name and password (`https://user:secret@host`, RFC 3986) need no cue
//! word.

mod value;

use super::patterns::{Pattern, built, named, place};
use super::{CERTAIN, Candidate, Recogniser, Scan, cues};
use regex::Captures;
use value::{Link, score};

static VALUE: Pattern = Pattern::new(|| {
    built(concat!(
        r#"\b(?:pass=|pw=|(?<short>pass:|pw:|mdp ?:)|"#,
        r#"(?:(?<code>pass[ -]?code)|pass[ -]?word|passwd|pwd|pass[ -]?phrase|mot de passe|(?:c|ch|g|ngh)yfrinair)["']?"#,
        // What the password opens: “for the Zoom”, “Wi-Fi”, “du réseau”.
        r"(?:\s(?:for|to|i'r|ar gyfer|pour|du|des|de la)(?:\s[^\s:=.,!?]+){1,3}?(?:(?<sign_for>\s?[:=])|\s(?<is_for>is|yw|est)\b)|",
        r"(?:\s\(?(?:wi-?fi|zoom|teams|webex|guest|router|network|hotspot|meeting|login|y|yr|ar|le|cyfarfod)\b\)?){0,3}",
        r"(?:(?<sign>\s?[:=]|\s(?:is|yw|est) ?(?::|- ))|\s(?<is>is|is now|yw|est)\b|(?<dash>\s?-\s)|(?<open>\s?[",
        "\"'`«(\\[",
        r"])|(?<bare>\s))))",
        r#"(?<space>[\s"'(`«\[]{0,3})(?<value>[^\s"'`»]{4,64})"#
    ))
});
/// `login admin/Hunter2x`.
static LOGIN: Pattern = Pattern::new(|| {
    built(r"\blog-?in(?: details)?(?: ?[:-]| is)? (?<user>[\w@-]{2,40}) ?/ ?(?<value>[^\s/]{6,64})(?:\s|$)")
});
/// Words before a slash that are not a user name.
const PAGES: &str = "details page form link account online portal screen help here register sign-up signup";
static IN_LINK: Pattern = Pattern::new(|| built(r"://[^\s/:@?#]+:(?<value>[^\s/@]+)@"));

/// What a password without a colon or `is` belongs to: `WiFi LeedsGuest, password Welcome123`.
const ACCESS: &str = "wifi|wi-fi|username|user|user name|login|log in|network|enw defnyddiwr|identifiant";
/// What a reader does with a password: `Use password Welcome123 to join`.
const USES: &str = "use|using|with|enter|type|use the|using the|with the|enter the|type the|defnyddiwch|defnyddiwch y|\
    rhowch y|nodwch y|utilisez|utilisez le";
const JOINS: &str =
    "to join|to enter|to log in|to access|for the meeting|for the call|i ymuno|pour rejoindre";
/// Words right before a password quoted as advice: `the most common password is 123456`.
const QUOTED: &str = "common|commonest|popular|used|weakest|worst";
/// Words that make it a question or a condition: `If your password is Password1, change it`.
const DOUBTED: &str = "if your|if the|is your|is the|whether your|os yw eich|ydy eich|si votre";
/// Words before and after a password that people are advised against.
const BAD: &str = "reset|forgot|forgotten|lost|change|changing|ailosod|newid|never|avoid|don't|do not|not|stop|instead of|weak|weakest|bad|worst|common|commonest|popular|top|\
    such as|like|example|peidiwch|jamais|évitez";
const IS_BAD: &str = "is weak|is easy|is bad|is the most|was the most|is not|isn't|is common|is still|was used|most common|\
    can be|takes|would take|could be|tops|commonest|cracked|guessed|hacked";

/// The recogniser `password`.
pub(super) struct Password;

impl Recogniser for Password {
    fn id(&self) -> &'static str {
        "password"
    }

    fn literals(&self) -> &'static [&'static str] {
        &[
            "password",
            "pass word",
            "pass-word",
            "passwd",
            "pwd",
            "passcode",
            "pass code",
            "pass-code",
            "passphrase",
            "pass phrase",
            "pass-phrase",
            "mot de passe",
            "mdp",
            "yfrinair",
            "login",
            "log-in",
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

    fn cue(&self) -> &'static str {
        "password: "
    }

    fn find(&self, scan: &Scan<'_>) -> Vec<Candidate> {
        let text = scan.text;
        let lower = text.to_ascii_lowercase();
        let mut found = Vec::new();
        // A link is enough to run this recogniser, but the pattern needs only texts with the words.
        let words = self.literals().iter().any(|word| *word != "://" && lower.contains(word));
        if words {
            let values = VALUE.captures_iter(&lower);
            found.extend(values.filter_map(|captures| candidate(text, &lower, &captures)));
            found.extend(LOGIN.captures_iter(&lower).filter_map(|captures| login(text, &captures)));
        }
        if lower.contains("://") {
            let in_links = IN_LINK.captures_iter(text).filter_map(|link| named(&link, "value"));
            found.extend(in_links.map(|span| Candidate { span, score: CERTAIN }));
        }
        found
    }
}

fn candidate(text: &str, lower: &str, captures: &Captures<'_>) -> Option<Candidate> {
    let value = named(captures, "value")?;
    let link = link(text, lower, captures)?;
    let attached = captures.name("space").is_none_or(|space| space.is_empty());
    of(value.start, text.get(value.start..value.end)?, link, attached)
}

fn login(text: &str, captures: &Captures<'_>) -> Option<Candidate> {
    let user = captures.name("user")?.as_str();
    let value = named(captures, "value")?;
    let is_page = PAGES.split(' ').any(|page| page == user);
    let written = text.get(value.start..value.end).filter(|_| !is_page)?;
    of(value.start, written, Link::Login, true)
}

/// The value without closing punctuation, if it is a password.
fn of(start: usize, value: &str, link: Link, attached: bool) -> Option<Candidate> {
    let value = value.trim_end_matches(['.', ',', ';', ')', ']', '?', ':', '&']);
    Some(Candidate::new(start, start + value.len(), score(link, attached, value)?))
}

/// What joins the word and the value, unless the words around make it advice.
fn link(text: &str, lower: &str, captures: &Captures<'_>) -> Option<Link> {
    let has = |name| captures.name(name).is_some();
    let whole = place(captures);
    let ahead = |reach, cues| cues::near(text, whole, reach, 0, cues);
    if let Some(sign) = captures.name("sign").or_else(|| captures.name("sign_for")) {
        let equals = sign.as_str().ends_with('=');
        return Some(if equals { Link::Equals } else { Link::Colon });
    }
    match () {
        () if has("is") || has("is_for") => (!ahead(10, QUOTED) && !ahead(20, DOUBTED)).then_some(Link::Is),
        () if has("short") => (opens(text, whole.start) || ahead(40, ACCESS)).then_some(Link::Short),
        () if has("dash") || has("open") || has("bare") => {
            let bad = ahead(40, BAD) || ahead(20, DOUBTED) || cues::near(text, whole, 0, 40, IS_BAD);
            if bad { None } else { loose_link(text, lower, captures) }
        }
        () => Some(Link::Equals),
    }
}

/// What joins them if neither a word nor a sign does so clearly.
fn loose_link(text: &str, lower: &str, captures: &Captures<'_>) -> Option<Link> {
    let has = |name| captures.name(name).is_some();
    let whole = place(captures);
    let access = || cues::near(text, whole, 40, 0, ACCESS) || is_wireless(lower, captures);
    let used = || cues::follows(text, whole, USES) || cues::near(text, whole, 0, 25, JOINS);
    match () {
        () if has("code") => Some(Link::Code),
        () if has("open") || is_quoted(captures) => Some(Link::Set),
        () if has("dash") => (access() || ends_line(text, whole.end)).then_some(Link::Set),
        () if access() => Some(Link::Bare),
        () => used().then_some(Link::Used),
    }
}

/// Whether a phrase starts here: at the beginning, or after punctuation.
fn opens(text: &str, start: usize) -> bool {
    text.get(..start).is_some_and(|before| !before.trim_end_matches(' ').ends_with(char::is_alphanumeric))
}

/// Whether a quotation mark or a bracket comes before the value.
fn is_quoted(captures: &Captures<'_>) -> bool {
    captures.name("space").is_some_and(|space| !space.as_str().trim().is_empty())
}

/// Whether the thing it opens is named right after the word: `password Wi-Fi Welcome123`.
fn is_wireless(lower: &str, captures: &Captures<'_>) -> bool {
    let (start, end) = (place(captures).start, captures.name("value").map_or(0, |value| value.start()));
    lower.get(start..end).is_some_and(|words| words.contains("wifi") || words.contains("wi-fi"))
}

/// Whether the text or line ends here, as after a value; a sentence would go on.
fn ends_line(text: &str, end: usize) -> bool {
    let after = text.get(end..).unwrap_or_default().trim_start_matches(' ');
    after.is_empty()
        || after.starts_with('\n')
        || text.get(..end).is_some_and(|before| before.ends_with(['.', ',', ';']))
}
