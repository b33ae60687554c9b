/**
 * Bundles the pages of the bench, the tests and the demo into target/browser-tests.
 *
 * Pages are bundled from the real editor libraries, as a site would. Tests and demo run in Node, which resolves
 * packages by itself, so those stay outside their bundles.
 */
import { build } from "esbuild";
import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** @param {string} path */
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const out = here("../../target/browser-tests");

// A page is what has a style of its own; the other sources are parts of pages.
const styles = (await readdir(here("pages"))).filter((name) => name.endsWith(".css") && name !== "base.css");
const pages = build({
  entryPoints: styles.flatMap((style) => [
    here(`pages/${style}`),
    here(`pages/${style.replace(".css", ".tsx")}`),
  ]),
  outdir: `${out}/pages`,
  bundle: true,
  format: "iife",
  target: "es2022",
  jsx: "automatic",
  define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
  logLevel: "warning",
});

const programNames = (await readdir(here("."))).filter((name) => /\.test\.ts$|^demo\.ts$/.test(name));
const programs = build({
  entryPoints: programNames.map(here),
  outdir: out,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  packages: "external",
  sourcemap: "inline",
  logLevel: "warning",
});

await Promise.all([pages, programs]);
