/** Loads the options page: gives Rust the stored settings to show, and stores what it sends back. */
import init, { Options } from "../../pkg/countersign.js";
import type { Change, Outcome } from "../../pkg/countersign.js";
import { storedPolicy, storedProfile, storePolicy } from "../background/policy.ts";
import { PROFILE_KEY } from "../protocol.ts";
import { browserLanguage, chosenLanguage, isLanguage, LANGUAGE_KEY, wordsIn } from "./language.ts";

const root = document.querySelector("main") ?? document.body;
let options: Options | undefined;

/** Draws the page anew, in the language that is chosen now. */
async function draw(): Promise<void> {
  const language = (await chosenLanguage()) ?? browserLanguage();
  const words = await wordsIn(language);
  options?.free();
  root.replaceChildren();
  options = new Options(root, words, language, (change) => void store(change));
  document.documentElement.lang = language;
  await show();
}

async function show(outcome?: Outcome): Promise<void> {
  const [profile, policy, language] = await Promise.all([storedProfile(), storedPolicy(), chosenLanguage()]);
  options?.show({ profile, policy, language, outcome });
  document.title = root.querySelector("h1")?.textContent ?? document.title;
}

async function store(change: Change): Promise<void> {
  let saved = true;
  try {
    await write(change);
  } catch (error) {
    console.error("The browser did not store this.", error);
    saved = false;
  }
  if (change.part === "language" && saved) {
    await draw();
    root.querySelector<HTMLElement>("[data-key='save-language']")?.focus();
  }
  await show({ part: change.part, saved });
}

async function write(change: Change): Promise<void> {
  switch (change.part) {
    case "profile":
      return chrome.storage.local.set({ [PROFILE_KEY]: change.profile });
    case "policy":
      return storePolicy(change.policy);
    case "language":
      if (isLanguage(change.language)) return chrome.storage.local.set({ [LANGUAGE_KEY]: change.language });
      return chrome.storage.local.remove(LANGUAGE_KEY);
  }
}

async function start(): Promise<void> {
  await init({ module_or_path: chrome.runtime.getURL("countersign_bg.wasm") });
  await draw();
}

void start();
