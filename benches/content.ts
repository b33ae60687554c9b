/**
 * The content script of the extension under measurement: the shipped one, which leaves a mark in the page's timeline when
 * it has highlighted something. Whoever looked again and again would see it only when the page has time for that.
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
