import { fileURLToPath } from "node:url";

// The bench's programs run from target/browser-tests/, where they are bundled.
const ROOT = new URL("../../", import.meta.url);

/** The path of a file or folder in the repository. */
export function inRepository(path: string): string {
  return fileURLToPath(new URL(path, ROOT));
}
