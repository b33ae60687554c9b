/** The code that draws the panel cannot start: its page says so in plain text, and posts are still held. */
import assert from "node:assert/strict";
import { withBrokenInterface } from "./builds.ts";
import { MASTODON } from "./composers.ts";
import { say } from "./drivers/words.ts";
import { CLEAN, FINAL, signed } from "./policy.ts";
import { inEachBrowser } from "./suite.ts";

inEachBrowser(
  ({ test }) => {
    test("says that findings cannot be shown, and holds", MASTODON, async (composer) => {
      await composer.type(FINAL.draft);
      await composer.panel.untilSays(say("panelFailed"));
      await composer.clickPost();
      await composer.panel.untilFocused();
      assert.deepEqual(await composer.attempts(), []);
      assert.equal(await composer.text(), FINAL.draft);
    });
    test("adds sign-offs and posts as always", MASTODON, async (composer) => {
      await composer.type(CLEAN);
      await composer.panel.untilSays(say("panelFailed"));
      await composer.clickPost();
      assert.equal((await composer.untilPosted()).text, signed(CLEAN));
    });
  },
  { extension: withBrokenInterface },
);
