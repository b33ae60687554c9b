/** There is no policy: nothing is ever shown as checked, and the post is held. */
import { SITES } from "./composers.ts";
import { withoutPolicy } from "./builds.ts";
import { inEachBrowser } from "./suite.ts";
import { isHeldUnchecked } from "./unchecked.ts";

inEachBrowser(
  ({ test }) => {
    for (const kind of SITES) {
      test("says that there is no policy, and holds", kind, (composer) =>
        isHeldUnchecked(composer, "notCheckedNoPolicy"),
      );
    }
  },
  { extension: withoutPolicy },
);
