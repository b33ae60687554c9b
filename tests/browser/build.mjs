/**
 * Bundles the pages of the bench, the tests and the demo into target/browser-tests.
 *
 * Pages are bundled with the real editor libraries, as a site would do. Tests and the demo run in Node, which resolves
 * packages itself, so their bundles leave packages out.
 */
import { build } from "esbuild";
import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** @param {string} path */
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const out = here("../../target/browser-tests");

// A source with its own stylesheet is a page; the others are parts of pages.
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
