// How a check is timed, both in Node and in the browser; benches/native.rs does the same in Rust.

/** No kind of drafts is measured for longer than this, but each is measured for at least one whole run. */
const ENOUGH = 3_000;
/**
 * The warm-up lasts at least this long, and at least this many texts: V8 compiles frequently used functions one after
 * the other, alongside the running code.
 */
const WARM = 1_500;
const WARM_TEXTS = 3;
/** How often Countersign builds its engine: it does so again for every new policy. */
export const BUILDS = 5;

/**
 * The measurements of one kind of drafts. Times are in microseconds.
 * @typedef {{ median: number, p95?: number, p99: number, count: number }} Times
 */

/**
 * @typedef {object} Stopwatch
 * @property {(what: string) => void} start
 * @property {(what: string) => void} stop
 */

/** The question that a composer asks about a draft. @param {string} text */
export const question = (text) => ({
  text,
  site: "x",
  account: "corporate",
  now: "2026-11-18T10:00:00+00:00",
});

/** The same question, as the background passes it to the engine. @param {string} text */
export const request = (text) => JSON.stringify(question(text));

/** @param {number[]} times in milliseconds @returns {Times} */
export function summary(times) {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (/** @type {number} */ share) => sorted[Math.ceil(sorted.length * share) - 1] ?? NaN;
  return { median: at(0.5) * 1000, p95: at(0.95) * 1000, p99: at(0.99) * 1000, count: times.length };
}

/**
 * Builds a check and checks the first draft, since some contenders only compile when they are first used.
 * @template T @param {() => Promise<T> | T} build @param {Stopwatch} watch
 */
export async function compile(build, watch) {
  watch.start("compile");
  const built = await build();
  watch.stop("compile");
  return built;
}

/**
 * Checks each draft once, because some contenders remember what they have already seen.
 * @param {(text: string) => unknown} check may give a promise
 * @param {import("./data.mjs").DraftKind} drafts
 * @param {Stopwatch} watch
 */
export async function measure(check, { name, warm, runs }, watch) {
  const since = (/** @type {number} */ started) => performance.now() - started;
  let started = performance.now();
  for (let index = 0; index < WARM_TEXTS || since(started) < WARM; index += 1) {
    await check(warm[index % warm.length] ?? "");
  }
  started = performance.now();
  for (const run of runs) {
    for (const text of run) {
      watch.start(name);
      const answer = check(text);
      // Awaiting an answer that is already there would add to the time measured.
      if (answer instanceof Promise) await answer;
      watch.stop(name);
    }
    if (since(started) > ENOUGH) break;
  }
}
