/** We write exactly what was intended into an editor, and the editor still works afterwards. */
import assert from "node:assert/strict";
import { COMPOSERS } from "./composers.ts";
import type { Composer } from "./drivers/composer.ts";
import { CLEAN, FIXABLE, SIGN_OFF, signed } from "./policy.ts";
import { inEachBrowser } from "./suite.ts";

inEachBrowser(({ test }) => {
  for (const kind of COMPOSERS) {
    test("a fix is applied from the panel", kind, fixIsApplied);
    test("a fix in the middle of several lines leaves the others alone", kind, otherLinesStay);
    test("the editor is alive after a fix", kind, aliveAfterFix);
    test("the editor is alive after a sign-off", kind, aliveAfterSignOff);
    test("undo takes back a fix and nothing else", kind, fixIsUndone);
    test("undo takes back a sign-off and nothing else", kind, signOffIsUndone);
    test("a draft that the site refused is not signed twice", kind, notSignedTwice);
  }
});

const LINES = `Good morning.\n${FIXABLE.draft}\n\nSee you there.`;

async function fix(composer: Composer, draft: string): Promise<string> {
  await composer.type(draft);
  await composer.pause();
  await composer.panel.open();
  await composer.panel.click(FIXABLE.fix);
  const fixed = await composer.untilText(draft.replace(FIXABLE.draft, FIXABLE.fixed));
  // The editor takes the focus for the change; afterwards it returns to the panel.
  await composer.panel.untilFocused();
  return fixed;
}

async function fixIsApplied(composer: Composer): Promise<void> {
  await fix(composer, FIXABLE.draft);
  await composer.panel.untilState("stateChecked");
  assert.ok(!(await composer.panel.text()).includes(FIXABLE.words));
  await composer.clickPost();
  assert.equal((await composer.untilPosted()).text, signed(FIXABLE.fixed));
}

async function otherLinesStay(composer: Composer): Promise<void> {
  await isAlive(composer, await fix(composer, LINES));
}

async function aliveAfterFix(composer: Composer): Promise<void> {
  await isAlive(composer, await fix(composer, FIXABLE.draft));
}

/** The site refuses the post, so the signed draft stays in the editor. */
async function refused(composer: Composer): Promise<string> {
  await composer.page.evaluate(() => void (window.bench.refuses = true));
  await composer.type(CLEAN);
  await composer.pause();
  await composer.clickPost();
  await composer.untilAttempts(1);
  return composer.untilText(signed(CLEAN));
}

async function aliveAfterSignOff(composer: Composer): Promise<void> {
  await isAlive(composer, await refused(composer));
}

async function fixIsUndone(composer: Composer): Promise<void> {
  await fix(composer, LINES);
  await undoUntil(composer, LINES);
  await isAlive(composer, LINES);
}

async function signOffIsUndone(composer: Composer): Promise<void> {
  await refused(composer);
  await undoUntil(composer, CLEAN);
  await isAlive(composer, CLEAN);
}

async function notSignedTwice(composer: Composer): Promise<void> {
  await refused(composer);
  await composer.page.evaluate(() => void (window.bench.refuses = false));
  await composer.panel.untilState("stateChecked");
  await composer.clickPost();
  const { text } = await composer.untilPosted();
  assert.equal(text, signed(CLEAN));
  assert.equal(text.split(SIGN_OFF).length, 2);
}

/** Caret, typing and Backspace work as usual, and the editor's model matches what is shown. */
async function isAlive(composer: Composer, text: string): Promise<void> {
  await composer.focus();
  for (const key of ["ArrowLeft", "ArrowLeft", "ArrowLeft"]) await composer.keys.press(key);
  await composer.untilCaret(text.length - 3);
  await composer.keys.type("ab");
  await composer.untilText(`${text.slice(0, -3)}ab${text.slice(-3)}`);
  await composer.keys.press("Backspace");
  await composer.keys.press("Backspace");
  await composer.untilText(text);
  await composer.caretToEnd();
  await composer.keys.press("Enter");
  await composer.keys.type("More.");
  await composer.untilText(`${text}\nMore.`);
  for (const _ of "\nMore.") await composer.keys.press("Backspace");
  await composer.untilText(text);
}

/** Undo restores what the poster typed, in however many steps the editor takes. */
async function undoUntil(composer: Composer, draft: string): Promise<void> {
  const passed: string[] = [];
  await composer.focus();
  while ((await composer.text()) !== draft) {
    const before = await composer.text();
    passed.push(before);
    assert.ok(passed.length < 10, `Undo never came back to the draft: ${JSON.stringify(passed)}`);
    await composer.keys.press("Control+z");
    await composer.untilText((text) => text !== before, `an undo of ${JSON.stringify(before)}`);
  }
}
