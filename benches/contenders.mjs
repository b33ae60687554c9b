// Everything that is measured in Node: Countersign, what a programmer would write by hand, and its peers.
//
// `load` fetches the code and returns `build`, which makes a check from a set of rules, or from the contender's own.

import { readFileSync } from "node:fs";
import { question, request } from "./measure.mjs";

/** @typedef {{ policy: string, terms: string[], patterns: string[] }} Rules */
/** @typedef {(text: string) => unknown} Check finds what it finds, and says where */
/** @typedef {(rules: Rules) => Check | Promise<Check>} Build */
/**
 * @typedef {object} Contender
 * @property {string} name
 * @property {boolean} given whether it is given the rules; if not, it has its own
 * @property {() => Promise<Build>} load
 */

const file = (/** @type {string} */ path) => new URL(path, import.meta.url);

/** @type {Record<string, Contender>} */
export const CONTENDERS = {
  countersign: {
    name: "Countersign, wasm in Node",
    given: true,
    load: async () => {
      const { default: init, Checker } = await import("../pkg/engine.js");
      await init({ module_or_path: readFileSync(file("../pkg/engine_bg.wasm")) });
      return ({ policy }) => {
        const checker = new Checker(policy);
        return (text) => checker.check(request(text));
      };
    },
  },
  // The same engine, in a module that can also take a check as a value: see src/wasm/exports.rs.
  values: {
    name: "the same, as values",
    given: true,
    load: async () => {
      const { default: init, Checker } = await import(file("../pkg/values.js").href);
      await init({ module_or_path: readFileSync(file("../pkg/values_bg.wasm")) });
      return ({ policy }) => {
        const checker = new Checker(policy);
        return (text) => checker.checkValue(question(text));
      };
    },
  },
  loop: {
    name: "a loop of JS RegExps",
    given: true,
    load: async () => (rules) => {
      const expressions = [...rules.terms.map((term) => `\\b${term}\\b`), ...rules.patterns].map(
        (source) => new RegExp(source, "gi"),
      );
      return (text) => expressions.flatMap((expression) => [...text.matchAll(expression)]);
    },
  },
  combined: {
    name: "one combined JS RegExp",
    given: true,
    load: async () => (rules) => {
      const expression = new RegExp(`\\b(?:${rules.terms.join("|")})\\b|${rules.patterns.join("|")}`, "gi");
      return (text) => [...text.matchAll(expression)];
    },
  },
  ...peers(),
};

/** @returns {Record<string, Contender>} */
function peers() {
  const peer = (/** @type {string} */ name, /** @type {string} */ path) => ({
    name,
    given: false,
    load: async () => (await import(file(`peers/${path}.mjs`).href)).build,
  });
  return {
    harper: peer("harper.js", "harper"),
    alex: peer("alex", "alex"),
    "write-good": peer("write-good", "write-good"),
    "retext-equality": peer("retext-equality", "retext-equality"),
    textlint: peer("@textlint/kernel, terminology", "textlint"),
  };
}
