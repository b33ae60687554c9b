/**
 * The content script of the extension being measured: the shipped one, plus a mark in the page's timeline whenever it
 * has highlighted something. A script that polled for highlights would see them only when the page had time for it.
 */
import "../extension/content/main.ts";
import { DRAWN, type Drawn } from "./drawn.ts";

const { add } = Highlight.prototype;

Highlight.prototype.add = function (range) {
  const highlight = add.call(this, range);
  const places = [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
  performance.mark(DRAWN, { detail: { places } satisfies Drawn });
  return highlight;
};
