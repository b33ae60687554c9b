// The engine as the extension's background loads it, here in Node.

import { readFile } from "node:fs/promises";
import init, { Checker } from "../../pkg/engine.js";

const at = (/** @type {string} */ path) => new URL(`../../${path}`, import.meta.url);

/** The instance's memory, to see whether it grows. */
export const { memory } = await init({ module_or_path: await readFile(at("pkg/engine_bg.wasm")) });

/**
 * Sends a request as the background does, and reads the answer as a content script does.
 * @param {Checker} checker @param {import("../../pkg/engine.js").Request} request
 * @returns {import("../../pkg/engine.js").ReportOut}
 */
export function check(checker, request) {
  return JSON.parse(checker.check(JSON.stringify(request) ?? ""));
}

/** The example policy as `countersign pack` writes it. */
export const examplePolicy = await readFile(at("target/policy.json"), "utf8");

/** A policy with only these rules. @param {object[]} rules */
export function policy(...rules) {
  return JSON.stringify({ format: "countersign-policy/1", id: "test", name: "Test", version: 7, rules });
}

/** Finds one word. */
export const TERM = {
  id: "words/utilise",
  kind: "term",
  severity: "warn",
  message: "Write “use”.",
  source: { title: "Style guide" },
  settings: { terms: ["utilise"], replace: "use" },
};

export { Checker };
