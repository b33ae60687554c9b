/** The content script: on a supported site, the gate is in place before any script of the page has run. */
import { siteOf } from "../sites/index.ts";
import { Gate } from "./gate.ts";
import { clearHighlights } from "./highlight.ts";
import { removeLeftovers } from "./host.ts";

const site = siteOf(location.hostname);
if (site) {
  removeLeftovers();
  clearHighlights();
  new Gate(site).start();
}
