//! Numbers and times in words.

use super::values::Meaning;

/// Words for numbers in English, Welsh (with mutations) and French.
const NUMBERS: [(u64, &str); 34] = [
    (1, "one|first|un|cyntaf|gyntaf|une|premier|première"),
    (2, "two|second|dau|dwy|ddau|ddwy|ail|deux|deuxième"),
    (3, "three|third|tri|tair|dri|dair|thri|thair|trydydd|trydedd|trois|troisième"),
    (4, "four|pedwar|pedair|bedwar|bedair|phedwar|phedair|quatre"),
    (5, "five|pump|pum|bump|bum|phump|phum|cinq"),
    (6, "six|chwech|chwe"),
    (7, "seven|saith|sept"),
    (8, "eight|wyth|huit"),
    (9, "nine|naw|neuf"),
    (10, "ten|deg|deng|ddeg|ddeng|dix"),
    (11, "eleven|un ar ddeg|un deg un|onze"),
    (12, "twelve|deuddeg|deuddeng|ddeuddeg|un deg dau|douze"),
    (13, "thirteen|tri ar ddeg|un deg tri|treize"),
    (14, "fourteen|pedwar ar ddeg|un deg pedwar|quatorze"),
    (15, "fifteen|pymtheg|pymtheng|bymtheg|un deg pump|quinze"),
    (16, "sixteen|un ar bymtheg|un deg chwech|seize"),
    (17, "seventeen|dau ar bymtheg|un deg saith|dix-sept"),
    (18, "eighteen|deunaw|ddeunaw|un deg wyth|dix-huit"),
    (19, "nineteen|pedwar ar bymtheg|un deg naw|dix-neuf"),
    (20, "twenty|ugain|dau ddeg|vingt"),
    (25, "quarter|chwarter|quart|twenty-five|pump ar hugain|dau ddeg pump|vingt-cinq"),
    (30, "thirty|deg ar hugain|tri deg|trente"),
    (33, "third|thirds|traean|tiers"),
    (40, "forty|deugain|ddeugain|pedwar deg|quarante"),
    (50, "half|hanner|moitié|fifty|hanner cant|pum deg|cinquante"),
    (60, "sixty|trigain|chwe deg|soixante"),
    (70, "seventy|saith deg|soixante-dix"),
    (75, "three quarters|tri chwarter|trois quarts|seventy-five|saith deg pump"),
    (80, "eighty|wyth deg|pedwar ugain|quatre-vingts"),
    (90, "ninety|naw deg|quatre-vingt-dix"),
    (100, "hundred|cant|gant|chant|cent"),
    (1_000, "thousand|mil|fil|mille"),
    (1_000_000, "million|miliwn|filiwn"),
    (1_000_000_000, "billion|biliwn|filiwn|milliard"),
];
/// Words for times, in minutes.
const TIMES: [(u32, &str); 2] = [
    (720, "noon|midday|hanner dydd|canol dydd|ganol dydd|chanol dydd|midi"),
    (0, "midnight|hanner nos|canol nos|ganol nos|chanol nos|minuit"),
];
/// The highest number that can be an hour.
const HOURS: u64 = 12;

/// The numbers that the words of a line may mean.
pub(super) fn spoken(line: &str) -> Vec<Meaning> {
    let mut words = String::from(" ");
    for word in line.split(|c: char| !c.is_alphabetic() && c != '-').filter(|word| !word.is_empty()) {
        words.extend([&word.to_lowercase(), " "]);
    }
    let is_there = |listed: &str| listed.split('|').any(|listed| words.contains(&format!(" {listed} ")));
    let numbers = NUMBERS.iter().filter(|(_, listed)| is_there(listed)).map(|(number, _)| Meaning::Number {
        thousandths: number * 1000,
        bare: (2..=HOURS).contains(number),
    });
    let times = TIMES.iter().filter(|(_, listed)| is_there(listed));
    let hours = times.flat_map(|(minutes, _)| [Meaning::Time(*minutes), Meaning::number(HOURS * 1000)]);
    numbers.chain(hours).collect()
}
