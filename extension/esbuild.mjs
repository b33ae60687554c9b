/**
 * Bundles the extension for Chromium and for Firefox, from the same sources, into `dist/`. Nothing is minified: what is
 * installed can be read.
 *
 *     node extension/esbuild.mjs
 *
 * The modules of WebAssembly (`pkg/`) have to be there; the packaged policy (`target/policy.json`) may be.
 */
import { build } from "esbuild";
import { existsSync } from "node:fs";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

const here = import.meta.dirname;
const root = join(here, "..");

/** Manifest keys that only the other browser knows; each warns about what it does not know. */
const DROP_FOREIGN = {
  chrome: (/** @type {any} */ manifest) => {
    delete manifest.browser_specific_settings;
    delete manifest.background.scripts;
  },
  firefox: (/** @type {any} */ manifest) => {
    delete manifest.minimum_chrome_version;
    delete manifest.background.service_worker;
  },
};

/** Content scripts are classic scripts; extension pages and the background are modules. */
const BUNDLES = /** @type {const} */ ([
  { format: "esm", entryPoints: { background: "background.ts" } },
  { format: "iife", entryPoints: { content: "content/main.ts", page_world: "content/page_world.ts" } },
  { format: "esm", entryPoints: { "pages/panel": "pages/panel.ts", "pages/options": "pages/options.ts" } },
]);

/** @type {[string, string][]} */
const COPIES = [
  [join(here, "highlight.css"), "highlight.css"],
  [join(here, "_locales"), "_locales"],
  [join(here, "icons"), "icons"],
  [join(here, "pages"), "pages"],
  [join(root, "pkg/engine_bg.wasm"), "engine_bg.wasm"],
  [join(root, "pkg/interface_bg.wasm"), "interface_bg.wasm"],
];

/** Not the sources that have been bundled, or drawn, into something else. */
const isShipped = (/** @type {string} */ path) => !/\.(ts|svg)$/.test(path);

async function bundle(/** @type {string} */ out) {
  for (const { format, entryPoints } of BUNDLES) {
    await build({
      absWorkingDir: here,
      bundle: true,
      charset: "utf8",
      entryPoints,
      format,
      legalComments: "none",
      logLevel: "warning",
      outdir: out,
      target: ["chrome121", "firefox140"],
    });
  }
}

/** The sites. Node cannot read their TypeScript, so it is bundled first. */
async function readSites() {
  const options = /** @type {const} */ ({ absWorkingDir: here, bundle: true, format: "esm", write: false });
  const { outputFiles } = await build({ ...options, entryPoints: ["sites/index.ts"] });
  const source = outputFiles.map(({ contents }) => Buffer.from(contents).toString("base64")).join("");
  const { SITES } = await import(`data:text/javascript;base64,${source}`);
  return /** @type {import("./sites/site.ts").Site[]} */ (SITES);
}

/** Says on which sites each part of the extension runs. The script in the page's own world goes only where it has to. */
function addHosts(/** @type {any} */ manifest, /** @type {import("./sites/site.ts").Site[]} */ sites) {
  const matches = (/** @type {import("./sites/site.ts").Site[]} */ some) =>
    some.flatMap((site) => site.hosts.map((host) => `https://${host}/*`));
  for (const script of manifest.content_scripts) {
    script.matches = matches(script.world === "MAIN" ? sites.filter((site) => site.pageWorld) : sites);
  }
  for (const resource of manifest.web_accessible_resources) resource.matches = matches(sites);
}

async function writeManifest(/** @type {string} */ out, /** @type {(manifest: any) => void} */ dropForeign) {
  const manifest = JSON.parse(await readFile(join(here, "manifest.json"), "utf8"));
  addHosts(manifest, sites);
  dropForeign(manifest);
  await writeFile(join(out, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
}

const sites = await readSites();
for (const [browser, dropForeign] of Object.entries(DROP_FOREIGN)) {
  const out = join(root, "dist", browser);
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  await bundle(out);
  for (const [from, to] of COPIES) await cp(from, join(out, to), { recursive: true, filter: isShipped });
  const policy = join(root, "target/policy.json");
  if (existsSync(policy)) await cp(policy, join(out, "policy.json"));
  await writeManifest(out, dropForeign);
}
