//! Dates that cannot be right: wrong weekdays, events that are over, and “today” without a date.
//!
//! # What it finds
//! One of these, named by `check`:
//!
//! - `weekday`: the weekday does not match the date (`Tuesday 14 June 2024`), or the date does not exist
//!   (`31 November`, with or without a weekday). Lists and ranges are read as a whole:
//!   `Saturday and Sunday 15 and 16 June`, `Friday to Sunday 14–16 June`. The fix writes the right weekday. In a
//!   list or range it does so only if a single weekday is wrong.
//! - `today`: the date directly after a word such as “today” or “tomorrow” is a different day. There is no fix.
//! - `over`: the post invites people to something, and every date in it is past. “Today”, “tonight” and “tomorrow”
//!   count as dates that are not past; a date more than 400 days ago counts as history. There is no fix.
//! - `undated`: the post says “today” or “tomorrow”, and has no date. The fix adds the date in brackets.
//!
//! Dates are read in English, Welsh and French, and in figures with the day first (`14/6/2024`). A date without a
//! year is the one nearest to the day on which the post goes out. If that day is not known, `today` and `over` find
//! nothing.
//!
//! # Why an organisation wants it
//! A wrong weekday sends people to a closed door, and nobody can tell which half is wrong. People read “today”
//! tomorrow. An invitation that comes after the event makes an organisation look asleep.
//!
//! # Example
//! ```yaml
//! id: dates/weekday
//! kind: date
//! severity: warn
//! message: "That day is a {expected}."
//! source: {title: "GOV.UK style guide"}
//! check: weekday
//! ```
//!
//! # Settings
//! | setting | meaning | if absent |
//! |---|---|---|
//! | `check` | `weekday`, `today`, `over` or `undated` | required |
//! | `cues` | with `over`: words and phrases that invite people | common ones, such as “join us”, “register” and “deadline”, in English, Welsh and French |
//!
//! With every check but `over`, the message can use `{expected}`: the right weekday or date. For a date that does
//! not exist, it is “date that does not exist”.

mod weekday;

use super::phrases::{check_phrases, has_whole, is_whole};
use super::places::is_taken;
use super::{Input, Match, Matcher, RuleKind, RuleLiterals, SettingsError, only_for, settings};
use crate::Instant;
use crate::finding::{Edit, Fix, Span};
use crate::instant::day_and_month;
use crate::text::dates::WrittenDate;
use serde::Deserialize;
use serde_json::Value;
use time::{Date, Duration};

/// The kind `date`.
pub(super) struct Dates;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    check: Check,
    #[serde(default)]
    cues: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Check {
    Weekday,
    Today,
    Over,
    Undated,
}

/// Words for days, and how many days ahead each one is.
const DAYS: [(&str, i64); 11] = [
    ("today", 0),
    ("tonight", 0),
    ("tomorrow", 1),
    ("yesterday", -1),
    ("heddiw", 0),
    ("heno", 0),
    ("yfory", 1),
    ("ddoe", -1),
    ("aujourd'hui", 0),
    ("demain", 1),
    ("hier", -1),
];

/// Words that invite people to something.
const INVITES: &str = "join us|come along|come and|register|sign up|book|apply|don't miss|do not miss|last chance|have your say|\
    deadline|starts|opens|closes|ymunwch|dewch|cofrestrwch|archebwch|rejoignez|inscrivez-vous|venez|réservez";

impl RuleKind for Dates {
    fn id(&self) -> &'static str {
        "date"
    }

    fn compile(
        &self,
        value: &Value,
        mut literals: RuleLiterals<'_>,
    ) -> Result<Box<dyn Matcher>, SettingsError> {
        let Settings { check, cues } = settings(value)?;
        check_phrases("cues", &cues)?;
        only_for("the check “over”", check == Check::Over, "cues", !cues.is_empty())?;
        match check {
            Check::Over if cues.is_empty() => INVITES.split('|').for_each(|cue| literals.name(cue)),
            Check::Over => cues.iter().for_each(|cue| literals.name(cue)),
            Check::Today | Check::Undated => DAYS.iter().for_each(|(word, _)| literals.name(word)),
            Check::Weekday => {}
        }
        Ok(Box::new(check))
    }
}

impl Matcher for Check {
    fn find(&self, input: &Input<'_>) -> Vec<Match> {
        let dates = input.reading.dates();
        let today = input.facts.context.goes_out().map(Instant::date);
        match (self, today) {
            (Self::Weekday, _) => weekday::find(input, dates, today),
            (Self::Today, Some(today)) => beside(input, dates, today),
            (Self::Over, Some(today)) => over(input, dates, today),
            (Self::Undated, _) if dates.is_empty() => undated(input, today),
            _ => Vec::new(),
        }
    }

    fn fields(&self) -> Vec<&'static str> {
        match self {
            Self::Over => Vec::new(),
            Self::Weekday | Self::Today | Self::Undated => vec!["expected"],
        }
    }
}

/// The words for days in the draft: where each is in the normal view, and how many days ahead it is.
fn days<'l>(input: &'l Input<'_>) -> impl Iterator<Item = (Span, i64)> + 'l {
    let text = input.reading.folded().text();
    let whole = input.hits.iter().filter(move |hit| is_whole(text, hit.span));
    whole.filter_map(|hit| Some((input.reading.normal_of_folded(hit.span), DAYS.get(hit.literal)?.1)))
}

/// Finds dates that contradict the word before them: `today (13 June)` on 14 June.
fn beside(input: &Input<'_>, dates: &[WrittenDate], today: Date) -> Vec<Match> {
    let text = input.reading.normal();
    let wrong = |(word, ahead): (Span, i64)| {
        let meant = today.checked_add(Duration::days(ahead))?;
        let next_to = |date: &&WrittenDate| {
            date.span.start >= word.end
                && text
                    .slice(Span::new(word.end, date.span.start))
                    .chars()
                    .all(|c| c.is_whitespace() || matches!(c, '(' | ','))
        };
        let date = dates.iter().find(next_to)?;
        let is_another = !date.candidates(Some(today)).contains(&meant);
        let fields = vec![("expected", day_and_month(meant, "en"))];
        is_another.then(|| Match { fields, ..Match::at(input.reading.from_normal(date.span)) })
    };
    days(input).filter_map(wrong).collect()
}

/// A date longer ago than this is history, not an event.
const RECENT: Duration = Duration::days(400);

fn over(input: &Input<'_>, dates: &[WrittenDate], today: Date) -> Vec<Match> {
    let invites = input.hits.iter().any(|hit| is_whole(input.reading.folded().text(), hit.span));
    let past = |date: &WrittenDate| {
        date.date(Some(today)).is_some_and(|date| date < today && today - date <= RECENT)
    };
    let text = input.reading.folded().text();
    let soon = || DAYS.iter().any(|&(word, ahead)| ahead >= 0 && has_whole(text, word));
    if !invites || !dates.iter().all(past) || soon() {
        return Vec::new();
    }
    dates.iter().map(|date| Match::at(input.reading.from_normal(date.span))).collect()
}

fn undated(input: &Input<'_>, today: Option<Date>) -> Vec<Match> {
    let found = |(word, ahead): (Span, i64)| {
        let span = input.reading.from_normal(word);
        let date = today.and_then(|today| today.checked_add(Duration::days(ahead)));
        let date = date.map(|date| day_and_month(date, "en"));
        let fix = date.as_ref().zip(place_behind(input, word)).map(|(date, at)| Fix {
            label: format!("Add “({date})”"),
            edits: vec![Edit { span: Span::new(at, at), insert: format!(" ({date})") }],
        });
        Match { fix, fields: vec![("expected", date.unwrap_or_default())], ..Match::at(span) }
    };
    days(input).map(found).collect()
}

/// Where a date can go after a word in the normal view: after `today` and `today’s`, but not in `today-only` or a link.
fn place_behind(input: &Input<'_>, word: Span) -> Option<usize> {
    let behind = input.reading.normal().text().get(word.end..)?;
    let genitive = if behind.starts_with("'s") { "'s".len() } else { 0 };
    let goes_on =
        behind.get(genitive..)?.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '\'' | '-'));
    let span = input.reading.from_normal(Span::new(word.start, word.end + genitive));
    let is_free = !goes_on && !is_taken(input.reading.entities(), span, |entity| entity.span);
    is_free.then_some(span.end)
}
