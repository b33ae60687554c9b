/** Replies: the same gate, with the sign-off for replies, which needs to know who is posting. */
import assert from "node:assert/strict";
import { MASTODON, REPLIES } from "./composers.ts";
import type { Composer } from "./drivers/composer.ts";
import { say } from "./drivers/words.ts";
import { byEachPath } from "./paths.ts";
import { CLEAN, initialled } from "./policy.ts";
import { inEachBrowser } from "./suite.ts";

inEachBrowser(({ test }) => {
  for (const kind of REPLIES) {
    test("is held while nobody's initials are known", kind, isHeldForInitials);
  }
  test("the initials are given", MASTODON, (composer) => saveInitials(composer, "AB"));
  for (const kind of REPLIES) {
    test("every way of posting adds the initials, once", kind, isInitialled);
  }
});

async function isHeldForInitials(composer: Composer): Promise<void> {
  await composer.type(CLEAN);
  await composer.panel.untilState("stateChecked");
  await composer.clickPost();
  await composer.panel.untilState("stateHeld");
  await composer.panel.control("button", say("fillInDetails"));
  assert.deepEqual(await composer.received(), []);
}

/** As the options page does. */
async function saveInitials(composer: Composer, initials: string): Promise<void> {
  await composer.type(CLEAN);
  const frame = await composer.panel.presentFrame();
  await frame.evaluate((profile) => chrome.storage.local.set({ profile }), { initials });
  await composer.panel.untilState("stateChecked");
}

async function isInitialled(composer: Composer): Promise<void> {
  const posted: string[] = [];
  await byEachPath(composer, async (path) => {
    const draft = `${CLEAN} This is reply ${posted.length + 1}.`;
    await composer.type(draft);
    await composer.panel.untilState("stateChecked");
    await path.take(composer);
    assert.notEqual((await composer.untilPosted()).inReplyTo, null);
    posted.push(initialled(draft, "AB"));
    assert.deepEqual(await composer.receivedTexts(), posted);
  });
}
