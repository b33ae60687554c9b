// Exits with 0 if node_modules holds what package-lock.json asks for, either here or in the folder named. npm itself
// would take a second to say so. Optional packages are left out: most are builds for other kinds of machine.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const [, , folder = "."] = process.argv;

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean }>} */
const packages = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : {});

const installed = packages(join(folder, "node_modules/.package-lock.json"));
const missing = Object.entries(packages(join(folder, "package-lock.json"))).filter(
  ([path, { version, optional }]) => path !== "" && !optional && installed[path]?.version !== version,
);
process.exitCode = missing.length === 0 ? 0 : 1;
