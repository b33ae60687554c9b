//! Bank holidays: the built-in list, and the policy's own.

use crate::program::{countersign, small};
use std::fs;

const HOURS: &str = "id: hours
kind: hours
severity: warn
message: Nobody is here.
source: {title: Handbook}
open: {mon-fri: \"09:00-17:00\"}
bank_holidays: scotland
tests:
  - {breaks: Hello, now: \"2026-06-15T11:00:00+01:00\"}
  - {complies: Hello, now: \"2026-06-16T11:00:00+01:00\"}
";

#[test]
fn bank_holidays_are_packed_from_the_list_that_the_policy_has() {
    let folder = small("bank-holidays");
    folder.write("rules/hours.yml", HOURS);
    let packed = folder.packed();
    let run = countersign(&["pack", &folder.root(), "-o", &packed], "");
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    let json = fs::read_to_string(&packed).expect("it was written");
    assert!(json.contains("\"2026-06-15\"") && !json.contains("bank_holidays"), "{json}");

    let events = |day: &str| {
        format!(
            "{{\"division\": \"\", \"events\": [{{\"title\": \"\", \"date\": \"{day}\", \"bunting\": true}}]}}"
        )
    };
    let (none, own) = (events("2031-01-01"), events("2026-06-16"));
    let list =
        format!("{{\"england-and-wales\": {none}, \"scotland\": {own}, \"northern-ireland\": {none}}}");
    folder.write("bank-holidays.json", &list);
    let run = countersign(&["test", &folder.root()], "");
    assert!(run.stderr.contains("2 failures."), "{}", run.stderr);
    folder.write("rules/hours.yml", &HOURS.replace("15T", "00T").replace("16T", "15T").replace("00T", "16T"));
    let run = countersign(&["pack", &folder.root(), "-o", &packed], "");
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    let json = fs::read_to_string(&packed).expect("it was written");
    assert!(json.contains(r#""closed":["2026-06-16"]"#), "{json}");

    fs::write(&packed, json.replace(r#""closed":["2026-06-16"]"#, r#""bank_holidays":"scotland""#))
        .expect("it can be written");
    let run = countersign(&["check", "--policy", &packed, "-"], "");
    run.assert_refused(
        "hours: at settings.bank_holidays: The policy does not have the days of these bank holidays.",
    );
}
