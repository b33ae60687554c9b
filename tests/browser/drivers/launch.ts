/**
 * Starts the real browsers with the extension, headless, with the bench's proxy as their only connection.
 *
 * Measured for this bench (Chromium 156, Firefox 153 ESR, puppeteer-core 24.43.1):
 * - Chromium: the panel's frame is in `page.frames()`, with its address, although it is in a closed shadow root, and
 *   accepts `evaluate`, `click` and keys.
 * - Firefox over WebDriver BiDi: the panel's frame is also in `page.frames()` and accepts the same, but its `url()`
 *   stays `about:blank`, since no navigation is reported for it. So a frame is identified by its own `location`.
 *   Neither needs `--remote-allow-system-access`.
 */
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import puppeteer, { type Browser } from "puppeteer-core";

export type BrowserName = "chromium" | "firefox";

export interface LaunchOptions {
  /** The folder of the unpacked extension. */
  extension: string;
  /** The port of the proxy. */
  proxyPort: number;
  /** Whether a person is watching. */
  headed?: boolean;
}

const PROGRAMS: Readonly<Record<BrowserName, readonly string[]>> = {
  chromium: ["chromium", "chromium-browser", "google-chrome"],
  firefox: ["firefox-esr", "firefox"],
};

/** Starts a browser with the extension in it. */
export async function launch(name: BrowserName, options: LaunchOptions): Promise<Browser> {
  return name === "chromium" ? launchChromium(options) : launchFirefox(options);
}

async function launchChromium({ extension, proxyPort, headed = false }: LaunchOptions): Promise<Browser> {
  const args = [`--proxy-server=127.0.0.1:${proxyPort}`, "--proxy-bypass-list=<-loopback>", "--lang=en-GB"];
  // Chromium's sandbox refuses to run as root, which is usual in containers.
  if (process.getuid?.() === 0) args.push("--no-sandbox");
  return puppeteer.launch({
    executablePath: findProgram("chromium"),
    headless: !headed,
    pipe: true,
    enableExtensions: [extension],
    acceptInsecureCerts: true,
    defaultViewport: headed ? null : VIEWPORT,
    args,
  });
}

async function launchFirefox({ extension, proxyPort, headed = false }: LaunchOptions): Promise<Browser> {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: findProgram("firefox"),
    headless: !headed,
    acceptInsecureCerts: true,
    defaultViewport: headed ? null : VIEWPORT,
    extraPrefsFirefox: {
      "network.proxy.type": 1,
      "network.proxy.http": "127.0.0.1",
      "network.proxy.http_port": proxyPort,
      "network.proxy.ssl": "127.0.0.1",
      "network.proxy.ssl_port": proxyPort,
      "intl.accept_languages": "en-GB",
    },
  });
  await browser.installExtension(extension);
  return browser;
}

const VIEWPORT = { width: 1280, height: 900 };

/** The browser: the executable in `COUNTERSIGN_CHROMIUM` or `COUNTERSIGN_FIREFOX`, or the first on the path. */
export function findProgram(name: BrowserName): string {
  const named = process.env[`COUNTERSIGN_${name.toUpperCase()}`];
  if (named) return named;
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const found = PROGRAMS[name]
    .flatMap((program) => folders.map((folder) => join(folder, program)))
    .find(isProgram);
  if (found) return found;
  throw new Error(`No ${name} was found. Install it, or name it in COUNTERSIGN_${name.toUpperCase()}.`);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
