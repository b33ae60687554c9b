/**
 * Messages that nobody should send, sent from the only place a test can send them from: the panel's own frame, which
 * is a page of the extension.
 */
import type { Panel } from "./drivers/panel.ts";

const LONG = "x".repeat(36);

/** Some of it is partly well-formed. */
const RUBBISH: readonly unknown[] = [
  null,
  7,
  "check",
  [],
  {},
  { type: "hello" },
  { type: "hello", panel: 7 },
  { type: "hello", panel: LONG },
  { type: "check" },
  { type: "check", seq: "1", request: { text: "a" } },
  { type: "check", seq: 1, request: null },
  { type: "check", seq: 2, request: { text: 5 } },
  { type: "check", seq: 3, request: { text: "a", unknown: true } },
  { type: "check", seq: 4, request: { text: "a", answers: "all" } },
  { type: "panel-state", shown: { nth: 1, state: { check: "no such state" } } },
  { type: "action", action: { action: "no such action" } },
  { type: "panel", panel: {} },
  { type: "panel", panel: LONG },
  { type: "no such type" },
];

/** Sends all of it through both kinds of port, an unknown port, and without a port. */
export async function sendRubbish(panel: Panel): Promise<void> {
  await (
    await panel.presentFrame()
  ).evaluate((messages) => {
    for (const name of ["composer", "panel", "no such port"]) {
      const port = chrome.runtime.connect({ name });
      let isOpen = true;
      port.onDisconnect.addListener(() => (isOpen = false));
      for (const message of messages) if (isOpen) port.postMessage(message);
    }
    for (const message of messages) void chrome.runtime.sendMessage(message).catch(() => undefined);
  }, RUBBISH);
}

/** Stores another policy, as a faulty update would. */
export async function replacePolicy(panel: Panel, policy: string): Promise<void> {
  await (await panel.presentFrame()).evaluate((text) => chrome.storage.local.set({ policy: text }), policy);
}

/** Claims the panel a second time; the result returns the outcome. */
export async function spyOnPanel(panel: Panel): Promise<() => Promise<unknown[]>> {
  const frame = await panel.presentFrame();
  const overheard = await frame.evaluateHandle(() => {
    const heard: unknown[] = [];
    const port = chrome.runtime.connect({ name: "panel" });
    port.onMessage.addListener((message: unknown) => heard.push(message));
    port.postMessage({ type: "panel", panel: location.hash.slice(1) });
    return heard;
  });
  return () => overheard.jsonValue();
}

/** Sends the panel a state directly, as its composer does when the background does not answer. */
export async function tellDirectly(panel: Panel, nth: number): Promise<void> {
  await (
    await panel.presentFrame()
  ).evaluate((number) => {
    const state = { check: "not-checked", failure: "no-answer", site_name: "A", open: false };
    const shown = { nth: number, state: { ...state, may_post_unchecked: false } };
    const data = { type: "direct-state", panel: location.hash.slice(1), shown };
    window.dispatchEvent(new MessageEvent("message", { data, source: window.parent }));
  }, nth);
}
