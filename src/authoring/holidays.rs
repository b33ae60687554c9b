//! Bank holidays of the United Kingdom, as GOV.UK publishes them.
//!
//! When the folder of a policy is read, they are put into the rules that close on them, so a newly proclaimed holiday
//! needs a new list and no new engine. The list is the policy's own `bank-holidays.json`, or else the one that had been
//! published when this version was made.

use crate::policy::Policy;
use crate::rules::Nation;
use serde::de::{Deserialize, Deserializer, Error};
use serde_json::{Map, Value, json};

/// <https://www.gov.uk/bank-holidays.json> from 2019 on (Crown copyright, Open Government Licence v3.0), as kept by the
/// Python package `govuk-bank-holidays` 0.19, with what was proclaimed for Scotland on 4 February 2026.
const BUILT_IN: &str = include_str!("holidays/bank-holidays.json");

/// Bank holidays by nation. A holiday that falls at a weekend is not listed; its substitute day is.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct BankHolidays {
    england_and_wales: Division,
    scotland: Division,
    northern_ireland: Division,
}

#[derive(Debug, Clone, Default, serde::Deserialize)]
struct Division {
    events: Vec<Event>,
}

#[derive(Debug, Clone, serde::Deserialize)]
struct Event {
    date: Day,
}

/// A day as written in the list: `2026-06-15`.
#[derive(Debug, Clone)]
struct Day(String);

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let day = String::deserialize(deserializer)?;
        if crate::instant::day(&day).is_none() {
            return Err(D::Error::custom(format!(
                "“{day}” is not a day. Write year, month and day: 2026-06-15."
            )));
        }
        Ok(Self(day))
    }
}

impl BankHolidays {
    /// The holidays that had been published when this version was made.
    #[must_use]
    pub fn built_in() -> Self {
        // A test reads it, so it is known to be readable.
        serde_json::from_str(BUILT_IN).unwrap_or_default()
    }

    /// Adds the days to everything that closes on a nation's bank holidays: rules, and the conditions of rules and
    /// topics.
    pub fn put_into(&self, policy: &mut Policy) {
        for rule in &mut policy.rules {
            if let Some(settings) = rule.settings.as_object_mut() {
                self.put_into_settings(&rule.kind, settings);
            }
            self.put_into_condition(&mut rule.when);
        }
        policy.topics.iter_mut().for_each(|topic| self.put_into_condition(&mut topic.when));
    }

    /// Adds the days to a condition, and to any conditions inside it.
    pub(crate) fn put_into_condition(&self, condition: &mut Value) {
        match condition {
            Value::Array(all) => all.iter_mut().for_each(|one| self.put_into_condition(one)),
            Value::Object(fields) => {
                match fields.get("kind").and_then(Value::as_str).map(ToOwned::to_owned) {
                    Some(kind) => self.put_into_settings(&kind, fields),
                    None => fields.values_mut().for_each(|one| self.put_into_condition(one)),
                }
            }
            _ => {}
        }
    }

    /// Replaces a nation's name with its days. Anything unreadable is left for the rule to refuse.
    pub(crate) fn put_into_settings(&self, kind: &str, settings: &mut Map<String, Value>) {
        let nation = settings.get(NATION).and_then(|nation| Nation::deserialize(nation).ok());
        let Some(nation) = nation.filter(|_| kind == HOURS) else { return };
        let closed = settings.entry("closed").or_insert_with(|| json!([]));
        if let Some(closed) = closed.as_array_mut() {
            closed.extend(self.division(nation).events.iter().map(|event| json!(event.date.0)));
            settings.remove(NATION);
        }
    }

    fn division(&self, nation: Nation) -> &Division {
        match nation {
            Nation::England | Nation::Wales => &self.england_and_wales,
            Nation::Scotland => &self.scotland,
            Nation::NorthernIreland => &self.northern_ireland,
        }
    }
}

/// The kind of rule that closes on bank holidays, and its setting.
const HOURS: &str = "hours";
const NATION: &str = "bank_holidays";

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use time::Weekday;

    #[test]
    fn the_list_can_be_read() {
        let list: BankHolidays = serde_json::from_str(BUILT_IN).unwrap();
        for division in [&list.england_and_wales, &list.scotland, &list.northern_ireland] {
            let days: Vec<_> =
                division.events.iter().map(|event| crate::instant::day(&event.date.0).unwrap()).collect();
            assert!(
                days.is_sorted()
                    && days.iter().all(|day| !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday))
            );
            let years: BTreeSet<_> = days.iter().map(|day| day.year()).collect();
            assert!(years.iter().eq(&(2019..=2028).collect::<Vec<_>>()), "{years:?}");
            assert!(years.iter().all(|year| days.iter().filter(|day| day.year() == *year).count() >= 8));
        }
    }

    #[test]
    fn days_are_put_into_rules_and_conditions() {
        let rule = json!({
            "id": "a", "kind": "hours", "severity": "note", "message": "", "source": {"title": ""},
            "settings": {"open": {"mon": "09:00-17:00"}, "bank_holidays": "scotland", "closed": ["2026-07-01"]},
            "when": {"not": {"kind": "hours", "open": {"mon": "09:00-17:00"}, "bank_holidays": "wales"}},
        });
        let policy =
            json!({"format": "countersign-policy/1", "id": "p", "name": "P", "version": 1, "rules": [rule]});
        let mut policy = Policy::from_json(&policy.to_string()).unwrap();
        assert!(crate::Engine::new(policy.clone()).is_err());
        BankHolidays::built_in().put_into(&mut policy);
        let days = |closed: &Value| {
            closed.as_array().unwrap().iter().map(|day| day.as_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        let (scotland, wales) =
            (days(&policy.rules[0].settings["closed"]), days(&policy.rules[0].when["not"]["closed"]));
        assert!(scotland[0] == "2026-07-01" && scotland.contains(&"2026-06-15".to_owned()));
        assert!(wales.contains(&"2026-04-06".to_owned()) && !wales.contains(&"2026-06-15".to_owned()));
        assert!(policy.rules[0].settings.get("bank_holidays").is_none());
        let filled = policy.clone();
        BankHolidays::built_in().put_into(&mut policy);
        assert_eq!(policy, filled);
        assert!(crate::Engine::new(policy).is_ok());
    }
}
