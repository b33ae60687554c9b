// How long the engine takes as WebAssembly, in Node's V8, which is also Chromium's. See benches/check.rs for the same
// natively; DESIGN's budgets are for this one.

import { readFileSync } from "node:fs";
import init, { Checker } from "../pkg/countersign.js";

const read = (/** @type {string} */ path) => readFileSync(new URL(`../${path}`, import.meta.url));
const json = read("target/bench/policy.json").toString();
/** @type {string[][]} */
const drafts = JSON.parse(read("target/bench/drafts.json").toString());

/** Milliseconds that something takes. @param {() => void} work */
function time(work) {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/** @param {string} what @param {number[]} times in milliseconds */
function report(what, times) {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (/** @type {number} */ share) => sorted[Math.floor((sorted.length - 1) * share)] ?? NaN;
  const microseconds = (/** @type {number} */ share) => `${(at(share) * 1000).toFixed(0)} µs`;
  console.log(
    `wasm    ${what.padEnd(24)} median ${microseconds(0.5).padStart(9)}   p99 ${microseconds(0.99).padStart(9)}`,
  );
}

const { memory } = await init({ module_or_path: read("pkg/countersign_bg.wasm") });
report(
  "compile the policy",
  Array.from({ length: 10 }, () => time(() => new Checker(json).free())),
);

const checker = new Checker(json);
for (const group of drafts) {
  const length = group[0]?.length ?? 0;
  const rounds = Math.max(3, Math.round(300_000 / length));
  const check = () =>
    group.map((text) => time(() => checker.check({ text, site: "x", account: "corporate" })));
  check();
  report(`check ${length} characters`, Array.from({ length: rounds }, check).flat());
}
console.log(`wasm    memory                   ${(memory.buffer.byteLength / 2 ** 20).toFixed(1)} MiB`);
