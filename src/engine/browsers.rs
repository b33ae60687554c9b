//! Which rules and sign-offs of a policy cannot do in a browser what they do on the command line.

use super::{CompiledRule, Engine};
use crate::browsers::{BROWSED, Browsed, Fact, Unsupplied};
use crate::policy::{Parts, Policy, Scope};
use crate::rules::Condition;

impl Engine {
    /// The rules and sign-offs that no browser checks yet, by their ids, with the reason.
    #[must_use]
    pub fn not_in_browsers(&self) -> Vec<(&str, Unsupplied)> {
        let Policy { rules, sign_offs, .. } = &self.policy;
        let rules = rules.iter().zip(&self.rules).filter_map(|(rule, compiled)| {
            let why = self.nowhere(&rule.scope, |browser| self.is_checked(compiled, browser))?;
            Some((rule.id.as_str(), why))
        });
        let sign_offs = sign_offs.iter().filter_map(|sign_off| {
            let why = self.nowhere(&sign_off.scope, |_| Ok(()))?;
            Some((sign_off.id.as_str(), why))
        });
        rules.chain(sign_offs).collect()
    }

    /// The sign-offs whose `parts` no browser follows yet: every part of a thread is signed.
    pub fn parts_not_in_browsers(&self) -> impl Iterator<Item = &str> {
        let unread = !BROWSED.iter().any(|browser| browser.knows(Fact::Thread));
        let followed = |parts: Option<Parts>| matches!(parts, None | Some(Parts::Every));
        let sign_offs = self.policy.sign_offs.iter();
        sign_offs.filter(move |one| unread && !followed(one.parts)).map(|one| one.id.as_str())
    }

    /// Why something of this scope is checked on no site that the extension knows; nothing if it is on one of them.
    fn nowhere(
        &self,
        scope: &Scope,
        is_checked: impl Fn(&Browsed) -> Result<(), Unsupplied>,
    ) -> Option<Unsupplied> {
        let mut first = None;
        for browser in BROWSED {
            match self.is_in(scope, browser).and_then(|()| is_checked(browser)) {
                Ok(()) => return None,
                Err(Unsupplied::Sites(_)) if first.is_some() => {}
                // What the extension would have to read says more than the sites that the rule is not for.
                Err(why) => match first {
                    Some(Unsupplied::Fact(_)) => {}
                    _ => first = Some(why),
                },
            }
        }
        first
    }

    fn is_checked(&self, rule: &CompiledRule, browser: &Browsed) -> Result<(), Unsupplied> {
        missing(rule.matcher.lacks(&|fact| browser.knows(fact)))?;
        rule.when.as_ref().map_or(Ok(()), |when| self.can_hold(when, browser))
    }

    /// Whether a condition can hold on this site. What is denied holds all the more where nothing is known.
    fn can_hold(&self, condition: &Condition, browser: &Browsed) -> Result<(), Unsupplied> {
        match condition {
            Condition::All(all) => all.iter().try_for_each(|condition| self.can_hold(condition, browser)),
            Condition::Any(any) => {
                let mut why = Ok(());
                for condition in any {
                    match self.can_hold(condition, browser) {
                        Ok(()) => return Ok(()),
                        Err(reason) => why = why.and(Err(reason)),
                    }
                }
                why
            }
            Condition::Not(_) => Ok(()),
            Condition::Scope(scope) => self.is_in(scope, browser),
            Condition::Matches(number) | Condition::Near(_, number) => {
                let inner = number.checked_sub(self.rules.len()).and_then(|nth| self.inner.get(nth));
                missing(inner.and_then(|matcher| matcher.lacks(&|fact| browser.knows(fact))))
            }
        }
    }

    /// Whether a post on this site can be in this scope.
    fn is_in(&self, scope: &Scope, browser: &Browsed) -> Result<(), Unsupplied> {
        let Scope { sites, media, topics, .. } = scope;
        if !sites.is_empty() && !sites.iter().any(|site| site == "all" || site == browser.site) {
            return Err(Unsupplied::Sites(sites.clone()));
        }
        if let Some(&first) = media.first()
            && !media.iter().any(|kind| browser.knows(Fact::Media(*kind)))
        {
            return Err(Unsupplied::Fact(Fact::Media(first)));
        }
        let of_policy = self.policy.topics.iter().zip(&self.topics);
        let named = of_policy.filter(|(topic, _)| topics.contains(&topic.id));
        let mut why = Ok(());
        for (_, shown) in named {
            match self.can_hold(shown, browser) {
                Ok(()) => return Ok(()),
                Err(reason) => why = why.and(Err(reason)),
            }
        }
        why
    }
}

fn missing(fact: Option<Fact>) -> Result<(), Unsupplied> {
    fact.map_or(Ok(()), |fact| Err(Unsupplied::Fact(fact)))
}
