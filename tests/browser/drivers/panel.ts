import type { ElementHandle, Frame, Page } from "puppeteer-core";
import { addressOf, type Keys } from "./keys.ts";
import { until } from "./until.ts";
import { say } from "./words.ts";

/** Countersign's panel in a page: a frame of the extension in a closed shadow root. */
export class Panel {
  readonly #page: Page;
  readonly #keys: Keys;

  constructor(page: Page, keys: Keys) {
    this.#page = page;
    this.#keys = keys;
  }

  /** The panel's frame; absent until the page has a composer in use. */
  async frame(): Promise<Frame | null> {
    for (const frame of this.#page.frames()) {
      if (frame === this.#page.mainFrame() || frame.detached) continue;
      const address = await addressOf(frame).catch(() => null);
      if (address?.protocol.endsWith("-extension:")) return frame;
    }
    return null;
  }

  /** Waits for the panel's frame. */
  async presentFrame(): Promise<Frame> {
    return (await until("the panel", () => this.frame(), Boolean)) as Frame;
  }

  /** The text of the panel, as laid out; empty if there is no panel. */
  text(): Promise<string> {
    return this.#ask(() => document.body.innerText);
  }

  /** The state of the composer, in the panel's words; empty if there is no panel. */
  state(): Promise<string> {
    return this.#ask(() => document.querySelector(".state")?.textContent ?? "");
  }

  /** Waits for a state, named by its message in `_locales`, and returns the whole text of the panel. */
  async untilState(name: string): Promise<string> {
    const wanted = say(name);
    await until(
      `the state ${JSON.stringify(wanted)}`,
      () => this.state(),
      (state) => state === wanted,
    );
    return this.text();
  }

  /** Waits until the panel says all of these. */
  async untilSays(...words: string[]): Promise<string> {
    const says = (text: string) => words.every((word) => text.includes(word));
    return until(
      `a panel that says ${words.map((word) => JSON.stringify(word)).join(", ")}`,
      () => this.text(),
      says,
    );
  }

  /** Opens the whole panel, if it shows only one line. */
  async open(): Promise<void> {
    const closed = '.toggle[aria-expanded="false"]';
    const isThere = () => this.#ask(() => (document.querySelector(".toggle") ? "yes" : ""));
    await until("the panel's own switch", isThere);
    await this.#still();
    await (await (await this.frame())?.$(closed))?.click();
    await this.control("button", say("close"));
  }

  /** The control with this role and accessible name, as assistive technology finds it. */
  async control(role: string, name: string): Promise<ElementHandle> {
    const selector = `::-p-aria([role="${role}"][name="${name}"])`;
    const find = async () => (await this.frame())?.$(selector) ?? null;
    return (await until(`${role} ${JSON.stringify(name)} in the panel`, find, Boolean)) as ElementHandle;
  }

  /** Clicks a button with the mouse, once the panel has stopped moving: its size changes with its content. */
  async click(name: string): Promise<void> {
    const button = await this.control("button", name);
    await this.#still();
    await button.click();
  }

  async #still(): Promise<void> {
    await until("a panel of its final height", () => this.#isSettled());
    // A button that has just moved can be clicked only once both the page and the frame have painted it there.
    for (const part of [this.#page, await this.presentFrame()]) await part.evaluate(painted);
  }

  /** Whether the visible part of the frame is as tall as the panel inside it. */
  async #isSettled(): Promise<boolean> {
    const frame = await this.presentFrame();
    const height = await frame.evaluate(() =>
      Math.ceil(document.getElementById("root")?.getBoundingClientRect().height ?? 0),
    );
    const clips = await this.#page.evaluate(() =>
      [...document.documentElement.children].map((child) => (child as HTMLElement).style.clipPath),
    );
    return clips.some((clip) => clip.includes(` ${height}px`));
  }

  /** One line for each finding: its severity, its words and the reason. */
  async findings(): Promise<string[]> {
    const list = await this.#ask(() => {
      const line = (finding: Element) =>
        [...finding.querySelectorAll("h2, .message")]
          .map((part) => (part as HTMLElement).innerText)
          .join(": ");
      return [...document.querySelectorAll(".finding")].map(line).join("\n");
    });
    return list.split("\n").filter(Boolean);
  }

  /** Whether the panel offers a button with this name. */
  async offers(name: string): Promise<boolean> {
    const buttons = await this.#ask(() =>
      [...document.querySelectorAll("button")].map((button) => button.innerText).join("\n"),
    );
    return buttons.split("\n").includes(name);
  }

  /** Types into the field with this label, replacing its content. */
  async fill(name: string, text: string): Promise<void> {
    await (await this.control("textbox", name)).focus();
    await this.#keys.press("Control+A");
    await this.#keys.type(text);
  }

  /** The focused element of the panel: a control's name or a heading's text; empty if there is none. */
  focused(): Promise<string> {
    return this.#ask(() => {
      const focused = document.hasFocus() ? document.activeElement : null;
      if (focused instanceof HTMLTextAreaElement) return focused.labels[0]?.innerText ?? "";
      return focused instanceof HTMLElement && focused !== document.body ? focused.innerText : "";
    });
  }

  /** Waits until the panel has the focus, which it takes when it explains why a post is held. */
  async untilFocused(): Promise<void> {
    await until("the focus in the panel", () => this.#ask(() => (document.hasFocus() ? "yes" : "")));
  }

  /** Records every state the panel shows from now on; the result returns the states so far. */
  async watchStates(): Promise<() => Promise<string[]>> {
    const frame = await this.presentFrame();
    const shown = await frame.evaluateHandle(() => {
      const states: string[] = [];
      const note = () => states.push(document.querySelector(".state")?.textContent ?? "");
      new MutationObserver(note).observe(document.body, {
        characterData: true,
        childList: true,
        subtree: true,
      });
      note();
      return states;
    });
    return () => shown.jsonValue();
  }

  /** A frame that has just been replaced gives no answer, like a frame that is not there yet. */
  async #ask(question: () => string): Promise<string> {
    const frame = await this.frame();
    return (await frame?.evaluate(question).catch(() => "")) ?? "";
  }
}

/** Resolves once all changes so far are on the screen. */
function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}
