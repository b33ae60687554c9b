//! What an organisation requires, as data that the engine loads. [`authoring`](crate::authoring) makes it from an
//! admin's YAML files.

mod approver;
mod error;
mod model;
pub(crate) mod read;
mod sign_off;
pub mod suggestion;
mod trust;
mod window;

pub(crate) use approver::problems as approver_problems;
pub use approver::{Approver, digest_of_code};
pub use error::{PolicyError, Problem, unknown};
pub use model::{
    FORMAT, Mode, OnUnavailable, Policy, RegisteredAccount, Rule, Scope, SignOff, Topic, Unavailable,
};
pub use sign_off::{Parts, Position, Variants};
pub use trust::Trust;
pub use window::Window;
