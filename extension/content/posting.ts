/**
 * What happens to a post held at the gate: the exact text is checked, whatever the policy adds is added and read back,
 * and a draft is released only if the latest check found it in order.
 */
import type { EditOut } from "../../pkg/engine.js";
import { becomes } from "../editors/wait.ts";
import { buttonOf } from "../sites/index.ts";
import type { Site } from "../sites/site.ts";
import type { Composer } from "./composer.ts";

/** A draft may change while it is being checked; it is checked at most this many times. */
const ROUNDS = 3;
/** How long a site's button may stay disabled after the text has changed. */
const BUTTON_MS = 2000;

/** Checks the drafts, which are the parts of one post, and presses the button if all of them may go. */
export async function post(
  composers: readonly Composer[],
  site: Site,
  press: (button: HTMLElement) => void,
): Promise<void> {
  const [first] = composers;
  for (const composer of composers) {
    if (!(await isCleared(composer))) return;
  }
  if (!first) return;
  const button = await enabledButton(site, first.root);
  if (composers.some((composer) => composer.isGone)) return;
  const changed = composers.find((composer) => !composer.mayGo);
  if (changed || !button) return (changed ?? first).hold("not-released");
  press(button);
  for (const composer of composers) composer.released();
}

/** Whether this draft may go; if not, its panel says why. */
async function isCleared(composer: Composer): Promise<boolean> {
  let hasAdded = false;
  for (let round = 0; round < ROUNDS; round += 1) {
    const verdict = await composer.check();
    if (composer.isGone) return false;
    if (verdict === "superseded") continue;
    if (verdict === "unavailable" && composer.mayPostUnchecked) return true;
    if (verdict !== "unavailable" && verdict.decision === "release") return true;
    if (verdict === "unavailable" || verdict.decision !== "add-sign-offs" || hasAdded) break;
    hasAdded = true;
    if (!(await isAdded(composer, verdict.edits))) return false;
  }
  composer.hold();
  return false;
}

/** Whether the sign-offs are now in the editor; if not, the poster is shown what to paste. */
async function isAdded(composer: Composer, edits: readonly EditOut[]): Promise<boolean> {
  const outcome = await composer.apply(edits);
  if (composer.isGone) return false;
  if (outcome === "done") return true;
  const paste = edits.map((edit) => edit.insert.trim()).join("\n");
  composer.hold("not-inserted", paste);
  return false;
}

/** The button, once the site has enabled it. Sites do that a moment after the text changes. */
async function enabledButton(site: Site, editor: HTMLElement): Promise<HTMLElement | undefined> {
  const find = () => {
    const button = buttonOf(site, editor);
    return button && isEnabled(button) ? button : undefined;
  };
  await becomes(document, () => find() !== undefined, BUTTON_MS);
  return find();
}

export function isEnabled(button: HTMLElement): boolean {
  return !button.matches(":disabled") && button.ariaDisabled !== "true";
}
