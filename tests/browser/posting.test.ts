/** A draft that nothing holds: the sign-off is put in exactly once, and the post goes. */
import assert from "node:assert/strict";
import { COMPOSERS } from "./composers.ts";
import type { Composer } from "./drivers/composer.ts";
import { pathsOf, type PostPath } from "./paths.ts";
import { CLEAN, signed } from "./policy.ts";
import { inEachBrowser } from "./suite.ts";

inEachBrowser(({ test }) => {
  for (const kind of COMPOSERS) {
    for (const path of pathsOf(kind)) {
      test(`${path.name} posts with the sign-off`, kind, (composer) => isSignedOnce(composer, path));
    }
    for (const path of pathsOf(kind).filter(({ byHand }) => byHand)) {
      test(`${path.name} goes through untouched if nothing is missing`, kind, (composer) =>
        goesUntouched(composer, path),
      );
    }
    test("a second post is signed like the first", kind, isSignedAgain);
  }
});

async function isSignedOnce(composer: Composer, path: PostPath): Promise<void> {
  await composer.type(CLEAN);
  await composer.panel.untilState("stateChecked");
  await path.take(composer);
  const post = await composer.untilPosted();
  assert.equal(post.text, signed(CLEAN));
  assert.equal((await composer.attempts()).length, 1);
}

async function goesUntouched(composer: Composer, path: PostPath): Promise<void> {
  await composer.type(signed(CLEAN));
  await composer.panel.untilState("stateChecked");
  await path.take(composer);
  const post = await composer.untilPosted();
  assert.equal(post.text, signed(CLEAN));
  assert.equal(post.by, path.by(composer.kind));
  assert.equal(post.trusted, true);
  const made = (await composer.seen()).filter(({ trusted }) => !trusted);
  assert.deepEqual(made, [], "The page saw events that no person made.");
}

async function isSignedAgain(composer: Composer): Promise<void> {
  for (const draft of [CLEAN, `Once more. ${CLEAN}`]) {
    await composer.type(draft);
    await composer.panel.untilState("stateChecked");
    await composer.clickPost();
    await composer.untilPosted();
  }
  const texts = (await composer.received()).map(({ text }) => text);
  assert.deepEqual(texts, [signed(CLEAN), signed(`Once more. ${CLEAN}`)]);
}
