/** Replies: the same gate, with the sign-off for replies, which needs to know who is posting. */
import assert from "node:assert/strict";
import { MASTODON, REPLIES } from "./composers.ts";
import type { Composer } from "./drivers/composer.ts";
import { say } from "./drivers/words.ts";
import { pathsOf, type PostPath } from "./paths.ts";
import { CLEAN, initialled } from "./policy.ts";
import { inEachBrowser } from "./suite.ts";

inEachBrowser(({ test }) => {
  for (const kind of REPLIES) {
    test("is held while nobody's initials are known", kind, isHeldForInitials);
  }
  test("the initials are given", MASTODON, (composer) => saveInitials(composer, "AB"));
  for (const kind of REPLIES) {
    for (const path of pathsOf(kind)) {
      test(`${path.name} posts with the initials`, kind, (composer) => isInitialled(composer, path));
    }
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

/** As the options page does it. */
async function saveInitials(composer: Composer, initials: string): Promise<void> {
  await composer.type(CLEAN);
  const frame = await composer.panel.presentFrame();
  await frame.evaluate((profile) => chrome.storage.local.set({ profile }), { initials });
  await composer.panel.untilState("stateChecked");
}

async function isInitialled(composer: Composer, path: PostPath): Promise<void> {
  await composer.type(CLEAN);
  await composer.panel.untilState("stateChecked");
  await path.take(composer);
  const post = await composer.untilPosted();
  assert.equal(post.text, initialled(CLEAN, "AB"));
  assert.notEqual(post.inReplyTo, null);
  assert.equal((await composer.attempts()).length, 1);
}
