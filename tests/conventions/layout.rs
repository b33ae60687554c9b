//! Files and functions stay short enough to read in one go.

use crate::repository::{File, files, none};

const FILE: usize = 200;
const FUNCTION: usize = 40;

fn sources() -> Vec<File> {
    let folders = [
        ("src", ".rs"),
        ("tests", ".rs"),
        ("benches", ".rs"),
        ("fuzz", ".rs"),
        ("extension", ".ts"),
        ("tests", ".ts"),
        ("benches", ".ts"),
    ];
    folders.into_iter().flat_map(|(folder, ending)| files(folder, ending)).collect()
}

/// A file that is only data may be as long as its data. It is called `tables`.
fn is_data(file: &File) -> bool {
    file.stem() == "tables"
}

#[test]
fn files_are_short() {
    let lengths = sources().into_iter().filter(|file| !is_data(file)).map(|file| (length(&file), file.path));
    none(
        lengths.filter(|(length, _)| *length > FILE).map(|(length, path)| format!("{path}: {length} lines")),
        &format!(
            "Split files of more than {FILE} lines by what they do (pure data may go to a file called tables)."
        ),
    );
}

/// Lines of code. Comments, empty lines and the tests at the end of a file do not count.
fn length(file: &File) -> usize {
    let code = file.code().take_while(|(_, line)| *line != "#[cfg(test)]");
    code.filter(|(_, line)| !line.trim().is_empty()).count()
}

#[test]
fn functions_are_short() {
    none(
        sources().iter().filter(|file| !is_data(file)).flat_map(long_functions),
        &format!("Split functions of more than {FUNCTION} lines."),
    );
}

/// All code is formatted by a tool, so a function ends at the first brace with the same indent as its first line.
fn long_functions(file: &File) -> Vec<String> {
    let lines: Vec<&str> = file.text.lines().collect();
    let mut long = Vec::new();
    for (start, line) in lines.iter().enumerate().filter(|(_, line)| starts_function(line)) {
        let end = format!("{}}}", &line[..line.len() - line.trim_start().len()]);
        let length =
            lines[start..].iter().position(|line| line.starts_with(&end)).map_or(0, |length| length + 1);
        if length > FUNCTION {
            long.push(format!("{}:{}: {length} lines", file.path, start + 1));
        }
    }
    long
}

fn starts_function(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let is_block = line.ends_with(['{', '(']);
    let control = ["if", "}", "for", "while", "switch", "match", "return", "//", "*"];
    let method = words.first().is_some_and(|word| !control.contains(word)) && line.ends_with(") {");
    is_block && (words.contains(&"fn") || words.contains(&"function") || line.ends_with("=> {") || method)
}
