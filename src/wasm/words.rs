//! The words of the interface, in the poster's language.
//!
//! They come from `extension/_locales/*/messages.json`, the same files the browser reads. `$1` to `$9` stand for
//! what is filled in. A message with a number has one form for each kind of number its language tells apart,
//! with `|` between them: English `$1 finding|$1 findings`, Welsh six.

use serde::Deserialize;
use std::collections::BTreeMap;

/// Words in one language.
pub(crate) struct Words {
    language: String,
    messages: BTreeMap<String, Message>,
}

#[derive(Deserialize)]
struct Message {
    message: String,
}

impl Words {
    /// Reads the text of a `messages.json`.
    pub(crate) fn new(json: &str, language: &str) -> Result<Self, serde_json::Error> {
        Ok(Self { language: language.to_owned(), messages: serde_json::from_str(json)? })
    }

    /// A message. One that is missing shows its name: that is noticed, and better than nothing at all.
    pub(crate) fn say<'a>(&'a self, name: &'a str) -> &'a str {
        self.messages.get(name).map_or(name, |message| message.message.as_str())
    }

    /// A message with `$1`, `$2`, … filled in.
    pub(crate) fn fill(&self, name: &str, values: &[&str]) -> String {
        fill(self.say(name), values)
    }

    /// A message about a number of things, which is its `$1`.
    pub(crate) fn count(&self, name: &str, number: u64) -> String {
        let forms = self.say(name);
        let form = if self.language == "cy" { welsh_form(number) } else { usize::from(number != 1) };
        // A message with too few forms still says something.
        let form = forms.split('|').nth(form).or_else(|| forms.rsplit('|').next()).unwrap_or(forms);
        fill(form, &[&self.number(number)])
    }

    /// A number with its thousands set apart. English and Welsh do this alike.
    pub(crate) fn number(&self, number: u64) -> String {
        let digits = number.to_string();
        let mut out = String::with_capacity(digits.len() + digits.len() / 3);
        for (nth, digit) in digits.chars().enumerate() {
            if nth > 0 && (digits.len() - nth).is_multiple_of(3) {
                out.push(',');
            }
            out.push(digit);
        }
        out
    }
}

/// Which of Welsh's six forms goes with a number: those for 0, 1, 2, 3, 6 and all others, in this order.
const fn welsh_form(number: u64) -> usize {
    match number {
        0 => 0,
        1 => 1,
        2 => 2,
        3 => 3,
        6 => 4,
        _ => 5,
    }
}

/// Fills in values from left to right, so that a `$1` inside a value stays as it is.
fn fill(message: &str, values: &[&str]) -> String {
    let mut parts = message.split('$');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let mut rest = part.chars();
        let digit = rest.next().and_then(|character| character.to_digit(10)).unwrap_or_default() as usize;
        if let Some(value) = digit.checked_sub(1).and_then(|nth| values.get(nth)) {
            out.push_str(value);
            out.push_str(rest.as_str());
        } else {
            out.push('$');
            out.push_str(part);
        }
    }
    out
}
