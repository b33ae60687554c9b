//! Which account `countersign check` says it checked for.

use crate::program::{EXAMPLE, POLICY, countersign, small};

/// Checks an everyday draft against a policy with three accounts, and returns what it says about the account.
#[track_caller]
fn assert_account(arguments: &[&str], words: &str) {
    let folder = small("accounts");
    let accounts = "accounts:
  - {handle: BrackfordPest, kind: corporate, team: Pest control}
  - {handle: brackford.example.gov, site: bluesky, kind: corporate}
  - {handle: CllrMarlow, kind: official}
";
    folder.write("policy.yml", &format!("{POLICY}{accounts}"));
    let run = countersign(&[&["check", "--policy", &folder.root()], arguments].concat(), "The park is open");
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    let line = run.stdout.lines().find_map(|line| line.strip_prefix("Account: ")).unwrap_or_default();
    assert_eq!(line, words, "{arguments:?}");
}

#[test]
fn the_account_and_how_it_was_found_out_are_told() {
    let own = "personal: not on the policy’s list, so it is taken for somebody’s own.";
    for handle in ["BrackfordPest", "@brackfordpest", " BrackfordPest "] {
        let named = handle.trim().trim_start_matches('@');
        let listed = format!(
            "@{named}, corporate, as the policy lists it. Team: Pest control, as the policy lists it."
        );
        assert_account(&["--handle", handle], &listed);
    }
    assert_account(
        &["--handle", "CllrMarlow", "--team", "Bins"],
        "@CllrMarlow, official, as the policy lists it. Team: Bins, as --team says.",
    );
    assert_account(
        &["--handle", "BrackfordPets"],
        &format!("@BrackfordPets, {own} Did you mean “BrackfordPest”?"),
    );
    assert_account(&["--handle", "jane_b"], &format!("@jane_b, {own}"));
    let elsewhere = "It is listed for Bluesky: name the site with --site bluesky.";
    assert_account(
        &["--handle", "brackford.example.gov"],
        &format!("@brackford.example.gov, {own} {elsewhere}"),
    );
    assert_account(
        &["--handle", "brackford.example.gov", "--site", "x"],
        &format!("@brackford.example.gov, {own} It is listed for Bluesky only."),
    );
    assert_account(&["--handle", "jane_b", "--account", "official"], "@jane_b, official, as --account says.");
    assert_account(&[], "not named, so the rules for corporate apply. Name it with --handle.");
}

#[test]
fn a_handle_that_no_account_can_have_is_refused() {
    for (handle, words) in [
        ("https://x.com/BrackfordPest", "Write the handle alone: BrackfordPest."),
        ("Brackford Pest", "has a space in it"),
        ("", "The handle is empty."),
        ("@", "The handle is empty."),
    ] {
        countersign(&["check", "--policy", EXAMPLE, "--handle", handle], "draft").assert_refused(words);
    }
}
