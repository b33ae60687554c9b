/**
 * Loads the options page: gives Rust the stored settings to show, and stores the changes that it sends back.
 *
 * A new policy is tried first, in an engine of this page's own: whatever is in the file, the background goes on
 * checking.
 */
import initEngine, { Checker } from "../../pkg/engine.js";
import init, { Options } from "../../pkg/interface.js";
import type { Change, Outcome, Settings } from "../../pkg/interface.js";
import { storedPolicy, storedProfile, storePolicy } from "../background/policy.ts";
import { PROFILE_KEY } from "../protocol.ts";
import { renewAfterTrap } from "../trap.ts";
import { browserLanguage, chosenLanguage, isLanguage, LANGUAGE_KEY, wordsIn } from "./language.ts";

const root = document.querySelector("main") ?? document.body;
let options: Options | undefined;

/** Draws the page again, in the language now chosen. */
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
  const settings: Settings = { profile, policy, language, outcome };
  options?.show(settings);
  document.title = root.querySelector("h1")?.textContent ?? document.title;
}

async function store(change: Change): Promise<void> {
  if (change.part === "policy") {
    const problems = await problemsOf(change.policy);
    if (problems?.length !== 0) return options?.refuse(change.file, problems);
  }
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

/** What is wrong with a policy; undefined if it could not be tried. */
async function problemsOf(policy: string): Promise<string[] | undefined> {
  try {
    await initEngine({ module_or_path: chrome.runtime.getURL("engine_bg.wasm") });
    return Checker.problemsOf(policy);
  } catch (error) {
    console.error("The policy could not be tried.", error);
    renewAfterTrap(error);
    return undefined;
  }
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
  await init({ module_or_path: chrome.runtime.getURL("interface_bg.wasm") });
  await draw();
}

void start();
