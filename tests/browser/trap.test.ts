/** The engine traps: the draft counts as not checked, and a new engine checks the next one. */
import { SITES } from "./composers.ts";
import { TRAP, withTrap } from "./builds.ts";
import { say } from "./drivers/words.ts";
import { FINAL } from "./policy.ts";
import { inEachBrowser } from "./suite.ts";

inEachBrowser(
  ({ test }) => {
    for (const kind of SITES) {
      test("goes on with a new engine after a trap", kind, async (composer) => {
        await composer.type(TRAP);
        await composer.panel.untilState("notCheckedEngineFailed");
        await composer.keys.press("Backspace");
        await composer.type(` ${FINAL.draft}`);
        await composer.panel.open();
        await composer.panel.untilSays(say("stateChecked"), FINAL.words);
      });
    }
  },
  { extension: withTrap },
);
