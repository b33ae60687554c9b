//! Who is posting, as options of `countersign check`: one option for each detail of a profile, such as `--initials`.

use clap::{Arg, ArgMatches, Args, Command, Error, FromArgMatches};
use countersign::profile::{DETAILS, Profile};

/// The poster's details.
#[derive(Debug)]
pub(crate) struct Poster(pub(crate) Profile);

impl Args for Poster {
    fn augment_args(command: Command) -> Command {
        command.args(DETAILS.iter().map(|detail| {
            let help = format!("The poster’s {}, for sign-offs", detail.id);
            Arg::new(detail.id).long(detail.id).help(help).conflicts_with("jsonl")
        }))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for Poster {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let mut poster = Self(Profile::default());
        poster.update_from_arg_matches(matches)?;
        Ok(poster)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        for detail in DETAILS {
            if let Some(value) = matches.get_one::<String>(detail.id) {
                value.clone_into(detail.of_mut(&mut self.0));
            }
        }
        Ok(())
    }
}
