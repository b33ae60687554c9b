//! One file, one sign-off.

use super::cases::{self, EntryTests};
use super::common::{id, message, scope, source};
use super::error::{At, SourceError};
use super::mapping::{File, Mapping, Mistakes};
use super::yaml::Content;
use crate::policy::Window;
use crate::policy::{Parts, Position, SignOff, Variants};
use crate::rules::wrong_braces;

const KEYS: [&str; 11] = [
    "id", "ref", "message", "source", "scope", "variants", "position", "parts", "within", "already", "tests",
];

/// Reads a sign-off with its tests. Every key is read, even if others are wrong.
pub(super) fn sign_off(
    file: &File,
    windows: &[Window],
    errors: &mut Vec<SourceError>,
) -> Option<(SignOff, EntryTests)> {
    let mut mistakes = Mistakes { file: &file.name, errors };
    let mistakes = &mut mistakes;
    let mut mapping = mapping(file, mistakes)?;
    mapping.refuse_unknown(&KEYS.map(ToOwned::to_owned), mistakes);
    let id = id(&mut mapping, mistakes);
    let reference = mapping.optional::<Option<String>>("ref", mistakes);
    let message = message(&mut mapping, mistakes);
    check_message(file, message.as_deref().unwrap_or_default(), mistakes);
    let source = source(&mut mapping, mistakes);
    let scope = scope(&mut mapping, mistakes);
    let variants = variants(&mut mapping, mistakes);
    let position = mapping.optional::<Position>("position", mistakes);
    let parts = mapping.optional::<Option<Parts>>("parts", mistakes);
    let within = mapping.optional::<Option<usize>>("within", mistakes);
    let already = mapping.optional::<Vec<String>>("already", mistakes);
    let tests = mapping.take("tests");
    let default = scope.clone().unwrap_or_default();
    let cases = cases::of_sign_off(file, tests, &default, windows, mistakes);
    let sign_off = SignOff {
        id: id?,
        reference: reference?,
        message: message?,
        source: source?,
        scope: scope?,
        variants: variants?,
        position: position?,
        parts: parts?,
        within: within?,
        already: already?,
    };
    let tests = EntryTests::of(&sign_off.id, file, tests, cases);
    Some((sign_off, tests))
}

fn mapping<'a>(file: &'a File, mistakes: &mut Mistakes<'_>) -> Option<Mapping<'a>> {
    if file.root.has("kind") && !file.root.has("variants") {
        mistakes.add(At::START, "This is a rule. Move it to rules/; what is in sign-offs/ has “variants”.");
        return None;
    }
    Mapping::new(&file.root, "a sign-off", mistakes)
}

/// The message has no fields to fill in: only the wordings have fields, and the message says why they are needed.
fn check_message(file: &File, message: &str, mistakes: &mut Mistakes<'_>) {
    if let Some(wrong) = wrong_braces(message, &[]) {
        mistakes.add(file.root.value_at("message"), wrong);
    }
}

/// `variants`: a list, or a list for each language.
fn variants(mapping: &mut Mapping<'_>, mistakes: &mut Mistakes<'_>) -> Option<Variants> {
    let node = mapping.required_node("variants", mistakes)?;
    if let Content::Mapping(_) = node.content {
        mistakes.read(node).map(Variants::ByLanguage)
    } else {
        mistakes.read(node).map(Variants::Plain)
    }
}
