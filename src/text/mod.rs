//! Text: its forms and parts, and counting as the sites count. It knows nothing of policies or personal data.

pub(crate) mod ascii;
pub(crate) mod dates;
pub mod digits;
pub mod entities;
pub(crate) mod hash;
pub(crate) mod host;
pub mod inflections;
pub mod language;
pub mod length;
pub mod normalise;
pub mod segment;
pub mod shingles;
pub mod verbatim;
pub mod view;
