//! The wordings of a sign-off: read once into templates, and filled in for each post, so that `^{initials}`
//! becomes `^AB`.

use super::present::key;
use crate::facts::Facts;
use crate::instant::LANGUAGES;
use crate::policy::{Problem, SignOff, Variants};
use unicode_segmentation::UnicodeSegmentation;

/// The fields that a wording may have.
const FIELDS: [&str; 5] = ["initials", "name", "role", "team", "date"];

/// The wordings of a sign-off in one language, in several at once, or for every language.
#[derive(Debug)]
pub(super) struct Form {
    /// ISO 639-1 codes; none if the wordings do for every language.
    pub(super) languages: Vec<String>,
    /// From long to short.
    templates: Vec<Template>,
}

#[derive(Debug)]
struct Template {
    text: String,
    /// The wording, if there is no field to fill in.
    whole: Option<Wording>,
}

/// A wording with its fields filled in.
#[derive(Debug, Clone)]
pub(super) struct Wording {
    /// The text that is added.
    pub(super) text: String,
    /// What it is recognised by.
    pub(super) key: String,
}

impl Wording {
    pub(super) fn new(text: &str) -> Self {
        let text = tidy(text);
        Self { text: text.to_owned(), key: key(text) }
    }
}

/// What is wrong with the wordings of a sign-off.
pub(super) fn problems(sign_off: &SignOff) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut report = |path: String, message: String| {
        problems.push(Problem::entry(&sign_off.id, path, message));
    };
    let lists = sign_off.variants.lists();
    if lists.is_empty() {
        report("variants".to_owned(), NO_WORDING.to_owned());
    }
    for (languages, variants) in lists {
        let path = if languages.is_empty() { "variants".to_owned() } else { format!("variants.{languages}") };
        if !(languages.is_empty() || languages.split('+').all(is_code)) {
            let message = format!(
                "“{languages}” is not a language. Write its code, such as cy, or cy+en for a wording in both."
            );
            report(path.clone(), message);
        }
        if variants.is_empty() {
            report(path.clone(), NO_WORDING.to_owned());
        }
        for (nth, variant) in variants.iter().enumerate() {
            if let Some(message) = wrong(variant) {
                report(format!("{path}[{nth}]"), message);
            }
        }
    }
    problems
}

const NO_WORDING: &str = "There is no wording. List at least one variant.";

/// Whether it looks like an ISO 639-1 code.
pub(crate) fn is_code(code: &str) -> bool {
    code.len() == 2 && code.chars().all(|letter| letter.is_ascii_lowercase())
}

fn wrong(variant: &str) -> Option<String> {
    if !is_recognisable(variant) {
        return Some("There is no word in this wording. Remove it, or write the text to add.".to_owned());
    }
    let unknown = fields(variant).find(|field| !FIELDS.contains(field))?;
    Some(format!("There is no field “{{{unknown}}}”. Known fields: {{{}}}.", FIELDS.join("}, {")))
}

/// Whether there is more in a text than blanks and punctuation.
fn is_recognisable(text: &str) -> bool {
    key(tidy(text)).contains(|character: char| !character.is_ascii() || character.is_alphanumeric())
}

/// The names between braces.
fn fields(variant: &str) -> impl Iterator<Item = &str> {
    variant.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(field, _)| field))
}

/// The wordings of a sign-off, read.
pub(super) fn forms(variants: &Variants) -> Vec<Form> {
    let template = |text: &String| {
        let whole = fields(text).next().is_none().then(|| Wording::new(text));
        Template { text: text.clone(), whole }
    };
    let form = |(languages, variants): (&str, &[String])| Form {
        languages: languages.split('+').filter(|code| !code.is_empty()).map(ToOwned::to_owned).collect(),
        templates: variants.iter().map(template).collect(),
    };
    variants.lists().into_iter().map(form).collect()
}

impl Form {
    /// The languages in which its date may have been written.
    pub(super) fn date_languages(&self) -> Vec<&str> {
        match self.languages.first() {
            Some(first) => vec![first],
            None if self.has_date() => LANGUAGES.to_vec(),
            None => vec!["en"],
        }
    }

    /// Whether it is a form for posts in this language.
    pub(super) fn is_in(&self, language: &str) -> bool {
        self.languages.iter().any(|own| own == language)
    }

    /// Whether a wording of it has the date.
    pub(super) fn has_date(&self) -> bool {
        self.templates.iter().any(|template| template.text.contains("{date}"))
    }

    /// Its wordings, from long to short, without those of which a field is not known. If that leaves none, the
    /// first such field.
    pub(super) fn wordings(&self, facts: &Facts<'_>, language: &str) -> Result<Vec<Wording>, &'static str> {
        let mut lacking = None;
        let mut wordings = Vec::new();
        for template in &self.templates {
            match template.wording(facts, language) {
                Ok(wording) => wordings.push(wording),
                Err(field) => lacking = lacking.or(Some(field)),
            }
        }
        lacking.filter(|_| wordings.is_empty()).map_or(Ok(wordings), Err)
    }
}

impl Template {
    fn wording(&self, facts: &Facts<'_>, language: &str) -> Result<Wording, &'static str> {
        if let Some(whole) = &self.whole {
            return Ok(whole.clone());
        }
        let mut filled = String::new();
        let mut rest = self.text.as_str();
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let name = after.split_once('}');
            let field = name.and_then(|(name, _)| FIELDS.into_iter().find(|field| *field == name));
            rest = after;
            if let (Some(field), Some((_, behind))) = (field, name) {
                filled.push_str(&value(field, facts, language).ok_or(field)?);
                rest = behind;
            } else {
                filled.push('{');
            }
        }
        filled.push_str(rest);
        Ok(Wording::new(&filled))
    }
}

/// The value of a field, if it is known and more than blanks.
fn value(field: &str, facts: &Facts<'_>, language: &str) -> Option<String> {
    let profile = &facts.context.profile;
    let value = match field {
        "initials" => profile.initials.clone(),
        "name" => profile.name.clone(),
        "role" => profile.role.clone(),
        "team" => facts.team()?.to_owned(),
        _ => facts.context.goes_out()?.long_date(language),
    };
    Some(tidy(&value).to_owned()).filter(|value| is_recognisable(value))
}

/// The text without what is not seen at its edges, or would join what stands in front of it. Variation selectors
/// and tags stay, since emoji end in them.
fn tidy(text: &str) -> &str {
    let blank = |character: char| {
        character.is_whitespace() || matches!(character, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
    };
    let joins = |character: char| {
        !character.is_ascii() && [' ', character].iter().collect::<String>().graphemes(true).count() == 1
    };
    text.trim_start_matches(|character| blank(character) || joins(character)).trim_end_matches(blank)
}
