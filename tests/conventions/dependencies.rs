//! Our dependencies.

use crate::repository::{json, none, read};

/// Crates that need a C compiler, an operating system or a network, which the browser's engine does not have.
const FORBIDDEN: &[&str] = &["aws-lc-rs", "aws-lc-sys", "openssl", "openssl-sys", "reqwest", "ring", "tokio"];

/// Where npm packages are listed: those for the build and its tests, and those the benchmark measures against.
const NPM: &[&str] = &["", "benches/peers/"];

#[test]
fn no_crate_reaches_outside() {
    let lock: toml::Table = read("Cargo.lock").parse().expect("Cargo.lock is TOML");
    let packages = lock["package"].as_array().expect("Cargo.lock lists packages");
    let names = packages.iter().filter_map(|package| package["name"].as_str());
    none(
        names.filter(|name| FORBIDDEN.contains(name)).map(str::to_owned),
        "Find a crate that is pure Rust and does no I/O, or turn off the feature that asks for this:",
    );
}

#[test]
fn wasm_bindgen_is_pinned() {
    let manifest: toml::Table = read("Cargo.toml").parse().expect("Cargo.toml is TOML");
    let version =
        manifest["target"]["cfg(target_arch = \"wasm32\")"]["dependencies"]["wasm-bindgen"].as_str();
    let is_exact = version.is_some_and(|version| version.starts_with('='));
    assert!(
        is_exact,
        "Pin wasm-bindgen with “=”: scripts/bindgen, which binds the module, must use the same version."
    );
}

#[test]
fn npm_packages_are_pinned() {
    for folder in NPM {
        let packages = json(&format!("{folder}package.json"));
        let versions = packages["devDependencies"].as_object().expect("there are packages");
        let is_exact = |version: &str| version.starts_with(|letter: char| letter.is_ascii_digit());
        none(
            versions
                .iter()
                .filter(|(_, version)| !is_exact(version.as_str().unwrap()))
                .map(|(name, _)| name.clone()),
            &format!("Give the exact version in {folder}package.json (npm install --save-exact):"),
        );
    }
}

#[test]
fn the_lock_files_name_no_registry() {
    let locks = NPM.iter().map(|folder| format!("{folder}package-lock.json"));
    none(
        locks.filter(|lock| read(lock).contains("\"resolved\":")),
        "Make this anew with the settings of .npmrc: every machine has its own registry.",
    );
}
