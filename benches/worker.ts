/**
 * The background of the extension under measurement: the shipped one, and a function that the benchmark calls in it. It
 * times what happens in the real worker, with the same module, as `benches/node.mjs` does in Node.
 */
import "../extension/background.ts";
import { session } from "../extension/background/engine.ts";
import init, { Checker } from "../pkg/engine.js";
import type { DraftKind } from "./data.mjs";
import { BUILDS, compile, measure, request, type Stopwatch } from "./measure.mjs";

declare global {
  /** How large the WebAssembly instance is, in bytes. */
  var engineMemory: () => Promise<number>;
  /** Measures a set of rules whose policy is in the package; the times go to the trace. */
  var measureSet: (set: string) => Promise<void>;
}

/**
 * A worker's clock tells 100 µs apart, the browser's trace of its marks 1 µs. (The console's timer is as exact, but
 * each time it tells goes to another process before the next check begins, which slows that one down.)
 */
const watch: Stopwatch = {
  start: (what) => performance.mark(`start ${what}`),
  stop: (what) => performance.mark(`stop ${what}`),
};

globalThis.engineMemory = async () => {
  // The background's own engine; after it `init` only gives the instance.
  await session();
  return (await init()).memory.buffer.byteLength;
};

globalThis.measureSet = async (set) => {
  await session();
  const [drafts, policy] = await Promise.all([packaged("drafts"), packaged(`policy-${set}`)]);
  const kinds = JSON.parse(drafts) as DraftKind[];
  const build = () => {
    const checker = new Checker(policy);
    checker.check(request(kinds[0]?.warm[0] ?? ""));
    return checker;
  };
  let checker = await compile(build, watch);
  for (let built = 1; built < BUILDS; built += 1) {
    checker.free();
    checker = await compile(build, watch);
  }
  for (const kind of kinds) await measure((text) => checker.check(request(text)), kind, watch);
  performance.clearMarks();
  checker.free();
};

async function packaged(name: string): Promise<string> {
  return (await fetch(chrome.runtime.getURL(`bench/${name}.json`))).text();
}
