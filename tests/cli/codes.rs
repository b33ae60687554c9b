//! `countersign codes`.

use crate::program::{countersign, small};
use countersign::policy::digest_of_code;

#[test]
fn every_code_has_its_digest_and_no_two_are_the_same() {
    let run = countersign(&["codes", "--approver", "duty-editor", "--count", "3"], "");
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    let codes: Vec<&str> = run.stdout.lines().filter_map(|line| line.strip_prefix("#   ")).collect();
    let digests: Vec<&str> = run.stdout.lines().filter_map(|line| line.strip_prefix("      - ")).collect();
    assert_eq!(codes.len(), 3);
    assert!(codes[0] != codes[1] && codes[1] != codes[2]);
    for (code, digest) in codes.iter().zip(digests) {
        assert_eq!(code.len(), 14, "{code}");
        assert_eq!(digest_of_code("duty-editor", code), digest);
    }
}

#[test]
fn the_approvers_are_put_into_the_policy_as_they_are_printed() {
    let folder = small("codes");
    let run = countersign(&["codes", "--approver", "duty-editor", "--count", "2"], "");
    folder.write("policy.yml", &format!("{}\n{}", folder.read("policy.yml"), run.stdout));
    let packed = countersign(&["pack", &folder.root(), "-o", &folder.packed()], "");
    assert_eq!((packed.status, packed.stderr.as_str()), (0, ""));
}

#[test]
fn a_name_that_could_not_stand_in_a_record_is_refused() {
    let run = countersign(&["codes", "--approver", "Duty editor"], "");
    assert_eq!(run.status, 2);
    run.assert_lines(&[("“Duty editor” cannot be an approver’s name.", "duty-editor")]);
}
