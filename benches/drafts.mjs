// The drafts that are measured, from a fixed seed: target/bench/drafts.json is what both benchmarks read.

import { mkdirSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const LENGTHS = [280, 3_000, 63_000];
const EACH = 20;
const WORDS =
  `we utilise the bus to get to the office and the minister said that services for people in Wales are open from
  Monday to Friday 🚌 #FloodAware https://www.gov.uk/check-flooding in order to help you plan your journey — call
  0800 or write to help@example.gov.uk for advice it’s free @DfExample`.split(/\s+/);

/** Numbers from 0 to 1 that only look random (mulberry32). @param {number} seed */
export function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @param {number} length @param {() => number} next */
function draft(length, next) {
  let text = "";
  while (text.length < length) text += `${WORDS[Math.floor(next() * WORDS.length)]} `;
  return text.slice(0, length).toWellFormed();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const next = random(2);
  const drafts = LENGTHS.map((length) => Array.from({ length: EACH }, () => draft(length, next)));
  mkdirSync("target/bench", { recursive: true });
  writeFileSync("target/bench/drafts.json", JSON.stringify(drafts));
}
