import type { Browser, Page } from "puppeteer-core";
import { COMPOSER, type FromComposer } from "../../../extension/protocol.ts";
import type { Panel } from "./panel.ts";
import { until } from "./until.ts";

/** The extension's options page, in its own tab. */
export class OptionsPage {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** Asks the background for it, as a composer does when the panel's button is pressed. */
  static async open(browser: Browser, panel: Panel): Promise<OptionsPage> {
    const frame = await panel.presentFrame();
    await frame.evaluate((name, message) => chrome.runtime.connect({ name }).postMessage(message), COMPOSER, {
      type: "open-options",
    } satisfies FromComposer);
    const page = await until("the options page", () => findPage(browser), Boolean);
    return new OptionsPage(page as Page);
  }

  /** The text of the page, as laid out. */
  text(): Promise<string> {
    return this.page.evaluate(() => document.body.innerText);
  }

  /** Waits until the page says all of these. */
  untilSays(...words: string[]): Promise<string> {
    const says = (text: string) => words.every((word) => text.includes(word));
    return until(`options that say ${JSON.stringify(words)}`, () => this.text(), says);
  }

  /** Chooses a file as the new policy, as a person would: no browser lets a script fill in the file's path. */
  async choosePolicy(name: string, content: string): Promise<void> {
    await this.page.evaluate(
      (fileName, text) => {
        const input = document.querySelector<HTMLInputElement>("#policy-file");
        const chosen = new DataTransfer();
        chosen.items.add(new File([text], fileName));
        if (input) input.files = chosen.files;
        input?.dispatchEvent(new Event("change", { bubbles: true }));
      },
      name,
      content,
    );
  }

  /** The problems in the policy chosen last, one line for each. */
  async problems(): Promise<string[]> {
    return this.page.$$eval(".error-summary li", (items) => items.map(({ innerText }) => innerText));
  }
}

async function findPage(browser: Browser): Promise<Page | null> {
  for (const page of await browser.pages()) {
    const path = await page.evaluate(() => location.pathname).catch(() => "");
    if (path === "/pages/options.html") return page;
  }
  return null;
}
