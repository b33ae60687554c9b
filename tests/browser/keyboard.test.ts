/** Somebody without a mouse can get from the hold to the post, and back to the draft. */
import assert from "node:assert/strict";
import { SITES } from "./composers.ts";
import type { Composer } from "./drivers/composer.ts";
import { until } from "./drivers/until.ts";
import { say } from "./drivers/words.ts";
import { CLEAN, FIXABLE, NEEDS_REASON, signed } from "./policy.ts";
import { inEachBrowser } from "./suite.ts";

inEachBrowser(({ test }) => {
  for (const kind of SITES) {
    test("a warning is continued by keyboard alone", kind, continuesByKeyboard);
    test("a reason is given by keyboard alone", kind, givesReasonByKeyboard);
    test("Escape leads back to the draft", kind, escapes);
  }
});

/** Types, posts with the shortcut, and finds the focus on the reasons. */
async function hold(composer: Composer, draft: string): Promise<void> {
  await composer.type(draft);
  await composer.keys.press("Control+Enter");
  await composer.panel.untilState("stateHeld");
  await until(
    "the focus on the state",
    () => composer.panel.focused(),
    (focused) => focused === say("stateHeld"),
  );
}

/** Presses Tab until the focus is on the control with this name. */
async function tabTo(composer: Composer, name: string): Promise<void> {
  const passed: string[] = [];
  while ((await composer.panel.focused()) !== name) {
    const before = await composer.panel.focused();
    passed.push(before);
    assert.ok(passed.length < 20, `Tab never came to ${name}: ${JSON.stringify(passed)}`);
    await composer.keys.press("Tab");
    await until(
      `the focus to leave ${before}`,
      () => composer.panel.focused(),
      (focused) => focused !== before,
    );
  }
}

async function continuesByKeyboard(composer: Composer): Promise<void> {
  await hold(composer, FIXABLE.draft);
  await tabTo(composer, say("continueAnyway"));
  await composer.keys.press("Enter");
  await composer.panel.control("button", say("postNow"));
  await tabTo(composer, say("postNow"));
  await composer.keys.press("Space");
  assert.equal((await composer.untilPosted()).text, signed(FIXABLE.draft));
  await composer.keys.type(CLEAN);
  await composer.untilText(CLEAN);
}

async function givesReasonByKeyboard(composer: Composer): Promise<void> {
  await hold(composer, NEEDS_REASON.draft);
  await tabTo(composer, say("reasonLabel"));
  await composer.keys.type("The address is public.");
  await tabTo(composer, say("continueWithReason"));
  await composer.keys.press("Enter");
  await composer.panel.control("button", say("postNow"));
  await tabTo(composer, say("postNow"));
  await composer.keys.press("Enter");
  assert.equal((await composer.untilPosted()).text, signed(NEEDS_REASON.draft));
}

/** Whether the page's caret is after the last letter. A text area keeps its own caret. */
function caretIsAtTheEnd(composer: Composer): Promise<boolean> {
  return composer.page.evaluate(() => {
    const selection = document.getSelection();
    const node = selection?.focusNode;
    if (document.activeElement instanceof HTMLTextAreaElement) return true;
    return node instanceof Text && selection?.focusOffset === node.length;
  });
}

async function escapes(composer: Composer): Promise<void> {
  await hold(composer, FIXABLE.draft);
  await composer.keys.press("Escape");
  await composer.panel.untilState("stateChecked");
  await until(
    "the focus to leave the panel",
    () => composer.panel.focused(),
    (focused) => focused === "",
  );
  // Wait for the focus, then the caret: nobody types within a millisecond of Escape, but a test would.
  await until("the caret where it was", () => caretIsAtTheEnd(composer));
  await composer.keys.type("!");
  await composer.untilText(`${FIXABLE.draft}!`);
  assert.deepEqual(await composer.attempts(), []);
}
