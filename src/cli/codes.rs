//! `countersign codes`: a sheet of codes that a colleague uses to consent to posts.

use crate::{Failure, Outcome};
use clap::Args;
use countersign::authoring::source::wrong_approver;
use countersign::policy::digest_of_code;
use std::io::Write;

/// Douglas Crockford's alphabet of 32, without the letters that are mistaken for digits or make words.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Twelve characters of 5 bits: 2⁶⁰ codes, far too many to guess.
const LENGTH: usize = 12;

/// Make codes that let a colleague approve what needs a second person
///
/// Each code is good for one post. Give the codes to the colleague, on paper or in a password manager, and put the
/// digests into policy.yml. The codes cannot be worked out from the digests, and are not kept anywhere else.
#[derive(Debug, Args)]
pub(crate) struct Codes {
    /// Who it is, as it will appear in the record of posts, such as duty-editor
    #[arg(long)]
    approver: String,
    /// How many codes to make
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u16).range(1..=1000))]
    count: u16,
}

impl Codes {
    /// Prints the codes, and what to put into the policy.
    pub(crate) fn run(&self, out: &mut impl Write) -> Result<Outcome, Failure> {
        let approver = &self.approver;
        if let Some(message) = wrong_approver(approver) {
            return Err(Failure::Input(message));
        }
        let codes = (0..self.count).map(|_| code()).collect::<Result<Vec<_>, _>>()?;
        writeln!(out, "# For {approver}. Each code is good for one post. They are not shown again.")?;
        for code in &codes {
            writeln!(out, "#   {code}")?;
        }
        writeln!(out, "\n# For policy.yml.\napprovers:\n  - id: {approver}\n    codes:")?;
        for code in &codes {
            writeln!(out, "      - {}", digest_of_code(approver, code))?;
        }
        Ok(Outcome::Fine)
    }
}

fn code() -> Result<String, Failure> {
    let mut random = [0; LENGTH];
    getrandom::fill(&mut random)
        .map_err(|error| Failure::Input(format!("The system gave no random numbers: {error}.")))?;
    // 256 is a multiple of 32, so every character is equally likely.
    let characters =
        random.iter().map(|byte| ALPHABET.get(usize::from(byte % 32)).map_or('0', |&one| one.into()));
    let plain: Vec<char> = characters.collect();
    Ok(plain.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join("-"))
}
