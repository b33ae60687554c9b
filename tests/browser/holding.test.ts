/** A draft that the policy holds: no way of posting gets past the hold, and each kind of hold has its own way out. */
import assert from "node:assert/strict";
import { SITES } from "./composers.ts";
import type { Composer } from "./drivers/composer.ts";
import { say } from "./drivers/words.ts";
import { byEachPath } from "./paths.ts";
import { ASKS, FINAL, FIXABLE, NEEDS_REASON, signed } from "./policy.ts";
import { inEachBrowser } from "./suite.ts";

inEachBrowser(({ test }) => {
  for (const kind of SITES) {
    test("no way of posting gets past a hold", kind, isHeld);
    test("an attempt right after the last key is held", kind, isHeldBeforeTheCheck);
    test("a warning can be continued", kind, warningIsContinued);
    test("a question can be answered", kind, questionIsAnswered);
    test("a hold can be overridden with a reason", kind, holdIsOverridden);
    test("a hold without a way out stays, until the words are gone", kind, finalHoldStays);
    test("an answer is forgotten when the post has gone", kind, answerIsForgotten);
  }
});

/** Types a draft and tries to post it. */
async function attempt(composer: Composer, draft: string): Promise<string> {
  await composer.type(draft);
  await composer.panel.untilState("stateChecked");
  await composer.clickPost();
  return composer.panel.untilState("stateHeld");
}

async function nothingWasPosted(composer: Composer, draft: string): Promise<void> {
  assert.deepEqual(await composer.attempts(), [], "The page began to post.");
  assert.deepEqual(await composer.seen(), [], "The page saw events on its post button.");
  assert.deepEqual(await composer.received(), [], "The site received a post.");
  assert.equal(await composer.text(), draft);
}

async function isHeld(composer: Composer): Promise<void> {
  await composer.type(FINAL.draft);
  await byEachPath(composer, async (path) => {
    await composer.panel.untilState("stateChecked");
    await path.take(composer);
    const said = await composer.panel.untilState("stateHeld");
    assert.ok(said.includes(FINAL.words), said);
    await nothingWasPosted(composer, FINAL.draft);
    await composer.panel.click(say("close"));
  });
}

async function isHeldBeforeTheCheck(composer: Composer): Promise<void> {
  await composer.type(FINAL.draft);
  await composer.pressShortcut();
  await composer.panel.untilState("stateHeld");
  await nothingWasPosted(composer, FINAL.draft);
}

async function warningIsContinued(composer: Composer): Promise<void> {
  await attempt(composer, FIXABLE.draft);
  await nothingWasPosted(composer, FIXABLE.draft);
  await composer.panel.click(say("continueAnyway"));
  await composer.panel.click(say("postNow"));
  assert.equal((await composer.untilPosted()).text, signed(FIXABLE.draft));
}

async function questionIsAnswered(composer: Composer): Promise<void> {
  await attempt(composer, ASKS.draft);
  await composer.panel.click(ASKS.holds);
  await composer.panel.untilSays(say("answerHolds"));
  assert.equal(await composer.panel.offers(say("postNow")), false);
  await nothingWasPosted(composer, ASKS.draft);
  await composer.panel.click(ASKS.releases);
  await composer.panel.click(say("postNow"));
  assert.equal((await composer.untilPosted()).text, signed(ASKS.draft));
}

async function holdIsOverridden(composer: Composer): Promise<void> {
  await attempt(composer, NEEDS_REASON.draft);
  await composer.panel.click(say("continueWithReason"));
  await composer.panel.untilSays(say("reasonMissing"));
  assert.equal(await composer.panel.offers(say("postNow")), false);
  await nothingWasPosted(composer, NEEDS_REASON.draft);
  await composer.panel.fill(say("reasonLabel"), "The address is public.");
  await composer.panel.click(say("continueWithReason"));
  await composer.panel.click(say("postNow"));
  assert.equal((await composer.untilPosted()).text, signed(NEEDS_REASON.draft));
}

async function finalHoldStays(composer: Composer): Promise<void> {
  const said = await attempt(composer, FINAL.draft);
  assert.ok(said.includes(say("mustChange")), said);
  for (const button of ["postNow", "continueAnyway", "continueWithReason"]) {
    assert.equal(await composer.panel.offers(say(button)), false, button);
  }
  await composer.clickPost();
  await composer.panel.untilState("stateHeld");
  await nothingWasPosted(composer, FINAL.draft);
}

async function answerIsForgotten(composer: Composer): Promise<void> {
  await attempt(composer, FIXABLE.draft);
  await composer.panel.click(say("continueAnyway"));
  await composer.panel.click(say("postNow"));
  await composer.untilPosted();
  await attempt(composer, FIXABLE.draft);
  assert.equal((await composer.received()).length, 1);
}
