import { after, before, describe, test, type TestContext } from "node:test";
import type { ComposerKind } from "./composers.ts";
import { Bench, type BenchOptions } from "./drivers/bench.ts";
import type { Composer } from "./drivers/composer.ts";
import type { BrowserName } from "./drivers/launch.ts";
import { inRepository } from "./drivers/repository.ts";

/** The browsers to test in; `BROWSERS=firefox` picks one. */
const BROWSERS = (process.env["BROWSERS"]?.split(",") ?? ["chromium", "firefox"]) as BrowserName[];

/** No test takes this long unless something hangs. */
const TIMEOUT = 60_000;

/** One browser shared by the tests of a file, started before the first of them. */
export interface Suite {
  name: BrowserName;
  bench: () => Bench;
  /** A test of one composer, in its own tab. */
  test: (what: string, kind: ComposerKind, run: (composer: Composer) => Promise<void>) => void;
}

export interface SuiteOptions extends Omit<BenchOptions, "extension"> {
  /** Makes a build of the extension other than the shipped one. */
  extension?: (name: BrowserName) => Promise<string>;
  browsers?: readonly BrowserName[];
}

/** Runs the same tests in each browser. */
export function inEachBrowser(tests: (suite: Suite) => void, options: SuiteOptions = {}): void {
  const { extension, browsers = BROWSERS, ...rest } = options;
  for (const name of BROWSERS.filter((browser) => browsers.includes(browser))) {
    describe(name, () => {
      let bench: Bench;
      before(async () => {
        bench = await Bench.start(name, extension ? { ...rest, extension: await extension(name) } : rest);
      });
      after(() => bench.close());
      tests({
        name,
        bench: () => bench,
        test: (what, kind, run) =>
          test(`${kind.name}: ${what}`, { timeout: TIMEOUT }, (context) =>
            withComposer(bench, kind, run, context),
          ),
      });
    });
  }
}

async function withComposer(
  bench: Bench,
  kind: ComposerKind,
  run: (composer: Composer) => Promise<void>,
  context: TestContext,
): Promise<void> {
  const composer = await bench.open(kind);
  try {
    await run(composer);
  } catch (error) {
    await keepEvidence(bench.name, composer, context);
    throw error;
  } finally {
    await composer.page.close();
  }
}

/** A failed test saves a picture of the page and reports the text of the panel. */
async function keepEvidence(browser: BrowserName, composer: Composer, context: TestContext): Promise<void> {
  const file = `${browser} ${context.name}`.replaceAll(/[^\w]+/g, "-");
  await composer
    .screenshot(`${inRepository("target/browser-tests/failed/")}${file}.png`)
    .catch(() => undefined);
  context.diagnostic(`The panel said: ${await composer.panel.text().catch(String)}`);
  context.diagnostic(`The draft was: ${await composer.text().catch(String)}`);
}
