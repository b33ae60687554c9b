/**
 * Runs in the page's own world, and does one thing: pastes a text into the editor that the event is sent to. This is
 * the page's territory, so nothing else is here; the page could do the same itself at any time.
 */
import { PASTE_EVENT } from "../editors/paste-event.ts";

function paste(event: Event): void {
  if (!(event instanceof CustomEvent) || typeof event.detail !== "string") return;
  const editor = event.target;
  if (!(editor instanceof HTMLElement)) return;
  const made = new ClipboardEvent("paste", {
    bubbles: true,
    cancelable: true,
    composed: true,
    clipboardData: new DataTransfer(),
  });
  // Firefox ignores clipboard data given to the constructor.
  made.clipboardData?.setData("text/plain", event.detail);
  editor.dispatchEvent(made);
}

window.addEventListener(PASTE_EVENT, paste, true);
