import { fileURLToPath } from "node:url";

// The programs of the bench run from target/browser-tests/, where they are bundled to.
const ROOT = new URL("../../", import.meta.url);

/** The place of a file or folder of the repository. */
export function inRepository(path: string): string {
  return fileURLToPath(new URL(path, ROOT));
}
