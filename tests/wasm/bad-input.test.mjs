// A bad policy or request throws an Error that a person can read, and does no harm.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Checker, TERM, check, memory, policy } from "./engine.mjs";

/** @type {Record<string, [string, RegExp]>} */
const POLICIES = {
  "is not JSON": ["{", /EOF|end/i],
  "is empty": ["", /EOF|end/i],
  "is of another format": [policy().replace("policy/1", "policy/999"), /countersign-policy\/1/],
  "has an unknown key": [policy().replace('"name"', '"nmae"'), /nmae/],
  "has a rule of an unknown kind": [policy({ ...TERM, kind: "astrology" }), /words\/utilise.*astrology/s],
  "has a pattern that does not compile": [
    policy({ ...TERM, kind: "pattern", settings: { pattern: "a(b" } }),
    /words\/utilise/,
  ],
  "has settings of the wrong type": [
    policy({ ...TERM, settings: { terms: 5 } }),
    /words\/utilise.*settings/s,
  ],
  "has a severity that does not exist": [policy({ ...TERM, severity: "dreadful" }), /dreadful/],
  "has one rule twice": [policy(TERM, TERM), /words\/utilise/],
};

for (const [name, [json, says]] of Object.entries(POLICIES)) {
  test(`a policy that ${name} is refused in words`, () => {
    assert.throws(() => new Checker(json), isErrorThatSays(says));
    assert.match(Checker.problemsOf(json).join("\n"), says);
  });
}

test("each thing that is wrong with a policy is a problem of its own, and nothing is wrong with a good one", () => {
  const astrology = { ...TERM, id: "words/stars", kind: "astrology" };
  assert.equal(Checker.problemsOf(policy(TERM, TERM, astrology)).length, 2);
  assert.deepEqual(Checker.problemsOf(policy(TERM)), []);
});

/** @type {Record<string, [unknown, RegExp]>} */
const REQUESTS = {
  "is nothing": [undefined, /./],
  "is a string": ["We utilise buses", /./],
  "has no text": [{}, /text/],
  "has a number for its text": [{ text: 5 }, /./],
  "has an unknown key": [{ text: "", txet: "" }, /txet/],
  "has an unknown type of account": [{ text: "", account: "royal" }, /royal/],
  "has a time that is none": [{ text: "", now: "yesterday" }, /./],
  "has a limit below zero": [{ text: "", limit: -1 }, /./],
};

for (const [name, [request, says]] of Object.entries(REQUESTS)) {
  test(`a request that ${name} is refused in words, and the checker goes on`, () => {
    const checker = new Checker(policy(TERM));
    // A page or a stale tab can send anything.
    assert.throws(() => check(checker, /** @type {any} */ (request)), isErrorThatSays(says));
    assert.equal(check(checker, { text: "We utilise buses" }).findings.length, 1);
    checker.free();
  });
}

test("refusing a request over and over takes no memory", () => {
  const checker = new Checker(policy(TERM));
  const request = /** @type {any} */ ({ text: "We utilise buses. ".repeat(5000), account: "royal" });
  const refuse = () => {
    try {
      check(checker, request);
    } catch {
      return;
    }
    assert.fail("The request was not refused.");
  };
  for (let count = 0; count < 20; count += 1) refuse();
  const before = memory.buffer.byteLength;
  for (let count = 0; count < 500; count += 1) refuse();
  assert.equal(memory.buffer.byteLength, before);
  checker.free();
});

/** @param {RegExp} says */
function isErrorThatSays(says) {
  return (/** @type {unknown} */ error) => {
    assert.ok(error instanceof Error, `an Error is thrown, not ${String(error)}`);
    assert.match(error.message, says);
    assert.doesNotMatch(error.message, /unreachable|panicked|\[object/);
    return true;
  };
}
