//! The words, sentences and emoji of a draft.
//!
//! Posts are not prose: a line break ends a sentence, an emoji may replace the full stop, nobody reads a link aloud,
//! and hashtags trail at the end. Unicode's own rules (UAX #29) do not cover this, so these scanners follow them where
//! they can and depart from them where posts require it. Each says where it differs.
//!
//! ```
//! use countersign::text::entities::Linking;
//! use countersign::text::segment::{emoji, sentences, tokens};
//! let text = "Dr. Jones is in. Ask @press 🚌 https://a.uk #NHS";
//! let tokens = tokens(text, &Linking::X.find(text), &emoji(text));
//! let words: Vec<_> = sentences(text, &tokens).iter().map(|sentence| sentence.words).collect();
//! assert_eq!(words, [4, 1]);
//! ```

pub mod syllables;
pub mod unwanted;
pub mod vocabulary;

mod emoji;
mod measure;
mod sentences;
mod tokens;

pub use emoji::emoji;
pub use measure::Measure;
pub use sentences::{Sentence, sentences};
pub use tokens::{Token, TokenKind, tokens};
