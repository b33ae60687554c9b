/** The content script: on a supported site, the gate stands before the page's first script has run. */
import { siteOf } from "../sites/index.ts";
import { Gate } from "./gate.ts";

const site = siteOf(location.hostname);
if (site) new Gate(site).start();
