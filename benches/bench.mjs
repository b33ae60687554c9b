// Measures every contender with every set of rules, one after the other, and prints the table: ./build.sh bench
// [--quick]. Each contender has its own process for each set of rules, so that its memory does not affect the next.

import { build } from "esbuild";
import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { promisify } from "node:util";
import { CONTENDERS } from "./contenders.mjs";
import { BUDGETED, FOLDER, readDrafts, readSets, writeData } from "./data.mjs";
import { table } from "./table.mjs";

/** A contender that takes longer with a set of rules is stopped; what was measured until then is kept. */
const PATIENCE = 60_000;
const BUFFER = 2 ** 24;

/**
 * One row of the table; times are in microseconds, memory in bytes.
 * @typedef {object} Measured
 * @property {number} compile
 * @property {number | null} memory
 * @property {import("./measure.mjs").Times[]} times for each kind of drafts, in their order; fewer if it was stopped
 */
/** @typedef {{ name: string, set: string, given: boolean } & (Measured | { skipped: string })} Row */
/**
 * Measurements that only the browser can give.
 * @typedef {object} Browser
 * @property {string} version
 * @property {import("./measure.mjs").Times} drawn from a key to the findings drawn
 * @property {import("./measure.mjs").Times} wake from a worker asleep to the first verdict
 * @property {number} loaded memory of the worker after it, in bytes
 */

const run = promisify(execFile);

/** Says what is being done. @param {string} words @param {() => Promise<T>} work @template T */
async function step(words, work) {
  const started = performance.now();
  process.stderr.write(`• ${words} … `);
  const result = await work();
  process.stderr.write(`${((performance.now() - started) / 1000).toFixed(0)} s\n`);
  return result;
}

/**
 * Runs a program that prints JSON; its last line counts.
 * @param {string} program @param {string[]} words @param {number} [timeout]
 */
async function ask(program, words, timeout = 0) {
  const { stdout } = await run(program, words, { timeout, maxBuffer: BUFFER });
  return last(stdout);
}

/** @param {string} printed */
const last = (printed) => JSON.parse(printed.trimEnd().split("\n").at(-1) ?? "");

/** @param {string} set @returns {Promise<Row>} */
async function native(set) {
  const bench = ["bench", "--quiet", "--bench", "native", "--", set];
  return { name: "Countersign, native", set, given: true, ...(await ask("cargo", bench)) };
}

/** @param {string} id @param {string} set @returns {Promise<Row>} */
async function inNode(id, set) {
  const { name = id, given = false } = CONTENDERS[id] ?? {};
  try {
    const words = ["--expose-gc", "benches/node.mjs", id, set];
    return { name, set, given, ...(await ask(process.execPath, words, PATIENCE)) };
  } catch (error) {
    const { killed, stdout } = /** @type {{ killed: boolean, stdout: string }} */ (error);
    if (killed && stdout) return { name, set, given, ...last(stdout) };
    return { name, set, given, skipped: reason(error) };
  }
}

/** @param {unknown} error as `execFile` throws it */
function reason(error) {
  const { killed = false, stderr = "" } = /** @type {{ killed?: boolean, stderr?: string }} */ (error);
  if (killed) return `not finished after ${PATIENCE / 1000} s`;
  return stderr.split("\n").find((line) => /^\w*Error:|^# /.test(line)) ?? String(error).slice(0, 200);
}

/** @returns {Promise<{ rows: Row[], browser: Browser }>} */
async function inChromium() {
  const outfile = `${FOLDER}/chromium.mjs`;
  await build({
    entryPoints: ["benches/chromium.ts"],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    logLevel: "warning",
  });
  const { sets, ...browser } = await ask(process.execPath, [outfile]);
  const row = (/** @type {string} */ set) => ({
    name: "Countersign, Chromium’s worker",
    set,
    given: true,
    ...sets[set],
  });
  return { rows: Object.keys(sets).map(row), browser };
}

async function main() {
  const quick = process.argv.includes("--quick");
  await step("Writing drafts and rules", async () => writeData({ quick }));
  const sets = readSets();
  /** @type {Row[]} */
  const rows = [];
  for (const { id } of sets) rows.push(await step(`Countersign natively, ${id}`, () => native(id)));
  for (const [id, { given, name }] of Object.entries(CONTENDERS)) {
    // Countersign runs every set; the others take no policy, so catalogue sets would only repeat their terms.
    const own = sets.filter(({ id: set, policy }) =>
      given ? id === "countersign" || policy === "example" : set === BUDGETED,
    );
    for (const set of own)
      rows.push(await step(given ? `${name}, ${set.id}` : name, () => inNode(id, set.id)));
  }
  const chromium = await step("Countersign in Chromium’s worker", inChromium);
  rows.push(...chromium.rows);
  const results = {
    rows,
    browser: chromium.browser,
    sets,
    drafts: readDrafts().map(({ name, length }) => ({ name, length })),
  };
  writeFileSync(`${FOLDER}/results.json`, JSON.stringify(results, null, 2));
  console.log(table(results));
}

await main();
