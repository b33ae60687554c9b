//! The domains in a text, found in one pass from the end: `www.example.com` is two labels and what follows.
//!
//! Whether a label is part of a domain depends on what follows it. Working backwards answers this once for each label,
//! so the cost of a long text with many dots is in proportion to its length.

use super::class::{is_domain, is_label};
use crate::text::entities::{cursor, tld};

/// A run of characters that may be a label of a domain, with the dot after it.
#[derive(Debug)]
pub(super) struct Label {
    /// The first byte of the run.
    pub(super) start: usize,
    /// The dot.
    pub(super) dot: usize,
    /// Where the domain ends if it continues with the labels after this one.
    through: Option<usize>,
    /// The end of the top-level domain after the dot.
    tld_end: Option<usize>,
    /// The last `_`. Only labels before the last two may contain any.
    underscore: Option<usize>,
}

impl Label {
    /// The end of the longest domain whose first label begins at this offset inside the run.
    pub(super) fn domain_end(&self, text: &str, from: usize) -> Option<usize> {
        if from >= self.dot || !cursor::char_at(text, from).is_some_and(is_domain) {
            return None;
        }
        let short = if self.underscore.is_some_and(|at| at >= from) { None } else { self.tld_end };
        self.through.or(short)
    }
}

/// All possible domain labels in a text, in order.
pub(super) fn labels(text: &str) -> Vec<Label> {
    let dots = text.bytes().enumerate().filter(|&(_, byte)| byte == b'.');
    let mut labels: Vec<Label> = dots.filter_map(|(dot, _)| label_before(text, dot)).collect();
    let mut behind: Option<(usize, Option<usize>)> = None;
    for label in labels.iter_mut().rev() {
        label.through = behind.filter(|&(start, _)| start == label.dot + 1).and_then(|(_, end)| end);
        behind = Some((label.start, label.domain_end(text, label.start)));
    }
    labels
}

/// The label that ends at this dot, if a label can end there. This rules out the dot at the end of a sentence quickly.
fn label_before(text: &str, dot: usize) -> Option<Label> {
    cursor::char_at(text, dot + 1).filter(|&behind| is_label(behind))?;
    let start = cursor::run_start(text, dot, is_label);
    if start == dot || !cursor::char_before(text, dot).is_some_and(is_domain) {
        return None;
    }
    let run = text.get(start..dot)?;
    let underscore = run.rfind('_').map(|at| start + at);
    Some(Label { start, dot, through: None, tld_end: tld::end(text, dot + 1), underscore })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn domain(text: &str) -> Option<&str> {
        let first = labels(text).into_iter().next()?;
        text.get(..first.domain_end(text, 0)?)
    }

    #[test]
    fn the_longest_domain_wins() {
        assert_eq!(domain("example.com"), Some("example.com"));
        assert_eq!(domain("example.com.uk.co"), Some("example.com.uk.co"));
        assert_eq!(domain("example.com.txt2"), Some("example.com"));
        assert_eq!(domain("example.txt2"), None);
    }

    #[test]
    fn underscores_are_for_subdomains_only() {
        assert_eq!(domain("a_b.example.com"), Some("a_b.example.com"));
        assert_eq!(domain("a_b.com"), None);
    }

    #[test]
    fn a_label_begins_and_ends_with_more_than_a_hyphen() {
        assert_eq!(domain("a-.com"), None);
        assert_eq!(domain("a.-b.com"), None);
        assert_eq!(domain("a.-com"), None);
    }
}
