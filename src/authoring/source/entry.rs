//! One file, one rule.

use super::cases::{self, EntryTests};
use super::common::{id, message, scope, source};
use super::error::{At, SourceError};
use super::mapping::{File, Mapping, Mistakes, located};
use super::yaml::Node;
use crate::authoring::holidays::BankHolidays;
use crate::authoring::wording::{Mistake, mistake};
use crate::finding::{Override, Question, Severity};
use crate::policy::Rule;
use crate::policy::Window;
use crate::rules::{self, Compiler, Literals, RuleKind};
use serde_json::{Map, Value};

/// The keys that every rule can have; any others are settings of its kind.
const RULE_KEYS: [&str; 11] =
    ["id", "kind", "severity", "override", "scope", "when", "question", "message", "source", "ref", "tests"];

/// Reads a rule with its tests. Every key is read, even if others are wrong.
pub(super) fn rule(
    file: &File,
    windows: &[Window],
    holidays: &BankHolidays,
    errors: &mut Vec<SourceError>,
) -> Option<(Rule, EntryTests)> {
    let mistakes = &mut Mistakes { file: &file.name, errors };
    let mut mapping = mapping(file, mistakes)?;
    let kind = kind(file, &mut mapping, mistakes);
    let id = id(&mut mapping, mistakes);
    let severity = mapping.required::<Severity>("severity", mistakes);
    let overriding = mapping.optional::<Option<Override>>("override", mistakes);
    check_override(file, severity, overriding.flatten(), mistakes);
    let scope = scope(&mut mapping, mistakes);
    let when = mapping.take("when").map(|node| condition(file, node, holidays, mistakes));
    let question = mapping.optional::<Option<Question>>("question", mistakes);
    let message = message(&mut mapping, mistakes);
    let source = source(&mut mapping, mistakes);
    let reference = mapping.optional::<Option<String>>("ref", mistakes);
    let tests = mapping.take("tests");
    let settings = kind.and_then(|kind| settings(kind, file, &mapping, holidays, mistakes));
    let cases = cases::of_rule(file, tests, &scope.clone().unwrap_or_default(), windows, mistakes);
    let rule = Rule {
        id: id?,
        kind: kind?.id().to_owned(),
        reference: reference?,
        severity: severity?,
        overriding: overriding?,
        scope: scope?,
        when: when.map_or(Some(Value::Null), |when| when)?,
        question: question?,
        message: message?,
        source: source?,
        settings: settings?,
    };
    let tests = EntryTests::of(&rule.id, file, tests, cases);
    Some((rule, tests))
}

fn mapping<'a>(file: &'a File, mistakes: &mut Mistakes<'_>) -> Option<Mapping<'a>> {
    if file.root.has("variants") && !file.root.has("kind") {
        mistakes.add(At::START, "This is a sign-off. Move it to sign-offs/; what is in rules/ has a “kind”.");
        return None;
    }
    Mapping::new(&file.root, "a rule", mistakes)
}

/// `kind`. Without it, only the keys that every rule has can be told from mistyped ones.
fn kind(
    file: &File,
    mapping: &mut Mapping<'_>,
    mistakes: &mut Mistakes<'_>,
) -> Option<&'static dyn RuleKind> {
    let common = RULE_KEYS.map(ToOwned::to_owned);
    mapping.refuse_mistyped("kind", &common, mistakes);
    let name = mapping.required::<String>("kind", mistakes);
    let kind = name.and_then(|name| {
        let kind = rules::known_kind(&name);
        kind.map_err(|error| mistakes.add(file.root.value_at(&error.path), error.message)).ok()
    });
    match kind {
        Some(kind) => mapping.refuse_unknown(&keys_of(kind), mistakes),
        None => RULE_KEYS.iter().for_each(|key| mapping.refuse_mistyped(key, &common, mistakes)),
    }
    kind
}

/// Refuses an `override` that would have no effect: it says who may let through a post that is otherwise held until the
/// words are changed.
fn check_override(
    file: &File,
    severity: Option<Severity>,
    overriding: Option<Override>,
    mistakes: &mut Mistakes<'_>,
) {
    if let (Some(Severity::Note | Severity::Ask), Some(_)) = (severity, overriding) {
        mistakes.add(file.root.value_at("override"), NO_OVERRIDE);
    }
}

const NO_OVERRIDE: &str = "“override” goes with “warn” and “block”: a note holds nothing, and a question is cleared by its answer. Remove it, or choose another severity.";

/// A condition, after trying to compile it.
fn condition(
    file: &File,
    node: &Node,
    holidays: &BankHolidays,
    mistakes: &mut Mistakes<'_>,
) -> Option<Value> {
    if node.has_gaps() {
        // Already reported: see `Node::mistakes`.
        return None;
    }
    let mut value = node.to_json();
    holidays.put_into_condition(&mut value);
    let compiled = Compiler::new(&mut Literals::default(), 0).condition(&value, "when");
    compiled.err().map_or(Some(value), |error| {
        let (at, message) = located(&file.root, &error.path, &error.message);
        mistakes.add(at, message);
        None
    })
}

/// The keys that a rule of this kind may have. A kind lists its keys when it is given one it does not know.
fn keys_of(kind: &dyn RuleKind) -> Vec<String> {
    let probe = serde_json::json!({ "": null });
    let mut keys: Vec<_> = RULE_KEYS.map(ToOwned::to_owned).into();
    if let Err(error) = kind.compile(&probe, Literals::default().of_rule(0))
        && let Mistake::UnknownKey { known, .. } = mistake(&error.message)
    {
        keys.extend(known);
    }
    keys
}

/// The keys left over once the common ones have been taken, tried out on the rule's kind.
fn settings(
    kind: &dyn RuleKind,
    file: &File,
    mapping: &Mapping<'_>,
    holidays: &BankHolidays,
    mistakes: &mut Mistakes<'_>,
) -> Option<Value> {
    let mut settings: Map<String, Value> =
        mapping.rest().iter().map(|entry| (entry.key.clone(), entry.value.to_json())).collect();
    if mapping.is_mistyped() || mapping.rest().iter().any(|entry| entry.value.has_gaps()) {
        // Already reported; the kind would only say that something is missing.
        return None;
    }
    holidays.put_into_settings(kind.id(), &mut settings);
    let settings = Value::Object(settings);
    let compiled = kind.compile(&settings, Literals::default().of_rule(0));
    compiled.err().map_or(Some(settings), |error| {
        // The settings of a kind are at the same level as the common keys.
        let path = error.path.strip_prefix("settings").unwrap_or(&error.path);
        let (at, message) = located(&file.root, path, &error.message);
        mistakes.add(at, message);
        None
    })
}
