//! Text after a marking that belongs to it: caveats, descriptors and codes.

use crate::recognisers::cues::ends_word;

/// Caveats that confirm the marking before them. Single words need more than a space in between.
const CAVEATS: &[&str] = &[
    "UK EYES ONLY",
    "UK/US EYES ONLY",
    "FIVE EYES ONLY",
    "EYES ONLY",
    "RECIPIENTS ONLY",
    "HMG USE ONLY",
    "PERSONAL DATA",
    "LEGAL PROFESSIONAL PRIVILEGE",
    "MARKET SENSITIVE",
    "HR/MANAGEMENT",
    "IN CONFIDENCE",
    "EMBARGOED",
    "COMMERCIAL",
    "LEGAL",
    "LOCSEN",
    "STAFF",
    "POLICY",
    "MANAGEMENT",
    "INVESTIGATIONS",
    "APPOINTMENTS",
    "BUDGET",
    "CONTRACTS",
    "HONOURS",
    "MEDICAL",
    "VISITS",
    "PERSONAL",
    "PRIVATE",
    "STRAP",
];

/// The end of the caveat that follows, if one does.
pub(super) fn caveat(line: &str, end: usize) -> Option<usize> {
    let rest = line.get(end..)?;
    if let Some(codes) = rest.strip_prefix("//") {
        let is_part = |byte: &u8| byte.is_ascii_alphabetic() || b"/-".contains(byte);
        let length = codes.bytes().take_while(is_part).count();
        let codes = codes.get(..length)?.trim_end_matches(['-', '/']);
        let end = end + 2 + codes.len();
        let to = if codes.ends_with("REL") { countries(line, end) } else { None };
        return codes.starts_with(|first: char| first.is_ascii_uppercase()).then_some(to.unwrap_or(end));
    }
    let words = rest.trim_start_matches([' ', '-', ':', '/', '[', '(', '|', ',']);
    let gap = rest.get(..rest.len() - words.len())?;
    let start = end + gap.len();
    CAVEATS.iter().find_map(|caveat| {
        let length = if words.starts_with(caveat) { caveat.len() } else { return None };
        let firm = caveat.contains(' ') || gap.contains(['-', ':', '/', '[', '(', '|']);
        (firm && !gap.is_empty() && ends_word(line, start + length)).then_some(start + length)
    })
}

/// The end of the list of countries to which a text may be released: ` TO USA, GBR`.
fn countries(line: &str, rel: usize) -> Option<usize> {
    let mut end = rel + line.get(rel..)?.strip_prefix(" TO").map(|_| 3)?;
    let mut known = None;
    while let Some(rest) = line.get(end..) {
        let codes = rest.trim_start_matches([',', ' ', '/']);
        let code = codes.bytes().take_while(u8::is_ascii_uppercase).count();
        end = line.len() - codes.len() + code;
        if codes.len() == rest.len() || !(3..=4).contains(&code) || !ends_word(line, end) {
            break;
        }
        known = Some(end);
    }
    known
}
