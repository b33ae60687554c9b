//! `countersign check --jsonl`.

use crate::program::{EXAMPLE, Folder, countersign};
use serde_json::Value;

#[test]
fn every_line_gets_its_report() {
    let lines = concat!(
        "{\"id\": \"a\", \"text\": \"We utilise it\", \"site\": \"x\", \"account\": \"corporate\", \"surface\": \"post\"}\n",
        "\n",
        "{\"id\": \"b\", \"text\": \"Hello\", \"account\": \"personal\", \"media\": [{\"kind\": \"image\", \"alt\": null}], ",
        "\"now\": \"2026-11-22T09:00:00Z\", \"history\": [{\"at\": \"2026-11-22T08:00:00Z\", \"kind\": \"post\", \"text\": \"x\"}], ",
        "\"windows\": [{\"id\": \"w\", \"from\": \"2026-11-01T00:00:00Z\", \"until\": \"2026-12-01T00:00:00Z\"}], ",
        "\"languages\": [\"en\"], \"handle\": \"someone\"}\n",
    );
    let run = countersign(&["check", "--policy", EXAMPLE, "--jsonl", "-"], lines);
    let ids: Vec<Value> = run.reports().iter().map(|report| report["id"].clone()).collect();
    assert_eq!(ids, ["a", "b"]);
    assert_eq!((run.status, run.stderr.as_str()), (1, ""));
}

#[test]
fn a_bad_line_has_its_error_in_its_place_and_is_named_again_at_the_end() {
    let folder = Folder::new("lines");
    folder.write_bytes(
        "drafts.jsonl",
        b"{\"text\": \"a\", \"account\": \"personal\"}\n{\"txt\": \"b\"}\n{\"text\": \"c\", \"site\": 3}\n{\"text\":\n\xff\n{}\n{\"text\": \"d\"}\n",
    );
    let file = folder.path("drafts.jsonl");
    let run = countersign(&["check", "--policy", EXAMPLE, "--jsonl", &file], "");
    assert_eq!(run.status, 2);
    let lines: Vec<Value> = run.reports().iter().map(|line| line["line"].clone()).collect();
    assert_eq!(lines, [Value::Null, 2.into(), 3.into(), 4.into(), 5.into(), 6.into(), Value::Null]);
    assert_eq!(run.reports()[2]["error"], "Expected text, found the number 3. Put it in quotes.");
    assert_eq!(run.reports()[2]["column"], 23);
    run.assert_lines(&[
        (&format!("{file}:2:6: "), "There is no key “txt” here. Did you mean “text”?"),
        (&format!("{file}:3:23: "), "Expected text, found the number 3. Put it in quotes."),
        (&format!("{file}:4:8: "), "This is not JSON that can be read"),
        (&format!("{file}:5:1: "), "This is not UTF-8 text."),
        (&format!("{file}:6:2: "), "“text” is missing. Add it."),
    ]);
}

#[test]
fn a_line_says_where_it_is_to_be_posted_in_known_words() {
    let lines = "\u{feff}{\"text\": 3}\n{\"text\": \"a\", \"site\": \"twitter\"}\n[]\n{\"text\": \"a\", \"site\": \"x\"}\n{\"text\": \"a\", \"languages\": [\"xx\"]}\n";
    let run = countersign(&["check", "--policy", EXAMPLE, "--jsonl", "-"], lines);
    assert_eq!(run.reports().len(), 4);
    run.assert_lines(&[
        ("standard input:1:10: ", "Expected text, found the number 3."),
        ("standard input:2:32: ", "There is no site “twitter”. Known sites: bluesky, "),
        ("standard input:3:2: ", "Expected a mapping of keys to values, found a list."),
        ("standard input:5:34: ", "“xx” is not a language. Write its code of two letters"),
    ]);
}

#[test]
fn the_context_of_a_line_counts() {
    let lines = concat!(
        "{\"text\": \"A campaign\", \"now\": \"2024-06-01T09:00:00Z\"}\n",
        "{\"text\": \"A campaign\"}\n",
        "{\"text\": \"Thanks\", \"surface\": \"reply\", \"profile\": {\"initials\": \"AB\"}}\n",
        "{\"text\": \"We utilise it\", \"handle\": \"somebody\"}\n",
        "{\"text\": \"We utilise it\", \"answers\": [{\"finding\": \"words/utilise#cadfbfb737db\"}]}\n",
    );
    let run = countersign(&["check", "--policy", EXAMPLE, "--jsonl", "-"], lines);
    let decisions: Vec<_> =
        run.reports().iter().map(|report| report["verdict"]["decision"].clone()).collect();
    assert_eq!(decisions, ["ask", "add-sign-offs", "add-sign-offs", "hold", "add-sign-offs"]);
}

#[test]
fn the_id_of_a_bad_line_is_kept_if_it_can_be_read() {
    let lines = concat!(
        "{\"id\": \"a\", \"txt\": \"b\"}\r\n",
        "{\"text\": 3, \"id\": \"b\"}\n",
        "{\"id\": \"c\", \"text\": \"b\n",
        "{\"id\": 7, \"text\": \"b\"}\n",
        "{\"text\": tru, \"id\": \"e\"}\n",
        "\"id\"\n",
        "{\"original\": {\"id\": \"g\"}, \"text\": \"a\"}\n",
    );
    let run = countersign(&["check", "--policy", EXAMPLE, "--jsonl", "-"], lines);
    let ids: Vec<Value> = run.reports().iter().map(|line| line["id"].clone()).collect();
    let none = Value::Null;
    assert_eq!(ids, ["a".into(), "b".into(), "c".into(), 7.into(), none.clone(), none.clone(), none]);
    assert_eq!(run.status, 2);
}

#[test]
fn a_handle_is_read_in_one_form_or_refused() {
    let line = |handle: &str| format!("{{\"text\": \"Hello\", \"site\": \"x\", \"handle\": \"{handle}\"}}\n");
    let lines: String = ["dfexample", "@DfExample", " dfexample ", "", "someone"].map(line).concat();
    let run = countersign(&["check", "--policy", EXAMPLE, "--jsonl", "-"], &lines);
    let from = |report: &Value| report["verdict"]["grounds"]["account_from"].clone();
    let known: Vec<Value> = run.reports().iter().map(from).collect();
    assert_eq!(known, ["registry", "registry", "registry", "unknown", "not-registered"]);
    assert_eq!(run.reports()[1]["verdict"]["grounds"]["handle"], "DfExample");
    let run = countersign(&["check", "--policy", EXAMPLE, "--jsonl", "-"], &line("https://x.com/DfExample"));
    run.assert_lines(&[("standard input:1:", "Write the handle alone: DfExample.")]);
}

#[test]
fn a_line_break_of_windows_is_one_character_and_moves_no_place() {
    let run = countersign(
        &["check", "--policy", EXAMPLE, "--jsonl", "-"],
        "{\"text\": \"a\\r\\nutilise\", \"site\": \"x\"}\n",
    );
    let report = &run.reports()[0];
    assert_eq!(report["count"]["count"], "a\nutilise".len());
    assert_eq!(report["findings"][0]["places"][0]["bytes"], serde_json::json!([3, 10]));
}
