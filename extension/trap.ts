/** What to do when WebAssembly stops in the middle of something, which leaves its memory in an unknown state. */
import { __wbg_reset_state as renewEngine } from "../pkg/engine.js";

/** After a trap, the engine's module starts again with new memory. Anything built in the old memory is gone. */
export function renewAfterTrap(error: unknown): boolean {
  if (isTrap(error)) renewEngine();
  return isTrap(error);
}

/** Each browser has its own error for stack overflow. */
function isTrap(error: unknown): boolean {
  return error instanceof WebAssembly.RuntimeError || /call stack|recursion/.test(String(error));
}
