/** A post that needs a second person goes only with a colleague's code. */
import assert from "node:assert/strict";
import { isAccessible } from "./accessible.ts";
import { APPROVER, withSecondPerson } from "./builds.ts";
import { SITES } from "./composers.ts";
import type { Composer } from "./drivers/composer.ts";
import { say } from "./drivers/words.ts";
import { NEEDS_REASON, signed } from "./policy.ts";
import { inEachBrowser } from "./suite.ts";

inEachBrowser(
  ({ test }) => {
    for (const kind of SITES) test("a colleague's code lets a post go", kind, codeLetsGo);
  },
  { extension: withSecondPerson },
);

async function codeLetsGo(composer: Composer): Promise<void> {
  await composer.type(NEEDS_REASON.draft);
  await composer.clickPost();
  await composer.panel.untilState("stateHeld");
  await isAccessible(composer);

  await composer.panel.fill(say("codeLabel"), APPROVER.code);
  await composer.panel.click(say("continueWithReason"));
  await composer.panel.untilSays(say("reasonMissing"));

  await composer.panel.fill(say("reasonLabel"), "Cleared with the press office.");
  await composer.panel.fill(say("codeLabel"), "0000-0000-0000");
  await composer.panel.click(say("continueWithReason"));
  await composer.panel.untilSays(say("codeWrong"));
  const frame = await composer.panel.presentFrame();
  const announced = await frame.$$eval('[role="alert"]', (alerts) =>
    alerts.map((alert) => alert.textContent),
  );
  assert.ok(announced.some((text) => text.includes(say("codeWrong"))));
  await isAccessible(composer);
  assert.equal(await composer.panel.offers(say("postNow")), false);
  assert.deepEqual(await composer.received(), []);

  await composer.panel.fill(say("codeLabel"), APPROVER.code.toLowerCase());
  await composer.panel.click(say("continueWithReason"));
  await composer.panel.click(say("postNow"));
  assert.equal((await composer.untilPosted()).text, signed(NEEDS_REASON.draft));
}
