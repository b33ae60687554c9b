//! Forms of English words: `plan`, `plans`, `planned`, `planning`.
//!
//! These are the spelling rules of any grammar: `-es` after a hiss, `y` to `ies`, a silent `e` dropped, a final
//! consonant doubled after one short vowel. Sometimes spelling alone cannot decide, because doubling depends on stress.
//! Then [`inflected`] gives both spellings, as one that does not exist will never be found. [`inflect`], which produces
//! text, follows British use.

/// A form of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// `plans`: a plural noun, or a verb in the third person.
    S,
    /// `planned`
    Past,
    /// `planning`
    Ing,
}

/// A form of a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inflected {
    /// Its words.
    pub text: String,
    /// Which form it is.
    pub form: Form,
    /// Whether the first of several words has the ending: `carried out`. Otherwise it is the last: `key workers`.
    pub first: bool,
}

/// Verbs with an irregular past, `get got`, and with an irregular participle as well, `give gave given`.
const IRREGULAR: &str = "become became become,begin began begun,break broke broken,bring brought,build built,buy bought,\
choose chose chosen,come came come,cut cut,deal dealt,do did done,draw drew drawn,drive drove driven,fall fell fallen,\
feel felt,fight fought,find found,get got,give gave given,go went gone,grow grew grown,have had,hear heard,hold held,\
keep kept,know knew known,lead led,leave left,lend lent,let let,lose lost,make made,mean meant,meet met,pay paid,put put,\
read read,rise rose risen,run ran run,say said,see saw seen,sell sold,send sent,set set,show showed shown,speak spoke spoken,\
spend spent,stand stood,take took taken,teach taught,tell told,think thought,understand understood,win won,write wrote written";

/// Verbs without regular forms.
const FORMLESS: &str = " be can could may might must shall should will would ";

/// Every regular form of a phrase except the phrase itself, inflecting its first word or its last.
///
/// ```
/// use countersign::text::inflections::inflected;
/// let forms: Vec<_> = inflected("utilise").into_iter().map(|form| form.text).collect();
/// assert_eq!(forms, ["utilises", "utilised", "utilising"]);
/// ```
#[must_use]
pub fn inflected(phrase: &str) -> Vec<Inflected> {
    let (first, rest) = phrase.split_once(' ').map_or((phrase, None), |(first, rest)| (first, Some(rest)));
    let mut all: Vec<Inflected> = spellings(first)
        .into_iter()
        .map(|(form, word)| {
            let text = rest.map_or_else(|| word.clone(), |rest| format!("{word} {rest}"));
            Inflected { text, form, first: true }
        })
        .collect();
    if let Some((before, last)) = phrase.rsplit_once(' ') {
        let last = spellings(last).into_iter();
        all.extend(last.map(|(form, word)| Inflected {
            text: format!("{before} {word}"),
            form,
            first: false,
        }));
    }
    all
}

/// The phrase in the same form as `like`; `None` if the past depends on the sentence (`gave`, `given`) or there is no
/// such form (`will`).
///
/// ```
/// use countersign::text::inflections::{inflect, inflected};
/// let like = &inflected("purchase")[1];
/// assert_eq!(like.text, "purchased");
/// assert_eq!(inflect("buy", like).as_deref(), Some("bought"));
/// assert_eq!(inflect("give", like), None);
/// ```
#[must_use]
pub fn inflect(phrase: &str, like: &Inflected) -> Option<String> {
    let irregular =
        |word: &str| IRREGULAR.split(',').find_map(|verb| verb.strip_prefix(word)?.strip_prefix(' '));
    let (first, rest) = phrase.split_once(' ').map_or((phrase, None), |(first, rest)| (first, Some(rest)));
    if FORMLESS.contains(&format!(" {first} ")) {
        return None;
    }
    // A verb comes first, `make easier`; a noun comes last, `cash rewards`. Only an `s` can belong to either.
    let verb = like.form != Form::S || rest.is_none() || irregular(first).is_some() || is_verb(&like.text);
    if let Some((before, last)) =
        phrase.rsplit_once(' ').filter(|_| !verb || (like.form == Form::S && !like.first))
    {
        return Some(format!("{before} {}", spelled(last, like.form)));
    }
    let word = match (irregular(first), like.form, first) {
        (Some(past), Form::Past, _) => Some(past).filter(|past| !past.contains(' '))?.to_owned(),
        (_, Form::S, "have") => "has".to_owned(),
        (_, Form::S, "do" | "go") => format!("{first}es"),
        _ => spelled(first, like.form),
    };
    Some(rest.map_or_else(|| word.clone(), |rest| format!("{word} {rest}")))
}

/// Whether a word with an `s` is a verb, judging by its ending.
fn is_verb(word: &str) -> bool {
    ["ates", "fies", "ises", "izes"].iter().any(|end| word.ends_with(end))
}

/// The usual spelling of a form.
fn spelled(word: &str, form: Form) -> String {
    let all = spellings(word);
    let mut of_form = all.into_iter().filter(|(other, _)| *other == form).map(|(_, word)| word);
    of_form.next().unwrap_or_else(|| word.to_owned())
}

/// How the forms of a word are spelled, the usual spelling of each first.
fn spellings(word: &str) -> Vec<(Form, String)> {
    if !word.ends_with(|letter: char| letter.is_ascii_alphabetic()) {
        return Vec::new();
    }
    let mut all: Vec<(Form, String)> = Vec::new();
    let mut add = |form, stem: &str, end: &str| all.push((form, format!("{stem}{end}")));
    let consonant_y = word.strip_suffix('y').filter(|stem| !stem.ends_with(is_vowel));
    match consonant_y {
        Some(stem) => add(Form::S, stem, "ies"),
        None if ["s", "x", "z", "ch", "sh"].iter().any(|end| word.ends_with(end)) => add(Form::S, word, "es"),
        None => add(Form::S, word, "s"),
    }
    if word.ends_with('o') {
        add(Form::S, word, "es");
    }
    if let Some(stem) = consonant_y {
        add(Form::Past, stem, "ied");
        add(Form::Ing, word, "ing");
    } else if let Some(stem) = word.strip_suffix("ie") {
        add(Form::Past, word, "d");
        add(Form::Ing, stem, "ying");
    } else if let Some(stem) = word.strip_suffix('e') {
        add(Form::Past, word, "d");
        add(Form::Ing, if stem.ends_with(['e', 'o', 'y']) { word } else { stem }, "ing");
    } else {
        let doubled = doubled(word);
        let (usual, other) = match &doubled {
            Some((stem, true)) => (stem.as_str(), None),
            Some((stem, false)) => (word, Some(stem.as_str())),
            None => (word, None),
        };
        for stem in [Some(usual), other].into_iter().flatten() {
            add(Form::Past, stem, "ed");
            add(Form::Ing, stem, "ing");
        }
    }
    all
}

/// The word with its last consonant doubled, if that is possible, and whether it is the only correct spelling.
fn doubled(word: &str) -> Option<(String, bool)> {
    let mut back = word.chars().rev();
    let (last, vowel, before) = (back.next()?, back.next()?, back.next());
    let short = before.is_none_or(|before| !is_vowel(before)) || word.contains("qu");
    if is_vowel(last) || matches!(last, 'w' | 'x' | 'y') || !is_vowel(vowel) || !short {
        return None;
    }
    let one_syllable = word.chars().filter(|&letter| is_vowel(letter)).count() == 1
        || (word.contains("qu") && word.len() < 6);
    let stressed = last == 'l' || ["fer", "mit", "cur", "gin"].iter().any(|end| word.ends_with(end));
    Some((format!("{word}{last}"), one_syllable || stressed))
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_forms(word: &str, forms: &str) {
        let found: Vec<String> = inflected(word).into_iter().map(|form| form.text).collect();
        assert_eq!(found.join(" "), forms);
    }

    #[test]
    fn regular_forms() {
        assert_forms("use", "uses used using");
        assert_forms("apply", "applies applied applying");
        assert_forms("deploy", "deploys deployed deploying");
        assert_forms("plan", "plans planned planning");
        assert_forms("commit", "commits committed committing");
        assert_forms("tackle", "tackles tackled tackling");
        assert_forms("foster", "fosters fostered fostering fosterred fosterring");
        assert_forms("travel", "travels travelled travelling");
        assert_forms("dispatch", "dispatches dispatched dispatching");
        assert_forms("agree", "agrees agreed agreeing");
        assert_forms("tie", "ties tied tying");
        assert_forms("echo", "echos echoes echoed echoing");
        assert_forms("help", "helps helped helping");
        assert_forms("need", "needs needed needing");
        assert_forms("A59", "");
    }

    #[test]
    fn phrases_inflect_at_either_end() {
        assert_forms(
            "key worker",
            "keys worker keyed worker keying worker key workers key workered key workering key workerred key workerring",
        );
    }

    #[track_caller]
    fn assert_replaced(form: &str, of: &str, by: &str, expected: Option<&str>) {
        let like = inflected(of).into_iter().find(|inflected| inflected.text == form).unwrap();
        assert_eq!(inflect(by, &like).as_deref(), expected);
    }

    #[test]
    fn a_replacement_takes_the_same_form() {
        assert_replaced("utilising", "utilise", "use", Some("using"));
        assert_replaced("facilitates", "facilitate", "make easier", Some("makes easier"));
        assert_replaced("incentives", "incentive", "cash reward", Some("cash rewards"));
        assert_replaced("carried out", "carry out", "do", None);
        assert_replaced("committed to", "commit to", "will do", None);
        assert_replaced("key workers", "key worker", "essential worker", Some("essential workers"));
        assert_replaced("commences", "commence", "have", Some("has"));
        assert_replaced("collaborated", "collaborate", "work together", Some("worked together"));
    }
}
