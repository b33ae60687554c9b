//! Alternative texts that say nothing, for the kind `media`. All functions take folded text.

/// Words that may come before the word for the picture.
const ARTICLES: &str = " a an the this une un la le l' cette ce y yr ";
/// Words for the picture. Screen readers already say that it is one.
const PICTURES: &str = " image images picture pictures photo photos photograph photographs graphic graphics screenshot screenshots \
illustration snapshot llun lluniau delwedd delweddau ffotograff graffeg sgrinlun photographie capture illustration infographic ";
/// Words that lead from there to what it shows.
const LEADING: &str =
    " of showing shows depicting depicts displaying o o'r o'n yn'n yn'r de d' du des montrant montre ";

/// An opening that says nothing, because it fits every picture: `an image showing`.
pub(super) fn opening(plain: &str) -> Option<&str> {
    let plain = plain.trim_start();
    let mut words = words(plain).peekable();
    words.next_if(|&(word, _)| listed(ARTICLES, word));
    words.next().filter(|&(word, _)| listed(PICTURES, word))?;
    let (word, mut end) = words.next()?;
    if (word, words.peek().map(|&(next, _)| next)) == ("yn", Some("dangos"))
        || word == "that"
        || word == "which"
    {
        end = words.next().filter(|&(word, _)| word == "dangos" || listed(LEADING, word))?.1;
    } else if !listed(LEADING, word) {
        return None;
    }
    plain.get(..end)
}

/// The words of a text, each with its end. `l'image` and `d'une` are two words.
fn words(plain: &str) -> impl Iterator<Item = (&str, usize)> {
    let mut at = 0;
    plain.split(' ').flat_map(move |chunk| {
        let start = at;
        at += chunk.len() + 1;
        let elided =
            ["l'", "d'"].iter().find(|elided| chunk.starts_with(**elided) && chunk.len() > elided.len());
        let (first, rest) =
            chunk.split_at_checked(elided.map_or(0, |elided| elided.len())).unwrap_or_default();
        let first = Some((first, start + first.len())).filter(|_| !first.is_empty());
        first.into_iter().chain([(rest, start + chunk.len())])
    })
}

/// Texts that programs fill in when nobody has written anything.
const PLACEHOLDERS: &str = "|image description|picture description|photo description|description of image|description of the image|\
image description here|alt text|alt text here|alt text goes here|alternative text|alternative text here|add alt text|add a description|\
add alt text here|add description|insert alt text|insert alt text here|insert description|insert image description|description here|\
description goes here|your description here|enter alt text|enter description|image alt text|placeholder|placeholder image|placeholder text|\
no description|no description available|no alt text|no alternative text|image may contain text|lorem ipsum|decorative image|disgrifiad o'r llun|testun amgen|\
disgrifiad o'r ddelwedd|description de l'image|texte alternatif|";
/// How descriptions written by programs begin.
const GUESSES: [&str; 8] = [
    "no photo description available",
    "no image description available",
    "no alternative text description for this image",
    "may be an image of",
    "may be a ",
    "may be an illustration of",
    "image may contain",
    "lorem ipsum",
];

/// Whether a program filled in the text: `image description`, `No photo description available.`
pub(super) fn is_placeholder(plain: &str) -> bool {
    let plain = plain.trim();
    let bare = plain.trim_matches(|sign: char| !sign.is_alphanumeric());
    PLACEHOLDERS.contains(&format!("|{bare}|")) && !bare.is_empty()
        || GUESSES.iter().any(|guess| plain.starts_with(guess))
}

/// The file extensions of pictures and videos.
const ENDINGS: &str = " jpg jpeg png gif webp heic heif mp4 mov pdf svg avif tif tiff bmp psd ai jfif webm ";
/// Words in the file names that cameras and programs make up.
const MADE_UP: &str = " img image images dsc dscf dscn pxl mvimg vid mov photo picture untitled screenshot screen shot llun delwedd whatsapp signal \
telegram snapchat fb received inshot capture copy of final version design slide frame artboard scan file download unnamed video dall e \
canva microsoftteams pasted clipboard at am pm wa gopr burst edit edited cover hdr portrait ";

/// Whether it looks like a file name: `IMG_2041.jpg`, `DSC01234`, `Screenshot 2024-06-14 at 10.30.11`,
/// `WhatsApp Image 2024-06-14 at 10.00.00`, `image`.
pub(super) fn is_file_name(plain: &str) -> bool {
    let plain = plain.trim();
    let ending = plain.rsplit_once('.').map_or("", |(_, ending)| ending);
    let ends = !ending.is_empty() && ENDINGS.contains(&format!(" {ending} "));
    let mut parts =
        plain.split(|sign: char| !sign.is_alphabetic()).filter(|part| !part.is_empty()).peekable();
    let numbers = plain.bytes().filter(u8::is_ascii_digit).count();
    let made_up = match parts.peek() {
        // `20240614_103011`: longer than a telephone number or a year.
        None => numbers >= 12,
        Some(_) => parts.all(|part| listed(MADE_UP, part)) && (numbers > 0 || !plain.contains(' ')),
    };
    ends && (!plain.contains(' ') || plain.len() < 40) || made_up || plain == "untitled design"
}

fn listed(list: &str, word: &str) -> bool {
    list.contains(&format!(" {word} "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::normalise::folded;

    #[test]
    fn openings() {
        for (text, expected) in [
            ("Image of a chart", Some("image of")),
            ("Llun o’r bont gyda’r wawr", Some("llun o'r")),
            ("Delwedd o bont", Some("delwedd o")),
            ("Llun yn dangos y bont", Some("llun yn dangos")),
            ("Une photo de la tour", Some("une photo de")),
            ("L’image montre la tour", Some("l'image montre")),
            ("Photo d’une tour", Some("photo d'")),
            ("An image showing the bridge", Some("an image showing")),
            ("This picture shows it", Some("this picture shows")),
            ("A photograph that shows it", Some("a photograph that shows")),
            ("Images at the museum", None),
            ("Photo finish at the race", None),
            ("Picture frames in a shop", None),
            ("The photographer", None),
            ("Llun 14 Mehefin", None),
        ] {
            assert_eq!(opening(&folded(text)), expected, "{text}");
        }
    }

    #[test]
    fn placeholders() {
        for text in [
            "image description",
            "[Insert alt text here]",
            "No photo description available.",
            "May be an image of 2 people",
        ] {
            assert!(is_placeholder(&folded(text)), "{text}");
        }
        for text in
            ["A description of the plan on a board", "Mayor at a placeholder ceremony", "Maybe an image", ""]
        {
            assert!(!is_placeholder(&folded(text)), "{text}");
        }
    }

    #[test]
    fn names_of_files() {
        for text in [
            "IMG_2041.jpg",
            "DSC01234",
            "Screenshot 2024-06-14 at 10.30.11",
            "Screen Shot 2024-06-14 at 10.30.11 PM",
            "image",
            "untitled-2",
            "WhatsApp Image 2024-06-14 at 10.00.00",
            "PXL_20240614_103011",
            "20240614_103011",
            "Untitled design",
            "poster final.png",
            "image (3)",
            "FB_IMG_1718355600",
            "VID-20240614-WA0001",
            "Copy of Untitled design 4",
        ] {
            assert!(is_file_name(&folded(text)), "{text}");
        }
        for text in [
            "Chart: waits fall to 6 weeks, see report.pdf for the rest of it",
            "Photo of 3 people",
            "A frame in the museum",
            "14 June 2024",
            "Call 0300 200 3500",
            "Slide and swings",
            "The final design of the bridge",
            "Video of the flood",
        ] {
            assert!(!is_file_name(&folded(text)), "{text}");
        }
    }
}
