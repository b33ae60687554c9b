//! The tests that each rule and sign-off carries.

use super::error::Place;
use super::mapping::{File, Mapping, Mistakes, located};
use super::yaml::{Content, Node};
use crate::authoring::wording::{self, Mistake};
use crate::policy::read::{self, ReadError};
use crate::policy::suggestion::nearest;
use crate::policy::{Scope, Window};
use crate::post::Media;
use crate::wire::Request;
use serde_json::Value;

/// The keys of a rule's test, apart from the context of the draft.
const RULE_KEYS: [&str; 3] = ["breaks", "complies", "fixed"];
/// The keys of a sign-off's test, apart from the context of the draft.
const SIGN_OFF_KEYS: [&str; 2] = ["text", "signed"];
/// Keys that a request may have but a test may not: a test has one text, no id, and nobody to answer.
const NOT_IN_TESTS: [&str; 4] = ["id", "text", "answers", "spent_codes"];

/// The tests of one rule or sign-off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryTests {
    /// The id of the rule or sign-off.
    pub entry: String,
    /// Where the tests begin, or where they are missing.
    pub place: Place,
    /// The tests.
    pub cases: Vec<Case>,
}

/// One test: a draft in a context, and what is expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// Where it is in the file.
    pub place: Place,
    /// The draft and its context. Whatever the test leaves open is set to suit the rule's scope.
    pub request: Request,
    /// What is expected.
    pub expected: Expected,
}

/// What a test expects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expected {
    /// The rule finds something, and its fix gives this text.
    Breaks {
        /// The text after the fix, if the test gives it.
        fixed: Option<String>,
    },
    /// The rule finds nothing.
    Complies,
    /// The text once the sign-off has been added; the same text if none is to be added.
    Signed(String),
}

impl EntryTests {
    /// The tests of the entry with this id.
    pub(super) fn of(entry: &str, file: &File, tests: Option<&Node>, cases: Vec<Case>) -> Self {
        let at = tests.map_or(file.root.at, |node| node.at);
        Self { entry: entry.to_owned(), place: file.place(at), cases }
    }
}

/// Reads the tests of a rule.
pub(super) fn of_rule(
    file: &File,
    tests: Option<&Node>,
    scope: &Scope,
    windows: &[Window],
    mistakes: &mut Mistakes<'_>,
) -> Vec<Case> {
    let defaults = Defaults { scope, windows };
    list(file, tests, mistakes, |node, mistakes| rule_case(node, &defaults, mistakes))
}

/// Reads the tests of a sign-off.
pub(super) fn of_sign_off(
    file: &File,
    tests: Option<&Node>,
    scope: &Scope,
    windows: &[Window],
    mistakes: &mut Mistakes<'_>,
) -> Vec<Case> {
    let defaults = Defaults { scope, windows };
    list(file, tests, mistakes, |node, mistakes| sign_off_case(node, &defaults, mistakes))
}

fn list(
    file: &File,
    tests: Option<&Node>,
    mistakes: &mut Mistakes<'_>,
    case: impl Fn(&Node, &mut Mistakes<'_>) -> Option<(Request, Expected)>,
) -> Vec<Case> {
    let Some(tests) = tests else { return Vec::new() };
    let Content::List(nodes) = &tests.content else {
        mistakes.add(tests.at, "Expected a list of tests, each on a line that begins with “- ”.");
        return Vec::new();
    };
    let place = |node: &Node| file.place(node.at);
    let read =
        |node| case(node, mistakes).map(|(request, expected)| Case { place: place(node), request, expected });
    nodes.iter().filter_map(read).collect()
}

fn rule_case(
    node: &Node,
    defaults: &Defaults<'_>,
    mistakes: &mut Mistakes<'_>,
) -> Option<(Request, Expected)> {
    let mut mapping = Mapping::new(node, "a test", mistakes)?;
    let breaks = mapping.optional::<Option<String>>("breaks", mistakes)?;
    let complies = mapping.optional::<Option<String>>("complies", mistakes)?;
    let fixed = mapping.optional::<Option<String>>("fixed", mistakes)?;
    let (text, expected) = match (breaks, complies, fixed) {
        (Some(text), None, fixed) => (text, Expected::Breaks { fixed }),
        (None, Some(text), None) => (text, Expected::Complies),
        (None, Some(_), Some(_)) => {
            mistakes
                .add(node.key_at("fixed"), "“fixed” goes with “breaks”: a draft that complies needs no fix.");
            return None;
        }
        (Some(_), Some(_), _) => {
            mistakes.add(
                node.at,
                "Expected either “breaks” or “complies” in a test, not both. Make two tests of it.",
            );
            return None;
        }
        (None, None, _) => {
            let meant = mapping.rest().iter().find_map(|entry| {
                let verb = nearest(&entry.key, ["breaks", "complies"].into_iter())?;
                Some(format!(" Did you mean “{verb}” by “{}”?", entry.key))
            });
            let expected = "Expected either “breaks” or “complies” in a test, with the text of a draft.";
            mistakes.add(node.at, format!("{expected}{}", meant.unwrap_or_default()));
            return None;
        }
    };
    Some((request(text, node, &mapping, &RULE_KEYS, defaults, mistakes)?, expected))
}

fn sign_off_case(
    node: &Node,
    defaults: &Defaults<'_>,
    mistakes: &mut Mistakes<'_>,
) -> Option<(Request, Expected)> {
    let mut mapping = Mapping::new(node, "a test", mistakes)?;
    let text = mapping.required::<String>("text", mistakes);
    let signed = mapping.required::<String>("signed", mistakes);
    let request = request(text?, node, &mapping, &SIGN_OFF_KEYS, defaults, mistakes)?;
    Some((request, Expected::Signed(signed?)))
}

/// The draft of a test, with the context given by the test's other keys.
fn request(
    text: String,
    node: &Node,
    mapping: &Mapping<'_>,
    own_keys: &[&str],
    defaults: &Defaults<'_>,
    mistakes: &mut Mistakes<'_>,
) -> Option<Request> {
    let rest = mapping.rest().iter().filter(|entry| !NOT_IN_TESTS.contains(&entry.key.as_str()));
    let mut object: serde_json::Map<_, _> =
        rest.map(|entry| (entry.key.clone(), entry.value.to_json())).collect();
    object.insert("text".to_owned(), Value::String(text));
    for entry in mapping.rest().iter().filter(|entry| NOT_IN_TESTS.contains(&entry.key.as_str())) {
        mistakes.add(entry.key_at, format!("A test has no “{}”. Remove it.", entry.key));
    }
    if mapping.rest().iter().any(|entry| entry.value.has_gaps()) {
        // Already reported: see `Node::mistakes`.
        return None;
    }
    let [says_surface, says_media] = ["surface", "media"].map(|key| object.contains_key(key));
    let read = read::value(Value::Object(object));
    read.map(|request| defaults.fill(request, says_surface, says_media))
        .map_err(|ReadError { path, message }| {
            let (at, sentence) = match wording::mistake(&message) {
                Mistake::UnknownKey { key, known } if !path.contains('.') => {
                    let context = known.iter().map(String::as_str).filter(|key| !NOT_IN_TESTS.contains(key));
                    let known: Vec<_> =
                        own_keys.iter().copied().chain(context).map(ToOwned::to_owned).collect();
                    (node.key_at(&path), wording::unknown_key(&key, &known))
                }
                _ => located(node, &path, &message),
            };
            mistakes.add(at, sentence);
        })
        .ok()
}

/// The context for tests that do not give one: one in which the rule is in force.
struct Defaults<'a> {
    scope: &'a Scope,
    windows: &'a [Window],
}

impl Defaults<'_> {
    fn fill(&self, mut request: Request, says_surface: bool, says_media: bool) -> Request {
        if request.handle.is_none() {
            request.account = request.account.or_else(|| self.scope.accounts.first().copied());
        }
        let site = self.scope.sites.iter().find(|site| *site != "all");
        request.site = request.site.or_else(|| site.cloned());
        if let Some(&first) = self.scope.surfaces.first().filter(|_| !says_surface) {
            request.surface = first;
        }
        let window = self.windows.iter().find(|window| self.scope.windows.contains(&window.id));
        // Earlier posts were looked up and there were none, so a rule about earlier posts is in force.
        request.history.get_or_insert_default();
        request.now = request.now.or_else(|| window.map(|window| window.from));
        if !says_media {
            request.media.extend(self.scope.media.first().map(|&kind| Media { kind, alt: None }));
        }
        if request.profile.team.is_empty() {
            request.profile.team = self.scope.teams.first().cloned().unwrap_or_default();
        }
        request
    }
}
