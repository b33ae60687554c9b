import type { Frame, KeyInput, Page } from "puppeteer-core";
import type { BrowserName } from "./launch.ts";

/** A keyboard in one page; keys are named as in `KeyboardEvent.key`, except `Space`; modifiers: `Control+Enter`. */
export class Keys {
  readonly #page: Page;
  readonly #browser: BrowserName;

  constructor(page: Page, browser: BrowserName) {
    this.#page = page;
    this.#browser = browser;
  }

  async press(keys: string): Promise<void> {
    const names = keys.split("+");
    const key = this.#named(names.pop() ?? "");
    const keyboard = this.#page.keyboard;
    for (const modifier of names) await keyboard.down(modifier as KeyInput);
    await keyboard.press(key);
    for (const modifier of names.reverse()) await keyboard.up(modifier as KeyInput);
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
  }

  /**
   * WebDriver's Enter is the key on the number pad. Its `code` is not `Enter`, and Bluesky looks at the `code`. The
   * main key is WebDriver's Return.
   */
  #named(key: string): KeyInput {
    if (key === "Space") return " ";
    const returnKey = "\uE006" as KeyInput;
    return key === "Enter" && this.#browser === "firefox" ? returnKey : (key as KeyInput);
  }
}

/** The address a frame reports itself; launch.ts explains why its `url()` is not used. */
export async function addressOf(frame: Frame): Promise<URL> {
  return new URL(await frame.evaluate(() => location.href));
}
