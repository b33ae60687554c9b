//! Numbers as people write them: groups of digits with a space, a dash or a bracket between.

use crate::finding::Span;

/// A number in a text.
#[derive(Debug)]
pub(super) struct Number {
    /// From its first to its last digit.
    pub(super) span: Span,
    /// Its digits, without the separators.
    pub(super) digits: String,
    /// The number of digits in each group, as a digit itself: `334` for `943 476 5919`. Sizes over nine continue with
    /// `:`.
    pub(super) sizes: String,
    /// Whether another group of digits is joined to it on the left.
    pub(super) joined: bool,
    /// Whether its groups are separated by full stops or slashes, as in dates, versions and prices.
    pub(super) dotted: bool,
}

/// The numbers of [`numbers`], and numbers whose groups are all separated by a single full stop or slash. Of the latter
/// only whole ones count, so that no part of an address or a version is a number.
pub(super) fn numbers_and_dotted(text: &str, least: usize, most: usize, joiners: &str) -> Vec<Number> {
    let mut found = numbers(text, least, most, joiners);
    for sign in [".", "/"].into_iter().filter(|sign| stands_between_digits(text, sign)) {
        let all = numbers(text, least, most, sign).into_iter();
        let is_part = |span: Span| {
            let after = text.get(span.end..).and_then(|after| after.strip_prefix(sign)).unwrap_or_default();
            text.get(..span.start).is_some_and(|before| before.ends_with(sign))
                || after.starts_with(char::is_alphanumeric)
        };
        let whole = all.filter(|number| number.sizes.len() > 1 && !is_part(number.span));
        let single = whole.filter(|number| {
            number.span.end - number.span.start == number.digits.len() + number.sizes.len() - 1
        });
        found.extend(single.map(|number| Number { dotted: true, ..number }));
    }
    found
}

/// Every number of `least` to `most` digits whose groups are joined by one or two of the characters in `joiners`.
/// Numbers that touch a letter or a currency sign are left out: they are part of a code or a price.
pub(super) fn numbers(text: &str, least: usize, most: usize, joiners: &str) -> Vec<Number> {
    let groups = groups(text);
    let mut found = Vec::new();
    for (first, start) in groups.iter().enumerate() {
        let joined = first
            .checked_sub(1)
            .and_then(|previous| groups.get(previous))
            .is_some_and(|previous| are_joined(text, *previous, *start, joiners));
        let (digits, sizes) = (String::new(), String::new());
        let mut number = Number { span: *start, digits, sizes, joined, dotted: false };
        let mut previous = *start;
        for group in groups.iter().skip(first) {
            if number.digits.len() + (group.end - group.start) > most
                || (group != start && !are_joined(text, previous, *group, joiners))
            {
                break;
            }
            previous = *group;
            number.digits.push_str(text.get(group.start..group.end).unwrap_or_default());
            let size = u8::try_from(group.end - group.start).unwrap_or(u8::MAX - b'0');
            number.sizes.push(char::from(b'0' + size));
            number.span.end = group.end;
            if number.digits.len() >= least {
                found.push(Number { digits: number.digits.clone(), sizes: number.sizes.clone(), ..number });
            }
        }
    }
    found
}

fn stands_between_digits(text: &str, sign: &str) -> bool {
    let digit = |at: Option<usize>| at.and_then(|at| text.as_bytes().get(at)).is_some_and(u8::is_ascii_digit);
    text.match_indices(sign).any(|(at, _)| digit(at.checked_sub(1)) && digit(Some(at + sign.len())))
}

/// The runs of digits that do not touch a letter, an underscore or a currency sign.
fn groups(text: &str) -> Vec<Span> {
    let bytes = text.as_bytes();
    let mut groups = Vec::new();
    let mut at = 0;
    while let Some(skipped) = bytes.get(at..).and_then(|rest| rest.iter().position(u8::is_ascii_digit)) {
        let start = at + skipped;
        let length = bytes.iter().skip(start).take_while(|byte| byte.is_ascii_digit()).count();
        at = start + length;
        let before = text.get(..start).and_then(|before| before.chars().next_back());
        let after = text.get(at..).and_then(|after| after.chars().next());
        let touches = |next: Option<char>| {
            next.is_some_and(|next| next.is_alphanumeric() || matches!(next, '_' | '£' | '$' | '€'))
        };
        if !touches(before) && !touches(after) {
            groups.push(Span::new(start, at));
        }
    }
    groups
}

fn are_joined(text: &str, left: Span, right: Span, joiners: &str) -> bool {
    let between = text.get(left.end..right.start).unwrap_or_default();
    (1..=2).contains(&between.len()) && between.chars().all(|character| joiners.contains(character))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_join_and_prices_and_codes_do_not() {
        let found = numbers("Ring 943 476-5919 or £9434765919, AB9434765919", 10, 10, " -");
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].digits.as_str(), found[0].sizes.as_str()), ("9434765919", "334"));
        assert_eq!(found[0].span, Span::new(5, 17));
    }

    #[test]
    fn one_sign_may_stand_between_all_groups() {
        let found =
            |text| numbers_and_dotted(text, 10, 10, " -").into_iter().map(|one| one.span).collect::<Vec<_>>();
        assert_eq!(found("452.601.8155"), [Span::new(0, 12)]);
        assert_eq!(found("452/601/8155."), [Span::new(0, 12)]);
        assert_eq!(found("452.601/8155, 452..601.8155, 1.452.601.8155, 452.601.8155.1, 452.601 8155"), []);
    }
}
