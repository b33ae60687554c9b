/** The WCAG 2.2 AA failures that a program can find. */
import assert from "node:assert/strict";
import axe, { type AxeResults } from "axe-core";
import type { Composer } from "./drivers/composer.ts";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Asserts that the panel in its present state breaks no rule. */
export async function isAccessible(composer: Composer): Promise<void> {
  const frame = await composer.panel.presentFrame();
  await frame.evaluate(axe.source);
  const { violations } = await frame.evaluate(
    (values) => axe.run(document, { runOnly: { type: "tag", values } }) as Promise<AxeResults>,
    WCAG,
  );
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(" ")}`,
  );
  assert.deepEqual(found, []);
}
