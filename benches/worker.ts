/**
 * The background of the extension being measured: the shipped one, plus functions that the benchmark calls in it. They
 * time what happens in the real worker, with the same module, as `benches/node.mjs` does in Node.
 */
import "../extension/background.ts";
import { session } from "../extension/background/engine.ts";
import init, { Checker } from "../pkg/engine.js";
import type { DraftKind } from "./data.mjs";
import { BUILDS, compile, measure, request, type Stopwatch } from "./measure.mjs";

declare global {
  /** The size of the WebAssembly instance's memory, in bytes. */
  var engineMemory: () => Promise<number>;
  /** Measures a set of rules whose policy is in the package; the times go to the trace. */
  var measureSet: (set: string) => Promise<void>;
}

/**
 * A worker's clock has a resolution of 100 µs; the browser's trace of the worker's marks has one of 1 µs. (The
 * console's timer is as exact, but each time it reports goes to another process before the next check begins, which
 * slows that check down.)
 */
const watch: Stopwatch = {
  start: (what) => performance.mark(`start ${what}`),
  stop: (what) => performance.mark(`stop ${what}`),
};

globalThis.engineMemory = async () => {
  // The background's own engine; after this, `init` only returns the instance.
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
