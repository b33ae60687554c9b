/**
 * Measures in the real background worker of Chromium and prints the figures as JSON: node target/bench/chromium.mjs.
 *
 * The extension is a copy of the packaged one, with the budgeted policy. Its background can also measure
 * (`benches/worker.ts`), and its content script says when something is drawn (`benches/content.ts`).
 */
import { build, type Format } from "esbuild";
import { cp, rm } from "node:fs/promises";
import type { Browser, CDPSession, Page, WebWorker } from "puppeteer-core";
import { COMPOSER } from "../extension/protocol.ts";
import { packaged } from "../tests/browser/drivers/bench.ts";
import { launch } from "../tests/browser/drivers/launch.ts";
import { inRepository } from "../tests/browser/drivers/repository.ts";
import { BUDGETED, FOLDER, readDrafts, readSets } from "./data.mjs";
import { keystrokes } from "./keystroke.ts";
import { question, summary } from "./measure.mjs";

const WAKES = 15;
/** How much of a draft is typed for the keystrokes: enough to fill most of a post on X. */
const LENGTH = 240;
/** The extension's own pages need no network, and nothing listens on this port. */
const NOWHERE = 9;

const extension = inRepository(`${FOLDER}/extension`);

async function makeExtension(): Promise<void> {
  await rm(extension, { recursive: true, force: true });
  await cp(packaged("chromium"), extension, { recursive: true });
  await bundle("worker", "background", "esm");
  await bundle("content", "content", "iife");
  await cp(inRepository(`${FOLDER}/policy-${BUDGETED}.json`), `${extension}/policy.json`);
  for (const name of ["drafts", ...readSets().map(({ id }) => `policy-${id}`)]) {
    await cp(inRepository(`${FOLDER}/${name}.json`), `${extension}/bench/${name}.json`);
  }
}

/** Bundles a script of `benches/`, which contains the shipped one, in place of the shipped one. */
async function bundle(script: string, place: string, format: Format): Promise<void> {
  await build({
    entryPoints: [inRepository(`benches/${script}.ts`)],
    outfile: `${extension}/${place}.js`,
    bundle: true,
    format,
    logLevel: "warning",
  });
}

function workerTarget(browser: Browser) {
  return browser.waitForTarget((target) => target.type() === "service_worker");
}

async function workerOf(browser: Browser): Promise<WebWorker> {
  const worker = await (await workerTarget(browser)).worker();
  if (!worker) throw new Error("The background worker has gone.");
  return worker;
}

/** Milliseconds from a question to its verdict, asked in the way a composer asks. */
function ask(page: Page): Promise<number> {
  const asked = { type: "check", seq: 1, request: question("You can utilise both rooms.") };
  return page.evaluate(
    (name, message) =>
      new Promise<number>((resolve, reject) => {
        const started = performance.now();
        const port = chrome.runtime.connect({ name });
        port.onMessage.addListener((answer: { type: string }) => {
          if (answer.type === "checked") resolve(performance.now() - started);
          else reject(new Error(JSON.stringify(answer)));
        });
        port.postMessage(message);
      }),
    COMPOSER,
    asked,
  );
}

/** Puts the worker to sleep and asks a question, several times. */
async function wake(browser: Browser): Promise<number[]> {
  const { protocol, host } = new URL((await workerTarget(browser)).url());
  const page = await browser.newPage();
  await page.goto(`${protocol}//${host}/pages/options.html`);
  const times = [];
  while (times.length < WAKES) {
    await (await workerOf(browser)).close();
    times.push(await ask(page));
  }
  return times;
}

/** The memory the worker holds, in bytes: JavaScript's heap, the browser's own objects, and WebAssembly's memory. */
async function memoryOf(browser: Browser, session: CDPSession): Promise<number> {
  const { usedSize, embedderHeapUsedSize } = await session.send("Runtime.getHeapUsage");
  return (
    usedSize +
    embedderHeapUsedSize +
    (await (await workerOf(browser)).evaluate(() => globalThis.engineMemory()))
  );
}

/** A mark in the browser's trace; its time is in microseconds. */
interface TraceEvent {
  name: string;
  ts: number;
}

/** Measures one set of rules, and reads the times from the worker's marks in the trace. */
async function timesOf(worker: WebWorker, tracer: CDPSession, set: string) {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: unknown[] }) => void events.push(...(value as TraceEvent[]));
  tracer.on("Tracing.dataCollected", collect);
  const complete = new Promise((resolve) => tracer.once("Tracing.tracingComplete", resolve));
  await tracer.send("Tracing.start", { traceConfig: { includedCategories: ["blink.user_timing"] } });
  await worker.evaluate((id) => globalThis.measureSet(id), set);
  await tracer.send("Tracing.end");
  await complete;
  tracer.off("Tracing.dataCollected", collect);

  const times: Record<string, number[]> = {};
  let started = 0;
  for (const { name, ts } of events.toSorted((one, other) => one.ts - other.ts)) {
    const [, edge, what = ""] = /^(start|stop) (.*)$/.exec(name) ?? [];
    if (edge === "start") started = ts;
    else if (edge) (times[what] ??= []).push((ts - started) / 1000);
  }
  const of = (what: string) => summary(times[what] ?? []);
  return { compile: of("compile").median, times: readDrafts().map(({ name }) => of(name)) };
}

async function main(): Promise<void> {
  await makeExtension();
  const [first] = readDrafts();
  const drawn = await keystrokes(extension, first?.runs[0]?.[0]?.slice(0, LENGTH) ?? "");
  const browser = await launch("chromium", { extension, proxyPort: NOWHERE });
  try {
    const wakes = summary(await wake(browser));
    const session = await (await workerTarget(browser)).createCDPSession();
    const tracer = await browser.target().createCDPSession();
    const loaded = await memoryOf(browser, session);
    const sets: Record<string, object> = {};
    for (const { id } of readSets()) {
      const measured = await timesOf(await workerOf(browser), tracer, id);
      sets[id] = { ...measured, memory: await memoryOf(browser, session) };
    }
    console.log(JSON.stringify({ version: await browser.version(), drawn, wake: wakes, loaded, sets }));
  } finally {
    await browser.close();
  }
}

await main();
