//! What the options page looks like.

use super::mistakes::Mistake;
use super::policy::in_force;
use super::settings::Part;
use super::{Shown, policy};
use crate::profile::{DETAILS, Detail, Form};
use crate::wasm::draw::{Element, el};
use crate::wasm::words::Words;

/// The languages on offer: each value, and the language's own name for itself, which is the same in every language.
const LANGUAGES: [(&str, &str); 2] = [("en", "English"), ("cy", "Cymraeg")];

pub(super) fn page(shown: &Shown, words: &Words) -> Vec<Element> {
    vec![
        el("h1").key("title").text(words.say("optionsTitle")),
        profile(shown, words),
        policy_in_force(shown, words),
        language(shown, words),
    ]
}

fn section(key: &str, heading: &str, words: &Words) -> Element {
    let id = [key, "-heading"].concat();
    let heading = el("h2").set("id", id.as_str()).text(words.say(heading));
    el("section").key(key).set("aria-labelledby", id).add(heading)
}

fn button(key: &str, name: &str, words: &Words) -> Element {
    el("button").key(key).set("type", "button").class("button").text(words.say(name))
}

/// A live region, always there, that says whether a change was saved.
fn status(shown: &Shown, part: Part, saved: String, words: &Words) -> Element {
    let outcome = shown.settings.outcome.filter(|outcome| outcome.part == part);
    let (class, said) = match outcome {
        Some(outcome) if outcome.saved => ("status saved", saved),
        Some(_) => ("status failed", words.say("notSaved")),
        None => ("status", String::new()),
    };
    el("p").class(class).set("role", "status").text(said)
}

fn profile(shown: &Shown, words: &Words) -> Element {
    let saved = words.say("profileSaved");
    section("profile", "profileHeading", words)
        .add_all((!shown.mistakes.is_empty()).then(|| error_summary(&shown.mistakes, words)))
        .add(el("p").text(words.say("profileIntro")))
        .add_all(DETAILS.iter().map(|detail| field(detail, shown, words)))
        .add(button("save-profile", "saveProfile", words))
        .add(status(shown, Part::Profile, saved, words))
}

fn error_summary(mistakes: &[Mistake], words: &Words) -> Element {
    let items = mistakes.iter().map(|mistake| {
        let target = ["#", mistake.detail].concat();
        el("li").add(el("a").set("href", target).text(mistake.message.as_str()))
    });
    el("div")
        .key("mistakes")
        .class("error-summary")
        .set("tabindex", "-1")
        .set("role", "alert")
        .set("aria-labelledby", "mistakes-title")
        .add(el("h3").set("id", "mistakes-title").text(words.say("problemTitle")))
        .add(el("ul").add_all(items))
}

fn field(detail: &Detail, shown: &Shown, words: &Words) -> Element {
    let mistake = shown.mistakes.iter().find(|mistake| mistake.detail == detail.id);
    let [hint, error] = ["-hint", "-error"].map(|part| [detail.id, part].concat());
    let describes = if mistake.is_some() { [&hint, " ", &error].concat() } else { hint.clone() };
    let message = mistake.map(|mistake| {
        let prefix = el("span").class("visually-hidden").text(words.say("errorPrefix")).text(" ");
        el("p").class("error-message").set("id", error).add(prefix).text(mistake.message.as_str())
    });
    let input = el("input")
        .key(detail.id)
        .set("id", detail.id)
        .set("type", "text")
        .class(if detail.form == Form::Initials { "short" } else { "long" })
        .set("spellcheck", "false")
        .set("autocomplete", detail.autocomplete)
        .set("aria-describedby", describes)
        .set("value", detail.of(&shown.settings.profile.0))
        .maybe("aria-invalid", mistake.map(|_| "true"));
    el("div")
        .key([detail.id, "-field"].concat())
        .class(if mistake.is_some() { "field error" } else { "field" })
        .add(el("label").set("for", detail.id).text(words.say(detail.id)))
        .add(el("p").class("hint").set("id", hint).text(words.say(&[detail.id, "Hint"].concat())))
        .add_all(message)
        .add(input)
}

fn policy_in_force(shown: &Shown, words: &Words) -> Element {
    let label = el("label").set("for", "policy-file").text(words.say("policyFile"));
    let hint = el("p").class("hint").set("id", "policy-hint").text(words.say("policyFileHint"));
    let input = el("input")
        .key("policy-file")
        .set("id", "policy-file")
        .set("type", "file")
        .set("accept", ".json,application/json")
        .set("aria-describedby", "policy-hint");
    section("policy", "policyHeading", words)
        .add_all(shown.refused.as_ref().map(|refused: &policy::Refused| refused.describe(words)))
        .add(el("p").key("policy-now").text(in_force(shown, words, "policyNow")))
        .add(el("div").class("field").add(label).add(hint).add(input))
        .add(status(shown, Part::Policy, in_force(shown, words, "policySaved"), words))
}

fn language(shown: &Shown, words: &Words) -> Element {
    let chosen = shown.settings.language.as_deref();
    let radio = |value: &'static str, name: &str, lang: Option<&str>| {
        let id = ["language-", value].concat();
        let input = el("input")
            .key(id.as_str())
            .set("id", id.as_str())
            .set("type", "radio")
            .set("name", "language")
            .set("value", value)
            .maybe("checked", (chosen.unwrap_or_default() == value).then_some(""));
        el("div").class("choice").add(input).add(el("label").set("for", id).maybe("lang", lang).text(name))
    };
    let all = LANGUAGES.iter().map(|(value, name)| radio(value, name, Some(value)));
    let choices = el("fieldset").add(el("legend").text(words.say("languageLegend"))).add_all(all).add(radio(
        "",
        &words.say("languageBrowser"),
        None,
    ));
    section("language", "languageHeading", words)
        .add(choices)
        .add(button("save-language", "saveLanguage", words))
        .add(status(shown, Part::Language, words.say("languageSaved"), words))
}
