//! Where sign-offs go, in as few edits as possible: at most one at the start of the text and one at its end, so that an
//! editor can apply each with one insertion.

use crate::finding::{Edit, Span};
use crate::policy::Position;

/// Characters that separate words on every site; on some sites, other Unicode spaces can be part of a hashtag. Editors
/// make a space at the end of a line a non-breaking one.
const GAPS: [char; 3] = [' ', '\n', '\u{a0}'];

/// The edits that put each wording into its position. Wordings on the text's last line come before those on a line of
/// their own. If the last line belongs to another sign-off, nothing is added to it.
pub(super) fn edits(text: &str, wordings: &[(Position, &str)], last_line_is_taken: bool) -> Vec<Edit> {
    let at =
        |position| wordings.iter().filter(move |(other, _)| *other == position).map(|&(_, wording)| wording);
    let mut start = at(Position::Start).flat_map(|wording| [wording, " "]).collect::<String>();
    if text.starts_with(GAPS) {
        start.truncate(start.trim_end().len());
    }
    let mut end = String::new();
    for wording in at(Position::End) {
        let breaks = usize::from(last_line_is_taken && end.is_empty());
        join(text, &mut end, breaks, wording);
    }
    for wording in at(Position::OwnLine) {
        join(text, &mut end, 2, wording);
    }
    let edit = |offset, insert: String| Edit { span: Span::new(offset, offset), insert };
    let edits = [edit(0, start), edit(text.len(), end)];
    edits.into_iter().filter(|edit| !edit.insert.is_empty()).collect()
}

/// Appends a wording to `end`, which is the text to add after `text`. Before the wording goes a space, or this number
/// of line breaks, less those that are already there.
fn join(text: &str, end: &mut String, breaks: usize, wording: &str) {
    let before = if end.is_empty() { text } else { end.as_str() };
    let words = before.trim_end_matches(|character| character == '\r' || GAPS.contains(&character));
    let there = before.get(words.len()..).unwrap_or_default().matches('\n').count();
    let gap = match breaks {
        _ if words.is_empty() => String::new(),
        0 if before.ends_with(GAPS) => String::new(),
        0 => " ".to_owned(),
        _ => "\n".repeat(breaks.saturating_sub(there)),
    };
    end.push_str(&gap);
    end.push_str(wording);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::apply;

    #[track_caller]
    fn assert_signed(text: &str, wordings: &[(Position, &str)], signed: &str) {
        assert_eq!(apply(text, &edits(text, wordings, false)), signed);
    }

    #[test]
    fn each_position() {
        assert_signed("Hello", &[(Position::Start, "Ad:")], "Ad: Hello");
        assert_signed("\nHello", &[(Position::Start, "Ad:")], "Ad:\nHello");
        assert_signed("Hello", &[(Position::End, "^AB")], "Hello ^AB");
        assert_signed("Hello ", &[(Position::End, "^AB")], "Hello ^AB");
        assert_signed("Hello\u{a0}", &[(Position::End, "^AB")], "Hello\u{a0}^AB");
        assert_signed("Hello", &[(Position::OwnLine, "— Press office")], "Hello\n\n— Press office");
        assert_signed("Hello\n", &[(Position::OwnLine, "— Press office")], "Hello\n\n— Press office");
        assert_signed("Hello\n\n", &[(Position::OwnLine, "— Press office")], "Hello\n\n— Press office");
        assert_signed(
            "Hello\r\n\r\n",
            &[(Position::OwnLine, "— Press office")],
            "Hello\r\n\r\n— Press office",
        );
        assert_signed("Hello \n ", &[(Position::OwnLine, "— Press office")], "Hello \n \n— Press office");
        assert_signed("Hello\n", &[(Position::End, "^AB")], "Hello\n^AB");
    }

    #[test]
    fn a_line_of_its_own_comes_last() {
        let both = [(Position::OwnLine, "— Press office"), (Position::End, "#ad"), (Position::End, "^AB")];
        assert_signed("Hello", &both, "Hello #ad ^AB\n\n— Press office");
        let text = "Hello\n\n— Press office";
        let edits = edits(text, &[(Position::End, "^AB"), (Position::End, "#ad")], true);
        assert_eq!(apply(text, &edits), "Hello\n\n— Press office\n^AB #ad");
    }

    #[test]
    fn an_empty_draft_gets_no_space_in_front() {
        assert_signed("", &[(Position::End, "^AB")], "^AB");
        assert_signed("", &[(Position::Start, "Ad:"), (Position::End, "^AB")], "Ad: ^AB");
    }
}
