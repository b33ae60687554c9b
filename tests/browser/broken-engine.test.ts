/** The engine cannot start: nothing is ever shown as checked, and a corporate account's post is held. */
import { SITES } from "./composers.ts";
import { withBrokenEngine } from "./builds.ts";
import { inEachBrowser } from "./suite.ts";
import { isHeldUnchecked } from "./unchecked.ts";

inEachBrowser(
  ({ test }) => {
    for (const kind of SITES) {
      test("says that the engine failed, and holds", kind, (composer) =>
        isHeldUnchecked(composer, "notCheckedEngineFailed"),
      );
    }
  },
  { extension: withBrokenEngine },
);
