//! Changes JSON into other JSON, mostly of the same shape, as directed by the fuzzer's bytes.

use arbitrary::{Arbitrary, Result, Unstructured};
use serde_json::Value;

/// Text that has caused trouble, here or elsewhere: letters of several characters and bytes, changes of length under
/// case folding or compatibility normalisation, invisible characters, other digits and directions, line endings.
pub const AWKWARD: &[&str] = &[
    "",
    " ",
    "\n",
    "\r\n",
    "\u{2028}",
    "\t",
    "\0",
    "{",
    "}",
    "{words}",
    "{initials}",
    "\\b",
    "(?i)",
    ".*",
    "#",
    "@",
    "^",
    "👩‍👩‍👧",
    "🏴󠁧󠁢󠁷󠁬󠁳󠁿",
    "🇬🇧",
    "1️⃣",
    "e\u{301}",
    "ﬁ",
    "İ",
    "ß",
    "ẞ",
    "ﷺ",
    "Ⅻ",
    "𝓱𝓲",
    "Ａ",
    "а",
    "٣",
    "\u{200b}",
    "\u{200d}",
    "\u{ad}",
    "\u{202e}",
    "\u{feff}",
    "\u{fe0f}",
    "\u{10ffff}",
    "한국",
    "กำ",
    "ไทย",
    "https://",
    "https://a.uk/?a=b#c",
    "a.co.uk",
    "@a@b.social",
    "#1",
    "1.2.3",
    "٫",
    "—",
    "’",
    "...",
    "。",
];

/// Changes one value somewhere inside this one.
///
/// # Errors
/// There are no bytes left to make choices with.
pub fn value(value: &mut Value, bytes: &mut Unstructured<'_>) -> Result<()> {
    match value {
        Value::Array(items) if !items.is_empty() => {
            let index = bytes.choose_index(items.len())?;
            match bytes.int_in_range(0..=15)? {
                0 => _ = items.remove(index),
                1 => items.push(items.get(index).cloned().unwrap_or_default()),
                _ => self::value(items.get_mut(index).unwrap_or(&mut Value::Null), bytes)?,
            }
        }
        Value::Object(fields) if !fields.is_empty() => {
            let index = bytes.choose_index(fields.len())?;
            if !bytes.ratio(1, 16)? {
                return fields.values_mut().nth(index).map_or(Ok(()), |field| self::value(field, bytes));
            }
            let key = fields.keys().nth(index).cloned();
            key.and_then(|key| fields.remove(&key));
        }
        Value::String(text) if bytes.ratio(15, 16)? => self::text(text, bytes)?,
        Value::Bool(flag) => *flag = !*flag,
        other => *other = scalar(bytes)?,
    }
    Ok(())
}

fn scalar(bytes: &mut Unstructured<'_>) -> Result<Value> {
    Ok(match bytes.int_in_range(0..=7)? {
        0 => Value::Null,
        1 => Value::Bool(bool::arbitrary(bytes)?),
        2 => Value::Array(Vec::new()),
        3 => Value::String(part(bytes)?),
        4 => (*bytes.choose(&[u64::MAX, 1 << 32, 100_000, 280])?).into(),
        5 => i64::arbitrary(bytes)?.into(),
        6 => f64::from(i16::arbitrary(bytes)?).into(),
        _ => u8::arbitrary(bytes)?.into(),
    })
}

/// Inserts something into a text, removes something, or replaces the text.
fn text(text: &mut String, bytes: &mut Unstructured<'_>) -> Result<()> {
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let (one, other) = (*bytes.choose(&ends)?, *bytes.choose(&ends)?);
    match bytes.int_in_range(0..=3)? {
        0 => *text = part(bytes)?,
        1 => text.replace_range(one.min(other)..one.max(other), ""),
        _ => text.insert_str(one, &part(bytes)?),
    }
    Ok(())
}

/// A piece of text.
///
/// # Errors
/// There are no bytes left to make choices with.
pub fn part(bytes: &mut Unstructured<'_>) -> Result<String> {
    if bool::arbitrary(bytes)? {
        return bytes.choose(AWKWARD).map(|part| (*part).to_owned());
    }
    let length = bytes.int_in_range(0..=12)?;
    (0..length).map(|_| char::arbitrary(bytes)).collect()
}
