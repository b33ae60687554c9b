import { setInterval } from "node:timers/promises";

const DEADLINE = 10_000;
const INTERVAL = 20;

/**
 * Waits until `probe` gives a value that satisfies `accepts`, and returns the value.
 *
 * What the tests wait for is spread over a page, an extension's frame and a server, and no single event tells
 * when all have arrived; so the condition is asked for again and again, and never a fixed time waited.
 * The failure says what was seen last.
 */
export async function until<T>(
  what: string,
  probe: () => T | Promise<T>,
  accepts: (value: T) => boolean = Boolean,
): Promise<T> {
  let last = await probe();
  if (accepts(last)) return last;
  const deadline = Date.now() + DEADLINE;
  for await (const _ of setInterval(INTERVAL)) {
    last = await probe();
    if (accepts(last)) return last;
    if (Date.now() > deadline) break;
  }
  throw new Error(
    `Not seen within ${DEADLINE / 1000} s: ${what}.\nSeen last: ${JSON.stringify(last, null, 2)}`,
  );
}
