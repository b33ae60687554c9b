/** The background stops, hangs, is replaced or is sent rubbish: the composer says so, or carries on as before. */
import assert from "node:assert/strict";
import { MASTODON, X_HOME } from "./composers.ts";
import { type Bench, packaged } from "./drivers/bench.ts";
import type { Composer } from "./drivers/composer.ts";
import { until } from "./drivers/until.ts";
import { say } from "./drivers/words.ts";
import { CLEAN, FINAL } from "./policy.ts";
import { replacePolicy, sendRubbish, spyOnPanel, tellDirectly } from "./rubbish.ts";
import { inEachBrowser } from "./suite.ts";

inEachBrowser(({ test, bench, name }) => {
  for (const kind of [X_HOME, MASTODON]) {
    test("rubbish sent to the background is ignored", kind, rubbishIsIgnored);
    test("a policy that cannot be read does not replace the one in force", kind, policyStays);
    test("nobody else can claim the panel", kind, panelIsClaimedOnce);
    // Only Chromium lets a test reach the worker from outside, and send messages to the panel as its page.
    if (name === "chromium") {
      test("an older state never replaces a newer one", kind, olderStateIsIgnored);
      test("goes on when the worker has been stopped", kind, (composer) =>
        outlivesTheWorker(composer, bench()),
      );
      test("says so when the worker does not answer", kind, (composer) => noAnswer(composer, bench()));
    }
    test("after an update", kind, (composer) => afterUpdate(composer, bench()));
  }
});

async function findingsStillAppear(composer: Composer): Promise<void> {
  await composer.type(` ${FINAL.draft}`);
  await composer.panel.open();
  await composer.panel.untilSays(say("stateChecked"), FINAL.words);
}

async function rubbishIsIgnored(composer: Composer): Promise<void> {
  await composer.type(CLEAN);
  await composer.panel.untilState("stateChecked");
  await sendRubbish(composer.panel);
  await findingsStillAppear(composer);
}

async function policyStays(composer: Composer): Promise<void> {
  await composer.type(CLEAN);
  await composer.panel.untilState("stateChecked");
  await replacePolicy(composer.panel, '{"rules": 7}');
  await findingsStillAppear(composer);
}

/** Views arrive through the background and directly; a view that has waited for the background is out of date. */
async function olderStateIsIgnored(composer: Composer): Promise<void> {
  await composer.type(CLEAN);
  await composer.panel.untilState("stateChecked");
  await tellDirectly(composer.panel, 0);
  assert.equal(await composer.panel.state(), say("stateChecked"));
  await tellDirectly(composer.panel, 1_000_000);
  await composer.panel.untilState("notCheckedNoAnswer");
}

async function panelIsClaimedOnce(composer: Composer): Promise<void> {
  await composer.type(CLEAN);
  await composer.panel.untilState("stateChecked");
  const overheard = await spyOnPanel(composer.panel);
  await findingsStillAppear(composer);
  assert.deepEqual(await overheard(), []);
}

async function serviceWorker(bench: Bench) {
  return bench.browser.waitForTarget((target) => target.type() === "service_worker");
}

async function outlivesTheWorker(composer: Composer, bench: Bench): Promise<void> {
  await composer.type(CLEAN);
  await composer.panel.untilState("stateChecked");
  await (await (await serviceWorker(bench)).worker())?.close();
  await findingsStillAppear(composer);
  await composer.clickPost();
  await composer.panel.untilState("stateHeld");
}

async function noAnswer(composer: Composer, bench: Bench): Promise<void> {
  await composer.type(CLEAN);
  await composer.panel.untilState("stateChecked");
  const worker = await (await serviceWorker(bench)).createCDPSession();
  await worker.send("Debugger.enable");
  await worker.send("Debugger.pause");
  await composer.type(" Come in.");
  // The panel's messages use the same worker, so it cannot say anything new; but it must stop saying `checked`.
  await composer.clickPost();
  await until(
    "another state",
    () => composer.panel.state(),
    (state) => state !== say("stateChecked"),
  );
  assert.deepEqual(await composer.attempts(), []);
  await worker.send("Debugger.disable");
  await worker.detach();
  await composer.panel.untilState("notCheckedNoAnswer");
  await composer.panel.click(say("retry"));
  await composer.panel.untilState("stateHeld");
}

/**
 * Chromium leaves the old content script in the page, which says so and holds. Firefox removes it and starts the new
 * one in its place.
 */
async function afterUpdate(composer: Composer, bench: Bench): Promise<void> {
  await composer.type(FINAL.draft);
  await composer.panel.untilState("stateChecked");
  await bench.browser.installExtension(packaged(bench.name));
  if (bench.name === "chromium") {
    await composer.type(" Come in.");
    await composer.untilShown(say("noticeReload"));
    await composer.clickPost();
    assert.deepEqual(await composer.attempts(), []);
    await composer.page.reload();
    await composer.type(FINAL.draft);
  }
  await composer.panel.untilState("stateChecked");
  await composer.clickPost();
  await composer.panel.untilState("stateHeld");
  assert.deepEqual(await composer.received(), []);
}
