import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import type { Page } from "puppeteer-core";
import type { ComposerKind } from "../composers.ts";
import type { Attempt, Bench as PageBench } from "../pages/bench.ts";
import type { ReceivedPost, Sites } from "../server/sites.ts";
import { Keys } from "./keys.ts";
import type { BrowserName } from "./launch.ts";
import { Panel } from "./panel.ts";
import { until } from "./until.ts";

/** `window.find`, which every browser has but no standard specifies. */
interface PageSearch {
  find: (text: string, caseSensitive?: boolean, backwards?: boolean, wrapAround?: boolean) => boolean;
}

/** A site's page with its composer, as seen by a person and by the site's own code. */
export class Composer {
  readonly page: Page;
  readonly kind: ComposerKind;
  readonly keys: Keys;
  readonly panel: Panel;
  readonly #sites: Sites;

  constructor(page: Page, kind: ComposerKind, sites: Sites, browser: BrowserName) {
    this.page = page;
    this.kind = kind;
    this.keys = new Keys(page, browser);
    this.panel = new Panel(page, this.keys);
    this.#sites = sites;
  }

  /** Types at the end of the draft. */
  async type(text: string): Promise<void> {
    await this.focus();
    await this.keys.type(text);
    await this.untilText((now) => now.endsWith(text), `typing of ${JSON.stringify(text)}`);
  }

  /** Puts the caret at the end of the draft. */
  async focus(): Promise<void> {
    await this.page.focus(this.kind.editor);
    await this.caretToEnd();
  }

  /** Moves the caret, and waits until the editor has learned of it from an event, a moment later. */
  async caretToEnd(): Promise<void> {
    await this.keys.press("Control+End");
    const end = async () => (await this.caret()) === (await this.text()).length;
    await until("the caret at the end of the draft", end);
  }

  /** The draft in the editor's own model. */
  text(): Promise<string> {
    return this.page.evaluate(() => window.bench.text());
  }

  /** The caret in the editor's own model. */
  caret(): Promise<number> {
    return this.page.evaluate(() => window.bench.caret());
  }

  async untilText(accepts: string | ((text: string) => boolean), what = "the draft"): Promise<string> {
    const wanted = typeof accepts === "string" ? (text: string) => text === accepts : accepts;
    const wish = typeof accepts === "string" ? `${what} ${JSON.stringify(accepts)}` : what;
    return until(wish, () => this.text(), wanted);
  }

  /** Does what a pause in typing does: the next change is a separate step to undo. */
  async pause(): Promise<void> {
    await this.page.evaluate(() => window.bench.pause());
  }

  async untilCaret(offset: number): Promise<void> {
    await until(
      `the caret at ${offset}`,
      () => this.caret(),
      (caret) => caret === offset,
    );
  }

  /** Waits until the page's own code has begun to post this many times. */
  async untilAttempts(count: number): Promise<void> {
    await until(
      `${count} attempts of the page`,
      () => this.attempts(),
      (attempts) => attempts.length === count,
    );
  }

  /** Clicks the post button with the mouse, where a person would: nothing may cover it. */
  async clickPost(): Promise<void> {
    const button = await this.#enabledButton();
    const free = await button.evaluate((element) => {
      const box = element.getBoundingClientRect();
      const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      return element.contains(top);
    });
    if (!free) throw new Error("Something lies over the post button.");
    await button.click();
  }

  /** Presses a key on the post button. */
  async pressPost(key: "Enter" | "Space"): Promise<void> {
    await (await this.#enabledButton()).focus();
    await this.keys.press(key);
  }

  /** Posts with the site's shortcut from inside the editor. */
  async pressShortcut(): Promise<void> {
    await this.focus();
    await this.keys.press("Control+Enter");
  }

  /** Clicks the post button from the page's own code, as another extension or a script would. */
  async forgeClick(): Promise<void> {
    await (await this.#enabledButton()).evaluate((element) => (element as HTMLElement).click());
  }

  /** Submits the composer's form from the page's own code. */
  async requestSubmit(): Promise<void> {
    await (await this.#enabledButton()).evaluate((element) => element.closest("form")?.requestSubmit());
  }

  /** Each time the page's own code began to post. */
  attempts(): Promise<Attempt[]> {
    return this.page.evaluate(() => window.bench.attempts);
  }

  /** The events on the post button that reached the page. */
  seen(): Promise<PageBench["seen"]> {
    return this.page.evaluate(() => window.bench.seen);
  }

  /** Everything the site has received from this page. */
  async received(): Promise<ReceivedPost[]> {
    return this.#sites.posts(await this.page.evaluate(() => window.bench.page));
  }

  /** The text of every post the site has received from this page. */
  async receivedTexts(): Promise<string[]> {
    return (await this.received()).map(({ text }) => text);
  }

  /** The latest post the site received, once the page has removed the draft. */
  async untilPosted(): Promise<ReceivedPost> {
    await this.untilText("", "the draft to be posted and taken away:");
    const post = (await this.received()).at(-1);
    if (!post) throw new Error("The draft is gone, but the site received nothing.");
    return post;
  }

  /** The editor's HTML without the parts that differ between loads. */
  editorHtml(): Promise<string> {
    return this.page.$eval(this.kind.editor, (editor) =>
      editor.outerHTML.replaceAll(/\s(data-editor|data-offset-key|aria-describedby|id)="[^"]*"/g, ""),
    );
  }

  /** The words in the page that a named highlight of ours covers. */
  highlighted(): Promise<string[]> {
    return this.page.evaluate(() =>
      [...CSS.highlights]
        .filter(([name]) => name.startsWith("countersign-"))
        .flatMap(([, ranges]) => [...ranges].map(String)),
    );
  }

  /** The editor as it is painted, without a caret. */
  async picture(): Promise<Buffer> {
    await this.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    const editor = await this.page.$(this.kind.editor);
    if (!editor) throw new Error("The editor is gone.");
    return Buffer.from(await editor.screenshot());
  }

  /**
   * Waits until the page shows these words, wherever they come from: the browser's own search also looks inside closed
   * shadow roots.
   */
  async untilShown(words: string): Promise<void> {
    const find = () =>
      this.page.evaluate((text) => (window as unknown as PageSearch).find(text, true, false, true), words);
    await until(`${JSON.stringify(words)} on the page`, find);
  }

  async screenshot(path: `${string}.png`): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    await this.page.screenshot({ path });
  }

  #enabledButton() {
    const enabled = `:is(${this.kind.postButton}):enabled`;
    return until(
      "an enabled post button",
      () => this.page.$(enabled),
      (button) => button !== null,
    ).then((button) => button as NonNullable<typeof button>);
  }
}
