// Writes target/bench/policy.json: the example policy with 10,000 terms and 1,000 patterns more, as a large
// organisation might have them. Made from a fixed seed, so that every run measures the same.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { random } from "./drafts.mjs";

const TERMS = 10_000;
const PATTERNS = 1_000;

const next = random(1);
const letters = "etaoinshrdlucmfwypvbgk";
const word = () =>
  Array.from({ length: 5 + Math.floor(next() * 8) }, () => letters[Math.floor(next() * letters.length)]).join(
    "",
  );

const rule = (/** @type {string} */ id, /** @type {string} */ kind, /** @type {object} */ settings) => ({
  id,
  kind,
  severity: "note",
  message: "“{words}” is not in the style guide.",
  source: { title: "Benchmark" },
  settings,
});

const terms = rule("bench/terms", "term", { terms: Array.from({ length: TERMS }, word) });
const patterns = Array.from({ length: PATTERNS }, (_, number) =>
  rule(`bench/pattern-${number}`, "pattern", { pattern: `\\b${word()}(?:s|ed|ing)? +${word()}\\b` }),
);

const policy = JSON.parse(readFileSync("target/policy.json", "utf8"));
policy.rules.push(terms, ...patterns);
mkdirSync("target/bench", { recursive: true });
writeFileSync("target/bench/policy.json", JSON.stringify(policy));
