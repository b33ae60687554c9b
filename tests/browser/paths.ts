import type { ComposerKind } from "./composers.ts";
import type { Composer } from "./drivers/composer.ts";
import type { PostedBy } from "./pages/bench.ts";

/** One of the ways to send a post. */
export interface PostPath {
  name: string;
  take: (composer: Composer) => Promise<void>;
  /** The gesture that the page's own code sees as posting, if the event reaches it. */
  by: (kind: ComposerKind) => PostedBy;
  /** Whether a person does it, not a script. */
  byHand: boolean;
}

const onButton = ({ isForm }: ComposerKind): PostedBy => (isForm ? "submit" : "click");

const PATHS: readonly PostPath[] = [
  { name: "a click on the button", take: (composer) => composer.clickPost(), by: onButton, byHand: true },
  {
    name: "Enter on the button",
    take: (composer) => composer.pressPost("Enter"),
    by: onButton,
    byHand: true,
  },
  {
    name: "Space on the button",
    take: (composer) => composer.pressPost("Space"),
    by: onButton,
    byHand: true,
  },
  { name: "Ctrl+Enter", take: (composer) => composer.pressShortcut(), by: () => "shortcut", byHand: true },
  { name: "a click by a script", take: (composer) => composer.forgeClick(), by: onButton, byHand: false },
];

const SUBMIT: PostPath = {
  name: "a submit by a script",
  take: (composer) => composer.requestSubmit(),
  by: () => "submit",
  byHand: false,
};

/** Does something for each way to post from a composer; a failure says which. */
export async function byEachPath(composer: Composer, run: (path: PostPath) => Promise<void>): Promise<void> {
  const paths = composer.kind.isForm ? [...PATHS, SUBMIT] : PATHS;
  for (const path of paths) {
    try {
      await run(path);
    } catch (error) {
      throw new Error(`By ${path.name}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
  }
}
