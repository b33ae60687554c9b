/**
 * The background: connects the browser's events to the engine and to the pairs of composers and panels. All listeners
 * are registered as soon as the file runs, because the browser starts it for an event and drops any event without a
 * listener.
 */
import { check, policyChanged, profileChanged, session } from "./background/engine.ts";
import { Pairs } from "./background/pairs.ts";
import { storedPolicy } from "./background/policy.ts";
import { COMPOSER, isFromComposer, isFromPanel, PANEL, POLICY_KEY, PROFILE_KEY } from "./protocol.ts";
import type { FromComposer, FromPanel, ToComposer, Wake } from "./protocol.ts";

type RuntimePort = chrome.runtime.Port;

const pairs = new Pairs();
const composers = new Set<RuntimePort>();

chrome.runtime.onInstalled.addListener(() => void storedPolicy());

chrome.runtime.onConnect.addListener((port) => {
  if (port.sender?.id !== chrome.runtime.id || port.sender.tab === undefined) return port.disconnect();
  if (port.name === COMPOSER) connectComposer(port);
  else if (port.name === PANEL) connectPanel(port);
});

chrome.storage.onChanged.addListener((changes, area) => {
  if (area !== "local") return;
  const policy = changes[POLICY_KEY];
  if (PROFILE_KEY in changes) profileChanged();
  // The profile decides the wording of sign-offs, so open composers are told about it just as they are about a new
  // policy.
  if (policy) void policyChanged(policy.oldValue).then(tellSession);
  else if (PROFILE_KEY in changes) void tellSession();
});

function connectComposer(port: RuntimePort): void {
  composers.add(port);
  port.onMessage.addListener((message: unknown) => {
    if (isFromComposer(message)) void fromComposer(port, message);
  });
  port.onDisconnect.addListener(() => {
    composers.delete(port);
    pairs.gone(port);
  });
}

async function fromComposer(port: RuntimePort, message: FromComposer): Promise<void> {
  switch (message.type) {
    case "hello":
      if (pairs.hello(port, message.panel)) wakePanel({ type: "wake-panel", panel: message.panel });
      return tell(port, await session());
    case "check": {
      const answer = await check(message.request);
      if ("report" in answer) return tell(port, { type: "checked", seq: message.seq, ...answer });
      return tell(port, { type: "unavailable", seq: message.seq, ...answer });
    }
    case "panel-state":
      return pairs.show(port, message.shown);
    case "open-options":
      return chrome.runtime.openOptionsPage();
  }
}

function connectPanel(port: RuntimePort): void {
  port.onMessage.addListener((message: unknown) => {
    if (isFromPanel(message)) fromPanel(port, message);
  });
  port.onDisconnect.addListener(() => pairs.gone(port));
}

function fromPanel(port: RuntimePort, message: FromPanel): void {
  if (message.type === "action") return pairs.action(port, message.action);
  const tab = port.sender?.tab?.id;
  if (pairs.claim(port, message.panel) && tab !== undefined) {
    wakeComposer(tab, { type: "wake-composer", panel: message.panel });
  }
}

/** If the tab has just been closed nobody is listening, and there is nothing to wake. */
function wakeComposer(tab: number, message: Wake): void {
  chrome.tabs.sendMessage(tab, message).catch(() => undefined);
}

/** Nobody is listening before the first panel has loaded; once loaded, it claims its composer without being asked. */
function wakePanel(message: Wake): void {
  chrome.runtime.sendMessage(message).catch(() => undefined);
}

async function tellSession(): Promise<void> {
  const message = await session();
  for (const port of composers) tell(port, message);
}

/** The tab may have been closed while the answer was being worked out, and posting to a closed port throws. */
function tell(port: RuntimePort, message: ToComposer): void {
  if (composers.has(port)) port.postMessage(message);
}
