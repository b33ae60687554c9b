//! Reading the input of a command: a file, or standard input.

use crate::Failure;
use countersign::authoring::source::{At, Place};
use countersign::authoring::wording;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The most bytes read from one input.
const MAX_BYTES: u64 = 64 << 20;

/// Reads a file. With no file, or `-`, it reads standard input.
pub(crate) fn bytes(file: Option<&PathBuf>) -> Result<Vec<u8>, Failure> {
    let bytes = match named(file) {
        Some(path) => File::open(path).and_then(limited),
        None => limited(io::stdin().lock()),
    };
    let bytes =
        bytes.map_err(|error| Failure::Input(format!("{}: This cannot be read: {error}.", name(file))))?;
    if u64::try_from(bytes.len()).is_ok_and(|bytes| bytes > MAX_BYTES) {
        return Err(Failure::Input(format!("{}: There are over {MAX_BYTES} bytes. Split it.", name(file))));
    }
    Ok(bytes)
}

/// Reads a text.
pub(crate) fn text(file: Option<&PathBuf>) -> Result<String, Failure> {
    String::from_utf8(bytes(file)?).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let before = String::from_utf8_lossy(error.as_bytes().get(..valid).unwrap_or_default()).into_owned();
        let place = Place { file: name(file), at: Some(At::behind(&before)) };
        Failure::Input(format!("{place}: This is not UTF-8 text. Save it as UTF-8."))
    })
}

/// The UTF-8 byte order mark with which some editors begin a file; it is not part of the content.
const MARK: &str = "\u{feff}";

/// Reads a JSON file.
pub(crate) fn json(file: &PathBuf) -> Result<String, Failure> {
    let text = text(Some(file))?;
    Ok(text.strip_prefix(MARK).map(ToOwned::to_owned).unwrap_or(text))
}

/// The lines of a file in which each line is JSON.
pub(crate) fn json_lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes.strip_prefix(MARK.as_bytes()).unwrap_or(bytes).split(|&byte| byte == b'\n')
}

/// The column and the words of an error in a line of JSON.
pub(crate) fn wrong(line: &str, error: &serde_json::Error) -> (usize, String) {
    let message = error.to_string();
    let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(message, _)| message);
    let message = if error.is_data() {
        wording::in_words(message)
    } else {
        format!("This is not JSON that can be read: {message}.")
    };
    (column(line, error.column()), message)
}

/// The column after this many bytes of a line, since a JSON parser counts bytes.
pub(crate) fn column(line: &str, bytes: usize) -> usize {
    line.get(..bytes).unwrap_or(line).chars().count().max(1)
}

/// Reads a draft, without the byte order mark at its start and without the line break with which editors and `echo` end
/// a file. The rest stays as it is, so that places in the draft are places in the input; sites count `\r\n` as one.
pub(crate) fn draft(file: Option<&PathBuf>) -> Result<String, Failure> {
    let text = text(file)?;
    let text = text.strip_prefix(MARK).unwrap_or(&text);
    let text = text.strip_suffix('\n').map_or(text, |text| text.strip_suffix('\r').unwrap_or(text));
    Ok(text.to_owned())
}

/// What to call the input in messages.
pub(crate) fn name(file: Option<&PathBuf>) -> String {
    named(file).map_or_else(|| "standard input".to_owned(), |path| path.display().to_string())
}

fn named(file: Option<&PathBuf>) -> Option<&Path> {
    file.map(PathBuf::as_path).filter(|path| path.as_os_str() != "-")
}

fn limited(from: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
