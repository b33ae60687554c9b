/**
 * From a key to the findings drawn, in the real editor of a page: what the poster waits for. A finding comes with one
 * key and goes with the next, and each key comes after a pause, so that it is answered at once and not after the debounce.
 */
import { X_HOME } from "../tests/browser/composers.ts";
import { Bench } from "../tests/browser/drivers/bench.ts";
import type { Composer } from "../tests/browser/drivers/composer.ts";
import { summary, type Times } from "./measure.mjs";

const KEYS = 200;
/** Keys until everything has been compiled. */
const WARM = 40;
/** Longer than the debounce: the next key is the first after a pause. */
const PAUSE_MS = 250;
/** A finding short of its last letter. */
const ALMOST = " so that you can utilis";
const LAST = "e";

declare global {
  /** Milliseconds from the next key to the change of what is marked in the page. */
  var marked: Promise<number>;
}

/** Measures with a draft of this text, in front of the word that comes and goes. */
export async function keystrokes(extension: string, text: string): Promise<Times> {
  const bench = await Bench.start("chromium", { extension });
  try {
    const composer = await bench.open(X_HOME);
    await composer.type(text + ALMOST);
    const times: number[] = [];
    for (let key = 0; key < WARM + KEYS; key += 1) {
      await pause();
      const time = await press(composer, key % 2 === 0 ? LAST : "Backspace");
      if (key >= WARM) times.push(time);
    }
    return summary(times);
  } finally {
    await bench.close();
  }
}

async function press(composer: Composer, key: string): Promise<number> {
  await composer.page.evaluate(watch);
  await composer.keys.press(key);
  return composer.page.evaluate(() => globalThis.marked);
}

const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));

/** Runs in the page, which shares its highlights with the content script. */
function watch(): void {
  let pressed = Infinity;
  const keydown = ({ timeStamp }: KeyboardEvent) => (pressed = timeStamp);
  document.addEventListener("keydown", keydown, { capture: true, once: true });
  const marks = () => [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0);
  const before = marks();
  globalThis.marked = new Promise((resolve) => {
    // A look each millisecond leaves both cores to those who are measured.
    const look = () => {
      if (marks() === before) void scheduler.postTask(look, { delay: 1, priority: "user-blocking" });
      else resolve(performance.now() - pressed);
    };
    look();
  });
}
