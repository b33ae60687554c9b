//! Links: to listed sites, link shorteners or look-alike addresses, over `http`, or without campaign parameters.
//!
//! # What it finds
//! Each link that meets every setting of the rule. A rule without settings finds every link, which is useful in a
//! [condition](#conditions). Links are found as the site finds them, so `gov.uk/bins` is a link and `e.g.this` is
//! not.
//!
//! # Why an organisation wants it
//! Links to party, petition and fundraising pages compromise impartiality (GCS propriety guidance, 2013). Shortened
//! links hide where they lead, and outlive the service that made them. A campaign parameter tells visits from posts
//! apart from others. An address that looks like the organisation’s own takes people’s money.
//!
//! # Example
//! ```yaml
//! id: links/campaign
//! kind: link
//! severity: note
//! message: "Add {missing}, so that the visits can be counted."
//! source: {title: "Template Twitter strategy for government departments"}
//! hosts: [example.gov.uk]
//! require: {utm_source: "{site}", utm_medium: social}
//! ```
//!
//! # Settings
//! | setting | meaning | if absent |
//! |---|---|---|
//! | `hosts` | it leads to one of these hosts or their subdomains: `gov.uk` includes `www.gov.uk` | any host |
//! | `shorteners` | `true`: well-known link shorteners count as listed in `hosts` | `false` |
//! | `except` | it does not lead to one of these hosts or their subdomains | no exceptions |
//! | `imitates` | it leads to a host that looks like one of these but is not: `gov-uk.example` | any host |
//! | `insecure` | `true`: it begins with `http://`; the fix writes `https` | `false` |
//! | `require` | query parameters and their values: it lacks one of them; the fix adds it. `{site}` in a value stands for the id of the site | none |
//! | `languages` | hosts or beginnings of paths, and the language of those pages: it leads to a page in a different language from the text around it. `{gov.wales: en, llyw.cymru: cy, /cy: cy}`. If several match, a path counts before a host, and a longer one before a shorter one | any language |
//!
//! The message can use `{host}` and, with `require`, `{missing}`: the parameters that the link lacks.

mod shorteners;

use super::{Input, Match, Matcher, RuleKind, RuleLiterals, SettingsError, settings};
use crate::finding::{Edit, Fix, Span};
use crate::text::entities::{Entity, EntityKind};
use crate::text::host;
use crate::text::language::{Language, Part, candidates, parts_among};
use serde::Deserialize;
use serde_json::Value;
use shorteners::SHORTENERS;
use std::cell::OnceCell;
use std::collections::BTreeMap;

/// The kind `link`.
pub(super) struct Link;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
#[derive(Default)]
struct Settings {
    hosts: Vec<String>,
    shorteners: bool,
    except: Vec<String>,
    imitates: Vec<String>,
    insecure: bool,
    require: BTreeMap<String, String>,
    languages: BTreeMap<String, Language>,
}

impl RuleKind for Link {
    fn id(&self) -> &'static str {
        "link"
    }

    fn compile(&self, value: &Value, _: RuleLiterals<'_>) -> Result<Box<dyn Matcher>, SettingsError> {
        let mut settings: Settings = settings(value)?;
        let lists = [
            ("hosts", &mut settings.hosts),
            ("except", &mut settings.except),
            ("imitates", &mut settings.imitates),
        ];
        for (name, hosts) in lists {
            for (nth, listed) in hosts.iter_mut().enumerate() {
                *listed = checked_host(&format!("{name}[{nth}]"), listed)?;
            }
        }
        for (key, _) in settings.languages.iter().filter(|(key, _)| !key.starts_with('/')) {
            checked_host(&format!("languages.{key}"), key)?;
        }
        for (name, value) in &settings.require {
            let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '~');
            let filled = value.replace("{site}", "");
            if name.is_empty() || value.is_empty() || !name.chars().chain(filled.chars()).all(plain) {
                let message = "Use only letters, digits, - . _ and ~ in parameters and their values; {site} stands for the site.";
                return Err(SettingsError::at(&format!("require.{name}"), message));
            }
        }
        Ok(Box::new(settings))
    }
}

/// A host in the form of [`host::of`].
fn checked_host(setting: &str, listed: &str) -> Result<String, SettingsError> {
    if listed.contains(['/', ':', '@', '*', ' ']) || !listed.contains('.') {
        let message = format!(
            "“{listed}” is not the name of a host. Write only the name, such as example.gov.uk; what is below it counts too."
        );
        return Err(SettingsError::at(setting, message));
    }
    Ok(host::of(listed))
}

impl Matcher for Settings {
    fn find(&self, input: &Input<'_>) -> Vec<Match> {
        let links = input.reading.entities().iter().filter(|entity| entity.kind == EntityKind::Url);
        let parts = OnceCell::new();
        let parts = || parts.get_or_init(|| self.parts(input)).as_slice();
        links.filter_map(|link| self.matched(input, link, &parts)).collect()
    }

    fn fields(&self) -> Vec<&'static str> {
        let missing = (!self.require.is_empty()).then_some("missing");
        std::iter::once("host").chain(missing).collect()
    }
}

impl Settings {
    /// The parts of the draft, each in one of the languages of the rule's pages.
    fn parts(&self, input: &Input<'_>) -> Vec<Part> {
        let mut languages: Vec<Language> = self.languages.values().copied().collect();
        languages.sort_unstable();
        languages.dedup();
        parts_among(input.draft().text(), candidates(&languages))
    }

    fn matched<'p>(
        &self,
        input: &Input<'_>,
        link: &Entity,
        parts: &impl Fn() -> &'p [Part],
    ) -> Option<Match> {
        let url = link.text(input.draft().text());
        let host = host::of(url);
        let within = |hosts: &[String]| hosts.iter().any(|domain| host::is_within(&host, domain));
        let short =
            self.shorteners && SHORTENERS.split_whitespace().any(|domain| host::is_within(&host, domain));
        let listed = short || within(&self.hosts) || !self.shorteners && self.hosts.is_empty();
        let imitates = self.imitates.is_empty()
            || !within(&self.imitates) && self.imitates.iter().any(|domain| host::imitates(&host, domain));
        if !listed || !imitates || within(&self.except) || self.insecure && !host::is_insecure(url) {
            return None;
        }
        if !self.languages.is_empty() && !self.is_in_another_language(parts, link.span, url, &host) {
            return None;
        }
        let missing = self.missing(url);
        if !self.require.is_empty() && missing.is_empty() {
            return None;
        }
        let fix = self.fix(input, link.span, url, &missing);
        let fields = vec![("host", host), ("missing", missing.join(", "))];
        Some(Match { fix, fields, ..Match::at(link.span) })
    }

    /// The required parameters that a URL lacks.
    fn missing(&self, url: &str) -> Vec<&str> {
        let query = before_fragment(url).split_once('?').map_or("", |(_, query)| query);
        let has = |name: &str| {
            query
                .split('&')
                .any(|pair| pair.split_once('=').is_some_and(|(key, value)| key == name && !value.is_empty()))
        };
        self.require.keys().map(String::as_str).filter(|name| !has(name)).collect()
    }

    fn fix(&self, input: &Input<'_>, link: Span, url: &str, missing: &[&str]) -> Option<Fix> {
        let mut edits = Vec::new();
        if self.insecure {
            let scheme = Span::new(link.start, link.start + "http".len());
            edits.push(Edit { span: scheme, insert: "https".to_owned() });
        }
        // There is no safe place for parameters if the site may end the link before them: after a full stop, or at
        // `http://intranet`.
        let continues = |c: char| c.is_alphanumeric() || "/=&?_-".contains(c);
        let goes_on = before_fragment(url).ends_with(continues) && host::of(url).contains('.');
        if !missing.is_empty() && goes_on {
            let site = input.facts.context.site.as_deref().unwrap_or("social");
            let add = |(at, insert)| Edit { span: Span::new(link.start + at, link.start + at), insert };
            edits.extend(self.additions(before_fragment(url), missing, site).into_iter().map(add));
        }
        let label =
            if self.insecure { "Change to https".to_owned() } else { format!("Add {}", missing.join(", ")) };
        (!edits.is_empty()).then_some(Fix { label, edits })
    }

    /// What to insert where in a URL without a fragment: values for parameters that have none, and missing parameters
    /// at the end.
    fn additions(&self, url: &str, missing: &[&str], site: &str) -> Vec<(usize, String)> {
        let mut additions: Vec<(usize, String)> = Vec::new();
        let mut end = String::new();
        let mut sign = match url.split_once('?') {
            Some((_, query)) if query.is_empty() || query.ends_with('&') => "",
            Some(_) => "&",
            // Some sites do not count a query as part of a link without a path.
            None if host::after(url).is_empty() => "/?",
            None => "?",
        };
        for name in missing {
            let value = self.require.get(*name).map_or("", String::as_str).replace("{site}", site);
            match without_value(url, name) {
                Some(at) if at == url.len() => end.insert_str(0, &value),
                Some(at) => additions.push((at, value)),
                None => {
                    end.extend([sign, name, "=", &value]);
                    sign = "&";
                }
            }
        }
        additions.push((url.len(), end));
        additions.retain(|(_, insert)| !insert.is_empty());
        additions
    }

    fn is_in_another_language<'p>(
        &self,
        parts: &impl Fn() -> &'p [Part],
        at: Span,
        url: &str,
        host: &str,
    ) -> bool {
        let path = host::after(url);
        let leads = |key: &str| match key.strip_prefix('/') {
            Some(_) => begins_with(path, key),
            None => host::is_within(host, &host::of(key)),
        };
        // A path is more specific than a host, and a longer key is more specific than a shorter one.
        let pages = self.languages.iter().filter(|(key, _)| leads(key));
        let Some((_, of_page)) = pages.max_by_key(|(key, _)| (key.starts_with('/'), key.len())) else {
            return false;
        };
        let parts = parts();
        let around = parts.get(parts.partition_point(|part| part.span.end <= at.start));
        around.and_then(|part| part.language).is_some_and(|language| language != *of_page)
    }
}

/// Whether a path begins with these segments: `/cy` begins `/cy/a`, but not `/cymru`.
fn begins_with(path: &str, beginning: &str) -> bool {
    let rest = path.strip_prefix(beginning.trim_end_matches('/'));
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#', '.']))
}

/// Where the missing value of a parameter goes in a URL: after `utm_source=`.
fn without_value(url: &str, name: &str) -> Option<usize> {
    let mut at = url.find('?')? + 1;
    for pair in url.get(at..)?.split('&') {
        let end = at + pair.len();
        if pair.strip_suffix('=') == Some(name) {
            return Some(end);
        }
        at = end + 1;
    }
    None
}

fn before_fragment(url: &str) -> &str {
    url.split('#').next().unwrap_or_default()
}
