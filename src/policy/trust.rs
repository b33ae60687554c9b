//! How far a policy is trusted when it is compiled.

/// Whether the one who packed a policy has checked it already.
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
    /// `countersign pack` has, as for every policy that a browser loads: what only a mistake in the sources could have
    /// made wrong is not looked at again, and patterns are built when a draft needs them.
    Packed,
}
