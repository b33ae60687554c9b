//! Names of months and weekdays in English, Welsh and French, as in Unicode's CLDR and as people shorten them.

use time::{Month, Weekday};

/// Names of months, one language per line, then short names and mutated Welsh names.
const MONTHS: [&str; 9] = [
    "january february march april may june july august september october november december",
    "ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "jan feb mar apr may jun jul aug sep oct nov dec",
    "jan feb mar apr may jun jul aug sept oct nov dec",
    "janv févr mars avr mai juin juil août sept oct nov déc",
    "ion chwef maw ebr mai meh gorff awst medi hyd tach rhag",
    "ionawr chwefror fawrth ebrill fai fehefin orffennaf awst fedi hydref dachwedd ragfyr",
    "ionawr chwefror mawrth ebrill mai mehefin ngorffennaf awst medi hydref nhachwedd rhagfyr",
];

/// Names of weekdays from Monday; each line is one way of writing them.
const WEEKDAYS: [&str; 6] = [
    "monday tuesday wednesday thursday friday saturday sunday",
    "llun mawrth mercher iau gwener sadwrn sul",
    "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "mon tue wed thu fri sat sun",
    "mon tues weds thurs fri sat sun",
    "mon tue wed thur fri sat sun",
];

/// The lengths of the shortest and the longest name, in bytes.
const SHORTEST: usize = 3;
const LONGEST: usize = 11;

/// The first line with this name, and the name's position in it.
fn look_up<'a>(lines: &[&'a str], name: &str) -> Option<(&'a str, usize)> {
    if !(SHORTEST..=LONGEST).contains(&name.len()) {
        return None;
    }
    let name = name.to_lowercase();
    let place = |line: &str| {
        let mut names = line.as_bytes().split(|&byte| byte == b' ');
        names.position(|known| known == name.as_bytes())
    };
    lines.iter().find_map(|line| Some((*line, place(line)?)))
}

pub(super) fn month(name: &str) -> Option<Month> {
    // `14 may apply` and `march 14 miles` are not dates.
    let (_, place) = look_up(&MONTHS, name).filter(|_| !matches!(name, "may" | "march"))?;
    Month::try_from(u8::try_from(place + 1).ok()?).ok()
}

pub(super) fn weekday(name: &str) -> Option<Weekday> {
    let (_, place) = look_up(&WEEKDAYS, name)?;
    Some(Weekday::Monday.nth_next(u8::try_from(place).ok()?))
}

/// Welsh short names that are other words as well, and weekdays only beside another: `Sad a Sul`.
const BESIDE_OTHERS: [(&str, Weekday); 4] = [
    ("Maw", Weekday::Tuesday),
    ("Mer", Weekday::Wednesday),
    ("Gwe", Weekday::Friday),
    ("Sad", Weekday::Saturday),
];

/// The weekday of a name in a list of weekdays.
pub(super) fn weekday_in_list(name: &str) -> Option<Weekday> {
    weekday(name)
        .or_else(|| BESIDE_OTHERS.iter().find(|(short, _)| *short == name).map(|(_, weekday)| *weekday))
}

/// The name of a weekday, written the way another one is: `Tues` and Friday make `Fri`.
pub(crate) fn weekday_like(name: &str, weekday: Weekday) -> Option<String> {
    let (line, _) = look_up(&WEEKDAYS, name)?;
    let plain = line.split(' ').nth(usize::from(weekday.number_days_from_monday()))?;
    let capitals = name.chars().filter(|c| c.is_uppercase()).count();
    Some(match capitals {
        0 => plain.to_owned(),
        1 => plain.chars().take(1).flat_map(char::to_uppercase).chain(plain.chars().skip(1)).collect(),
        _ => plain.to_uppercase(),
    })
}
