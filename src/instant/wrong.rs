//! Which part of a text keeps it from being a moment.

use time::{Date, Month};

/// What is wrong with a text that is not in the form of RFC 3339, and what to write.
pub(super) fn part(text: &str) -> &'static str {
    let (date, rest) = text.split_once(['T', 't', ' ']).unwrap_or((text, ""));
    if let Some(wrong) = of_date(date) {
        return wrong;
    }
    let end = rest.find(|one: char| !one.is_ascii_digit() && !matches!(one, ':' | '.')).unwrap_or(rest.len());
    let (clock, offset) = rest.split_at_checked(end).unwrap_or((rest, ""));
    of_clock(clock).or_else(|| of_offset(offset)).unwrap_or("Write it in exactly that form.")
}

fn of_date(date: &str) -> Option<&'static str> {
    let Some([year, month, day]) = numbers(date, '-', [4, 2, 2]) else {
        return Some("Write the date as year, month and day, such as 2024-07-04.");
    };
    let month = u8::try_from(month).ok().and_then(|month| Month::try_from(month).ok());
    let day = u8::try_from(day).ok().zip(i32::try_from(year).ok());
    let date =
        month.zip(day).and_then(|(month, (day, year))| Date::from_calendar_date(year, month, day).ok());
    date.is_none().then_some("There is no such day in the calendar.")
}

fn of_clock(clock: &str) -> Option<&'static str> {
    let whole = clock.split_once('.').map_or(clock, |(whole, _)| whole);
    match numbers(whole, ':', [2, 2, 2]) {
        Some([0..24, 0..60, 0..60]) => None,
        Some([24, ..]) => Some("The day ends before 24:00:00. Write 00:00:00 of the next day."),
        Some(_) => Some("There is no such time of day."),
        None if clock.is_empty() => Some("The time of day is missing after the date, such as T22:00:00."),
        None if numbers(whole, ':', [2, 2]).is_some() => {
            Some("The seconds are missing. Write 22:00:00 for 22:00.")
        }
        None => Some("Write the time of day as hours, minutes and seconds, such as 22:00:00."),
    }
}

fn of_offset(offset: &str) -> Option<&'static str> {
    let digits = offset.strip_prefix(['+', '-']);
    match digits.and_then(|digits| numbers(digits, ':', [2, 2])) {
        _ if matches!(offset, "Z" | "z") => None,
        Some([0..24, 0..60]) => None,
        Some(_) => Some("There is no such offset. Write Z for UTC, or +01:00 for British Summer Time."),
        None if offset.is_empty() => {
            Some("The offset is missing at its end. Write Z for UTC, or +01:00 for British Summer Time.")
        }
        None if digits.is_some() => {
            Some("Write the offset as hours and minutes with a colon, such as +01:00.")
        }
        None => Some("Write the offset in digits: Z for UTC, or +01:00 for British Summer Time."),
    }
}

/// The numbers between these signs, each with so many digits.
fn numbers<const N: usize>(text: &str, between: char, digits: [usize; N]) -> Option<[u32; N]> {
    let mut numbers = [0; N];
    let mut parts = text.split(between);
    for (number, length) in numbers.iter_mut().zip(digits) {
        let part = parts
            .next()
            .filter(|part| part.len() == length && part.chars().all(|one| one.is_ascii_digit()))?;
        *number = part.parse().ok()?;
    }
    parts.next().is_none().then_some(numbers)
}

#[cfg(test)]
mod tests {
    use crate::Instant;
    use proptest::prelude::*;

    #[track_caller]
    fn assert_wrong(text: &str, words: &str) {
        let message = text.parse::<Instant>().unwrap_err().to_string();
        assert!(message.contains(words), "{text}: {message}");
        assert!(message.starts_with("expected a time with its offset, such as 2024-07-04T22:00:00+01:00. "));
    }

    #[test]
    fn the_part_that_is_wrong_is_named() {
        assert_wrong("2027-02-30T10:00:00Z", "no such day");
        assert_wrong("2027-13-01T10:00:00Z", "no such day");
        assert_wrong("23/03/2027", "Write the date as year, month and day");
        assert_wrong("23-03-2027T10:00:00Z", "Write the date as year, month and day");
        assert_wrong("today", "Write the date");
        assert_wrong("", "Write the date");
        assert_wrong("2027-03-23", "The time of day is missing");
        assert_wrong("2027-03-23T24:00:00Z", "of the next day");
        assert_wrong("2027-03-23T10:60:00Z", "no such time of day");
        assert_wrong("2027-03-23T10:00Z", "The seconds are missing.");
        assert_wrong("2027-03-23T10:00+01:00", "The seconds are missing.");
        assert_wrong("2027-03-23T9:00:00Z", "hours, minutes and seconds");
        assert_wrong("2027-03-23T10am", "hours, minutes and seconds");
        assert_wrong("2027-03-23T10:00:00", "The offset is missing");
        assert_wrong("2027-03-23T10:00:00+25:00", "no such offset");
        assert_wrong("2027-03-23T10:00:00+0100", "with a colon");
        assert_wrong("2027-03-23T10:00:00+1:00", "with a colon");
        assert_wrong("2027-03-23T10:00:00 Europe/London", "Write the offset in digits");
        assert_wrong("2027-03-23T10:00:00 BST", "Write the offset in digits");
    }

    proptest! {
        #[test]
        fn whatever_is_written_is_a_moment_or_has_a_wrong_part(text in "[0-9]{2,4}-[0-9]{2}-[0-9]{2}[T ]?([0-9:+.Z-]|é){0,15}") {
            if let Err(error) = text.parse::<Instant>() {
                prop_assert!(error.to_string().ends_with('.'));
            }
        }
    }
}
