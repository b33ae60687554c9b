/** A draft that nothing holds: the sign-off is added exactly once, and the post goes. */
import assert from "node:assert/strict";
import { COMPOSERS } from "./composers.ts";
import type { Composer } from "./drivers/composer.ts";
import { byEachPath } from "./paths.ts";
import { CLEAN, signed } from "./policy.ts";
import { inEachBrowser } from "./suite.ts";

inEachBrowser(({ test }) => {
  for (const kind of COMPOSERS) {
    test("every way of posting adds the sign-off, once", kind, isSignedOnce);
    test("an attempt right after the last key is signed as well", kind, isSignedBeforeTheCheck);
    test("the event goes through untouched if nothing is missing", kind, goesUntouched);
  }
});

/** In one tab, so that each post also shows that the composer works after the previous one. */
async function isSignedOnce(composer: Composer): Promise<void> {
  const posted: string[] = [];
  await byEachPath(composer, async (path) => {
    const draft = `${CLEAN} This is post ${posted.length + 1}.`;
    await composer.type(draft);
    await composer.panel.untilState("stateChecked");
    await path.take(composer);
    await composer.untilPosted();
    posted.push(signed(draft));
    assert.deepEqual(await composer.receivedTexts(), posted);
  });
}

async function isSignedBeforeTheCheck(composer: Composer): Promise<void> {
  await composer.type(CLEAN);
  await composer.pressShortcut();
  assert.equal((await composer.untilPosted()).text, signed(CLEAN));
}

async function goesUntouched(composer: Composer): Promise<void> {
  await byEachPath(composer, async (path) => {
    if (!path.byHand) return;
    await composer.type(signed(CLEAN));
    await composer.panel.untilState("stateChecked");
    await path.take(composer);
    const post = await composer.untilPosted();
    assert.equal(post.text, signed(CLEAN));
    assert.equal(post.by, path.by(composer.kind));
    assert.equal(post.trusted, true);
    const made = (await composer.seen()).filter(({ trusted }) => !trusted);
    assert.deepEqual(made, [], "The page saw events that no person made.");
  });
}
