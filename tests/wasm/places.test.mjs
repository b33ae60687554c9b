// Positions are UTF-16 code units, so that JavaScript can slice the text with them, whatever comes before them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Checker, TERM, check, examplePolicy, policy } from "./engine.mjs";

const TEXTS = {
  "plain letters": "We utilise buses",
  "an accent": "Café: we utilise buses",
  "a combining accent": "Cafe\u0301: we utilise buses",
  "an emoji outside the basic plane": "🚌 we utilise buses",
  "an emoji of several code points": "👩🏽‍🚒🏴󠁧󠁢󠁷󠁬󠁳󠁿 we utilise buses",
  "a lone high surrogate": "\uD83D we utilise buses",
  "a lone low surrogate": "\uDE8C we utilise buses",
  "surrogates the wrong way round": "\uDE8C\uD83D we utilise buses",
  "lines and a null character": "One\r\ntwo\u0000\nwe utilise buses",
  Welsh: "Ŵyna’r Ŷd: we utilise buses",
};

for (const [name, text] of Object.entries(TEXTS)) {
  test(`the word is found where it stands after ${name}`, () => {
    const checker = new Checker(policy(TERM));
    const [finding] = check(checker, { text }).findings;
    assert.ok(finding, "utilise is found");
    assert.deepEqual(
      finding.places.map(({ utf16 }) => text.slice(...utf16)),
      ["utilise"],
    );
    assert.deepEqual(finding.words, ["utilise"]);
    checker.free();
  });
}

test("a fix puts its text exactly where the words were", () => {
  const checker = new Checker(policy(TERM));
  const text = "🚌 we utilise buses and \uD83D utilise trams";
  const { findings } = check(checker, { text });
  const edits = findings.flatMap(({ fix }) => fix?.edits ?? []);
  const places = edits.map(({ utf16: [start, end], insert }) => ({ start, end, insert }));
  const fixed = places
    .sort((one, other) => other.start - one.start)
    .reduce((all, { start, end, insert }) => all.slice(0, start) + insert + all.slice(end), text);
  assert.equal(fixed, "🚌 we use buses and \uD83D use trams");
  checker.free();
});

test("with the example policy too, every place holds the words of its finding", () => {
  const checker = new Checker(examplePolicy);
  const text = "🚨 Call Pat on pat@example.gov.uk or quote QQ123456C, \uD83D NI AB123456C. 👩🏽‍🚒 Vote!";
  const { findings } = check(checker, { text, site: "x", account: "corporate" });
  assert.ok(
    findings.some(({ places }) => places.length > 0),
    "something is found in this text",
  );
  for (const { rule, places, words } of findings) {
    const cut = places.map(({ utf16 }) => text.slice(...utf16).toWellFormed());
    assert.deepEqual(cut, words, rule);
  }
  checker.free();
});
