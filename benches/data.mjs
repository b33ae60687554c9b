// The data for the measurements: target/bench/drafts.json and, for each number of terms and patterns,
// target/bench/policy-T-P.json. Made from fixed seeds, so that every run and every contender gets the same.

import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export const FOLDER = "target/bench";
const TERMS = [100, 1_000, 10_000, 100_000];
const PATTERNS = [100, 1_000];
/** How many terms one rule lists. */
const TERMS_OF_A_RULE = 100;
/** The terms and patterns that drafts contain now and then; all sets of rules have them. */
const COMMON = 100;

/**
 * A set of rules: those of a policy in policies/, with terms and patterns added.
 * @typedef {{ id: string, policy: "example" | "catalogue", terms: number, patterns: number }} RuleSet
 */

/** The set that the budgets are for. */
export const BUDGETED = "10000-1000";
/** The same number of terms and patterns, with every rule of the published guidelines. */
export const CATALOGUE = "catalogue";
/** A quick run measures only these, with a tenth of the drafts. */
const QUICK = ["100-100", BUDGETED, CATALOGUE];

/**
 * Each set includes the terms and patterns of the smaller ones.
 * @type {readonly RuleSet[]}
 */
const SETS = [
  ...TERMS.flatMap((terms) =>
    PATTERNS.map((patterns) => ({
      id: `${terms}-${patterns}`,
      policy: /** @type {const} */ ("example"),
      terms,
      patterns,
    })),
  ),
  { id: CATALOGUE, policy: "catalogue", terms: 10_000, patterns: 1_000 },
];

/**
 * The kinds of drafts: `runs` are texts that are checked one after the other, as when somebody types.
 * @typedef {{ name: string, length: number, warm: string[], runs: string[][] }} DraftKind
 */

const ORDINARY =
  `the of and to in a is that for it we on are with be this you at from by our will have new your can about more their
  people services support help local council public health care school schools children families work jobs training
  business businesses funding grant homes housing transport road rail bus travel passengers energy bills climate water
  flood warning weather safety police fire ambulance hospital patients staff nurses doctors teachers parents carers
  pension benefit payment claim online apply form deadline today tomorrow Monday Friday week month year open closed
  office minister department government UK England Wales Scotland visit meeting event consultation report published
  statistics figures data survey results announced plan plans change changes improve better faster easier free call
  read watch share find learn join tell know check use need make get see go keep stay before after during between
  because until where when who how what why which many most some every all also still just now here there it’s we’re
  🚌 ✅ 🌧️ — £25 3,000 50% 9am 2027 #FloodAware #NHS #ThisIsWales @DfExample https://www.gov.uk/check-flooding`.split(
    /\s+/,
  );

/** Numbers from 0 to 1 that only look random (mulberry32). @param {number} seed */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @template T @param {readonly T[]} list @param {() => number} next @returns {T} */
const pick = (list, next) => /** @type {T} */ (list[Math.floor(next() * list.length)]);

/** Made-up words that look like real ones. @param {() => number} next */
function word(next) {
  const syllables = 2 + Math.floor(next() * 3);
  const syllable = () =>
    pick(["b", "br", "d", "f", "gl", "k", "l", "m", "n", "p", "st", "t", "v", "z"], next);
  const vowel = () => pick(["a", "e", "i", "o", "u", "ea", "ou"], next);
  return (
    Array.from({ length: syllables }, () => syllable() + vowel()).join("") + pick(["n", "r", "st", ""], next)
  );
}

/** @template T @param {number} count @param {() => T} make @returns {T[]} */
function distinct(count, make) {
  const made = new Set();
  while (made.size < count) made.add(make());
  return [...made];
}

/** @typedef {ReturnType<typeof vocabulary>} Words */

/**
 * The terms and patterns of the largest set; one term in five has two words, and each pattern finds a pair of words.
 */
function vocabulary() {
  const next = random(1);
  const terms = distinct(Math.max(...TERMS), () => word(next) + (next() < 0.2 ? ` ${word(next)}` : ""));
  const pairs = distinct(Math.max(...PATTERNS), () => `${word(next)} ${word(next)}`);
  const patterns = pairs.map((pair) => `\\b${pair.replace(" ", "(?:s|ed|ing)? +")}\\b`);
  return { terms, patterns, pairs, common: [...terms.slice(0, COMMON), ...pairs.slice(0, COMMON)] };
}

/** About one word in forty is a term or matches a pattern. @param {number} length @param {string[]} common */
function draft(length, common, /** @type {() => number} */ next) {
  let text = "";
  while (text.length < length) {
    text += `${pick(next() < 1 / 40 ? common : ORDINARY, next)}${next() < 1 / 12 ? "." : ""} `;
  }
  return text.slice(0, length).toWellFormed();
}

/** Every state of a draft while it is typed. @param {string} text */
function prefixes(text) {
  const characters = [...text];
  return characters.map((_, index) => characters.slice(0, index + 1).join(""));
}

/** @param {string[]} common @param {number} share how many of the drafts @returns {DraftKind[]} */
function draftKinds(common, share) {
  const next = random(2);
  const drafts = (/** @type {number} */ count, /** @type {number} */ length) =>
    Array.from({ length: count }, () => draft(length, common, next));
  const fresh = (/** @type {number} */ length, /** @type {number} */ count) => ({
    name: `${length.toLocaleString("en-GB")} characters`,
    length,
    warm: drafts(count / 4, length),
    runs: drafts(count * share, length).map((text) => [text]),
  });
  const typing = {
    name: "typing 280",
    length: 280,
    warm: prefixes(draft(280, common, next)),
    runs: drafts(20 * share, 280).map(prefixes),
  };
  return [fresh(280, 2_000), typing, fresh(3_000, 200), fresh(63_000, 20)];
}

/**
 * A rule in its file; JSON is also YAML.
 * @param {string} kind @param {object} settings @param {string} breaks a draft that breaks it
 */
const rule = (kind, settings, breaks) => (/** @type {string} */ id) =>
  JSON.stringify({
    id: `bench/${id}`,
    kind,
    severity: "note",
    message: "“{words}” is not in the style guide.",
    source: { title: "Benchmark" },
    ...settings,
    tests: [{ breaks }, { complies: "Nothing of that kind" }],
  });

/**
 * Packs the set's policy with all these rules, in the same way as any policy. @param {RuleSet} set @param {Words} words
 */
function pack(set, { terms, patterns, pairs }) {
  const folder = `${FOLDER}/policy-${set.id}`;
  rmSync(folder, { recursive: true, force: true });
  cpSync(`policies/${set.policy}`, folder, { recursive: true });
  mkdirSync(`${folder}/rules/bench`);
  const add = (/** @type {string} */ id, /** @type {ReturnType<typeof rule>} */ text) =>
    writeFileSync(`${folder}/rules/bench/${id}.yml`, text(id));
  // A fix that writes a word that another rule objects to is dropped, and then the policy's own tests would fail.
  const written = wordsOfFixes(folder);
  for (let start = 0; start < set.terms; start += TERMS_OF_A_RULE) {
    const some = terms
      .slice(start, Math.min(start + TERMS_OF_A_RULE, set.terms))
      .filter((term) => !written.has(term));
    add(`terms-${start}`, rule("term", { terms: some }, String(some[0])));
  }
  patterns
    .slice(0, set.patterns)
    .forEach((pattern, nth) => add(`pattern-${nth}`, rule("pattern", { pattern }, String(pairs[nth]))));
  execFileSync("target/cli/countersign", ["pack", folder, "--output", `${folder}.json`]);
}

/** The words in the texts that a policy's tests expect after a fix. @param {string} folder @returns {Set<string>} */
function wordsOfFixes(folder) {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const files = paths.filter((path) => path.endsWith(".yml"));
  const texts = files.flatMap((path) => readFileSync(join(folder, path), "utf8").match(/fixed: .*/g) ?? []);
  return new Set(texts.flatMap((text) => text.toLowerCase().match(/\p{L}+/gu) ?? []));
}

/** Writes all the data. @param {{ quick: boolean }} options */
export function writeData({ quick }) {
  const words = vocabulary();
  const sets = SETS.filter(({ id }) => !quick || QUICK.includes(id));
  mkdirSync(FOLDER, { recursive: true });
  write("sets", sets);
  write("drafts", draftKinds(words.common, quick ? 0.1 : 1));
  for (const set of sets) {
    const [terms, patterns] = [words.terms.slice(0, set.terms), words.patterns.slice(0, set.patterns)];
    write(`rules-${set.id}`, { terms, patterns });
    pack(set, words);
  }
}

/** @param {string} name @param {unknown} data */
const write = (name, data) => writeFileSync(`${FOLDER}/${name}.json`, JSON.stringify(data));

/** @param {string} name */
const read = (name) => JSON.parse(readFileSync(`${FOLDER}/${name}.json`, "utf8"));

/** @returns {RuleSet[]} */
export const readSets = () => read("sets");
/** @returns {DraftKind[]} */
export const readDrafts = () => read("drafts");
