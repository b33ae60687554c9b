//! Reading what a command is given: a file, or standard input.

use crate::Failure;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The most bytes that are read of one input.
pub(crate) const MAX_BYTES: u64 = 64 << 20;

/// Reads a text. No file, or `-`, is standard input.
pub(crate) fn text(file: Option<&PathBuf>) -> Result<String, Failure> {
    let bytes = match file {
        Some(path) if path.as_os_str() != "-" => {
            File::open(path).and_then(limited).map_err(|error| unreadable(path, &error))?
        }
        _ => limited(io::stdin().lock()).map_err(|error| unreadable(Path::new(&name(file)), &error))?,
    };
    if u64::try_from(bytes.len()).is_ok_and(|bytes| bytes > MAX_BYTES) {
        return Err(Failure::Input(format!("{}: There are over {MAX_BYTES} bytes. Split it.", name(file))));
    }
    String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let line = 1 + error.as_bytes().iter().take(valid).filter(|&&byte| byte == b'\n').count();
        let message = format!("{}:{line}: This is not UTF-8 text (at byte {}). Save it as UTF-8.", name(file), valid + 1);
        Failure::Input(message)
    })
}

/// What to call the input in messages.
pub(crate) fn name(file: Option<&PathBuf>) -> String {
    let path = file.filter(|path| path.as_os_str() != "-");
    path.map_or_else(|| "standard input".to_owned(), |path| path.display().to_string())
}

fn limited(from: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn unreadable(path: &Path, error: &io::Error) -> Failure {
    Failure::Input(format!("{}: This cannot be read: {error}.", path.display()))
}
