//! How far a policy is trusted when it is compiled.

/// Whether whoever packed a policy has already checked it.
///
/// ```
/// use countersign::{Engine, Policy, Trust};
/// # let json = r#"{"format": "countersign-policy/1", "id": "p", "name": "P", "version": 1, "rules": []}"#;
/// let written = Engine::new(Policy::from_json(json)?)?;
/// let packed = Engine::with_trust(Policy::from_json(json)?, Trust::Packed)?;
/// assert_eq!(written.policy(), packed.policy());
/// # Ok::<(), countersign::PolicyError>(())
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Trust {
    /// Nobody has: everything is checked, and each pattern is built once to see that it can be.
    #[default]
    Source,
    /// `countersign pack` has, as for every policy that a browser loads. Anything that could be wrong only because of a
    /// mistake in the sources is not checked again, and patterns are built when a draft needs them.
    Packed,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Context, Draft, Engine, Policy};
    use serde_json::{Value, json};

    fn engine(kind: &str, message: &str, settings: &Value, trust: Trust) -> Result<Engine, String> {
        let rule = json!({
            "id": "a/b", "kind": kind, "severity": "note", "message": message, "source": {"title": "Test"},
            "settings": settings
        });
        let policy =
            json!({"format": "countersign-policy/1", "id": "p", "name": "P", "version": 1, "rules": [rule]});
        let policy = Policy::from_json(&policy.to_string()).unwrap();
        Engine::with_trust(policy, trust).map_err(|error| error.problems()[0].path.clone())
    }

    /// Asserts that a packed policy finds something in the draft, and that an unchecked one is refused at the path.
    #[track_caller]
    fn assert_checked_once(kind: &str, message: &str, settings: &Value, path: &str) {
        assert_eq!(engine(kind, message, settings, Trust::Source).err().as_deref(), Some(path));
        let packed = engine(kind, message, settings, Trust::Packed).unwrap();
        let report = packed.check(&Draft::new("We utilise it"), &Context::default());
        assert_eq!(report.findings.len(), 1, "{settings}");
    }

    #[test]
    fn what_was_checked_when_packed_is_not_checked_again() {
        let again = json!({"terms": ["utilise"], "replace": "utilise it"});
        assert_checked_once("term", "No.", &again, "settings.replace");
        assert_checked_once("term", "No {such}.", &json!({"terms": ["utilise"]}), "message");
        let insert = json!({"any_of": ["#Flood"], "insert": "#Floods"});
        assert_checked_once("require", "No.", &insert, "settings.insert");
        assert_checked_once(
            "pattern",
            "No.",
            &json!({"pattern": "utili[sz]e", "replace": "$1"}),
            "settings.replace",
        );
    }

    #[test]
    fn what_cannot_be_used_is_refused_either_way() {
        for trust in [Trust::Source, Trust::Packed] {
            let path = |kind, settings: Value| engine(kind, "No.", &settings, trust).err();
            assert_eq!(path("pattern", json!({"pattern": "(noon"})).as_deref(), Some("settings.pattern"));
            assert_eq!(path("pattern", json!({"pattern": "a*"})).as_deref(), Some("settings.pattern"));
            assert_eq!(path("term", json!({"terms": [" "]})).as_deref(), Some("settings.terms[0]"));
        }
    }
}
