/** What is done when WebAssembly stopped in the middle of something, which leaves its memory in an unknown state. */
import { __wbg_reset_state as renewEngine } from "../pkg/engine.js";

/** After a trap, the engine's module begins anew with a memory of its own. Whatever was built in the old one is gone. */
export function renewAfterTrap(error: unknown): boolean {
  if (isTrap(error)) renewEngine();
  return isTrap(error);
}

/** Each browser has an error of its own for a stack that is used up. */
function isTrap(error: unknown): boolean {
  return error instanceof WebAssembly.RuntimeError || /call stack|recursion/.test(String(error));
}
