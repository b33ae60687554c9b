/**
 * Shows the main job: a draft that breaks the example policy is typed into X's editor in a real Chromium, checked as it
 * is typed, held when Post is pressed, corrected, signed off and posted. Prints what happened at every step and saves
 * screenshots. If a step does not happen, the exit status is 1.
 */
import assert from "node:assert/strict";
import { X_HOME } from "./composers.ts";
import { Bench } from "./drivers/bench.ts";
import type { Composer } from "./drivers/composer.ts";
import { inRepository } from "./drivers/repository.ts";
import { say } from "./drivers/words.ts";
import { ASKS, FIXABLE, NEEDS_REASON, SIGN_OFF, signed } from "./policy.ts";
import { Transcript } from "./transcript.ts";

const DRAFT = "We will announce longer hours. To utilise the reading rooms, write to kim.li@example.org";
const FIXED = DRAFT.replace(FIXABLE.words, "use");
const REASON = "The address is the public one of the reading rooms.";

const transcript = new Transcript();

async function main(): Promise<number> {
  const headed = process.argv.includes("--headed");
  if (headed && !process.env["DISPLAY"] && !process.env["WAYLAND_DISPLAY"]) {
    transcript.say(
      "There is no display to show a browser on. Run this in a desktop session, or without --headed.",
    );
    return 2;
  }
  transcript.say(
    "Countersign in a real Chromium, on a page with X's own editor that this machine serves itself.",
  );
  const bench = await Bench.start("chromium", { headed });
  try {
    await show(await bench.open(X_HOME));
    transcript.say("Every step was seen to happen. The pictures are in target/demo/.");
    if (headed) await leaveOpen(bench);
    return 0;
  } catch (error) {
    transcript.failed(error);
    return 1;
  } finally {
    await bench.close();
  }
}

async function show(composer: Composer): Promise<void> {
  await typed(composer);
  await held(composer);
  await fixed(composer);
  await answered(composer);
  await reasoned(composer);
  await posted(composer);
}

async function typed(composer: Composer): Promise<void> {
  const { kind, panel } = composer;
  await composer.type(DRAFT);
  transcript.step(`A draft was typed on ${kind.siteName} as @${kind.handle}.`, DRAFT);
  await panel.open();
  await panel.untilState("stateChecked");
  await panel.untilSays(FIXABLE.words, NEEDS_REASON.words, ASKS.words, SIGN_OFF);
  assert.equal((await composer.highlighted()).length, 3, "Three places should be marked in the draft.");
  await picture(composer, "1-checked");
  transcript.step(
    "It was checked while it was typed. Found and marked in the draft:",
    ...(await panel.findings()),
  );
}

async function held(composer: Composer): Promise<void> {
  await composer.clickPost();
  const said = await composer.panel.untilState("stateHeld");
  assert.deepEqual(await composer.seen(), [], "The page should see nothing of a click that is held.");
  assert.deepEqual(await composer.received(), [], "The site should receive nothing.");
  await picture(composer, "2-held");
  const [state = "", , meaning = ""] = said.split("\n").filter((line) => line.trim() !== "");
  transcript.step("Post was pressed and the post was held: the site received nothing.", state, meaning);
}

async function fixed(composer: Composer): Promise<void> {
  await composer.panel.click(FIXABLE.fix);
  await composer.untilText(FIXED);
  transcript.step(`“${FIXABLE.fix}” was pressed. The draft in the editor is now:`, FIXED);
}

async function answered(composer: Composer): Promise<void> {
  await composer.panel.click(ASKS.releases);
  await composer.panel.untilSays(say("settledByAnswer").replace("$1", ASKS.releases));
  transcript.step("The question was answered:", ASKS.releases);
}

async function reasoned(composer: Composer): Promise<void> {
  await composer.panel.fill(say("reasonLabel"), REASON);
  await composer.panel.click(say("continueWithReason"));
  await composer.panel.control("button", say("postNow"));
  await picture(composer, "3-sorted-out");
  transcript.step("A reason was given to go on with the email address:", REASON);
}

async function posted(composer: Composer): Promise<void> {
  await composer.panel.click(say("postNow"));
  const { text } = await composer.untilPosted();
  assert.equal(text, signed(FIXED));
  assert.equal((await composer.received()).length, 1, "The site should receive one post.");
  await picture(composer, "4-posted");
  transcript.step(`“${say("postNow")}” was pressed. The sign-off was put in and the site received:`, text);
}

async function picture(composer: Composer, name: string): Promise<void> {
  await composer.screenshot(`${inRepository("target/demo")}/${name}.png`);
}

async function leaveOpen(bench: Bench): Promise<void> {
  transcript.say("The browser stays open for you to try. Close it to end.");
  await new Promise<void>((resolve) => bench.browser.once("disconnected", () => resolve()));
}

process.exitCode = await main();
