//! Questions that the poster has to answer before the post goes out.
//!
//! # What it finds
//! A draft with one of `cues` in it or, if the rule has no cues, every draft. `scope` and `when` narrow it down:
//! `scope: {media: [video]}` asks about videos only. The severity of the rule has to be `ask`.
//!
//! A rule of any other kind can ask as well: set its severity to `ask`, and give it a `question` with `ask` and
//! `answers`. The question is then asked about whatever that kind finds.
//!
//! # Why an organisation wants it
//! Only the poster knows whether Parliament has been told, whether lawyers have cleared the text, or whether a post
//! in a pre-election period is essential and factual. A question takes a second; prior approval takes a day.
//!
//! # Example
//! ```yaml
//! id: propriety/announcement
//! kind: question
//! severity: ask
//! message: "This reads like an announcement. Parliament hears of those first."
//! source: {title: "GCS propriety guidance"}
//! ask: "Has this been published or told to Parliament?"
//! answers:
//!   - {answer: "Yes", releases: true}
//!   - {answer: "Not yet", releases: false}
//! cues: [we will announce, new funding]
//! ```
//!
//! # Settings
//! | setting | meaning | if absent |
//! |---|---|---|
//! | `ask` | the question | required |
//! | `answers` | the answers to choose from, each with its words as `answer`, and whether it `releases` the post. At least one has to | required |
//! | `cues` | words and phrases that bring up the question, found as whole words in any case | every draft |

use super::phrases::{check_phrases, is_whole};
use super::{Input, Match, Matcher, RuleKind, RuleLiterals, SettingsError, settings};
use crate::finding::{Choice, Question, Severity};
use crate::policy::Rule;
use serde::Deserialize;
use serde_json::Value;

/// The kind `question`.
pub(super) struct Ask;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    ask: String,
    answers: Vec<Choice>,
    #[serde(default)]
    cues: Vec<String>,
}

struct Asked {
    question: Question,
    has_cues: bool,
}

impl RuleKind for Ask {
    fn id(&self) -> &'static str {
        "question"
    }

    fn compile(
        &self,
        value: &Value,
        mut literals: RuleLiterals<'_>,
    ) -> Result<Box<dyn Matcher>, SettingsError> {
        let Settings { ask, answers, cues } = settings(value)?;
        let question = Question { ask, answers };
        if let Some((key, message)) = wrong_question(&question) {
            return Err(SettingsError::at(key, message));
        }
        check_phrases("cues", &cues)?;
        for cue in &cues {
            literals.name(cue);
        }
        Ok(Box::new(Asked { question, has_cues: !cues.is_empty() }))
    }
}

/// The key under which a question is wrong, and what is wrong with it.
fn wrong_question(Question { ask, answers }: &Question) -> Option<(&'static str, &'static str)> {
    let doubled =
        |(nth, choice): (usize, &Choice)| answers.iter().take(nth).any(|other| other.answer == choice.answer);
    if ask.trim().is_empty() {
        return Some(("ask", "The question is empty. Write what the poster has to answer."));
    }
    let wrong = if answers.iter().any(|choice| choice.answer.trim().is_empty()) {
        Some("An answer is empty. Write what the poster can say.")
    } else if !answers.iter().any(|choice| choice.releases) {
        Some("No answer releases the post, so nobody could ever post. Mark one with `releases: true`.")
    } else if answers.iter().enumerate().any(doubled) {
        Some("Two answers have the same words. Make them different.")
    } else {
        None
    };
    wrong.map(|message| ("answers", message))
}

/// What is wrong with the way in which a rule asks, or fails to ask.
pub(crate) fn misasked(rule: &Rule) -> Option<SettingsError> {
    let wrong = |path: &str, message: &str| {
        Some(SettingsError { path: path.to_owned(), message: message.to_owned() })
    };
    let asks_itself = rule.kind == Ask.id();
    if let Some(question) = &rule.question {
        if asks_itself {
            return wrong(
                "question",
                "A rule of the kind “question” has “ask” and “answers” as settings of its own.",
            );
        }
        if let Some((key, message)) = wrong_question(question) {
            return wrong(&format!("question.{key}"), message);
        }
    }
    let has_question = asks_itself || rule.question.is_some();
    match rule.severity {
        Severity::Ask if !has_question => wrong(
            "severity",
            "There is nothing to ask. Add a “question” with “ask” and “answers”, or write “warn”.",
        ),
        Severity::Note | Severity::Warn | Severity::Block if has_question => {
            wrong("severity", "A rule that has a question holds the post until it is answered. Write “ask”.")
        }
        _ => None,
    }
}

impl Matcher for Asked {
    fn find(&self, input: &Input<'_>) -> Vec<Match> {
        let mut cues =
            input.hits.iter().filter(|hit| is_whole(input.reading.folded().text(), hit.span)).peekable();
        if self.has_cues && cues.peek().is_none() {
            return Vec::new();
        }
        // One question, however many cues there are.
        let spans = cues.map(|hit| input.reading.from_folded(hit.span)).collect();
        vec![Match { spans, question: Some(self.question.clone()), ..Match::default() }]
    }
}
