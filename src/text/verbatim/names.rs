//! Names in a text, whether the site links them or not: email addresses, links and bare domains, handles, files and
//! paths, and custom emoji.
//!
//! This is generous on purpose: a word mistaken for part of a name costs one click, but a name that is missed costs the
//! link.

use super::super::entities::cursor::{char_at, char_before, run_end, run_start};
use super::super::entities::tld;
use super::super::normalise::invisible;
use crate::finding::Span;

/// File endings that people use in posts.
const ENDINGS: &str = " 7z accdb ai apk aspx avi avif bak bat bmp css csv db dmg doc docm docx dwg dxf eml eps epub exe flac \
geojson gif gz heic heif htm html ico ics indd iso jpeg jpg js json jsp kml kmz log m4a m4v mdb mkv mov mp3 mp4 mpp msg msi \
odp ods odt ogg otf pdf php png pps ppsx ppt pptx psd pub py rar rb rs rtf shp sql srt svg tar tgz tif tiff tmp tsv ttf txt \
vcf vsd vsdx vtt wav webm webp wma wmv woff xls xlsb xlsm xlsx xml yaml yml zip ";

/// Endings of domains for examples and private networks (RFC 2606, RFC 6762 and common use).
const RESERVED: &str = " corp example home internal intranet invalid lan local localhost onion test ";

/// The names in a text, in any order; some may overlap.
pub(super) fn names(text: &str) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    // How far the text has been examined, so that a long run of signs is not gone through again for each of them.
    let (mut done, mut dots) = (0, 0);
    for (at, sign) in text.match_indices(['@', '＠', '.', ':', '/', '\\', '_']) {
        if at < done || sign == "." && at < dots {
            continue;
        }
        let name = match sign {
            "." => dotted(text, at, &mut dots),
            ":" => emoji(text, at).or_else(|| with_protocol(text, at)),
            "/" | "\\" => path(text, at),
            "_" => joined(text, at),
            _ => handle(text, at, sign.len()),
        };
        done = name.map_or(done, |name| name.end);
        found.extend(name);
    }
    found
}

/// A letter or digit of a name, or an invisible character in it.
fn is_letter(character: char) -> bool {
    character.is_alphanumeric() || invisible(character)
}

/// Characters between the letters of a domain, a file or a handle.
fn is_label(character: char) -> bool {
    is_letter(character) || matches!(character, '.' | '-' | '_')
}

/// Characters allowed before the `@` of an address (RFC 5322, section 3.2.3).
fn is_local(character: char) -> bool {
    is_letter(character) || ".!#$%&'*+/=?^_`{|}~-".contains(character)
}

/// An address, `@user` or `@user@server`.
fn handle(text: &str, at: usize, sign: usize) -> Option<Span> {
    let start = run_start(text, at, is_local);
    let name = run_end(text, at + sign, |character| is_label(character) || matches!(character, '@' | '＠'));
    let name = without_marks(text, at + sign, name);
    (name > at + sign).then(|| Span::new(start, with_path(text, name)))
}

/// A domain or a file, with the path around it. All dots up to `looked` belong to the same run.
fn dotted(text: &str, dot: usize, looked: &mut usize) -> Option<Span> {
    let inside =
        char_before(text, dot).is_some_and(is_letter) && char_at(text, dot + 1).is_some_and(is_letter);
    let run = inside.then(|| Span::new(run_start(text, dot, is_label), run_end(text, dot, is_label)))?;
    *looked = run.end;
    let end = without_marks(text, run.start, run.end);
    let last = text.get(..end)?.rfind('.')? + 1;
    let ending = text.get(last..end)?.to_ascii_lowercase();
    let is_name = tld::end(text, last) == Some(end)
        || tld::is_current(&ending)
        || [ENDINGS, RESERVED].iter().any(|list| list.contains(&format!(" {ending} ")))
        || text.get(run.start..end)?.get(..4).is_some_and(|www| www.eq_ignore_ascii_case("www."));
    let start =
        run_start(text, run.start, |character| is_label(character) || matches!(character, '/' | '\\' | '~'));
    is_name.then(|| Span::new(start, with_path(text, end)))
}

/// `https://…`, `mailto:…` and `tel:…`.
fn with_protocol(text: &str, colon: usize) -> Option<Span> {
    let start =
        run_start(text, colon, |character| character.is_ascii_alphanumeric() || "+.-".contains(character));
    let scheme = text.get(start..colon).filter(|scheme| !scheme.is_empty())?;
    let known = ["mailto", "tel", "sms"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
    let end = word_end(text, colon + 1);
    let leads = known || text.get(colon..)?.starts_with("://");
    (leads && end > colon + "://".len()).then(|| Span::new(start, end))
}

/// A path that begins with a slash, a dot, a tilde or a drive letter, or that has backslashes.
fn path(text: &str, slash: usize) -> Option<Span> {
    if !char_at(text, slash + 1).is_some_and(is_letter) {
        return None;
    }
    let end = word_end(text, slash + 1);
    if char_at(text, slash) == Some('\\') {
        let start = run_start(text, slash, |character| !character.is_whitespace() && !is_opening(character));
        return Some(Span::new(start, end));
    }
    let begins =
        |start: &usize| char_before(text, *start).is_none_or(|it| it.is_whitespace() || is_opening(it));
    let openings = ["", "~", ".", ".."]
        .iter()
        .filter(|opening| text.get(..slash).is_some_and(|it| it.ends_with(*opening)));
    openings.map(|opening| slash - opening.len()).find(begins).map(|start| Span::new(start, end))
}

/// `:name:`, the form of custom emoji on sites that have them.
fn emoji(text: &str, colon: usize) -> Option<Span> {
    let is_name = |character: char| character.is_ascii_alphanumeric() || matches!(character, '_' | '-' | '+');
    let end = run_end(text, colon + 1, is_name);
    let name = text.get(colon + 1..end)?;
    let alone = !char_before(text, colon).is_some_and(char::is_alphanumeric)
        && !char_at(text, end + 1).is_some_and(char::is_alphanumeric);
    let is_whole =
        char_at(text, end) == Some(':') && name.contains(|letter: char| letter.is_ascii_alphabetic());
    (alone && is_whole).then(|| Span::new(colon, end + 1))
}

/// `words_like_these`, which are part of a name that somebody chose.
fn joined(text: &str, sign: usize) -> Option<Span> {
    let inside =
        char_before(text, sign).is_some_and(is_letter) && char_at(text, sign + 1).is_some_and(is_letter);
    inside.then(|| {
        Span::new(run_start(text, sign, is_label), without_marks(text, sign, run_end(text, sign, is_label)))
    })
}

/// The end of a name, including the path, query or port that follows it.
fn with_path(text: &str, end: usize) -> usize {
    let goes_on = char_at(text, end).is_some_and(|next| matches!(next, '/' | '?' | '#' | ':' | '\\'));
    if goes_on { word_end(text, end).max(end) } else { end }
}

/// The end of the text without spaces that begins here, excluding the punctuation of the sentence.
fn word_end(text: &str, from: usize) -> usize {
    let end = run_end(text, from, |character| !character.is_whitespace());
    run_start(text, end, |character| {
        !is_letter(character) && !matches!(character, '/' | '=' | '&' | '#' | '\\')
    })
    .max(from)
}

/// The end of the name without dots and hyphens after it.
fn without_marks(text: &str, from: usize, end: usize) -> usize {
    run_start(text, end, |character| matches!(character, '.' | '-' | '@')).max(from)
}

fn is_opening(character: char) -> bool {
    matches!(character, '(' | '[' | '{' | '<' | '"' | '“' | '„' | '‘' | '«' | '‹' | ',' | ';')
}

#[cfg(test)]
mod tests {
    use super::super::merged;
    use super::*;

    #[track_caller]
    fn assert_names(text: &str, expected: &[&str]) {
        let found = merged(names(text));
        let found: Vec<&str> = found.iter().filter_map(|span| text.get(span.start..span.end)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn addresses_and_handles() {
        assert_names("Write to chairman@example.gov.uk.", &["chairman@example.gov.uk"]);
        assert_names(
            "(chair.man+a@x-y.co.uk), @chairman@example.social!",
            &["chair.man+a@x-y.co.uk", "@chairman@example.social"],
        );
        assert_names(
            "By @dept.news, @press/regions and ＠press",
            &["@dept.news", "@press/regions", "＠press"],
        );
        assert_names("5 @ £3 each", &[]);
    }

    #[test]
    fn links_and_domains() {
        assert_names("See utilise.gov.uk for more.", &["utilise.gov.uk"]);
        assert_names("Go to HTTPS://abc.gov.uk/utilise, or", &["HTTPS://abc.gov.uk/utilise"]);
        assert_names("my-council.gov.uk/utilise?a=b#c…", &["my-council.gov.uk/utilise?a=b#c"]);
        assert_names(
            "mailto:chairman, tel:+44 and http://intranet/utilise",
            &["mailto:chairman", "tel:+44", "http://intranet/utilise"],
        );
        assert_names("www.utilise.xyzzy", &["www.utilise.xyzzy"]);
    }

    #[test]
    fn files_and_emoji() {
        assert_names("the utilise.docx file", &["utilise.docx"]);
        assert_names(
            "in plans/utilise.PDF, ~/utilise and C:\\utilise\\a",
            &["plans/utilise.PDF", "~/utilise", "C:\\utilise\\a"],
        );
        assert_names("/utilise and utilise_this-one", &["/utilise", "utilise_this-one"]);
        assert_names(":utilise: is ours, not 10:30:45", &[":utilise:"]);
    }

    #[test]
    fn prose_has_none() {
        assert_names("E.g. at 9.30am, i.e. the U.S. and/or 1,234.5; him/her: yes. Note: no", &[]);
        assert_names("We met. We utilise it... _Utilise_ 12/06/2024 24/7", &[]);
    }
}
