// A Checker takes and returns plain data, as the extension's messages need it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Checker, TERM, check, examplePolicy, memory, policy } from "./engine.mjs";

test("the example policy names itself and says what happens when nothing can be checked", () => {
  const checker = new Checker(examplePolicy);
  const { id, name, version } = checker.policy();
  assert.equal(id, JSON.parse(examplePolicy).id);
  assert.ok(name);
  assert.ok(Number.isInteger(version));
  const { corporate } = checker.onUnavailable();
  assert.match(corporate ?? "", /^(hold|release)$/);
  checker.free();
});

test("a stored profile is read as far as this version knows it, and a check takes it", () => {
  const profile = Checker.profileOf({ initials: "AB", name: 5, pager: "1234" });
  assert.deepEqual(profile, { initials: "AB" });
  for (const nothing of [undefined, null, "AB", ["AB"], {}]) {
    assert.deepEqual(Checker.profileOf(nothing), {});
  }
  const checker = new Checker(policy());
  assert.equal(check(checker, { text: "We use buses", profile }).verdict.decision, "release");
  checker.free();
});

test("a report survives being sent as a message, which is JSON in one browser and a clone in the other", () => {
  const checker = new Checker(policy(TERM));
  const report = check(checker, {
    id: "a",
    text: "We utilise buses 🚌",
    site: "x",
    now: "2026-11-22T09:00:00Z",
  });
  assert.equal(report.id, "a");
  assert.ok(report.findings[0]?.fix, "there is a fix in it");
  assert.deepEqual(JSON.parse(JSON.stringify(report)), report);
  assert.deepEqual(structuredClone(report), report);
  checker.free();
});

test("a warning holds the post until it is confirmed", () => {
  const checker = new Checker(policy(TERM));
  const text = "We utilise buses";
  const held = check(checker, { text });
  const keys = held.findings.map(({ key }) => key);
  const { decision, findings, reasons, grounds } = held.verdict;
  assert.deepEqual({ decision, findings }, { decision: "hold", findings: keys });
  assert.deepEqual(reasons, [{ finding: keys[0], rule: "words/utilise", clearance: "confirm" }]);
  assert.deepEqual(grounds, {
    account: "corporate",
    account_from: "unknown",
    surface: "post",
    mode: "enforce",
  });

  const confirmed = check(checker, { text, answers: keys.map((finding) => ({ finding })) });
  assert.equal(confirmed.verdict.decision, "release");
  assert.deepEqual(confirmed.verdict.reasons[0]?.cleared, { by: "confirmation" });
  assert.ok(confirmed.findings.every(({ cleared }) => cleared));
  checker.free();
});

test("a clean draft is released, an empty one too", () => {
  const checker = new Checker(policy(TERM));
  for (const text of ["We use buses", ""]) {
    const { decision, findings, edits, reasons } = check(checker, { text }).verdict;
    const nothing = { findings: [], edits: [], reasons: [] };
    assert.deepEqual({ decision, findings, edits, reasons }, { decision: "release", ...nothing });
  }
  checker.free();
});

test("a verdict's seal is another for another text or context, and the same for the same", () => {
  const checker = new Checker(policy(TERM));
  const seal = (/** @type {import("../../pkg/engine.js").Request} */ request) =>
    check(checker, request).verdict.seal;
  const one = seal({ text: "We use buses", site: "x", now: "2026-11-22T09:00:00Z" });
  assert.match(one, /^[0-9a-f]{64}$/);
  assert.equal(seal({ text: "We use buses", site: "x", now: "2026-11-22T09:00:01Z" }), one);
  assert.notEqual(seal({ text: "We use buses.", site: "x" }), one);
  assert.notEqual(seal({ text: "We use buses", site: "mastodon" }), one);
  assert.notEqual(seal({ text: "We use buses", site: "x", surface: "reply" }), one);
  checker.free();
});

test("the count is the site's own: on X a link is 23 and an emoji 2", () => {
  const checker = new Checker(policy());
  const { count } = check(checker, { text: "🚌 https://www.gov.uk/a/very/long/address/indeed", site: "x" });
  assert.deepEqual({ count: count?.count, limit: count?.limit }, { count: 26, limit: 280 });
  checker.free();
});

test("a text over the engine's limit is checked up to the limit, and the report says so", () => {
  const checker = new Checker(policy(TERM));
  const { cut, findings } = check(checker, { text: `utilise ${"🚌".repeat(100_000)} utilise` });
  assert.deepEqual(cut, { checked: 100_000, total: 100_016 });
  assert.deepEqual(
    findings.flatMap(({ words }) => words),
    ["utilise"],
  );
  checker.free();
});

test("checking over and over takes no more memory", () => {
  const checker = new Checker(policy(TERM));
  const again = () => check(checker, { text: "We utilise buses. ".repeat(100), site: "x" });
  for (let count = 0; count < 20; count += 1) again();
  const before = memory.buffer.byteLength;
  for (let count = 0; count < 1000; count += 1) again();
  assert.equal(memory.buffer.byteLength, before);
  checker.free();
});

test("several policies can be loaded side by side", () => {
  const one = new Checker(policy(TERM));
  const other = new Checker(policy({ ...TERM, settings: { terms: ["buses"] } }));
  const words = (/** @type {Checker} */ checker) =>
    check(checker, { text: "We utilise buses" }).findings.flatMap((finding) => finding.words);
  assert.deepEqual([words(one), words(other)], [["utilise"], ["buses"]]);
  one.free();
  other.free();
});
