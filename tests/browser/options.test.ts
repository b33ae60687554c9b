/** The options page puts a new policy in force, or lists everything wrong with it and keeps the old one. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { withBrokenEngine } from "./builds.ts";
import { MASTODON } from "./composers.ts";
import { type Bench, packaged } from "./drivers/bench.ts";
import type { Composer } from "./drivers/composer.ts";
import { OptionsPage } from "./drivers/options.ts";
import { say } from "./drivers/words.ts";
import { CLEAN, FINAL } from "./policy.ts";
import { inEachBrowser } from "./suite.ts";

const RULE = {
  id: "words/reading-room",
  kind: "term",
  severity: "warn",
  message: "Write “library”.",
  source: { title: "Style guide" },
  settings: { terms: ["reading room"] },
};
const HEADER = { format: "countersign-policy/1", id: "other", name: "Another policy", version: 42 };

/** Each file, and what the page says about it. */
const REFUSED: readonly [string, RegExp[]][] = [
  ["GIF89a", [/countersign pack/]],
  ["{", [/EOF/]],
  [JSON.stringify({ ...HEADER, format: "countersign-policy/2" }), [/countersign-policy\/2/]],
  [
    JSON.stringify({ ...HEADER, rules: [RULE, RULE, { ...RULE, id: "words/a", kind: "astrology" }] }),
    [/words\/reading-room/, /words\/a.*astrology/],
  ],
];

inEachBrowser(({ test, bench, name }) => {
  test("files that are no policy are refused with all that is wrong", MASTODON, async (composer) => {
    const { name: inForce } = JSON.parse(await readFile(`${packaged(name)}/policy.json`, "utf8"));
    await areRefused(composer, bench(), inForce);
  });
  test("another policy is in force at once", MASTODON, (composer) => isInForce(composer, bench()));
});

inEachBrowser(
  ({ test, bench }) => {
    test("without an engine no policy can be tried", MASTODON, async (composer) => {
      const options = await openOptions(composer, bench());
      await options.choosePolicy("other.json", JSON.stringify(HEADER));
      await options.untilSays(refused("other.json"), say("notCheckedEngineFailed"));
      await options.page.close();
    });
  },
  { extension: withBrokenEngine },
);

function refused(file: string): string {
  return say("policyRefused").replace("$1", file);
}

async function openOptions(composer: Composer, bench: Bench): Promise<OptionsPage> {
  await composer.type(CLEAN);
  const options = await OptionsPage.open(bench.browser, composer.panel);
  await options.untilSays(say("optionsTitle"));
  return options;
}

async function areRefused(composer: Composer, bench: Bench, inForce: string): Promise<void> {
  const options = await openOptions(composer, bench);
  for (const [nth, [content, says]] of REFUSED.entries()) {
    await options.choosePolicy(`bad-${nth}.json`, content);
    await options.untilSays(refused(`bad-${nth}.json`), inForce);
    const problems = await options.problems();
    assert.equal(problems.length, says.length, problems.join("\n"));
    for (const [at, wanted] of says.entries()) assert.match(problems[at] ?? "", wanted);
  }
  await options.page.close();
  await composer.type(` ${FINAL.draft}`);
  await composer.panel.open();
  await composer.panel.untilSays(say("stateChecked"), FINAL.words);
}

async function isInForce(composer: Composer, bench: Bench): Promise<void> {
  const options = await openOptions(composer, bench);
  await options.choosePolicy("other.json", JSON.stringify({ ...HEADER, rules: [RULE] }));
  await options.untilSays(
    say("policySaved").replace("$1", HEADER.name).replace("$2", String(HEADER.version)),
  );
  assert.deepEqual(await options.problems(), []);
  await options.page.close();
  await composer.panel.open();
  await composer.panel.untilSays(HEADER.name, RULE.message);
}
