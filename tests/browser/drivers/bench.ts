import type { Browser, Page } from "puppeteer-core";
import type { ComposerKind } from "../composers.ts";
import { PAGES, UNTOUCHED_HOST } from "../server/shell.ts";
import { Sites } from "../server/sites.ts";
import { Composer } from "./composer.ts";
import { type BrowserName, launch } from "./launch.ts";
import { inRepository } from "./repository.ts";
import { until } from "./until.ts";

/** The packaged extension for a browser, as shipped. */
export function packaged(name: BrowserName): string {
  return inRepository(name === "chromium" ? "dist/chrome" : "dist/firefox");
}

export interface BenchOptions {
  /** A build of the extension other than the shipped one. */
  extension?: string;
  headed?: boolean;
}

/** One browser with the extension, and the sites it can reach. */
export class Bench {
  readonly name: BrowserName;
  readonly browser: Browser;
  readonly #sites: Sites;

  private constructor(name: BrowserName, browser: Browser, sites: Sites) {
    this.name = name;
    this.browser = browser;
    this.#sites = sites;
  }

  static async start(name: BrowserName, options: BenchOptions = {}): Promise<Bench> {
    const sites = await Sites.start(inRepository("target/browser-tests/pages"));
    const { extension = packaged(name), headed = false } = options;
    try {
      const browser = await launch(name, { extension, headed, proxyPort: sites.port });
      return new Bench(name, browser, sites);
    } catch (error) {
      await sites.close();
      throw error;
    }
  }

  /** Opens a site's composer in a new tab. */
  async open(kind: ComposerKind): Promise<Composer> {
    const page = await this.browser.newPage();
    return this.#load(page, kind.url, kind);
  }

  /** Opens the same page under a host that Countersign does not support. */
  async openUntouched(kind: ComposerKind): Promise<Composer> {
    const url = new URL(kind.url);
    const page = await this.browser.newPage();
    return this.#load(page, `https://${UNTOUCHED_HOST}/${PAGES[url.host]}${url.pathname}${url.search}`, kind);
  }

  async #load(page: Page, url: string, kind: ComposerKind): Promise<Composer> {
    await page.goto(url);
    await until(
      "the editor",
      () => page.$(kind.editor),
      (editor) => editor !== null,
    );
    return new Composer(page, kind, this.#sites, this.name);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.#sites.close();
  }
}
