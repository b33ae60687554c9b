//! Measures the engine natively with one set of rules: `cargo bench --bench native -- SET`. `benches/bench.mjs` runs it
//! for its table, after writing the drafts and policies to `target/bench/`.

#![allow(clippy::print_stdout, reason = "a benchmark prints what it measured")]

use countersign::wire::{self, Request};
use countersign::{Engine, Instant as Time, Policy};
use serde_json::{Value, json};
use std::error::Error;
use std::fs::read_to_string;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// As in `benches/measure.mjs`, but without a long warm-up: here nothing is compiled while it runs.
const ENOUGH: Duration = Duration::from_secs(3);
const WARM: Duration = Duration::from_millis(300);
const BUILDS: usize = 5;

type Outcome<T> = Result<T, Box<dyn Error>>;

#[derive(serde::Deserialize)]
struct DraftKind {
    warm: Vec<String>,
    runs: Vec<Vec<String>>,
}

fn main() -> Outcome<()> {
    let set = std::env::args().nth(1).unwrap_or_default();
    let json = read_to_string(format!("target/bench/policy-{set}.json"))?;
    let drafts: Vec<DraftKind> = serde_json::from_str(&read_to_string("target/bench/drafts.json")?)?;
    let first = drafts.first().and_then(|kind| kind.warm.first()).ok_or("there are no drafts")?;

    let before = memory();
    let build = || -> Outcome<Engine> {
        let engine = Engine::new(Policy::from_json(&json)?)?;
        black_box(check(&engine, first)?);
        Ok(engine)
    };
    let (engine, once) = time(build);
    let engine = engine?;
    let mut compile_times = vec![once];
    compile_times.extend((1..BUILDS).map(|_| time(build).1));
    let times = drafts.iter().map(|kind| measure(&engine, kind)).collect::<Outcome<Vec<_>>>()?;
    let compile = median(&mut compile_times).as_secs_f64() * 1e6;
    let memory = memory().zip(before).map(|(after, before)| after.saturating_sub(before));
    println!("{}", json!({"compile": compile, "memory": memory, "times": times}));
    Ok(())
}

/// What the extension asks the engine.
fn check(engine: &Engine, text: &str) -> Outcome<wire::ReportOut> {
    let request = Request {
        text: text.to_owned(),
        site: Some("x".to_owned()),
        account: Some(countersign::post::AccountKind::Corporate),
        now: Some(serde_json::from_value::<Time>(json!("2026-11-18T10:00:00+00:00"))?),
        ..Request::default()
    };
    Ok(wire::answer(engine, request))
}

fn measure(engine: &Engine, drafts: &DraftKind) -> Outcome<Value> {
    let started = Instant::now();
    for text in &drafts.warm {
        black_box(check(engine, text)?);
        if started.elapsed() > WARM {
            break;
        }
    }
    let started = Instant::now();
    let mut times = Vec::new();
    for run in &drafts.runs {
        for text in run {
            let (answer, took) = time(|| check(engine, text));
            answer?;
            times.push(took);
        }
        if started.elapsed() > ENOUGH {
            break;
        }
    }
    times.sort_unstable();
    let at = |percent: usize| {
        let last = (times.len() * percent).div_ceil(100).saturating_sub(1);
        times.get(last).map(|took| took.as_secs_f64() * 1e6)
    };
    Ok(json!({"median": at(50), "p99": at(99), "count": times.len()}))
}

fn time<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let started = Instant::now();
    let made = black_box(work());
    (made, started.elapsed())
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// The memory of this process in bytes, where the system reports it (Linux).
fn memory() -> Option<u64> {
    let status = read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kibibytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kibibytes * 1024)
}
