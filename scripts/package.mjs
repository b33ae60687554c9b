// Zips dist/chrome and dist/firefox into target/package/. The same files make the same bytes, on any machine and on any
// day: sorted names, one fixed time, no permissions. Debian's zip would have to be installed, and cannot do this.

import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";
import { zipSync } from "fflate";

/** The earliest day that the format can represent. In local time, because that is what the format stores. */
const TIME = new Date(1980, 0, 1);
const OUT = "target/package";

const { version } = JSON.parse(readFileSync("extension/manifest.json", "utf8"));
mkdirSync(OUT, { recursive: true });

for (const browser of ["chrome", "firefox"]) {
  const zip = zipSync(contents(join("dist", browser)), { level: 9, mtime: TIME });
  const path = join(OUT, `countersign-${version}-${browser}.zip`);
  writeFileSync(path, zip);
  console.log(`${createHash("sha256").update(zip).digest("hex")}  ${path}`);
}

/** @param {string} folder @returns {Record<string, Uint8Array>} */
function contents(folder) {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  return Object.fromEntries(
    files.map((path) => [path.replaceAll(sep, "/"), readFileSync(join(folder, path))]),
  );
}
