import { setInterval } from "node:timers/promises";

const DEADLINE = 10_000;
const INTERVAL = 20;

/**
 * Waits until `probe` returns a value that satisfies `accepts`, and returns that value.
 *
 * The tests wait for changes in a page, an extension's frame and a server, and no single event tells when all have
 * happened. So the condition is checked repeatedly, rather than after a fixed time.
 * The failure message gives the last value seen.
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
