//! The words of the interface, in the poster's language.
//!
//! They come from `extension/_locales/*/messages.json`, the same files that the browser reads. `$1` to `$9` stand for
//! the values filled in. A message about a number has one form for each kind of number that its language distinguishes,
//! separated by `|`: English has `$1 finding|$1 findings`, Welsh has six forms.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The content of a `messages.json`: an object with a message under each name.
    type Messages;
    #[wasm_bindgen(method, structural, indexing_getter)]
    fn named(this: &Messages, name: &str) -> Option<Message>;

    type Message;
    #[wasm_bindgen(method, structural, getter)]
    fn message(this: &Message) -> Option<String>;
}

/// Words in one language.
pub(crate) struct Words {
    language: String,
    messages: Messages,
}

impl Words {
    /// Reads the text of a `messages.json`.
    pub(crate) fn new(json: &str, language: &str) -> Result<Self, JsValue> {
        Ok(Self { language: language.to_owned(), messages: js_sys::JSON::parse(json)?.unchecked_into() })
    }

    /// A message. If it is missing, its name is shown: that is noticeable, and better than nothing at all.
    pub(crate) fn say(&self, name: &str) -> String {
        let message = self.messages.named(name).and_then(|message| message.message());
        message.unwrap_or_else(|| name.to_owned())
    }

    /// A message with `$1`, `$2`, … filled in.
    pub(crate) fn fill(&self, name: &str, values: &[&str]) -> String {
        fill(&self.say(name), values)
    }

    /// A message about a number of things; the number is its `$1`.
    pub(crate) fn count(&self, name: &str, number: u64) -> String {
        let forms = self.say(name);
        let form = if self.language == "cy" { welsh_form(number) } else { usize::from(number != 1) };
        // A message with too few forms still says something.
        let form = forms.split('|').nth(form).or_else(|| forms.rsplit('|').next()).unwrap_or(&forms);
        fill(form, &[&Self::number(number)])
    }

    /// A number with its thousands separated, which English and Welsh do in the same way.
    pub(crate) fn number(number: u64) -> String {
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

/// Fills in values from left to right, so that a `$1` inside a value is left as it is.
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
