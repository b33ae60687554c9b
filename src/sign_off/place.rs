//! Where sign-offs go, as the fewest edits: at most one at the start of the text and one at its end, so that
//! an editor can apply each with one insertion.

use crate::finding::{Edit, Span};
use crate::policy::Position;

/// What divides words on every site; others of Unicode's spaces are part of a hashtag on some. Editors write a
/// space at the end of a line as one that does not break.
const GAPS: [char; 3] = [' ', '\n', '\u{a0}'];

/// The edits that put each wording into its position. What goes on the text's last line comes before what gets
/// a line of its own. If the last line belongs to another sign-off, nothing is added to it.
pub(super) fn edits(text: &str, wordings: &[(Position, &str)], last_line_is_taken: bool) -> Vec<Edit> {
    let at =
        |position| wordings.iter().filter(move |(other, _)| *other == position).map(|&(_, wording)| wording);
    let mut start = at(Position::Start).flat_map(|wording| [wording, " "]).collect::<String>();
    if text.starts_with(GAPS) {
        start.truncate(start.trim_end().len());
    }
    let mut end = String::new();
    for wording in at(Position::End) {
        let separator = if last_line_is_taken && end.is_empty() { "\n" } else { " " };
        join(text, &mut end, separator, wording);
    }
    for wording in at(Position::OwnLine) {
        join(text, &mut end, "\n\n", wording);
    }
    let edit = |offset, insert: String| Edit { span: Span::new(offset, offset), insert };
    let edits = [edit(0, start), edit(text.len(), end)];
    edits.into_iter().filter(|edit| !edit.insert.is_empty()).collect()
}

/// Appends to `end`, which is what will stand behind `text`, with as much of the separator as is not there.
fn join(text: &str, end: &mut String, separator: &str, wording: &str) {
    let blank = end.is_empty() && text.trim_matches(GAPS).is_empty();
    let ready = |part: &str| if end.is_empty() { text.ends_with(part) } else { end.ends_with(part) };
    let spaced = separator == " " && if end.is_empty() { text.ends_with(GAPS) } else { end.ends_with(GAPS) };
    if !(blank || spaced || ready(separator)) {
        end.push_str(if separator == "\n\n" && ready("\n") { "\n" } else { separator });
    }
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
