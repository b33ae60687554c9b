//! How long the engine takes natively. `benches/check.mjs` measures the same as WebAssembly.
//!
//! Both read what `benches/policy.mjs` and `benches/drafts.mjs` have written: run `./build.sh bench`.

#![allow(clippy::print_stdout, reason = "a benchmark prints what it measured")]

use countersign::{Context, Draft, Engine, Policy};
use std::error::Error;
use std::fs::read_to_string;
use std::hint::black_box;
use std::time::{Duration, Instant};

fn main() -> Result<(), Box<dyn Error>> {
    let json = read_to_string("target/bench/policy.json")?;
    let drafts: Vec<Vec<String>> = serde_json::from_str(&read_to_string("target/bench/drafts.json")?)?;

    let compile = || Ok::<_, Box<dyn Error>>(Engine::new(Policy::from_json(&json)?)?);
    let engine = compile()?;
    let times = (0..10).map(|_| time(compile)).collect();
    report("compile the policy", times);

    let context = Context { site: Some("x".to_owned()), ..Context::default() };
    for group in &drafts {
        let length = group.first().map_or(0, |text| text.encode_utf16().count());
        let rounds = (300_000 / length.max(1)).max(3);
        let check = |text: &String| time(|| engine.check(&Draft::new(text), &context));
        for text in group {
            check(text);
        }
        report(
            &format!("check {length} characters"),
            (0..rounds).flat_map(|_| group.iter().map(check)).collect(),
        );
    }
    Ok(())
}

fn time<T>(work: impl FnOnce() -> T) -> Duration {
    let started = Instant::now();
    black_box(work());
    started.elapsed()
}

fn report(what: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let at = |percent: usize| times.get((times.len() - 1) * percent / 100).map_or(0, Duration::as_micros);
    println!("native  {what:<24} median {:>6} µs   p99 {:>6} µs", at(50), at(99));
}
