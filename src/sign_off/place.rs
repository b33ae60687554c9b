//! Where sign-offs go, as the fewest edits: at most one at the start of the text and one at its end, so that
//! an editor can apply each with one insertion.

use crate::finding::{Edit, Span};
use crate::policy::Position;

/// The edits that put each wording into its position.
pub(super) fn edits<'a>(text: &str, wordings: impl Iterator<Item = (Position, &'a &'a String)>) -> Vec<Edit> {
    let (mut start, mut end) = (String::new(), String::new());
    for (position, wording) in wordings {
        match position {
            Position::Start => {
                start.push_str(wording);
                start.push(' ');
            }
            Position::End => {
                let separator = if blank(text) && end.is_empty() { "" } else { " " };
                join(text, &mut end, separator, wording);
            }
            Position::OwnLine => {
                let separator = if blank(text) && end.is_empty() { "" } else { "\n\n" };
                join(text, &mut end, separator, wording);
            }
        }
    }
    let at = |offset: usize, insert: String| Edit { span: Span::new(offset, offset), insert };
    let edits = [at(0, start), at(text.len(), end)];
    edits.into_iter().filter(|edit| !edit.insert.is_empty()).collect()
}

fn blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// Appends to `end`, which is what will stand behind `text`, with as much of the separator as is not there.
fn join(text: &str, end: &mut String, separator: &str, wording: &str) {
    let so_far = format!("{text}{end}");
    let ready = match separator {
        " " => so_far.ends_with(char::is_whitespace),
        "\n\n" if so_far.ends_with("\n\n") => true,
        "\n\n" if so_far.ends_with('\n') => {
            end.push('\n');
            true
        }
        _ => false,
    };
    if !ready {
        end.push_str(separator);
    }
    end.push_str(wording);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::apply;

    #[track_caller]
    fn assert_signed(text: &str, wordings: &[(Position, &str)], signed: &str) {
        let owned: Vec<_> =
            wordings.iter().map(|&(position, wording)| (position, wording.to_owned())).collect();
        let borrowed: Vec<_> = owned.iter().map(|(position, wording)| (*position, wording)).collect();
        let edits = edits(text, borrowed.iter().map(|(position, wording)| (*position, wording)));
        assert_eq!(apply(text, &edits), signed);
    }

    #[test]
    fn each_position() {
        assert_signed("Hello", &[(Position::Start, "Ad:")], "Ad: Hello");
        assert_signed("Hello", &[(Position::End, "^AB")], "Hello ^AB");
        assert_signed("Hello ", &[(Position::End, "^AB")], "Hello ^AB");
        assert_signed("Hello", &[(Position::OwnLine, "— Press office")], "Hello\n\n— Press office");
        assert_signed("Hello\n", &[(Position::OwnLine, "— Press office")], "Hello\n\n— Press office");
    }

    #[test]
    fn several_at_the_end_keep_their_order() {
        let both = [(Position::End, "#ad"), (Position::OwnLine, "^AB")];
        assert_signed("Hello", &both, "Hello #ad\n\n^AB");
    }

    #[test]
    fn an_empty_draft_gets_no_space_in_front() {
        assert_signed("", &[(Position::End, "^AB")], "^AB");
    }
}
