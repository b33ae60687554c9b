// The table: everyone's times, then the budgets beside what was measured.

import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { BUDGETED, CATALOGUE } from "./data.mjs";

/** @typedef {import("./bench.mjs").Row} Row */
/** @typedef {import("./bench.mjs").Measured} Measured */
/** @typedef {import("./data.mjs").RuleSet} RuleSet */
/**
 * @typedef {object} Results
 * @property {Row[]} rows
 * @property {import("./bench.mjs").Browser} browser
 * @property {RuleSet[]} sets
 * @property {{ name: string, length: number }[]} drafts
 */

const NAME = 32;
const FIGURE = 9;
const STOPPED = "stopped: too slow";
const NATIVE = "Countersign, native";
const NODE = "Countersign, wasm in Node";
const WORKER = "Countersign, Chromium’s worker";

/** @param {Results} results */
export function table(results) {
  const { rows, sets, browser } = results;
  const [{ model = "unknown processor" } = {}] = cpus();
  const own = rows.filter(({ given }) => !given);
  const groups = sets.flatMap((set) => [
    "",
    `the rules of policies/${set.policy}, ${number(set.terms)} terms and ${number(set.patterns)} patterns`,
    ...inOrder(rows.filter((row) => row.given && row.set === set.id)).map((row) => line(row, results)),
  ]);
  return [
    "",
    `${model}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}; Node ${process.version}, ${browser.version}`,
    "For each kind of drafts: median, 99th percentile, and the median as a multiple of Countersign’s in Node with the same rules.",
    "Each draft is checked once. Compiling includes the first check. Memory is what the process has grown by.",
    "",
    heading(results),
    ...groups,
    "",
    `rules of their own; multiples of Countersign with ${setName(BUDGETED, sets)}`,
    ...own.map((row) => line(row, results)),
    "",
    ...budgets(results),
  ].join("\n");
}

/** @param {string} id @param {RuleSet[]} sets */
function setName(id, sets) {
  const { terms = 0, patterns = 0 } = sets.find((set) => set.id === id) ?? {};
  return `${number(terms)} terms and ${number(patterns)} patterns`;
}

/** @param {Row[]} rows */
function inOrder(rows) {
  const first = [NATIVE, NODE, WORKER];
  const place = (/** @type {Row} */ { name }) => (first.includes(name) ? first.indexOf(name) : first.length);
  return rows.toSorted((one, other) => place(one) - place(other));
}

/** @param {Results} results */
function heading({ drafts }) {
  const kinds = drafts.map(({ name }) => name.padStart(3 * FIGURE)).join("");
  return `${" ".repeat(NAME)}${"compile".padStart(FIGURE)}${"memory".padStart(FIGURE)}${kinds}   drafts checked`;
}

/** @param {Row} row @param {Results} results */
function line(row, { rows, drafts }) {
  const name = `  ${row.name}`.padEnd(NAME);
  if ("skipped" in row) return `${name} left out: ${row.skipped}`;
  const base = find(rows, NODE, row.set);
  const cells = drafts.map((_, kind) => {
    const measured = row.times[kind];
    if (!measured) return STOPPED.padStart(3 * FIGURE);
    const { median, p99 } = measured;
    const ratio = median / (base?.times[kind]?.median ?? NaN);
    return [micro(median), micro(p99), `×${digits(ratio)}`].map((figure) => figure.padStart(FIGURE)).join("");
  });
  const counts = row.times.map(({ count }) => count).join(" · ");
  return `${name}${micro(row.compile).padStart(FIGURE)}${bytes(row.memory).padStart(FIGURE)}${cells.join("")}   ${counts}`;
}

/** @param {Row[]} rows @param {string} name @param {string} set */
function find(rows, name, set) {
  const row = rows.find((each) => each.name === name && each.set === set);
  return row && !("skipped" in row) ? row : undefined;
}

/** What was promised, and what was measured. @param {Results} results */
function budgets({ rows, browser, sets, drafts }) {
  const places = [NATIVE, NODE, WORKER].map((name) => find(rows, name, BUDGETED));
  const each = (/** @type {(row: Measured) => string} */ figure, rows = places) =>
    rows.map((row) => (row ? figure(row) : "–"));
  const full = [NATIVE, NODE, WORKER].map((name) => find(rows, name, CATALOGUE));
  const median = (/** @type {Measured} */ row, /** @type {number} */ kind) => row.times[kind]?.median ?? NaN;
  const growth = (/** @type {number} */ kind) => (/** @type {Measured} */ row) =>
    `×${digits(median(row, kind) / median(row, 0))}`;
  const lengths = drafts.map(({ length }) => length / (drafts[0]?.length ?? NaN));
  const [engineRaw, engineZipped] = sizes("dist/chrome/engine_bg.wasm");
  const [interfaceRaw, interfaceZipped] = sizes("dist/chrome/interface_bg.wasm");
  const [harperRaw, harperZipped] = sizes("benches/peers/node_modules/harper.js/dist/harper_wasm_bg.wasm");
  const only = (/** @type {string} */ figure) => ["", "", figure];
  return [
    columns(`the budgets, with ${setName(BUDGETED, sets)}`, "budget", ["native", "Node", "Chromium"]),
    columns(
      "check 280 characters, median",
      "≤ 50 µs",
      each((row) => micro(median(row, 0))),
    ),
    columns(
      "check 280 characters, 99th percentile",
      "≤ 250 µs",
      each((row) => micro(row.times[0]?.p99 ?? NaN)),
    ),
    columns(
      "the same with all of policies/catalogue, median",
      "≤ 50 µs",
      each((row) => micro(median(row, 0)), full),
    ),
    columns("check 3,000 characters, of 280", `≤ ×${digits(lengths[2] ?? NaN)}`, each(growth(2))),
    columns("check 63,000 characters, of 280", `≤ ×${digits(lengths[3] ?? NaN)}`, each(growth(3))),
    columns(
      "compile, with the first check",
      "≤ 60 ms",
      each((row) => micro(row.compile)),
    ),
    columns("key to findings drawn, 95th percentile", "≤ 16.7 ms", only(micro(browser.drawn.p95 ?? NaN))),
    columns("worker asleep to first verdict, median", "≤ 200 ms", only(micro(browser.wake.median))),
    columns("memory of the worker, that policy loaded", "≤ 40 MB", only(bytes(browser.loaded))),
    columns(
      "wasm, bytes",
      "≤ 1,000,000",
      only(number(engineRaw + interfaceRaw)),
      `the engine: ${number(engineRaw)}; harper.js: ${number(harperRaw)}`,
    ),
    columns(
      "wasm, bytes gzipped",
      "≤ 400,000",
      only(number(engineZipped + interfaceZipped)),
      `the engine: ${number(engineZipped)}; harper.js: ${number(harperZipped)}`,
    ),
    columns("content script, bytes", "≤ 60,000", only(number(sizes("dist/chrome/content.js")[0]))),
  ];
}

/** @param {string} what @param {string} budget @param {string[]} figures @param {string} [beside] */
function columns(what, budget, figures, beside = "") {
  const cells = [budget, ...figures].map((cell) => cell.padStart(12)).join("");
  return `  ${what.padEnd(52)}${cells}   ${beside}`.trimEnd();
}

/** Raw and under gzip -9. @param {string} file @returns {[number, number]} */
function sizes(file) {
  return [statSync(file).size, execFileSync("gzip", ["-9", "-c", file], { maxBuffer: 2 ** 26 }).length];
}

/** @param {number} value */
const number = (value) => value.toLocaleString("en-GB");

/** Three digits, at most. @param {number} value */
const digits = (value) =>
  value >= 100 ? number(Math.round(value)) : value.toFixed(value >= 10 ? 0 : value >= 1 ? 1 : 2);

/** @param {number} value in microseconds */
function micro(value) {
  if (value < 1_000) return `${digits(value)} µs`;
  return value < 1_000_000 ? `${digits(value / 1_000)} ms` : `${digits(value / 1_000_000)} s`;
}

/** @param {number | null} value */
const bytes = (value) => (value === null ? "–" : `${digits(value / 1e6)} MB`);
