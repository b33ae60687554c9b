//! The wordings of a sign-off. They are read into templates once, and filled in for each post: `^{initials}` becomes
//! `^AB`.

use super::present::{FINAL, key};
use crate::facts::Facts;
use crate::instant::{LANGUAGES, long_date};
use crate::policy::Variants;
use crate::profile::{DETAILS, detail};
use time::Date;
use unicode_segmentation::UnicodeSegmentation;

/// The field for the date on which the post goes out.
const DATE: &str = "date";

/// The fields that a wording can have: the details of a profile, and the date.
pub(super) fn known_fields() -> impl Iterator<Item = &'static str> {
    DETAILS.iter().map(|detail| detail.id).chain([DATE])
}

/// The wordings of a sign-off in one language, in several at once, or for every language.
#[derive(Debug)]
pub(super) struct Form {
    /// ISO 639-1 codes; empty if the wordings are for every language.
    pub(super) languages: Vec<String>,
    /// From long to short.
    templates: Vec<Template>,
}

#[derive(Debug)]
struct Template {
    text: String,
    /// The finished wording, if there is no field to fill in.
    whole: Option<Wording>,
}

/// A wording with its fields filled in.
#[derive(Debug, Clone)]
pub(super) struct Wording {
    /// The text that is added.
    pub(super) text: String,
    /// The form in which it is recognised, without punctuation at its end.
    pub(super) key: String,
}

impl Wording {
    pub(super) fn new(text: &str) -> Self {
        let text = tidy(text);
        Self { text: text.to_owned(), key: key(text).trim_end_matches(FINAL).to_owned() }
    }
}

/// Whether a text has more than white space and punctuation.
pub(super) fn is_recognisable(text: &str) -> bool {
    key(tidy(text)).contains(|character: char| !character.is_ascii() || character.is_alphanumeric())
}

/// The names of the fields in a wording, which are in braces.
pub(super) fn fields(variant: &str) -> impl Iterator<Item = &str> {
    variant.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(field, _)| field))
}

/// The wordings of a sign-off, read into forms.
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

    /// Whether the form is for posts in this language.
    pub(super) fn is_in(&self, language: &str) -> bool {
        self.languages.iter().any(|own| own == language)
    }

    /// Its wordings as the policy has them, with their fields.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        self.templates.iter().map(|template| template.text.as_str())
    }

    /// Whether one of its wordings has the date.
    pub(super) fn has_date(&self) -> bool {
        self.templates.iter().any(|template| template.text.contains("{date}"))
    }

    /// Its wordings, from long to short, without those that have an unknown field. If none is left, the error is the
    /// first such field.
    pub(super) fn wordings(
        &self,
        facts: &Facts<'_>,
        language: &str,
        date: Option<Date>,
    ) -> Result<Vec<Wording>, &'static str> {
        let mut lacking = None;
        let mut wordings = Vec::new();
        for template in &self.templates {
            match template.wording(facts, language, date) {
                Ok(wording) => wordings.push(wording),
                Err(field) => lacking = lacking.or(Some(field)),
            }
        }
        lacking.filter(|_| wordings.is_empty()).map_or(Ok(wordings), Err)
    }
}

impl Template {
    fn wording(
        &self,
        facts: &Facts<'_>,
        language: &str,
        date: Option<Date>,
    ) -> Result<Wording, &'static str> {
        if let Some(whole) = &self.whole {
            return Ok(whole.clone());
        }
        let mut filled = String::new();
        let mut rest = self.text.as_str();
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let (name, behind) = after.split_once('}').unwrap_or_default();
            let field = known_fields().find(|field| *field == name).unwrap_or_default();
            let value = value(field, facts, language, date).ok_or(field)?;
            filled.push_str(without_sign(&value, before));
            rest = behind;
        }
        filled.push_str(rest);
        Ok(Wording::new(&filled))
    }
}

/// The value of a field, if it is known and has more than white space and punctuation.
fn value(field: &str, facts: &Facts<'_>, language: &str, date: Option<Date>) -> Option<String> {
    let value = match field {
        DATE => long_date(date?, language),
        "initials" => initials(facts).to_owned(),
        // The registry may know it too.
        "team" => facts.team()?.to_owned(),
        _ => detail(field)?.of(&facts.context.profile).to_owned(),
    };
    Some(tidy(&value).to_owned()).filter(|value| is_recognisable(value))
}

/// The poster's initials without the signs around them, which are up to the wording.
pub(super) fn initials<'a>(facts: &Facts<'a>) -> &'a str {
    let is_sign = |sign: char| sign.is_whitespace() || "^ˆ＾-–—~/*|()[]<>:,;\"'“”‘’".contains(sign);
    facts.context.profile.initials.trim_matches(is_sign)
}

/// A value without a sign that the wording already has before the field: `— Newsdesk` in `— {team}`.
fn without_sign<'v>(value: &'v str, before: &str) -> &'v str {
    let same =
        |one: char| before.trim_end().ends_with(|sign: char| sign == one || is_dash(sign) && is_dash(one));
    let bare = value.trim_start_matches(|one: char| !one.is_alphanumeric() && same(one)).trim_start();
    if is_recognisable(bare) { bare } else { value }
}

fn is_dash(sign: char) -> bool {
    matches!(sign, '-' | '\u{2010}'..='\u{2015}')
}

/// The text without invisible characters at its edges, and without characters at its start that would combine with the
/// text before it. Variation selectors and tags stay, because emoji end in them.
fn tidy(text: &str) -> &str {
    let blank = |character: char| {
        character.is_whitespace() || matches!(character, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
    };
    let joins = |character: char| {
        !character.is_ascii() && [' ', character].iter().collect::<String>().graphemes(true).count() == 1
    };
    let text =
        text.trim_start_matches(|character| blank(character) || joins(character)).trim_end_matches(blank);
    // After white space, a variation selector has nothing to select.
    let bare = text.trim_end_matches(|character| matches!(character, '\u{fe00}'..='\u{fe0f}'));
    if bare.ends_with(blank) { bare.trim_end_matches(blank) } else { text }
}
