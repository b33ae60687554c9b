/** The panel breaks no WCAG 2.2 AA rule that a program can check, in any of its states. */
import { isAccessible } from "./accessible.ts";
import { MASTODON } from "./composers.ts";
import type { Composer } from "./drivers/composer.ts";
import { say } from "./drivers/words.ts";
import { ASKS, CLEAN, FINAL, FIXABLE, NEEDS_REASON } from "./policy.ts";
import { inEachBrowser } from "./suite.ts";

inEachBrowser(({ test }) => {
  test("the panel as one line", MASTODON, async (composer) => {
    await composer.type(CLEAN);
    await composer.panel.untilState("stateChecked");
    await isAccessible(composer);
  });
  test("the open panel", MASTODON, async (composer) => {
    await composer.type(CLEAN);
    await composer.panel.open();
    await composer.panel.untilState("stateChecked");
    await isAccessible(composer);
  });
  test("every kind of hold at once", MASTODON, everyKindOfHold);
});

async function everyKindOfHold(composer: Composer): Promise<void> {
  const drafts = [FIXABLE, NEEDS_REASON, ASKS, FINAL].map(({ draft }) => draft);
  await composer.type(drafts.join("\n"));
  await composer.panel.untilState("stateChecked");
  await composer.clickPost();
  await composer.panel.untilState("stateHeld");
  await isAccessible(composer);
  await composer.panel.click(say("continueWithReason"));
  await composer.panel.untilSays(say("reasonMissing"));
  await composer.panel.click(say("continueAnyway"));
  await composer.panel.untilSays(say("settledByConfirming"));
  await isAccessible(composer);
}
