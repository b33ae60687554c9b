/**
 * Loads the panel into its frame: passes incoming states to Rust, which draws them, and passes Rust's actions back out.
 *
 * The nonce in the address pairs this page with the composer that made its frame. Any other page that opens the panel
 * has no nonce that the background knows, and is given nothing to show.
 */
import init, { Panel } from "../../pkg/interface.js";
import type { Action, PanelState } from "../../pkg/interface.js";
import { type FromPanel, isDirect, isToPanel, isWake, PANEL, type Shown } from "../protocol.ts";
import { browserLanguage, chosenLanguage, wordsIn } from "./language.ts";

const root = document.querySelector("main") ?? document.body;
const nonce = location.hash.slice(1);

let port: chrome.runtime.Port | undefined;
let panel: Panel | undefined;
let newest: Shown | undefined;

/** The browser closes ports when it puts the background to sleep; the next message opens another. */
function connect(): chrome.runtime.Port {
  if (port) return port;
  const opened = chrome.runtime.connect({ name: PANEL });
  opened.onMessage.addListener((message: unknown) => {
    if (isToPanel(message)) receive(message.shown);
  });
  opened.onDisconnect.addListener(() => {
    if (port === opened) port = undefined;
  });
  opened.postMessage({ type: "panel", panel: nonce } satisfies FromPanel);
  port = opened;
  return opened;
}

function send(action: Action): void {
  try {
    connect().postMessage({ type: "action", action } satisfies FromPanel);
  } catch {
    // The extension has been updated or removed. The content script can still say so, and does.
    if (newest) draw({ ...newest.state, check: "not-checked", failure: "reload" });
  }
}

function receive(shown: Shown): void {
  // A state may have been waiting for the background while a newer one arrived directly.
  if (newest && shown.nth < newest.nth) return;
  newest = shown;
  draw(shown.state);
}

function draw(state: PanelState): void {
  try {
    panel?.show(state);
  } catch (error) {
    // The state is from another version of the extension: the old one stays on show until the page is reloaded.
    console.warn("The panel could not show this.", error);
  }
}

// Another part of the extension has something for this panel, and the background does not know where the panel is.
chrome.runtime.onMessage.addListener((message: unknown, sender) => {
  if (sender.id !== chrome.runtime.id || !isWake(message)) return;
  if (message.type === "wake-panel" && message.panel === nonce) connect();
});

// The content script speaks to its frame directly when the background does not answer. Nobody else knows the nonce.
window.addEventListener("message", ({ data, source }: MessageEvent<unknown>) => {
  if (source === window.parent && isDirect(data) && data.panel === nonce) receive(data.shown);
});

async function start(): Promise<void> {
  connect();
  // The module loads while the words do. If it cannot load, these words say so.
  const loading = init({ module_or_path: chrome.runtime.getURL("interface_bg.wasm") });
  loading.catch(() => undefined);
  const language = (await chosenLanguage()) ?? browserLanguage();
  document.documentElement.lang = language;
  const words = await wordsIn(language);
  try {
    await loading;
    panel = new Panel(root, words, language, send);
    if (newest) draw(newest.state);
  } catch (error) {
    console.error("The panel could not start.", error);
    sayThatItCannotStart(words);
  }
}

/** Without Rust nothing can be drawn, but the poster must be told. The background goes on checking and holding. */
function sayThatItCannotStart(words: string): void {
  const messages = JSON.parse(words) as Record<string, { message: string }>;
  root.role = "alert";
  root.className = "panel not-checked alone";
  root.textContent = messages["panelFailed"]?.message ?? "";
  send({ action: "size", height: root.offsetHeight });
}

void start();
