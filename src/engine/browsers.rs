//! Which rules and sign-offs of a policy do less in a browser than on the command line.

use super::unchecked::{Extent, Unchecked, Why};
use super::{CompiledRule, Engine};
use crate::policy::{Parts, Policy, Rule, Scope, SignOff};
use crate::post::Surface;
use crate::rules::Condition;
use crate::sites::{Fact, Site, browsed};

impl Engine {
    /// This policy's rules and sign-offs that browsers do not check yet, or not on every site.
    #[must_use]
    pub fn unchecked_in_browsers(&self) -> Vec<Unchecked<'_>> {
        let Policy { rules, sign_offs, .. } = &self.policy;
        let rules = rules.iter().zip(&self.rules).filter_map(|(rule, compiled)| self.of_rule(rule, compiled));
        rules.chain(sign_offs.iter().filter_map(|sign_off| self.of_sign_off(sign_off))).collect()
    }

    fn of_rule<'a>(&self, rule: &'a Rule, compiled: &CompiledRule) -> Option<Unchecked<'a>> {
        let unchecked = self.of_scope(&rule.id, &rule.scope, |browser| self.can_find(compiled, browser));
        unchecked.or_else(|| {
            let is_known = |fact| browsed().any(|browser| browser.is_read(fact));
            let fact = compiled.matcher.lacks_for_answers(&is_known)?;
            let answers = rule.scope.surfaces.is_empty()
                || rule.scope.surfaces.iter().any(|surface| *surface != Surface::Post);
            answers.then_some(Unchecked { entry: &rule.id, extent: Extent::Answers, why: Why::Unread(fact) })
        })
    }

    fn of_sign_off<'a>(&self, sign_off: &'a SignOff) -> Option<Unchecked<'a>> {
        let unchecked = self.of_scope(&sign_off.id, &sign_off.scope, |_| Ok(()));
        unchecked.or_else(|| {
            let followed = matches!(sign_off.parts, None | Some(Parts::Every))
                || browsed().any(|browser| browser.is_read(Fact::Thread));
            let why = Why::Unread(Fact::Thread);
            (!followed).then_some(Unchecked { entry: &sign_off.id, extent: Extent::Parts, why })
        })
    }

    /// The sites among those the extension knows on which a rule or sign-off with this scope is not checked, although
    /// it is meant for them.
    fn of_scope<'a>(
        &self,
        entry: &'a str,
        scope: &Scope,
        can_find: impl Fn(&Site) -> Result<(), Why>,
    ) -> Option<Unchecked<'a>> {
        let (mut sites, mut why, mut checked) = (Vec::new(), None, 0);
        for browser in browsed() {
            match self.can_cover(scope, browser).and_then(|()| can_find(browser)) {
                Ok(()) => checked += 1,
                Err(Why::OtherSites(_)) => {}
                Err(reason) => {
                    sites.push(browser.id);
                    why = why.or(Some(reason));
                }
            }
        }
        match why {
            None if checked > 0 => None,
            None => {
                Some(Unchecked { entry, extent: Extent::Whole, why: Why::OtherSites(scope.sites.clone()) })
            }
            Some(why) if checked > 0 => Some(Unchecked { entry, extent: Extent::On(sites), why }),
            Some(why) => Some(Unchecked { entry, extent: Extent::Whole, why }),
        }
    }

    fn can_find(&self, rule: &CompiledRule, browser: &Site) -> Result<(), Why> {
        known(rule.matcher.lacks(&|fact| browser.is_read(fact)))?;
        rule.when.as_ref().map_or(Ok(()), |when| self.can_hold(when, browser))
    }

    /// Whether a condition can hold on this site. A `not` always can: it also holds where nothing is known.
    fn can_hold(&self, condition: &Condition, browser: &Site) -> Result<(), Why> {
        match condition {
            Condition::All(all) => all.iter().try_for_each(|condition| self.can_hold(condition, browser)),
            Condition::Any(any) => one_of(any.iter().map(|condition| self.can_hold(condition, browser))),
            Condition::Not(_) => Ok(()),
            Condition::Scope(scope) => self.can_cover(scope, browser),
            Condition::Matches(number) | Condition::Near(_, number) => {
                let inner = number.checked_sub(self.rules.len()).and_then(|nth| self.inner.get(nth));
                known(inner.and_then(|matcher| matcher.lacks(&|fact| browser.is_read(fact))))
            }
        }
    }

    /// Whether a post on this site can be in this scope, as far as the extension can tell.
    fn can_cover(&self, scope: &Scope, browser: &Site) -> Result<(), Why> {
        let Scope { sites, media, topics, .. } = scope;
        if !sites.is_empty() && !sites.iter().any(|site| site == "all" || site == browser.id) {
            return Err(Why::OtherSites(sites.clone()));
        }
        one_of(media.iter().map(|kind| {
            let fact = Fact::Media(*kind);
            known((!browser.is_read(fact)).then_some(fact))
        }))?;
        let of_policy = self.policy.topics.iter().zip(&self.topics);
        let named = of_policy.filter(|(topic, _)| topics.contains(&topic.id));
        one_of(named.map(|(_, shown)| self.can_hold(shown, browser)))
    }
}

fn known(lacking: Option<Fact>) -> Result<(), Why> {
    lacking.map_or(Ok(()), |fact| Err(Why::Unread(fact)))
}

/// `Ok` if any of them is, or if there are none. Otherwise, the error of the first.
fn one_of(mut all: impl Iterator<Item = Result<(), Why>>) -> Result<(), Why> {
    let Some(Err(first)) = all.next() else { return Ok(()) };
    if all.any(|other| other.is_ok()) { Ok(()) } else { Err(first) }
}
