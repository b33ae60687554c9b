// What goes in and comes out of a Checker is plain data, as the messages of the extension need it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Checker, examplePolicy, memory, policy, TERM } from "./engine.mjs";

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

test("a report survives being sent as a message, which is JSON in one browser and a clone in the other", () => {
  const checker = new Checker(policy(TERM));
  const report = checker.check({
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
  const held = checker.check({ text });
  const keys = held.findings.map(({ key }) => key);
  assert.deepEqual(held.verdict, { decision: "hold", findings: keys, edits: [] });

  const confirmed = checker.check({ text, answers: keys.map((finding) => ({ finding })) });
  assert.deepEqual(confirmed.verdict, { decision: "release", findings: [], edits: [] });
  assert.ok(confirmed.findings.every(({ cleared }) => cleared));
  checker.free();
});

test("a clean draft is released, an empty one too", () => {
  const checker = new Checker(policy(TERM));
  for (const text of ["We use buses", ""]) {
    assert.deepEqual(checker.check({ text }).verdict, { decision: "release", findings: [], edits: [] });
  }
  checker.free();
});

test("the count is the site's own: on X a link is 23 and an emoji 2", () => {
  const checker = new Checker(policy());
  const { count } = checker.check({ text: "🚌 https://www.gov.uk/a/very/long/address/indeed", site: "x" });
  assert.deepEqual({ count: count?.count, limit: count?.limit }, { count: 26, limit: 280 });
  checker.free();
});

test("a text over the engine's limit is checked up to the limit, and the report says so", () => {
  const checker = new Checker(policy(TERM));
  const { cut, findings } = checker.check({ text: `utilise ${"🚌".repeat(100_000)} utilise` });
  assert.deepEqual(cut, { checked: 100_000, total: 100_016 });
  assert.deepEqual(
    findings.flatMap(({ words }) => words),
    ["utilise"],
  );
  checker.free();
});

test("checking over and over takes no more memory", () => {
  const checker = new Checker(policy(TERM));
  const check = () => checker.check({ text: "We utilise buses. ".repeat(100), site: "x" });
  for (let count = 0; count < 20; count += 1) check();
  const before = memory.buffer.byteLength;
  for (let count = 0; count < 1000; count += 1) check();
  assert.equal(memory.buffer.byteLength, before);
  checker.free();
});

test("several policies can be loaded side by side", () => {
  const one = new Checker(policy(TERM));
  const other = new Checker(policy({ ...TERM, settings: { terms: ["buses"] } }));
  const words = (/** @type {Checker} */ checker) =>
    checker.check({ text: "We utilise buses" }).findings.flatMap((finding) => finding.words);
  assert.deepEqual([words(one), words(other)], [["utilise"], ["buses"]]);
  one.free();
  other.free();
});
