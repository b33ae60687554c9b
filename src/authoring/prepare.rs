//! Makes a policy ready to be packed, so that browsers need not work the same things out again.

use crate::policy::Policy;
use crate::rules::kind;
use serde_json::Value;

impl Policy {
    /// The policy with whatever its rules [prepare](crate::rules::RuleKind::prepare).
    #[must_use]
    pub fn prepared(mut self) -> Self {
        for rule in &mut self.rules {
            if let (Some(kind), Some(settings)) = (kind(&rule.kind), rule.settings.as_object_mut()) {
                kind.prepare(settings);
            }
            prepare(&mut rule.when);
        }
        self.topics.iter_mut().for_each(|topic| prepare(&mut topic.when));
        self
    }
}

/// Prepares the rules inside a condition.
fn prepare(condition: &mut Value) {
    match condition {
        Value::Array(all) => all.iter_mut().for_each(prepare),
        Value::Object(fields) => match fields.get("kind").and_then(Value::as_str).and_then(kind) {
            Some(kind) => kind.prepare(fields),
            None => fields.values_mut().for_each(prepare),
        },
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Engine;
    use crate::reading::patterns::REQUIRED_VERSION;
    use serde_json::json;

    fn policy(settings: &Value, when: &Value) -> Policy {
        let source = json!({"title": "Test"});
        let rule = json!({
            "id": "a/b", "kind": "pattern", "severity": "note", "message": "Not so.", "source": source,
            "settings": settings, "when": when
        });
        let policy =
            json!({"format": "countersign-policy/1", "id": "p", "name": "P", "version": 1, "rules": [rule]});
        Policy::from_json(&policy.to_string()).unwrap()
    }

    #[test]
    fn a_pattern_says_what_it_requires_also_inside_conditions() {
        let near = |requires: &Value| json!({"not": {"near": {"words": 3, "kind": "pattern", "pattern": "tea+", "requires": requires}}});
        let mut bare = near(&Value::Null);
        bare["not"]["near"].as_object_mut().unwrap().remove("requires");
        let prepared = policy(&json!({"pattern": "[0-9] ?NOON", "case": "exact"}), &bare).prepared();
        let requires = |any_of: &[&str]| json!({"any_of": any_of, "version": REQUIRED_VERSION});
        let first = &prepared.rules[0].settings["requires"];
        assert_eq!((first, &prepared.rules[0].when), (&requires(&["noon"]), &near(&requires(&["te"]))));
        assert_eq!(prepared.clone().prepared(), prepared);
        assert!(Engine::new(prepared).is_ok());
        assert_eq!(
            policy(&json!({"pattern": "[a-z]"}), &Value::Null).prepared().rules[0].settings["requires"],
            requires(&[])
        );
    }

    #[test]
    fn what_a_pattern_does_not_require_is_refused() {
        let wrong = policy(
            &json!({"pattern": "noon", "requires": {"any_of": ["midday"], "version": REQUIRED_VERSION}}),
            &Value::Null,
        );
        let problems = Engine::new(wrong).err().unwrap();
        assert_eq!(problems.problems()[0].path, "settings.requires");
    }
}
