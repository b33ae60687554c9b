//! A question that the poster answers before the post goes out.
//!
//! # What it finds
//! A draft with one of `cues`, or every draft in scope if there are none. Its severity has to be `ask`.
//!
//! # Why an organisation wants it
//! Some things only the poster knows: has Parliament been told, has legal cleared it, is it essential and
//! factual in a pre-election period. Asking takes a second; prior approval takes a day.
//!
//! # Settings
//! | setting | meaning |
//! |---|---|
//! | `ask` | the question |
//! | `answers` | what can be answered: `answer`, and whether it `releases` the post |
//! | `cues` | words and phrases that bring the question up |
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

use super::term::{check_phrases, is_whole};
use super::{Look, Match, Matcher, RuleKind, RuleLiterals, SettingsError, settings};
use crate::finding::{Choice, Question};
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
        if !answers.iter().any(|choice| choice.releases) {
            let message =
                "No answer releases the post, so nobody could ever post. Mark one with `releases: true`.";
            return Err(SettingsError::at("answers", message));
        }
        check_phrases("cues", &cues)?;
        for cue in &cues {
            literals.name(cue);
        }
        Ok(Box::new(Asked { question: Question { ask, answers }, has_cues: !cues.is_empty() }))
    }
}

impl Matcher for Asked {
    fn find(&self, look: &Look<'_>) -> Vec<Match> {
        let mut cues =
            look.hits.iter().filter(|hit| is_whole(look.reading.folded().text(), hit.span)).peekable();
        if self.has_cues && cues.peek().is_none() {
            return Vec::new();
        }
        // However many cues there are, it is one question.
        let spans = cues.map(|hit| look.reading.from_folded(hit.span)).collect();
        vec![Match { spans, question: Some(self.question.clone()), ..Match::default() }]
    }
}
