/**
 * The time from a key to the findings being drawn, in the real editor of a page: what the poster waits for. A finding
 * appears with one key and goes with the next, and each key comes after a pause, so that it is answered at once and not
 * after the debounce. The keys that remove a finding are not counted: its mark goes without a check.
 */
import { X_HOME } from "../tests/browser/composers.ts";
import { Bench } from "../tests/browser/drivers/bench.ts";
import type { Composer } from "../tests/browser/drivers/composer.ts";
import { DRAWN, type Drawn } from "./drawn.ts";
import { summary, type Times } from "./measure.mjs";

const FINDINGS = 200;
/** The number of findings before everything has been compiled. */
const WARM = 20;
/** Longer than the debounce, so that the next key is the first after a pause. */
const PAUSE_MS = 250;
/** Text that would be a finding if its last letter were there. */
const ALMOST = " so that you can utilis";
const LAST = "e";

declare global {
  /** Milliseconds from the next key until one more place is highlighted. */
  var drawn: Promise<number>;
}

/** Measures with a draft of this text, followed by the word that comes and goes. */
export async function keystrokes(extension: string, text: string): Promise<Times> {
  const bench = await Bench.start("chromium", { extension });
  try {
    const composer = await bench.open(X_HOME);
    await composer.type(text + ALMOST);
    const times: number[] = [];
    for (let nth = 0; nth < WARM + FINDINGS; nth += 1) {
      await pause();
      const time = await finding(composer);
      if (nth >= WARM) times.push(time);
      await pause();
      await composer.keys.press("Backspace");
    }
    return summary(times);
  } finally {
    await bench.close();
  }
}

async function finding(composer: Composer): Promise<number> {
  await composer.page.evaluate(watch, DRAWN);
  await composer.keys.press(LAST);
  return composer.page.evaluate(() => globalThis.drawn);
}

const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));

/** Runs in the page, which shares its highlights and its timeline with the content script. */
function watch(mark: string): void {
  let pressed = Infinity;
  const keydown = ({ timeStamp }: KeyboardEvent) => (pressed = timeStamp);
  document.addEventListener("keydown", keydown, { capture: true, once: true });
  const before = [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
  performance.clearMarks(mark);
  globalThis.drawn = new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      const marks = list.getEntriesByName(mark) as (PerformanceMark & { detail: Drawn })[];
      const more = marks.find(({ startTime, detail }) => startTime > pressed && detail.places > before);
      if (!more) return;
      observer.disconnect();
      resolve(more.startTime - pressed);
    });
    observer.observe({ type: "mark" });
  });
}
