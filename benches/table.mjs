// The table: every contender's times, then the budgets beside what was measured.

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
/** The limit for both modules together, as in `build.sh`. */
const WASM_LIMIT = 2_700_000;
const WASM_GZIP_LIMIT = 1_070_000;
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

/**
 * One line of the budgets: what was promised, and what was measured natively, in Node and in Chromium.
 * @typedef {object} Budget
 * @property {string} what
 * @property {number} limit
 * @property {(number | undefined)[]} figures
 * @property {(value: number) => string} shown
 * @property {string} [beside]
 */

/** What was promised, and what was measured: docs/decisions/0012-budgets.md. @param {Results} results */
function budgets(results) {
  const title = `the budgets, with ${setName(BUDGETED, results.sets)}`;
  return [
    columns(title, "budget", ["native", "Node", "Chromium"]),
    ...[...ofChecks(results), ...ofBrowser(results), ...ofSizes()].map(budget),
  ];
}

/** @param {Results} results @returns {Budget[]} */
function ofChecks({ rows, drafts }) {
  const measured = (/** @type {string} */ set, /** @type {(row: Measured) => number | undefined} */ figure) =>
    [NATIVE, NODE, WORKER].map((name) => {
      const row = find(rows, name, set);
      return row && figure(row);
    });
  const median = (/** @type {Measured} */ row, kind = 0) => row.times[kind]?.median ?? NaN;
  const growth = (/** @type {number} */ kind) => ({
    limit: (drafts[kind]?.length ?? NaN) / (drafts[0]?.length ?? NaN),
    figures: measured(BUDGETED, (row) => median(row, kind) / median(row)),
    shown: (/** @type {number} */ value) => `×${digits(value)}`,
  });
  const time = (
    /** @type {string} */ what,
    /** @type {number} */ limit,
    /** @type {Budget["figures"]} */ figures,
  ) => ({
    what,
    limit,
    figures,
    shown: micro,
  });
  return [
    time(
      "check 280 characters, median",
      50,
      measured(BUDGETED, (row) => median(row)),
    ),
    time(
      "check 280 characters, 99th percentile",
      250,
      measured(BUDGETED, (row) => row.times[0]?.p99),
    ),
    time(
      "the same with all of policies/catalogue, median",
      250,
      measured(CATALOGUE, (row) => median(row)),
    ),
    { what: "check 3,000 characters, of 280", ...growth(2) },
    { what: "check 63,000 characters, of 280", ...growth(3) },
    time(
      "compile, with the first check",
      60_000,
      measured(BUDGETED, (row) => row.compile),
    ),
  ];
}

/** @param {Results} results @returns {Budget[]} */
function ofBrowser({ browser: { drawn, wake, loaded } }) {
  return [
    { what: "key to finding drawn, 95th percentile", limit: 16_700, figures: only(drawn.p95), shown: micro },
    {
      what: "worker asleep to first verdict, median",
      limit: 200_000,
      figures: only(wake.median),
      shown: micro,
    },
    { what: "memory of the worker, that policy loaded", limit: 40e6, figures: only(loaded), shown: bytes },
  ];
}

/** @returns {Budget[]} */
function ofSizes() {
  const engine = sizes("dist/chrome/engine_bg.wasm");
  const total = sizes("dist/chrome/interface_bg.wasm").map((size, nth) => size + (engine[nth] ?? NaN));
  const harper = sizes("benches/peers/node_modules/harper.js/dist/harper_wasm_bg.wasm");
  const wasm = (/** @type {string} */ what, /** @type {number} */ nth, /** @type {number} */ limit) => ({
    what,
    limit,
    figures: only(total[nth]),
    shown: number,
    beside: `the engine: ${number(engine[nth] ?? NaN)}; harper.js: ${number(harper[nth] ?? NaN)}`,
  });
  const [content] = sizes("dist/chrome/content.js");
  return [
    wasm("wasm, bytes", 0, WASM_LIMIT),
    wasm("wasm, bytes gzipped", 1, WASM_GZIP_LIMIT),
    { what: "content script, bytes", limit: 100_000, figures: only(content), shown: number },
  ];
}

/** A figure that only the browser can give. @param {number | undefined} figure */
const only = (figure) => [undefined, undefined, figure];

/** @param {Budget} budget */
function budget({ what, limit, figures, shown, beside }) {
  const cells = figures.map((figure) => {
    if (figure === undefined) return "";
    return figure > limit ? `over: ${shown(figure)}` : shown(figure);
  });
  return columns(what, `≤ ${shown(limit)}`, cells, beside);
}

/** @param {string} what @param {string} budget @param {string[]} figures @param {string} [beside] */
function columns(what, budget, figures, beside = "") {
  const cells = [budget, ...figures].map((cell) => cell.padStart(16)).join("");
  return `  ${what.padEnd(52)}${cells}   ${beside}`.trimEnd();
}

/** The size, raw and under gzip -9. @param {string} file @returns {number[]} */
function sizes(file) {
  return [statSync(file).size, execFileSync("gzip", ["-9", "-c", file], { maxBuffer: 2 ** 26 }).length];
}

/** @param {number} value */
const number = (value) => value.toLocaleString("en-GB");

/** At most three digits. @param {number} value */
const digits = (value) =>
  value >= 100 ? number(Math.round(value)) : value.toFixed(value >= 10 ? 0 : value >= 1 ? 1 : 2);

/** @param {number} value in microseconds */
function micro(value) {
  if (value < 1_000) return `${digits(value)} µs`;
  return value < 1_000_000 ? `${digits(value / 1_000)} ms` : `${digits(value / 1_000_000)} s`;
}

/** @param {number | null} value */
const bytes = (value) => (value === null ? "–" : `${digits(value / 1e6)} MB`);
