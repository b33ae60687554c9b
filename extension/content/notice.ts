/**
 * What the poster is told when the extension can no longer be reached because it has been updated. No panel can answer
 * then, so this content script says it, in plain text in a shadow root of its own.
 */
import { createHost, type Host, setStyle } from "./host.ts";

const STYLE = {
  background: "#ffffff",
  border: "2px solid #0b0c0c",
  bottom: "16px",
  color: "#0b0c0c",
  font: "16px/1.4 system-ui, sans-serif",
  "max-width": "min(400px, calc(100vw - 64px))",
  padding: "16px",
  position: "fixed",
  right: "16px",
  "z-index": "2147483647",
};

/** Read while the extension can still be reached. */
const words = chrome.i18n.getMessage("noticeReload");
let host: Host | undefined;

/** Shows the notice once; it stays until the page is reloaded. */
export function askForReload(): void {
  if (host?.element.isConnected) return;
  host = createHost(STYLE);
  const alert = document.createElement("p");
  setStyle(alert, { margin: "0" });
  host.root.append(alert);
  document.documentElement.append(host.element);
  // A live region is read out when its content changes, not when it appears.
  alert.role = "alert";
  alert.textContent = words;
}
