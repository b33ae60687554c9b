/**
 * Marks findings in editors with the CSS Custom Highlight API, which changes nothing in the page's DOM. The colours are
 * in `highlight.css`. A textarea does not expose its text to the API, so it gets boxes instead.
 */
import type { Severity } from "../../pkg/engine.js";
import type { Editor } from "../editors/editor.ts";
import { Boxes } from "./boxes.ts";
import type { Place } from "./places.ts";

const SEVERITIES: readonly Severity[] = ["note", "warn", "ask", "block"];
/** The finding that the poster has just asked to see. */
const SHOWN = "shown";

export class Highlights {
  readonly #root: HTMLElement;
  readonly #editor: Editor;
  readonly #boxes: Boxes | undefined;
  #ranges = new Map<string, Range[]>();

  constructor(root: HTMLElement, editor: Editor, signal: AbortSignal) {
    this.#root = root;
    this.#editor = editor;
    if (root instanceof HTMLTextAreaElement) this.#boxes = new Boxes(root, signal);
    signal.addEventListener("abort", () => this.draw([]));
  }

  /** Draws these places and no others; those of the finding in `shown` are emphasised. */
  draw(places: readonly Place[], shown?: string): void {
    this.#boxes?.draw(places, shown);
    if (this.#boxes) return;
    const ranges = new Map<string, Range[]>();
    for (const place of places) {
      const range = this.#editor.range(this.#root, place.start, place.end);
      for (const name of [place.severity, ...(place.finding === shown ? [SHOWN] : [])]) {
        if (range) ranges.set(name, [...(ranges.get(name) ?? []), range]);
      }
    }
    for (const name of [...SEVERITIES, SHOWN])
      replace(name, this.#ranges.get(name) ?? [], ranges.get(name) ?? []);
    this.#ranges = ranges;
  }

  /** Scrolls a place into view. */
  reveal(place: Place): void {
    if (this.#boxes) return this.#boxes.reveal(place);
    const { startContainer } = this.#editor.range(this.#root, place.start, place.end) ?? {};
    const element = startContainer instanceof Element ? startContainer : startContainer?.parentElement;
    element?.scrollIntoView({ block: "nearest" });
  }
}

/** Removes highlights left by a content script that has been replaced: nothing else would. */
export function clearHighlights(): void {
  for (const name of [...SEVERITIES, SHOWN]) CSS.highlights.delete(`countersign-${name}`);
}

/** The document has one highlight for each name, shared by all composers. */
function replace(name: string, before: readonly Range[], after: readonly Range[]): void {
  const registered = `countersign-${name}`;
  let highlight = CSS.highlights.get(registered);
  if (!highlight) CSS.highlights.set(registered, (highlight = new Highlight()));
  for (const range of before) highlight.delete(range);
  for (const range of after) highlight.add(range);
}
