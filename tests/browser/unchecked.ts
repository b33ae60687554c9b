import assert from "node:assert/strict";
import type { Composer } from "./drivers/composer.ts";
import { CLEAN } from "./policy.ts";

/** A draft that could not be checked is never shown as checked, and its post is held. */
export async function isHeldUnchecked(composer: Composer, state: string): Promise<void> {
  await composer.type(CLEAN);
  await composer.panel.untilState(state);
  await composer.clickPost();
  await composer.panel.untilFocused();
  await composer.panel.untilState(state);
  assert.deepEqual(await composer.attempts(), []);
  assert.deepEqual(await composer.received(), []);
  assert.equal(await composer.text(), CLEAN);
}
