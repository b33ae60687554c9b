/** While a draft is typed: what is found, where it is marked, and what the panel says. */
import assert from "node:assert/strict";
import { SITES } from "./composers.ts";
import type { Bench } from "./drivers/bench.ts";
import type { Composer } from "./drivers/composer.ts";
import { until } from "./drivers/until.ts";
import { say } from "./drivers/words.ts";
import { CLEAN, FINAL, FIXABLE, SIGN_OFF } from "./policy.ts";
import { inEachBrowser } from "./suite.ts";

inEachBrowser(({ test, bench }) => {
  for (const kind of SITES) {
    test("a finding appears while typing, and goes with its words", kind, findingComesAndGoes);
    test("the panel says who posts, how long it is and what will be added", kind, saysTheFacts);
    test("the state is always one of the four, in words", kind, alwaysInWords);
    test("the words are marked in the draft", kind, (composer) => wordsAreMarked(composer, bench()));
    test("a draft without findings is not marked", kind, (composer) => nothingIsMarked(composer, bench()));
    test("nothing of ours is in the editor", kind, (composer) => editorIsUntouched(composer, bench()));
  }
});

async function findingComesAndGoes(composer: Composer): Promise<void> {
  const { panel, keys } = composer;
  await composer.type(FINAL.draft);
  await panel.open();
  await panel.untilSays(say("stateChecked"), FINAL.words);
  await composer.focus();
  await keys.press("Control+A");
  await keys.press("Backspace");
  await composer.type(CLEAN);
  await until(
    "a panel without the finding",
    () => panel.text(),
    (text) => !text.includes(FINAL.words),
  );
  await panel.untilState("stateChecked");
}

async function saysTheFacts(composer: Composer): Promise<void> {
  await composer.type(CLEAN);
  await composer.panel.open();
  await composer.panel.untilState("stateChecked");
  const said = await composer.panel.text();
  for (const fact of [composer.kind.handle, composer.kind.siteName, say("signOff"), SIGN_OFF]) {
    assert.ok(said.includes(fact), `The panel does not say ${JSON.stringify(fact)}:\n${said}`);
  }
  assert.match(said, /\d+ characters left/);
}

async function alwaysInWords(composer: Composer): Promise<void> {
  await composer.type("W");
  await composer.panel.untilState("stateChecked");
  await composer.panel.open();
  const seen = await composer.panel.watchStates();
  await composer.type(FINAL.draft);
  await composer.panel.untilSays(FINAL.words);
  await composer.clickPost();
  await composer.panel.untilState("stateHeld");
  const states = ["stateChecked", "stateChecking", "stateHeld", "notCheckedNoAnswer"].map(say);
  const shown = await seen();
  assert.ok(shown.length > 1, "The state did not change.");
  assert.deepEqual(
    shown.filter((state) => !states.includes(state)),
    [],
  );
}

/** In rich text the browser's own highlights show it. Over a textarea only a picture does: we draw those marks. */
async function wordsAreMarked(composer: Composer, bench: Bench): Promise<void> {
  await composer.type(FIXABLE.draft);
  await composer.panel.untilState("stateChecked");
  if (composer.kind.isRichText) {
    const marked = (words: string[]) => words.join() === FIXABLE.words;
    await until("a highlight", () => composer.highlighted(), marked);
    return;
  }
  const picture = await composer.picture();
  assert.ok(!picture.equals(await pictureWithout(FIXABLE.draft, composer, bench)), "Nothing is marked.");
}

/** Without this, comparing pictures would prove nothing. */
async function nothingIsMarked(composer: Composer, bench: Bench): Promise<void> {
  await composer.type(CLEAN);
  await composer.panel.untilState("stateChecked");
  const picture = await composer.picture();
  assert.ok(picture.equals(await pictureWithout(CLEAN, composer, bench)), "Something is marked.");
}

/** The same editor with the same draft, on a site that Countersign leaves alone. */
async function pictureWithout(draft: string, { kind }: Composer, bench: Bench): Promise<Buffer> {
  const untouched = await bench.openUntouched(kind);
  await untouched.type(draft);
  const picture = await untouched.picture();
  await untouched.page.close();
  return picture;
}

async function editorIsUntouched(composer: Composer, bench: Bench): Promise<void> {
  const untouched = await bench.openUntouched(composer.kind);
  await untouched.type(FIXABLE.draft);
  const html = await untouched.editorHtml();
  assert.equal(await untouched.panel.frame(), null);
  assert.deepEqual(await untouched.highlighted(), []);
  await untouched.page.close();
  await composer.page.bringToFront();
  await composer.type(FIXABLE.draft);
  await composer.panel.untilState("stateChecked");
  assert.equal(await composer.editorHtml(), html);
}
