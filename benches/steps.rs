//! The steps of a check one by one, with criterion: run `cargo bench --bench steps` after `./build.sh bench` has
//! written its drafts and policies. The table printed by `./build.sh bench` gives the whole picture.

#![allow(missing_docs, reason = "criterion's macros make public functions")]
#![allow(clippy::expect_used, reason = "without its data there is nothing to measure")]

use countersign::rules::Literals;
use countersign::text::normalise;
use countersign::{Context, Draft, Engine, Policy, Trust};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use serde_json::Value;
use std::fs::read_to_string;
use std::hint::black_box;

const SET: &str = "10000-1000";

criterion_group!(steps, compile, normalise, scan, check);
criterion_main!(steps);

fn read(name: &str) -> String {
    read_to_string(format!("target/bench/{name}.json")).expect("run ./build.sh bench once, which writes it")
}

fn policy() -> Policy {
    Policy::from_json(&read(&format!("policy-{SET}"))).expect("it is a policy")
}

/// One new draft of each length.
fn drafts() -> Vec<String> {
    let kinds: Value = serde_json::from_str(&read("drafts")).expect("it is JSON");
    let kinds = kinds.as_array().expect("it is a list").iter();
    let fresh = kinds.filter(|kind| kind.get("name").is_some_and(|name| name != "typing 280"));
    fresh.filter_map(|kind| kind.pointer("/runs/0/0")?.as_str()).map(str::to_owned).collect()
}

fn compile(criterion: &mut Criterion) {
    let json = read(&format!("policy-{SET}"));
    criterion.bench_function("read the policy", |bencher| bencher.iter(|| Policy::from_json(&json)));
    for trust in [Trust::Packed, Trust::Source] {
        criterion.bench_function(&format!("compile the policy, {trust:?}"), |bencher| {
            bencher.iter_with_setup(policy, |policy| Engine::with_trust(policy, trust).map_err(drop));
        });
    }
}

fn normalise(criterion: &mut Criterion) {
    by_length(criterion, "normalise", |text| {
        black_box(normalise::folded(normalise::normal(text).text()));
    });
}

/// One pass of the index, with the literals of ten thousand terms.
fn scan(criterion: &mut Criterion) {
    let rules: Value = serde_json::from_str(&read(&format!("rules-{SET}"))).expect("it is JSON");
    let mut literals = Literals::default();
    let mut of_rule = literals.of_rule(0);
    let terms = rules.get("terms").and_then(Value::as_array).into_iter().flatten();
    terms.filter_map(Value::as_str).for_each(|term| of_rule.name(term));
    let seen = literals.build(1);
    by_length(criterion, "scan", |text| _ = black_box(seen.scan(text)));
}

fn check(criterion: &mut Criterion) {
    let engine = Engine::with_trust(policy(), Trust::Packed).expect("it compiles");
    let context = Context { site: Some("x".to_owned()), ..Context::default() };
    by_length(criterion, "check", |text| _ = black_box(engine.check(&Draft::new(text), &context)));
}

fn by_length(criterion: &mut Criterion, what: &str, work: impl Fn(&str)) {
    let mut group = criterion.benchmark_group(what);
    for draft in drafts() {
        group.throughput(Throughput::Bytes(draft.len() as u64));
        let id = BenchmarkId::from_parameter(draft.encode_utf16().count());
        group.bench_with_input(id, &draft, |bencher, draft| bencher.iter(|| work(draft)));
    }
}
