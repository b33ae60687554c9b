// Measures one contender with one set of rules, in its own process: node benches/node.mjs CONTENDER SET. Each line it
// prints has everything measured so far.

import { readFileSync } from "node:fs";
import { CONTENDERS } from "./contenders.mjs";
import { FOLDER, readDrafts } from "./data.mjs";
import { BUILDS, compile, measure, summary } from "./measure.mjs";

const [, , id = "", set = ""] = process.argv;
const contender = CONTENDERS[id];
if (!contender) throw new Error(`There is no contender called ${id}: ${Object.keys(CONTENDERS).join(", ")}.`);

const read = (/** @type {string} */ name) => readFileSync(`${FOLDER}/${name}.json`, "utf8");
const drafts = readDrafts();
const first = drafts[0]?.warm[0] ?? "";
const rules = { policy: read(`policy-${set}`), ...JSON.parse(read(`rules-${set}`)) };

class Clock {
  #started = 0;
  /** @type {Record<string, number[]>} */
  times = {};
  start() {
    this.#started = performance.now();
  }
  /** @param {string} what */
  stop(what) {
    const took = performance.now() - this.#started;
    (this.times[what] ??= []).push(took);
  }
}

const memory = () => {
  globalThis.gc?.();
  return process.memoryUsage.rss();
};

async function ready() {
  const check = await build(rules);
  await check(first);
  return check;
}

const clock = new Clock();
const before = memory();
const build = await contender.load();
let check = await compile(ready, clock);
const builds = id === "countersign" ? BUILDS : 1;
for (let built = 1; built < builds; built += 1) check = await compile(ready, clock);
const of = (/** @type {string} */ what) => summary(clock.times[what] ?? []);
const times = [];
for (const kind of drafts) {
  await measure(check, kind, clock);
  times.push(of(kind.name));
  // If the contender is stopped before the end, this much has been printed.
  console.log(JSON.stringify({ compile: of("compile").median, memory: memory() - before, times }));
}
