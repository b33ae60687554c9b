// Grammar and style of English, with a dictionary; the module with everything in it, as in Harper's own extension.
import { createBinaryModuleFromUrl, LocalLinter } from "harper.js";

const BINARY = new URL("node_modules/harper.js/dist/harper_wasm_bg.wasm", import.meta.url);

export async function build() {
  const linter = new LocalLinter({ binary: createBinaryModuleFromUrl(BINARY.href) });
  await linter.setup();
  return async (text) => {
    const lints = await linter.lint(text, { language: "plaintext" });
    for (const lint of lints) lint.free();
  };
}
